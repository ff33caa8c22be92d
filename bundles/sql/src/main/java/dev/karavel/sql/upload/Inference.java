package dev.karavel.sql.upload;

import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.ColumnType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the narrowest type that every value of a column fits; texts where there is none, and where there are no values. */
final class Inference {
    private static final List<ColumnType> NARROW_FIRST =
            List.of(ColumnType.INTEGER, ColumnType.DECIMAL, ColumnType.BOOLEAN, ColumnType.DATE, ColumnType.TIMESTAMP);

    private final Cells cells;

    Inference(Cells cells) {
        this.cells = cells;
    }

    /**
     * @param told types that are known by the column's name
     * @param dates columns that hold dates or times in whatever form
     */
    List<Column> columns(FileTable table, Map<String, ColumnType> told, Set<String> dates) {
        int[] chosen = table.chosen();
        List<Set<ColumnType>> possible = new ArrayList<>();
        boolean[] seen = new boolean[chosen.length];
        for (int position : chosen) {
            String name = table.names().get(position);
            ColumnType known = told.get(name);
            possible.add(
                    known != null
                            ? EnumSet.of(known)
                            : dates.contains(name)
                                    ? EnumSet.of(ColumnType.DATE, ColumnType.TIMESTAMP)
                                    : EnumSet.copyOf(NARROW_FIRST));
        }
        boolean[] open = new boolean[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            open[i] = !told.containsKey(table.names().get(chosen[i]));
        }
        try (RawRows rows = table.body()) {
            while (rows.next()) {
                Object[] row = rows.cells();
                for (int i = 0; i < chosen.length; i++) {
                    Object cell = chosen[i] < row.length ? row[chosen[i]] : null;
                    if (open[i] && !cells.isNull(cell, false)) {
                        seen[i] = true;
                        boolean date = dates.contains(table.names().get(chosen[i]));
                        possible.get(i).removeIf(type -> !(date ? isDate(type, cell) : cells.fits(type, cell)));
                        open[i] = !possible.get(i).isEmpty();
                    }
                }
            }
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < chosen.length; i++) {
            String name = table.names().get(chosen[i]);
            boolean known = told.containsKey(name) || dates.contains(name) || seen[i];
            columns.add(new Column(name, known ? narrowest(possible.get(i), dates.contains(name)) : ColumnType.TEXT));
        }
        return columns;
    }

    /** A column named as one of dates stays one whatever it holds: its first wrong value is told when it is read. */
    private boolean isDate(ColumnType type, Object cell) {
        return type == ColumnType.TIMESTAMP
                || cells.fits(ColumnType.DATE, cell)
                || cells.read(ColumnType.TIMESTAMP, cell)
                        .filter(moment -> moment.toString().endsWith("T00:00"))
                        .isPresent();
    }

    private static ColumnType narrowest(Set<ColumnType> possible, boolean date) {
        return NARROW_FIRST.stream()
                .filter(possible::contains)
                .findFirst()
                .orElse(date ? ColumnType.TIMESTAMP : ColumnType.TEXT);
    }
}
