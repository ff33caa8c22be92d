package dev.karavel.metadata.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.api.catalog.*;
import dev.karavel.metadata.store.OpenDatabase;
import java.util.*;
import org.junit.jupiter.api.*;

abstract class RepositoryContract {
    private OpenDatabase database;
    private Repositories all;

    abstract OpenDatabase open();

    @BeforeEach
    void start() {
        database = open();
        all = new Repositories(database.transactions());
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void everyThingComesBackAsItWasSaved() {
        all.role("Admin", new Permission("can_read", "Chart"));
        User ann = all.user("Ann", "Admin");
        assertThat(all.users.find(ann.id())).contains(ann);
        assertThat(all.users.findByName("ANN")).contains(ann);
        Database warehouse = all.database("warehouse");
        assertThat(all.databases.find(warehouse.uuid())).contains(warehouse);
        Dataset flights = all.dataset(warehouse, "flights", ann);
        assertThat(all.datasets.find(flights.id())).contains(flights);
        Chart chart = all.chart(flights, "Delays", ann);
        assertThat(all.charts.find(chart.id())).contains(chart);
        Dashboard dashboard = all.dashboard("Flights", List.of(chart), ann);
        assertThat(all.dashboards.find(dashboard.id())).contains(dashboard);
        var page = all.dashboards.list(new ListQuery(
                List.of(
                        new ListQuery.Condition("dashboard_title", "title_or_slug", "FLI"),
                        new ListQuery.Condition("owners", "rel_m_m", ann.id())),
                "dashboard_title",
                true,
                0,
                1,
                new Visibility.Limited(5L, Set.of(flights.id()), Set.of("Admin"))));
        assertThat(page.items()).containsExactly(dashboard);
    }
}
