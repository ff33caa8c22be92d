package dev.karavel.sql;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Stamp;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Databases as an admin would make them. */
public final class Databases {
    private Databases() {}

    public static Database database(String backend, Map<String, String> settings) {
        return new Database(
                1,
                UUID.randomUUID(),
                1,
                "Shop",
                backend,
                settings,
                Optional.empty(),
                true,
                false,
                false,
                "{}",
                Stamp.none());
    }
}
