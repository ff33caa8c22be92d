package dev.karavel.metadata.repository;

import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.CssTemplate;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.Permission;
import dev.karavel.api.catalog.Role;
import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.catalog.Tag;
import dev.karavel.api.catalog.Theme;
import dev.karavel.api.catalog.User;
import dev.karavel.metadata.store.OpenDatabase;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A database with one thing of each kind. It is opened once and emptied before each test: to open it takes longer than to test it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DatabaseTest {
    private static final List<String> TABLES = List.of(
            "report_schedule",
            "sqllab_query",
            "sqllab_node",
            "tab_state",
            "saved_query",
            "favstar",
            "object_versions",
            "css_templates",
            "themes",
            "tag",
            "annotation",
            "annotation_layer",
            "dashboards",
            "slices",
            "row_level_security_filters",
            "tables",
            "dbs",
            "ab_user",
            "ab_role",
            "cluster_lease",
            "cluster_node",
            "logs");

    OpenDatabase database;
    Repositories all;
    Role admin;
    User ann;
    User bob;
    Database warehouse;
    Dataset flights;
    Chart delays;
    Dashboard overview;

    abstract OpenDatabase open();

    @BeforeAll
    void openDatabase() {
        database = open();
    }

    @BeforeEach
    void fill() {
        for (String table : TABLES) {
            database.transactions().write(entities -> entities.createNativeQuery("delete from " + table)
                    .executeUpdate());
        }
        all = new Repositories(database.transactions());
        admin = all.role("Admin", new Permission("can_read", "Chart"), new Permission("can_write", "Chart"));
        all.role("Gamma");
        ann = all.user("Ann", "Admin");
        bob = all.user("bob", "Gamma");
        warehouse = all.database("warehouse");
        flights = all.dataset(warehouse, "flights", ann);
        delays = all.chart(flights, "Delays", ann);
        all.rowRule("r", flights);
        all.annotation(
                all.annotationLayer("Holidays"),
                "New year",
                LocalDateTime.parse("2024-01-01T00:00:00"),
                LocalDateTime.parse("2024-01-02T00:00:00"));
        all.tags.save(new Tag(0, null, 0, "Plain", "", Stamp.none()));
        all.themes.save(new Theme(0, null, 0, "Plain", "{}", false, Stamp.none()));
        all.cssTemplates.save(new CssTemplate(0, null, 0, "Plain", "", Stamp.none()));
        overview = all.dashboard("Overview", List.of(delays), ann);
    }

    @AfterAll
    void closeDatabase() {
        database.close();
    }
}
