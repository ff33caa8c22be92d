package dev.karavel.shell;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Databases;
import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.sql.SqlRunner;
import dev.karavel.api.sql.Times;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

@Service
@Command(
        scope = "karavel",
        name = "database-load",
        description = "Shows how busy this node keeps its databases, since the start")
public final class DatabaseLoadCommand implements Action {
    @Reference
    Databases databases;

    @Reference
    SqlRunner runner;

    @Argument(name = "name", description = "Name of one database; without it all of them")
    @Completion(DatabaseNames.class)
    String name;

    @Override
    public Object execute() {
        ShellTable table = new ShellTable().emptyTableText("No databases");
        table.column("Name");
        for (String number : List.of(
                "Running",
                "Waiting",
                "Connections",
                "kept",
                "most",
                "Statements",
                "Failed",
                "Refused",
                "Wait, mean",
                "longest",
                "Run, mean",
                "longest")) {
            table.column(number).alignRight();
        }
        wanted().forEach(database -> row(table, database));
        table.print(System.out);
        return null;
    }

    private List<Database> wanted() {
        return name == null
                ? databases.list(ListQuery.everything()).items()
                : List.of(databases
                        .findByName(name)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "There is no database \"" + name + "\": see karavel:database-list")));
    }

    private void row(ShellTable table, Database database) {
        SqlRunner.Load load = runner.load(database.id());
        SqlRunner.Pool pool = runner.pool(database.id());
        table.addRow()
                .addContent(
                        database.name(),
                        load.running(),
                        load.waiting(),
                        pool.active(),
                        pool.idle(),
                        pool.most(),
                        load.statements(),
                        load.failures(),
                        load.refused(),
                        mean(load.waits()),
                        longest(load.waits()),
                        mean(load.runs()),
                        longest(load.runs()));
    }

    private static String mean(Times times) {
        return times.count() == 0 ? "-" : Text.time(times.total().dividedBy(times.count()));
    }

    private static String longest(Times times) {
        return times.count() == 0 ? "-" : Text.time(times.longest());
    }
}
