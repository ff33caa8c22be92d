package dev.karavel.metadata.repository;

import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.Permission;
import dev.karavel.api.catalog.Role;
import dev.karavel.api.catalog.User;
import dev.karavel.metadata.store.OpenDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A database with one thing of each kind. */
abstract class DatabaseTest {
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

    @BeforeEach
    void fill() {
        database = open();
        all = new Repositories(database.transactions());
        admin = all.role("Admin", new Permission("can_read", "Chart"), new Permission("can_write", "Chart"));
        all.role("Gamma");
        ann = all.user("Ann", "Admin");
        bob = all.user("bob", "Gamma");
        warehouse = all.database("warehouse");
        flights = all.dataset(warehouse, "flights", ann);
        delays = all.chart(flights, "Delays", ann);
        all.rowRule("r", flights);
        overview = all.dashboard("Overview", List.of(delays), ann);
    }

    @AfterEach
    void close() {
        database.close();
    }
}
