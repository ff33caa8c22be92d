package dev.karavel.contract.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.IfExists;
import dev.karavel.spi.data.Limits;
import dev.karavel.spi.data.Rows;
import dev.karavel.spi.data.TableName;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** A warehouse that takes rows takes all of them or none; one that does not take any says so. */
public interface WritingContract extends WithShop {
    String UPLOADED = "uploaded rows";

    List<Column> COLUMNS = List.of(
            new Column("id", ColumnType.INTEGER),
            new Column("a \"name\"", ColumnType.TEXT),
            new Column("price", ColumnType.DECIMAL),
            new Column("even", ColumnType.BOOLEAN),
            new Column("day", ColumnType.DATE),
            new Column("moment", ColumnType.TIMESTAMP));

    @Test
    default void rowsOfEveryTypeAreWrittenReplacedAndAddedTo() {
        assumeWriting();
        write(made(2_500), IfExists.REPLACE);
        assertThat(read()).isEqualTo(made(2_500));
        assertThatThrownBy(() -> write(made(1), IfExists.FAIL))
                .isInstanceOfSatisfying(
                        WarehouseException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TABLE_EXISTS));
        write(made(3), IfExists.REPLACE);
        write(List.of(Arrays.asList(9L, null, null, null, null, null)), IfExists.APPEND);
        List<List<Object>> expected = made(3);
        expected.add(Arrays.asList(9L, null, null, null, null, null));
        assertThat(read()).isEqualTo(expected);
    }

    @Test
    default void rowsThatBreakOffLeaveWhatWasThere() {
        assumeWriting();
        write(made(2), IfExists.REPLACE);
        for (IfExists existing : new IfExists[] {IfExists.APPEND, IfExists.REPLACE}) {
            assertThatThrownBy(() -> shop().warehouse().write(table(), new Given(made(1_500), 1_200), existing))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("The file ends here");
            assertThat(read()).isEqualTo(made(2));
        }
        assertThat(shop().warehouse().tables(shop().dataset().schema()))
                .extracting(TableName::name)
                .noneMatch(name -> name.startsWith("karavel_"));
    }

    @Test
    default void aWarehouseThatOnlyReadsSaysSo() {
        Assumptions.assumeFalse(shop().warehouse().writes());
        assertThatThrownBy(() -> write(made(1), IfExists.FAIL)).isInstanceOf(UnsupportedOperationException.class);
    }

    private void assumeWriting() {
        Assumptions.assumeTrue(shop().warehouse().writes(), "This warehouse takes no rows");
    }

    private TableName table() {
        return new TableName(shop().dataset().schema(), UPLOADED);
    }

    private void write(List<List<Object>> rows, IfExists existing) {
        long count = shop().warehouse().write(table(), new Given(rows, Integer.MAX_VALUE), existing);
        assertThat(count).isEqualTo(rows.size());
    }

    private static List<List<Object>> made(int count) {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(new ArrayList<>(List.of(
                    (long) i,
                    i == 1 ? "it's ü € \\ ?" : "name " + i,
                    i / 4.0,
                    i % 2 == 0,
                    LocalDate.of(2024, 2, 28).plusDays(i % 400),
                    LocalDateTime.of(2024, 3, 31, 2, 30, 15, 250_000_000).plusMinutes(i))));
        }
        return rows;
    }

    private List<List<Object>> read() {
        String sql = "SELECT * FROM " + table().quoted(shop().dialect()) + " ORDER BY "
                + shop().dialect().quote("id");
        List<List<Object>> result = new ArrayList<>();
        try (Rows rows = shop().warehouse().run(sql, Limits.of(100_000, Duration.ofMinutes(1)))) {
            while (rows.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 0; i < COLUMNS.size(); i++) {
                    row.add(plain(COLUMNS.get(i).type(), rows.value(i)));
                }
                result.add(row);
            }
        }
        return result;
    }

    /** One warehouse's truth is another one's number. */
    private static Object plain(ColumnType type, Object value) {
        if (value instanceof BigDecimal || value instanceof Number && type == ColumnType.DECIMAL) {
            return type == ColumnType.INTEGER ? (Object) ((Number) value).longValue() : ((Number) value).doubleValue();
        }
        return type == ColumnType.BOOLEAN && value instanceof Number number
                ? (Object) (number.longValue() == 1)
                : value;
    }

    /** Rows from a list, which may end with a failure. */
    final class Given implements Rows {
        private final List<List<Object>> rows;
        private final int failsAt;
        private int at = -1;

        Given(List<List<Object>> rows, int failsAt) {
            this.rows = rows;
            this.failsAt = failsAt;
        }

        @Override
        public List<Column> columns() {
            return COLUMNS;
        }

        @Override
        public boolean next() {
            if (++at == failsAt) {
                throw new IllegalStateException("The file ends here");
            }
            return at < rows.size();
        }

        @Override
        public Object value(int column) {
            return rows.get(at).get(column);
        }

        @Override
        public void cancel() {
            // nothing runs
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
