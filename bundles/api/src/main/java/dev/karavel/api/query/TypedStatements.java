package dev.karavel.api.query;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.security.Principal;
import dev.karavel.api.sql.SqlInspection.Kind;
import dev.karavel.api.sql.SqlInspection.TableRead;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.osgi.annotation.versioning.ProviderType;

/** Makes what somebody types ready to be sent: templates, inspection, rights, row rules. Safe for several threads. */
@ProviderType
public interface TypedStatements {
    /**
     * The statements of a script, each as it may be sent.
     *
     * @throws dev.karavel.api.error.KaravelException STATEMENT_REFUSED with the place for a template or statement that is not provably
     *     harmless; FORBIDDEN if a table is not the asker's to read, or to change
     */
    List<Ready> prepare(Typed typed);

    /**
     * What somebody typed.
     *
     * @param schema where tables are whose names say none; empty for the warehouse's own choice
     * @param templateParams JSON object of variables for templates, or empty
     * @param changes whether the asker may change data; the database has to allow it as well
     * @param mostRows of each SELECT; 0 for no limit
     */
    record Typed(
            Database database,
            Optional<String> schema,
            String script,
            String templateParams,
            Principal principal,
            boolean changes,
            int mostRows) {
        public Typed {
            Objects.requireNonNull(database, "database");
            Objects.requireNonNull(script, "script");
            Objects.requireNonNull(templateParams, "templateParams");
            Objects.requireNonNull(principal, "principal");
        }
    }

    /**
     * A statement that may be sent.
     *
     * @param sql with row rules and limit
     * @param line where it starts in the script, from 1
     * @param limit rows it asks for itself
     * @param ruled whether row rules are in it: what the warehouse says of its rows may then tell too much
     */
    record Ready(String sql, Kind kind, int line, List<TableRead> tables, OptionalLong limit, boolean ruled) {
        public Ready {
            Objects.requireNonNull(sql, "sql");
            Objects.requireNonNull(kind, "kind");
            tables = List.copyOf(tables);
        }
    }
}
