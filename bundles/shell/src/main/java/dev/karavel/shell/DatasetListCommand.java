package dev.karavel.shell;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Databases;
import dev.karavel.api.catalog.Datasets;
import dev.karavel.api.catalog.ListQuery;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

@Service
@Command(scope = "karavel", name = "dataset-list", description = "Lists the datasets")
public final class DatasetListCommand implements Action {
    @Reference
    Datasets datasets;

    @Reference
    Databases databases;

    @Argument(name = "text", description = "Only those with this text in the name")
    String text = "";

    @Override
    public Object execute() {
        Map<Long, String> names = databases.list(ListQuery.everything()).items().stream()
                .collect(Collectors.toMap(Database::id, Database::name));
        ShellTable table = new ShellTable().emptyTableText("No datasets");
        table.column("ID").alignRight();
        table.column("Name");
        table.column("Schema");
        table.column("Database");
        table.column("Kind");
        table.column("Columns").alignRight();
        table.column("Metrics").alignRight();
        datasets.list(Search.by("table_name", "ct", text, "table_name")).items().forEach(dataset -> table.addRow()
                .addContent(
                        dataset.id(),
                        dataset.tableName(),
                        dataset.schema().orElse(""),
                        names.getOrDefault(dataset.databaseId(), ""),
                        dataset.virtual() ? "virtual" : "physical",
                        dataset.columns().size(),
                        dataset.metrics().size()));
        table.print(System.out);
        return null;
    }
}
