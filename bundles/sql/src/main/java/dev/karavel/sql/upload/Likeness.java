package dev.karavel.sql.upload;

import dev.karavel.api.error.KaravelException;
import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.SourceColumn;
import java.util.List;
import java.util.stream.Collectors;

/** Which column of a table is meant by one of a file. */
final class Likeness {
    private Likeness() {}

    static Column column(String name, List<SourceColumn> table) {
        return table.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .or(() -> table.stream()
                        .filter(column -> column.name().equalsIgnoreCase(name))
                        .findFirst())
                .map(column -> new Column(column.name(), column.type()))
                .orElseThrow(() -> KaravelException.invalid(
                        "columns_read",
                        "The table has no column " + name + "; it has "
                                + table.stream().map(SourceColumn::name).collect(Collectors.joining(", "))));
    }
}
