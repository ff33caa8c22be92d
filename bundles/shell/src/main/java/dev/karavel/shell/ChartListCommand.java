package dev.karavel.shell;

import dev.karavel.api.catalog.Charts;
import dev.karavel.api.catalog.Dataset;
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
@Command(scope = "karavel", name = "chart-list", description = "Lists the charts")
public final class ChartListCommand implements Action {
    @Reference
    Charts charts;

    @Reference
    Datasets datasets;

    @Argument(name = "text", description = "Only those with this text in name, description, type or dataset")
    String text = "";

    @Override
    public Object execute() {
        Map<Long, String> names = datasets.list(ListQuery.everything()).items().stream()
                .collect(Collectors.toMap(Dataset::id, Dataset::tableName));
        ShellTable table = new ShellTable().emptyTableText("No charts");
        table.column("ID").alignRight();
        table.column("Name");
        table.column("Type");
        table.column("Dataset");
        table.column("Changed (UTC)");
        charts.list(Search.by("slice_name", "chart_all_text", text, "slice_name"))
                .items()
                .forEach(chart -> table.addRow()
                        .addContent(
                                chart.id(),
                                chart.name(),
                                chart.vizType(),
                                names.getOrDefault(chart.datasetId(), ""),
                                Text.minute(chart.stamp().changedOn())));
        table.print(System.out);
        return null;
    }
}
