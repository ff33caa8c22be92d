package dev.karavel.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.api.catalog.DatasetColumn;
import dev.karavel.spi.data.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns that are texts or numbers, and tell time by the format their dataset names. */
class StoredTimesTest {
    private static final String IN_SPRING = "sold_at >= '2024-02-01' and sold_at < '2024-04-01'";

    private ShopWorld shop;

    @BeforeEach
    void open() {
        shop = ShopWorld.open();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private void told(String expression, ColumnType type, String format) {
        List<DatasetColumn> columns = new ArrayList<>(shop.dataset().columns());
        columns.add(new DatasetColumn(
                0,
                UUID.randomUUID(),
                "told",
                "",
                "",
                type,
                true,
                true,
                true,
                Optional.of(expression),
                "",
                format,
                "{}"));
        shop.world.datasets.save(
                shop.dataset().withParts(columns, shop.dataset().metrics()));
    }

    private static Map<String, Object> spring() {
        return Map.of(
                "metrics",
                List.of("count"),
                "filters",
                List.of(Map.of("col", "told", "op", "TEMPORAL_RANGE", "val", "2024-02-01 : 2024-04-01")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cast(epoch(sold_at) as bigint) | INTEGER | epoch_s",
                "epoch_ms(sold_at) | INTEGER | epoch_ms",
                "strftime(sold_at, '%Y-%m-%d') | TEXT | %Y-%m-%d",
                "strftime(sold_at, '%Y%m%d') | TEXT | %Y%m%d",
                "strftime(sold_at, '%Y/%m') | TEXT | %Y/%m",
                "strftime(sold_at, '%Y-%m-%dT%H:%M:%S') | TEXT | %Y-%m-%dT%H:%M:%S"
            })
    void aRangeOfTimeBoundsThemInTheirOwnWriting(String expression, ColumnType type, String format) {
        told(expression, type, format);
        assertThat(shop.number(spring())).isEqualTo(shop.rows(IN_SPRING)).isPositive();
    }

    @Test
    void numbersWithoutAFormatAreNoTime() {
        told("cast(epoch(sold_at) as bigint)", ColumnType.INTEGER, "");
        assertThat(shop.part(spring()).path("rejected_filters").toString()).contains("told", "holds no time");
    }

    @Test
    void textsThatDoNotSortAsTimeAreComparedAsBefore() {
        told("strftime(sold_at, '%d.%m.%Y')", ColumnType.TEXT, "%d.%m.%Y");
        assertThat(shop.statement(spring())).contains("'2024-02-01'");
    }
}
