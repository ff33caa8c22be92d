package dev.karavel.sqllab;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.Download;
import dev.karavel.api.query.ResultFormat;
import dev.karavel.api.query.TableFormats;
import dev.karavel.api.query.TypedStatements.Typed;
import dev.karavel.api.security.Principal;
import dev.karavel.api.sqllab.LabQueries;
import dev.karavel.api.sqllab.LabQuery;
import dev.karavel.api.sqllab.LabQuery.Course;
import dev.karavel.api.sqllab.LabQuery.Making;
import dev.karavel.api.sqllab.LabQuery.Question;
import dev.karavel.api.sqllab.LabQuery.Target;
import dev.karavel.api.sqllab.LabResult;
import dev.karavel.api.sqllab.SqlLab;
import dev.karavel.sqllab.result.ResultFolder;
import dev.karavel.sqllab.run.RunDesk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** SQL Lab on this server. */
@Component
public final class LocalSqlLab implements SqlLab {
    private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final LabDatabases databases;
    private final LabQueries queries;
    private final RunDesk desk;
    private final ResultFolder results;
    private final TableFormats formats;
    private final LabFiles files;
    private final LabPlans plans;
    private final LabSettings settings;

    @Activate
    public LocalSqlLab(
            @Reference LabDatabases databases,
            @Reference LabQueries queries,
            @Reference RunDesk desk,
            @Reference ResultFolder results,
            @Reference TableFormats formats,
            @Reference LabFiles files,
            @Reference LabPlans plans,
            @Reference LabSettings settings) {
        this.databases = databases;
        this.queries = queries;
        this.desk = desk;
        this.results = results;
        this.formats = formats;
        this.files = files;
        this.plans = plans;
        this.settings = settings;
    }

    @Override
    public Bounds bounds() {
        return settings.bounds();
    }

    @Override
    public LabQuery submit(Order order, Principal principal) {
        Script script = order.script();
        Database database = databases.find(script.databaseId(), script.schema(), principal);
        if (script.sql().isBlank()) {
            throw KaravelException.invalid("sql", "There is nothing to run: type a statement");
        }
        int limit = limit(order.limit());
        Optional<Making> makes = order.makes().map(making -> making(database, making, principal));
        LabQuery query = queries.save(new LabQuery(
                0,
                UUID.randomUUID(),
                0,
                clientId(order.clientId()),
                new Question(
                        principal.userId(),
                        database.id(),
                        order.catalog(),
                        script.schema(),
                        script.sql(),
                        script.templateParams(),
                        order.tab(),
                        order.editorId(),
                        limit,
                        makes),
                Course.pending(desk.node(), Instant.now()),
                Instant.EPOCH));
        Typed typed = new Typed(
                database,
                script.schema(),
                script.sql(),
                script.templateParams(),
                principal,
                true,
                makes.isPresent() ? 0 : limit + 1);
        desk.start(query, database, typed, Instant.now().plus(order.time()));
        return query;
    }

    @Override
    public LabQuery await(LabQuery query, Duration patience) {
        return desk.await(query, patience);
    }

    @Override
    public LabQuery stop(LabQuery query) {
        return desk.stop(query);
    }

    @Override
    public LabResult result(LabQuery query) {
        String key = query.course()
                .resultsKey()
                .orElseThrow(() -> KaravelException.notFound("Result of query", query.clientId()));
        return results.find(key)
                .orElseThrow(() -> new KaravelException(
                        ErrorCode.RESULT_EXPIRED, "key", "This result is kept no more: run the query again", null));
    }

    @Override
    public Download export(LabQuery query, ResultFormat format, Principal principal) {
        String name =
                query.question().tab().isBlank() ? "query" : query.question().tab();
        Optional<LabResult> kept = query.course().resultsKey().flatMap(results::find);
        if (kept.isEmpty()) {
            return files.again(query, format, name, query.question().limit(), principal);
        }
        try {
            return formats.file(name, format, kept.get().table());
        } catch (IOException e) {
            throw new UncheckedIOException("A result cannot be read", e);
        }
    }

    @Override
    public Download exportAll(LabQuery query, ResultFormat format, String name, Principal principal) {
        return files.again(query, format, name, settings.exportRows(), principal);
    }

    @Override
    public List<Database> databases(Principal principal) {
        return databases.all(principal);
    }

    @Override
    public Database database(long id, Optional<String> schema, Principal principal) {
        return databases.find(id, schema, principal);
    }

    @Override
    public List<Database> askable(Principal principal) {
        return databases.askable(principal);
    }

    @Override
    public Database askable(long id, Principal principal) {
        return databases.askable(id, principal);
    }

    @Override
    public String format(String sql) {
        return Layout.of(sql);
    }

    @Override
    public List<Fault> check(Script script, Principal principal) {
        return plans.check(script, databases.find(script.databaseId(), script.schema(), principal), principal);
    }

    @Override
    public List<Estimate> estimate(Script script, Principal principal) {
        return plans.estimate(script, databases.find(script.databaseId(), script.schema(), principal), principal);
    }

    /** As the database allows it. */
    private Making making(Database database, Making wished, Principal principal) {
        if (!LabDatabases.allows(database, wished.target())) {
            throw KaravelException.invalid(
                    "select_as_cta",
                    "Database " + database.name() + " does not allow to make "
                            + (wished.target() == Target.TABLE ? "tables" : "views") + " here");
        }
        Making making =
                new Making(wished.target(), LabDatabases.forcedSchema(database).or(wished::schema), wished.name());
        databases.requireMaking(database, making.schema(), principal);
        return making;
    }

    private int limit(Optional<Integer> wished) {
        int limit = wished.filter(rows -> rows != 0).orElse(bounds().usualLimit());
        if (limit < 0) {
            throw KaravelException.invalid("queryLimit", "queryLimit has to be a number of rows");
        }
        return Math.min(limit, bounds().mostLimit());
    }

    private static String clientId(Optional<String> wished) {
        String id = wished.orElseGet(() -> UUID.randomUUID().toString());
        if (!CLIENT_ID.matcher(id).matches()) {
            throw KaravelException.invalid(
                    "client_id", "client_id has to be 1 to 64 letters, digits, hyphens or underscores");
        }
        return id;
    }
}
