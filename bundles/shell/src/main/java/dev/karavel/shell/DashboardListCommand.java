package dev.karavel.shell;

import dev.karavel.api.catalog.Dashboards;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

@Service
@Command(scope = "karavel", name = "dashboard-list", description = "Lists the dashboards")
public final class DashboardListCommand implements Action {
    @Reference
    Dashboards dashboards;

    @Argument(name = "text", description = "Only those with this text in title or slug")
    String text = "";

    @Override
    public Object execute() {
        ShellTable table = new ShellTable().emptyTableText("No dashboards");
        table.column("ID").alignRight();
        table.column("Title");
        table.column("Slug");
        table.column("State");
        table.column("Charts").alignRight();
        table.column("Changed (UTC)");
        dashboards
                .list(Search.by("dashboard_title", "title_or_slug", text, "dashboard_title"))
                .items()
                .forEach(dashboard -> table.addRow()
                        .addContent(
                                dashboard.id(),
                                dashboard.title(),
                                dashboard.slug().orElse(""),
                                dashboard.published() ? "published" : "draft",
                                dashboard.charts().size(),
                                Text.minute(dashboard.stamp().changedOn())));
        table.print(System.out);
        return null;
    }
}
