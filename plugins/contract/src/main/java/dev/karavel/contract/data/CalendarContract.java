package dev.karavel.contract.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.Limits;
import dev.karavel.spi.data.Rows;
import dev.karavel.spi.data.TableName;
import dev.karavel.spi.data.TimeGrain;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each grain at the edges of the calendar: ends of weeks, quarters and years, leap days, times before 1970. */
public interface CalendarContract extends WithShop {
    @TestFactory
    default Stream<DynamicTest> edgesAreRoundedAsTheCalendarDoes() {
        return Stream.of(TimeGrain.values())
                .map(grain -> DynamicTest.dynamicTest(grain.name(), () -> assertThat(rounded(grain, shop()))
                        .containsExactlyElementsOf(edges().stream()
                                .map(edge -> Calendar.floor(grain, edge))
                                .toList())));
    }

    /** Overridden by a warehouse whose times do not reach so far. */
    default List<LocalDateTime> edges() {
        return Stream.of(
                        "2023-12-31T23:59:59",
                        "2024-01-01T00:00:00",
                        "2024-01-07T12:00:00",
                        "2024-02-29T12:34:56",
                        "2024-03-31T01:30:00",
                        "2024-04-01T00:00:00",
                        "2024-06-30T23:59:59.999",
                        "2024-07-06T06:00:00",
                        "2024-07-07T05:59:59",
                        "2024-12-30T00:29:30",
                        "2000-02-29T17:45:05",
                        "2038-01-19T03:14:08",
                        "1970-01-01T00:00:00",
                        "1969-12-31T23:59:59",
                        "1969-12-28T18:10:04",
                        "1900-03-01T00:00:01",
                        "1815-12-10T10:11:12")
                .map(LocalDateTime::parse)
                .toList();
    }

    private List<Object> rounded(TimeGrain grain, Shopfront shop) {
        Dialect dialect = shop.dialect();
        List<String> columns = new ArrayList<>();
        for (LocalDateTime edge : edges()) {
            columns.add(
                    dialect.truncate(grain, dialect.literal(edge)) + " AS " + dialect.quote("edge" + columns.size()));
        }
        String sql = columns.stream().collect(Collectors.joining(", ", "SELECT ", " FROM "))
                + new TableName(shop.dataset().schema(), Shop.TABLE).quoted(dialect) + " WHERE " + dialect.quote("id")
                + " = 0";
        List<Object> values = new ArrayList<>();
        try (Rows rows = shop.warehouse().run(sql, Limits.of(1, Duration.ofSeconds(30)))) {
            assertThat(rows.next()).isTrue();
            for (int i = 0; i < rows.columns().size(); i++) {
                values.add(rows.value(i));
            }
        }
        return values;
    }
}
