package dev.karavel.query.template;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.sql.Warehouses;
import dev.karavel.spi.data.TableName;
import dev.karavel.spi.data.Warehouse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Which schema a table is in whose name says none. Warehouses are asked every few minutes at most. */
final class TableHomes {
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final int REMEMBERED = 1_000;

    private record Key(long database, int version, String table) {}

    private record Home(Optional<String> schema, long at) {}

    private final Warehouses warehouses;
    private final Clock clock;
    private final Map<Key, Home> homes = new ConcurrentHashMap<>();

    TableHomes(Warehouses warehouses, Clock clock) {
        this.warehouses = warehouses;
        this.clock = clock;
    }

    /** The one schema that has a table or view of this name, whatever its case; empty where several or none have. */
    Optional<String> only(Database database, String table) {
        Key key = new Key(database.id(), database.version(), table.toLowerCase(Locale.ROOT));
        Home known = homes.get(key);
        long now = clock.millis();
        if (known != null && now - known.at < FRESH.toMillis()) {
            return known.schema;
        }
        Optional<String> found = find(warehouses.open(database), table);
        if (homes.size() >= REMEMBERED) {
            homes.clear();
        }
        homes.put(key, new Home(found, now));
        return found;
    }

    private static Optional<String> find(Warehouse warehouse, String table) {
        List<String> found = new ArrayList<>();
        for (String schema : warehouse.schemas()) {
            Stream<TableName> named = Stream.concat(
                    warehouse.tables(Optional.of(schema)).stream(), warehouse.views(Optional.of(schema)).stream());
            if (named.anyMatch(name -> name.name().equalsIgnoreCase(table))) {
                found.add(schema);
            }
        }
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
