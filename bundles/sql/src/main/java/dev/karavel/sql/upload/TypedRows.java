package dev.karavel.sql.upload;

import dev.karavel.api.error.KaravelException;
import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of a file in the types of their columns; a value that does not fit is told with its line. */
final class TypedRows implements Rows {
    private static final int SHOWN = 40;

    private final RawRows rows;
    private final Cells cells;
    private final int[] positions;
    private final List<Column> columns;
    private final boolean indexed;
    private final Object[] values;
    private long count;

    /**
     * @param columns in the order of {@code positions}
     * @param positions of the columns in the file
     * @param indexLabel of a first column with the number of the row
     */
    TypedRows(RawRows rows, Cells cells, List<Column> columns, int[] positions, Optional<String> indexLabel) {
        this.rows = rows;
        this.cells = cells;
        this.positions = positions.clone();
        indexed = indexLabel.isPresent();
        List<Column> all = new ArrayList<>();
        indexLabel.ifPresent(label -> all.add(new Column(label, ColumnType.INTEGER)));
        all.addAll(columns);
        this.columns = List.copyOf(all);
        values = new Object[all.size()];
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public boolean next() {
        if (!rows.next()) {
            return false;
        }
        Object[] row = rows.cells();
        int shift = indexed ? 1 : 0;
        if (indexed) {
            values[0] = count;
        }
        for (int i = 0; i < positions.length; i++) {
            Object cell = positions[i] < row.length ? row[positions[i]] : null;
            values[i + shift] = value(columns.get(i + shift), cell);
        }
        count++;
        return true;
    }

    private Object value(Column column, Object cell) {
        if (cells.isNull(cell, column.type() == ColumnType.TEXT)) {
            return null;
        }
        return cells.read(column.type(), cell)
                .orElseThrow(() -> KaravelException.invalid(
                        "file",
                        "Line " + rows.line() + ", column " + column.name() + ": " + shown(cell) + " is no "
                                + word(column.type())));
    }

    private static String shown(Object cell) {
        String text = String.valueOf(cell).replaceAll("\\p{Cntrl}+", " ");
        return "“" + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text) + "”";
    }

    private static String word(ColumnType type) {
        return switch (type) {
            case INTEGER -> "whole number";
            case DECIMAL -> "number";
            case BOOLEAN -> "true or false";
            case DATE -> "date";
            case TIMESTAMP -> "date and time";
            case TEXT -> "text";
        };
    }

    @Override
    public Object value(int column) {
        return values[column];
    }

    @Override
    public void cancel() {
        // reading a file is quick; whoever writes the rows is cancelled
    }

    @Override
    public void close() {
        rows.close();
    }
}
