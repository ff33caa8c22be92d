package dev.karavel.spi.data;

import java.util.Objects;
import java.util.Optional;

/** A table or view of a warehouse, in the warehouse's own spelling. */
public record TableName(Optional<String> schema, String name) {
    public TableName {
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(name, "name");
    }

    /** The name for use in SQL. */
    public String quoted(Dialect dialect) {
        return schema.map(dialect::quote).map(quoted -> quoted + ".").orElse("") + dialect.quote(name);
    }
}
