package dev.karavel.query.answer.finish;

import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Table;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of a pivot table: of a group of rows and one of columns, where no group means all. */
final class PivotCells {
    private record Place(Optional<List<Object>> row, Optional<List<Object>> column) {}

    private final Table table;
    private final CellAggregate aggregate;
    private final CellAggregate.Share share;
    private final Map<Place, List<Integer>> places = new HashMap<>();

    PivotCells(Table table, List<Integer> rows, List<Integer> columns, String words) {
        this.table = table;
        aggregate = CellAggregate.of(words);
        share = CellAggregate.Share.of(words);
        for (int row = 0; row < table.rows(); row++) {
            Optional<List<Object>> down = Optional.of(PivotKeys.of(table, row, rows));
            Optional<List<Object>> across = Optional.of(PivotKeys.of(table, row, columns));
            add(down, across, row);
            add(down, Optional.empty(), row);
            add(Optional.empty(), across, row);
            add(Optional.empty(), Optional.empty(), row);
        }
    }

    private void add(Optional<List<Object>> down, Optional<List<Object>> across, int row) {
        places.computeIfAbsent(new Place(down, across), place -> new ArrayList<>())
                .add(row);
    }

    Object value(Optional<List<Object>> row, Optional<List<Object>> column, int metric) {
        Object value = plain(row, column, metric);
        Object whole =
                switch (share) {
                    case NOTHING -> null;
                    case TOTAL -> plain(Optional.empty(), Optional.empty(), metric);
                    case ROWS -> plain(row, Optional.empty(), metric);
                    case COLUMNS -> plain(Optional.empty(), column, metric);
                };
        if (share == CellAggregate.Share.NOTHING || value == null) {
            return value;
        }
        double all = whole instanceof Number number ? number.doubleValue() : 0;
        return all == 0 ? null : (Object) (((Number) value).doubleValue() / all);
    }

    ColumnType type() {
        return aggregate == CellAggregate.LIST_UNIQUE ? ColumnType.TEXT : ColumnType.DECIMAL;
    }

    private Object plain(Optional<List<Object>> row, Optional<List<Object>> column, int metric) {
        List<Integer> rows = places.get(new Place(row, column));
        if (rows == null) {
            return null;
        }
        List<Object> values = new ArrayList<>(rows.size());
        rows.forEach(each -> values.add(table.value(each, metric)));
        return aggregate.of(values);
    }

    /** As it stands in a title. */
    static String text(Object value) {
        if (value == null) {
            return "NULL";
        }
        if (value instanceof LocalDateTime moment) {
            boolean midnight = moment.toLocalTime().toSecondOfDay() == 0 && moment.getNano() == 0;
            return midnight
                    ? moment.toLocalDate().toString()
                    : moment.toString().replace('T', ' ');
        }
        if (value instanceof LocalDate date) {
            return date.toString();
        }
        return value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15
                ? String.valueOf(number.longValue())
                : value.toString();
    }
}
