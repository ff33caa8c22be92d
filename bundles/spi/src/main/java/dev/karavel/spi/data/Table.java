package dev.karavel.spi.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A whole result in memory, stored by column. Immutable by contract: the arrays handed in are kept, not copied, and nobody
 * may write to them afterwards. Safe to share between threads.
 */
public final class Table {
    private final List<Column> columns;
    private final Object[][] values;
    private final int rows;

    /** @param values one array per column, each {@code rows} long or longer */
    public Table(List<Column> columns, Object[][] values, int rows) {
        if (columns.size() != values.length) {
            throw new IllegalArgumentException(columns.size() + " columns, but values for " + values.length);
        }
        this.columns = List.copyOf(columns);
        this.values = values;
        this.rows = rows;
    }

    public static Table empty(List<Column> columns) {
        return new Table(columns, new Object[columns.size()][0], 0);
    }

    public List<Column> columns() {
        return columns;
    }

    /** The same values under other columns, as many as there are. */
    public Table under(List<Column> others) {
        return new Table(others, values, rows);
    }

    public int rows() {
        return rows;
    }

    /** The value, or null, in the Java type that {@link ColumnType} names. */
    public Object value(int row, int column) {
        return values[column][Objects.checkIndex(row, rows)];
    }

    /** Position of a column by its exact name, or -1. */
    public int indexOf(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Collects rows one by one; not safe for several threads. */
    public static final class Builder {
        private final List<Column> columns;
        private final List<Object[]> rows = new ArrayList<>();

        public Builder(List<Column> columns) {
            this.columns = List.copyOf(columns);
        }

        /** @param row one value per column, kept as it is */
        public Builder add(Object... row) {
            if (row.length != columns.size()) {
                throw new IllegalArgumentException(columns.size() + " columns, but " + row.length + " values");
            }
            rows.add(row);
            return this;
        }

        public int rows() {
            return rows.size();
        }

        public Table build() {
            Object[][] values = new Object[columns.size()][rows.size()];
            for (int row = 0; row < rows.size(); row++) {
                Object[] source = rows.get(row);
                for (int column = 0; column < source.length; column++) {
                    values[column][row] = source[column];
                }
            }
            return new Table(columns, values, rows.size());
        }
    }
}
