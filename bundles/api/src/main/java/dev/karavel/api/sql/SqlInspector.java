package dev.karavel.api.sql;

import dev.karavel.api.catalog.Database;
import dev.karavel.spi.data.TableName;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Says what typed SQL does before it runs, and lets pass only what is proven. Safe for several threads; asks the warehouse
 * nothing. Every method throws a {@link dev.karavel.api.error.KaravelException} with STATEMENT_REFUSED, field {@code sql}, the
 * reason and the place (line and column), or PLUGIN_MISSING.
 */
@ProviderType
public interface SqlInspector {
    /**
     * Reads a script. Each statement of it has to pass.
     *
     * @param allowChanges whether the asker may change data; the database has to allow it as well
     */
    SqlInspection inspect(Database database, String script, boolean allowChanges);

    /**
     * One statement as it may run, a SELECT behind EXPLAIN too: each table that has conditions gives only the rows for which all of them hold, and a SELECT
     * gives at most so many rows; a smaller limit of its own stays.
     *
     * @param rules conditions on the rows of tables; a statement that changes something may not name such a table
     * @param mostRows 0 for no limit
     */
    String restrict(
            Database database,
            String statement,
            boolean allowChanges,
            Map<TableName, List<String>> rules,
            int mostRows);

    /** One statement with each name of a table that names no schema put into this one; names given by WITH stay. */
    String inSchema(Database database, String statement, boolean allowChanges, String schema);
}
