package dev.karavel.api.catalog;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A warehouse people can query.
 *
 * @param backend id of the datasource type: duckdb
 * @param settings the connection form; secrets are stored encrypted (see {@code Secrets}) and start with "{enc}"
 * @param cacheTimeout seconds; -1 for never cached
 * @param extra JSON object of Superset's further options
 */
public record Database(
        long id,
        UUID uuid,
        int version,
        String name,
        String backend,
        Map<String, String> settings,
        Optional<Integer> cacheTimeout,
        boolean exposeInSqlLab,
        boolean allowDml,
        boolean allowFileUpload,
        String extra,
        Stamp stamp)
        implements Stored {
    public Database {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(backend, "backend");
        settings = Map.copyOf(settings);
    }

    @Override
    public String toString() {
        return "Database[" + id + " " + name + " " + backend + "]";
    }
}
