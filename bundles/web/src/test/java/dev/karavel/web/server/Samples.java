package dev.karavel.web.server;

import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.Stamp;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Things to put on the shelves. */
final class Samples {
    private final TestServer server;

    Samples(TestServer server) {
        this.server = server;
    }

    Database database(String name, Map<String, String> settings) {
        return server.shelves.databases.save(new Database(
                0,
                UUID.randomUUID(),
                0,
                name,
                "postgresql",
                settings,
                Optional.empty(),
                false,
                false,
                false,
                "{}",
                Stamp.none()));
    }

    Dataset dataset(Database database, String table) {
        Dataset saved = server.shelves.datasets.save(new Dataset(
                0,
                UUID.randomUUID(),
                0,
                database.id(),
                Optional.empty(),
                table,
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty(),
                List.of(),
                List.of(),
                Set.of(),
                "{}",
                Stamp.none()));
        server.news();
        return saved;
    }

    Chart chart(Dataset dataset, String name, Long... owners) {
        return server.shelves.charts.save(new Chart(
                0,
                UUID.randomUUID(),
                0,
                name,
                "table",
                dataset.id(),
                "{\"all_columns\":[\"a\"]}",
                Optional.empty(),
                "",
                Optional.empty(),
                "",
                "",
                Set.of(owners),
                Stamp.none()));
    }

    Dashboard dashboard(String title, boolean published, List<Long> charts, Long... owners) {
        return server.shelves.dashboards.save(new Dashboard(
                0,
                UUID.randomUUID(),
                0,
                title,
                Optional.of(title.toLowerCase(Locale.ROOT)),
                "",
                "{}",
                "{}",
                "",
                published,
                "",
                "",
                charts,
                Set.of(owners),
                Set.of(),
                Optional.empty(),
                Stamp.none()));
    }
}
