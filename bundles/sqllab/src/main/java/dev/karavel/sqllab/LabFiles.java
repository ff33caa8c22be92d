package dev.karavel.sqllab;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.Download;
import dev.karavel.api.query.ResultFormat;
import dev.karavel.api.query.TableFormats;
import dev.karavel.api.query.TypedStatements;
import dev.karavel.api.query.TypedStatements.Ready;
import dev.karavel.api.query.TypedStatements.Typed;
import dev.karavel.api.security.Principal;
import dev.karavel.api.sql.SqlRunner;
import dev.karavel.api.sqllab.LabQuery;
import dev.karavel.api.sqllab.LabQuery.Question;
import dev.karavel.spi.data.Limits;
import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Files whose rows are asked for once more, with the rights and rules of who wants the file now. */
@Component(service = LabFiles.class)
public final class LabFiles {
    private final LabDatabases databases;
    private final TypedStatements statements;
    private final SqlRunner runner;
    private final TableFormats formats;
    private final LabSettings settings;

    @Activate
    public LabFiles(
            @Reference LabDatabases databases,
            @Reference TypedStatements statements,
            @Reference SqlRunner runner,
            @Reference TableFormats formats,
            @Reference LabSettings settings) {
        this.databases = databases;
        this.statements = statements;
        this.runner = runner;
        this.formats = formats;
        this.settings = settings;
    }

    Download again(LabQuery query, ResultFormat format, String name, int rows, Principal principal) {
        Question question = query.question();
        Database database = databases.find(question.databaseId(), question.schema(), principal);
        List<Ready> ready = statements.prepare(new Typed(
                database, question.schema(), question.sql(), question.templateParams(), principal, true, rows));
        if (ready.stream().anyMatch(statement -> !statement.kind().reads())) {
            throw new KaravelException(
                    ErrorCode.RESULT_EXPIRED,
                    "client_id",
                    "The query changes data, so it is not run again for a file",
                    null);
        }
        String sql = ready.get(ready.size() - 1).sql();
        return formats.file(name, format, receiver -> {
            Limits limits = Limits.of(rows, settings.exportTime());
            runner.stream(database, sql, limits, Instant.now().plus(settings.exportTime()), receiver);
        });
    }
}
