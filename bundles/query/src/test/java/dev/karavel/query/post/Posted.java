package dev.karavel.query.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.PostProcessing;
import dev.karavel.spi.data.Table;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;

/** A table that steps are run on; options are JSON as a caller sends them. */
public record Posted(Table table) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param header like {@code day:date city:text sold:integer} */
    public static Posted of(String header, Object[]... rows) {
        Table.Builder builder = new Table.Builder(Arrays.stream(header.split(" "))
                .map(each -> each.split(":"))
                .map(each ->
                        new Column(each[0].replace('_', ' '), ColumnType.valueOf(each[1].toUpperCase(Locale.ROOT))))
                .toList());
        Arrays.stream(rows).forEach(builder::add);
        return new Posted(builder.build());
    }

    public static Object[] row(Object... cells) {
        return Arrays.stream(cells)
                .map(cell -> cell instanceof Integer number ? (Object) number.longValue() : cell)
                .toArray();
    }

    public static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    public static LocalDateTime at(String text) {
        return LocalDateTime.parse(text.replace(' ', 'T'));
    }

    /** A column of decimals called y. */
    public static Posted numbers(Double... numbers) {
        return of("y:decimal", Arrays.stream(numbers).map(Posted::row).toArray(Object[][]::new));
    }

    public Posted then(String operation, String options) {
        return new Posted(PostProcessor.run(List.of(step(operation, options)), table));
    }

    /** All steps in one go: pairs of an operation and its options. */
    public Posted through(String... steps) {
        List<PostProcessing> all = new ArrayList<>();
        for (int i = 0; i < steps.length; i += 2) {
            all.add(step(steps[i], steps[i + 1]));
        }
        return new Posted(PostProcessor.run(all, table));
    }

    public static PostProcessing step(String operation, String options) {
        try {
            Map<String, Object> read = JSON.readValue(options.replace('\'', '"'), new TypeReference<>() {});
            return new PostProcessing(operation, read);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** That the step is refused with the field of that option, and with those words. */
    public AbstractThrowableAssert<?, ?> refuses(String operation, String options, String option) {
        String field = "post_processing." + operation + (option.isEmpty() ? "" : "." + option);
        return assertThatThrownBy(() -> then(operation, options))
                .isInstanceOfSatisfying(KaravelException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
                    assertThat(refused.field()).isEqualTo(field);
                });
    }

    /** Like {@link #refuses}, of the table as it is between two steps. */
    public AbstractThrowableAssert<?, ?> refusesAfter(
            String operation, String options, String option, String before, String beforeOptions) {
        String field = "post_processing." + operation + (option.isEmpty() ? "" : "." + option);
        return assertThatThrownBy(() -> through(before, beforeOptions, operation, options))
                .isInstanceOfSatisfying(KaravelException.class, refused -> assertThat(refused.field())
                        .isEqualTo(field));
    }

    public List<String> names() {
        return table.columns().stream().map(Column::name).toList();
    }

    public List<ColumnType> types() {
        return table.columns().stream().map(Column::type).toList();
    }

    public List<Object> column(String name) {
        List<Object> cells = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            cells.add(table.value(row, table.indexOf(name)));
        }
        return cells;
    }

    /** The column's numbers, missing ones as NaN. */
    public double[] numbersOf(String name) {
        return column(name).stream()
                .mapToDouble(cell -> cell == null ? Double.NaN : ((Number) cell).doubleValue())
                .toArray();
    }

    public List<List<Object>> rows() {
        List<List<Object>> rows = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            List<Object> cells = new ArrayList<>();
            for (int column = 0; column < table.columns().size(); column++) {
                cells.add(table.value(row, column));
            }
            rows.add(cells);
        }
        return rows;
    }
}
