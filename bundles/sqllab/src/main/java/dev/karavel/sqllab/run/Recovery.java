package dev.karavel.sqllab.run;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.TypedStatements;
import dev.karavel.api.query.TypedStatements.Typed;
import dev.karavel.api.security.Identities;
import dev.karavel.api.security.Principal;
import dev.karavel.api.sql.SqlCreations;
import dev.karavel.api.sql.SqlRunner;
import dev.karavel.api.sqllab.LabQueries;
import dev.karavel.api.sqllab.LabQuery;
import dev.karavel.api.sqllab.LabQuery.Question;
import dev.karavel.api.sqllab.LabQuery.State;
import dev.karavel.api.task.TaskHandler;
import dev.karavel.api.task.TaskOrder;
import dev.karavel.api.task.TaskOrder.Priority;
import dev.karavel.sqllab.LabDatabases;
import dev.karavel.sqllab.LabSettings;
import dev.karavel.sqllab.result.ResultFolder;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Runs that their server did not live to end, run again as tasks: with the rights of now, and only where that does no harm. What
 * changes things and had begun may have changed them; it fails, and people look.
 */
@Component
public final class Recovery implements TaskHandler {
    static final String KIND = "sqllab.run";

    private static final String PERHAPS_DONE =
            "The server that ran this query stopped before it was done; it changes things, so look what it did and run the rest again";

    private final Run.Services services;
    private final Identities identities;
    private final LabDatabases databases;
    private final Duration time;

    @Activate
    public Recovery(
            @Reference TypedStatements statements,
            @Reference SqlRunner runner,
            @Reference SqlCreations creations,
            @Reference LabQueries queries,
            @Reference ResultFolder results,
            @Reference Identities identities,
            @Reference LabDatabases databases,
            @Reference LabSettings settings) {
        services = new Run.Services(
                statements,
                runner,
                creations,
                queries,
                results,
                settings.bounds().mostLimit(),
                Clock.systemUTC(),
                () -> false);
        this.identities = identities;
        this.databases = databases;
        time = settings.bounds().asyncTime();
    }

    static String key(LabQuery query) {
        return String.valueOf(query.id());
    }

    static TaskOrder order(LabQuery query, Duration time) {
        return new TaskOrder(
                KIND,
                key(query),
                "{}",
                OptionalLong.of(query.question().userId()),
                Priority.INTERACTIVE,
                Optional.empty(),
                time,
                2);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String handle(Work work) {
        long id = Long.parseLong(work.task().order().key());
        Optional<LabQuery> open = services.queries()
                .find(id)
                .filter(query -> query.course().state().isOpen());
        if (open.isPresent()) {
            run(open.get(), services.leaving(work::isOver));
        }
        return "{}";
    }

    private void run(LabQuery query, Run.Services here) {
        Question question = query.question();
        Principal principal = identities
                .find(question.userId())
                .orElseThrow(
                        () -> new KaravelException(ErrorCode.FORBIDDEN, "Whoever asked this may not sign in any more"));
        Database database = databases.find(question.databaseId(), question.schema(), principal);
        Typed typed = new Typed(
                database,
                question.schema(),
                question.sql(),
                question.templateParams(),
                principal,
                true,
                question.makes().isPresent() ? 0 : question.limit() + 1);
        if (query.course().started().isPresent() && changes(question, typed)) {
            services.queries()
                    .advance(
                            query.id(),
                            course -> course.ended(
                                    State.FAILED,
                                    PERHAPS_DONE,
                                    Notes.failed(course.extra(), PERHAPS_DONE),
                                    services.clock().instant()));
            return;
        }
        Optional<KaravelException> failure =
                new Run(here, query, database, typed, services.clock().instant().plus(time)).run();
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    private boolean changes(Question question, Typed typed) {
        return question.makes().isPresent()
                || services.statements().prepare(typed).stream()
                        .anyMatch(statement -> !statement.kind().reads());
    }
}
