package dev.karavel.exchange;

import dev.karavel.api.catalog.Charts;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Dashboards;
import dev.karavel.api.catalog.Datasets;
import dev.karavel.api.catalog.Theme;
import dev.karavel.api.catalog.Themes;
import dev.karavel.exchange.dashboard.Layout;
import dev.karavel.exchange.dashboard.Metadata;
import dev.karavel.exchange.yaml.Fields;
import dev.karavel.exchange.yaml.JsonText;
import java.util.Optional;
import java.util.Set;

/** Brings in a dashboard. */
final class DashboardImport {
    private final Dashboards dashboards;
    private final Charts charts;
    private final Datasets datasets;
    private final Themes themes;

    DashboardImport(Dashboards dashboards, Charts charts, Datasets datasets, Themes themes) {
        this.themes = themes;
        this.dashboards = dashboards;
        this.charts = charts;
        this.datasets = datasets;
    }

    Dashboard run(Fields file, Journal journal) {
        String title = file.required("dashboard_title");
        return journal.store("dashboard", title, file, dashboards, present -> make(file, title, present, journal));
    }

    /** One that was left out is none. */
    private Optional<Long> theme(Fields file) {
        return file.optional("theme_uuid").isEmpty()
                ? Optional.empty()
                : themes.find(file.uuid("theme_uuid")).map(Theme::id);
    }

    private Dashboard make(Fields file, String title, Optional<Dashboard> present, Journal journal) {
        Layout layout = new Layout(file, charts::find);
        Metadata metadata = new Metadata(layout, datasets::find);
        return new Dashboard(
                present.map(Dashboard::id).orElse(0L),
                file.uuid("uuid"),
                present.map(Dashboard::version).orElse(0),
                title,
                file.optional("slug"),
                file.text("description"),
                JsonText.of(layout.position()),
                JsonText.of(metadata.translate(file.map("metadata"))),
                file.text("css"),
                file.flag("published", false),
                file.text("certified_by"),
                file.text("certification_details"),
                layout.charts(),
                present.map(Dashboard::owners).orElse(Set.of(journal.userId())),
                present.map(Dashboard::roles).orElse(Set.of()),
                theme(file),
                journal.stamp(present.map(Dashboard::stamp)));
    }
}
