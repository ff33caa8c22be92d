package dev.karavel.web.database;

import dev.karavel.spi.data.Warehouse;
import dev.karavel.spi.data.WarehouseException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Functions to offer while SQL is typed: those most warehouses have under these names, and what the warehouse says it has. */
final class Functions {
    private static final Logger LOG = LoggerFactory.getLogger(Functions.class);

    private static final List<String> COMMON = List.of(
            "ABS",
            "AVG",
            "CAST",
            "CEIL",
            "COALESCE",
            "CONCAT",
            "COUNT",
            "CURRENT_DATE",
            "CURRENT_TIMESTAMP",
            "DATE_TRUNC",
            "DENSE_RANK",
            "EXP",
            "EXTRACT",
            "FIRST_VALUE",
            "FLOOR",
            "GREATEST",
            "LAG",
            "LAST_VALUE",
            "LEAD",
            "LEAST",
            "LENGTH",
            "LN",
            "LOWER",
            "MAX",
            "MIN",
            "MOD",
            "NTILE",
            "NULLIF",
            "PERCENTILE_CONT",
            "POWER",
            "RANK",
            "REPLACE",
            "ROUND",
            "ROW_NUMBER",
            "SQRT",
            "STDDEV",
            "SUBSTRING",
            "SUM",
            "TRIM",
            "UPPER",
            "VARIANCE");

    private Functions() {}

    static List<String> of(Warehouse warehouse) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(COMMON);
        try {
            names.addAll(warehouse.functions());
        } catch (WarehouseException e) {
            LOG.debug("The functions of a warehouse are not known", e);
        }
        return List.copyOf(names);
    }
}
