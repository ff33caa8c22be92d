package dev.karavel.datasource.duckdb;

import dev.karavel.spi.data.Capability;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.StandardDialect;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** DuckDB's SQL: close to PostgreSQL's, with types of its own. */
final class DuckDbDialect extends StandardDialect {
    @Override
    public String id() {
        return "duckdb";
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.allOf(Capability.class);
    }

    @Override
    protected String bucket(String from, int size, String unit, String timestamp) {
        return "TIME_BUCKET(INTERVAL '" + size + "' " + unit + ", " + timestamp + ")";
    }

    @Override
    public ColumnType columnType(String sourceType) {
        return switch (sourceType.toUpperCase(Locale.ROOT)) {
            case "HUGEINT", "UHUGEINT", "UBIGINT", "BIGNUM" -> ColumnType.DECIMAL;
            case "UTINYINT", "USMALLINT", "UINTEGER" -> ColumnType.INTEGER;
            case "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" -> ColumnType.TIMESTAMP;
            default -> super.columnType(sourceType);
        };
    }
}
