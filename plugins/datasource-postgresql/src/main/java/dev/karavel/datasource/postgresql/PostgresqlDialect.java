package dev.karavel.datasource.postgresql;

import dev.karavel.spi.data.Capability;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.StandardDialect;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** PostgreSQL's SQL, which the standard dialect follows closely. */
final class PostgresqlDialect extends StandardDialect {
    @Override
    public String id() {
        return "postgresql";
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.allOf(Capability.class);
    }

    @Override
    public ColumnType columnType(String sourceType) {
        return switch (sourceType.toLowerCase(Locale.ROOT)) {
            case "serial", "bigserial", "smallserial" -> ColumnType.INTEGER;
            default -> super.columnType(sourceType);
        };
    }
}
