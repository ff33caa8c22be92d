package dev.karavel.shell;

import dev.karavel.api.catalog.Databases;
import dev.karavel.api.catalog.ListQuery;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

@Service
@Command(scope = "karavel", name = "database-list", description = "Lists the databases people can query")
public final class DatabaseListCommand implements Action {
    @Reference
    Databases databases;

    @Override
    public Object execute() {
        ShellTable table = new ShellTable().emptyTableText("No databases");
        table.column("ID").alignRight();
        table.column("Name");
        table.column("Kind");
        table.column("SQL Lab");
        table.column("Changed (UTC)");
        databases.list(ListQuery.everything()).items().forEach(database -> table.addRow()
                .addContent(
                        database.id(),
                        database.name(),
                        database.backend(),
                        Text.yes(database.exposeInSqlLab()),
                        Text.minute(database.stamp().changedOn())));
        table.print(System.out);
        return null;
    }
}
