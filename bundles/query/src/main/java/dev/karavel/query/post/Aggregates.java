package dev.karavel.query.post;

import dev.karavel.spi.data.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One entry of {@code aggregates {name: {column, operator, options}}}.
 *
 * @param name of the result
 * @param source the column, or the name again
 */
record Aggregates(String name, String source, Statistic statistic) {
    private static final String OPTION = "aggregates";
    private static final Set<String> PARTS = Set.of("column", "operator", "options", "label");

    static List<Aggregates> read(Options options) {
        List<Aggregates> aggregates = new ArrayList<>();
        options.map(OPTION).forEach((name, given) -> {
            if (given instanceof Map<?, ?> map && !PARTS.containsAll(map.keySet())) {
                throw options.wrong(OPTION, "\"" + name + "\" has the parts " + PARTS + ", not " + map.keySet());
            }
            String source =
                    given instanceof Map<?, ?> map && map.get("column") instanceof String column ? column : name;
            aggregates.add(new Aggregates(name, source, Statistic.of(options, OPTION, given)));
        });
        return aggregates;
    }

    Series source(Frame frame, Options options) {
        return frame.single(source, options, OPTION);
    }

    ColumnType type(Series source) {
        return statistic.isCount()
                ? ColumnType.INTEGER
                : source.type() == ColumnType.INTEGER ? ColumnType.DECIMAL : source.type();
    }

    Object of(Series source, int[] rows, Options options) {
        Object[] cells = new Object[rows.length];
        for (int i = 0; i < rows.length; i++) {
            cells[i] = source.values()[rows[i]];
        }
        return statistic.of(cells, () -> {
            throw options.wrong(
                    OPTION, statistic.operator() + " needs numbers, and \"" + source.name() + "\" has none");
        });
    }
}
