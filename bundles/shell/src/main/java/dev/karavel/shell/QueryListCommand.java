package dev.karavel.shell;

import dev.karavel.api.catalog.Databases;
import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.User;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.sqllab.LabQueries;
import dev.karavel.api.sqllab.LabQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

@Service
@Command(
        scope = "karavel",
        name = "query-list",
        description = "Lists the queries of SQL Lab that are not done, of all nodes")
public final class QueryListCommand implements Action {
    private static final int NEWEST = 50;
    private static final int SHOWN = 60;

    @Reference
    LabQueries queries;

    @Reference
    Databases databases;

    @Reference
    Users users;

    @Option(name = "--all", description = "Also the newest that are done")
    boolean all;

    @Override
    public Object execute() {
        ShellTable table = new ShellTable().emptyTableText("No queries");
        table.column("ID");
        table.column("State");
        table.column("Time").alignRight();
        table.column("Rows").alignRight();
        table.column("Person");
        table.column("Database");
        table.column("Begun (UTC)");
        table.column("SQL");
        Instant now = Instant.now();
        found().forEach(query -> table.addRow()
                .addContent(
                        query.clientId(),
                        query.course().state().name().toLowerCase(Locale.ROOT),
                        Text.time(Duration.between(
                                query.course().submitted(),
                                query.course().ended().orElse(now))),
                        query.course().rows().map(String::valueOf).orElse(""),
                        users.find(query.question().userId())
                                .map(User::username)
                                .orElse("?"),
                        databases
                                .find(query.question().databaseId())
                                .map(database -> database.name())
                                .orElse("?"),
                        Text.minute(query.course().submitted()),
                        shortened(query.question().sql())));
        table.print(System.out);
        return null;
    }

    private List<LabQuery> found() {
        return all
                ? queries.list(new ListQuery(List.of(), "", false, 0, NEWEST, new Visibility.All()))
                        .items()
                : queries.open();
    }

    private static String shortened(String sql) {
        String line = sql.replaceAll("\\s+", " ").strip();
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN - 1) + "…";
    }
}
