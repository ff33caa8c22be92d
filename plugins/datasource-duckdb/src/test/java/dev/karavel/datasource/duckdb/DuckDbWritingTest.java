package dev.karavel.datasource.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.spi.data.IfExists;
import dev.karavel.spi.data.Limits;
import dev.karavel.spi.data.Rows;
import dev.karavel.spi.data.Settings;
import dev.karavel.spi.data.TableName;
import dev.karavel.spi.data.Warehouse;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of one warehouse written into another: the way of uploads and of Parquet files into warehouses that read none. */
class DuckDbWritingTest {
    private static final TableName SALES = new TableName(Optional.of("main"), "sales");
    private static final String EVERY_TYPE =
            "SELECT i AS id, 'text ' || i AS \"a name\", i / 4 AS price, i % 2 = 0 AS even,"
                    + " DATE '2024-02-28' + CAST(i AS INTEGER) AS day, TIMESTAMP '2024-03-31 01:59:59.25' AS moment,"
                    + " CAST(NULL AS VARCHAR) AS nothing FROM range(5) t(i)";

    @TempDir
    Path data;

    private Warehouse source;
    private Warehouse target;

    @BeforeEach
    void open() {
        DuckDbType type = DuckDbType.in(data);
        source = type.scratch().orElseThrow();
        target = type.open(new Settings(Map.of("path", "warehouse/target.duckdb")));
    }

    @AfterEach
    void close() {
        source.close();
        target.close();
    }

    @Test
    void rowsArriveAsTheyLeft() {
        assertThat(write(EVERY_TYPE, IfExists.FAIL)).isEqualTo(5);
        assertThat(read(target, "SELECT * FROM sales ORDER BY id"))
                .isEqualTo(read(source, EVERY_TYPE + " ORDER BY id"))
                .hasSize(5);
    }

    @Test
    void aTableThatIsThereStaysUnlessItIsToBeReplaced() {
        write("SELECT 1 AS id", IfExists.FAIL);
        assertThatThrownBy(() -> write("SELECT 2 AS id", IfExists.FAIL))
                .isInstanceOfSatisfying(
                        WarehouseException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TABLE_EXISTS));
        assertThat(read(target, "SELECT id FROM sales")).isEqualTo(List.of(List.of(1L)));
        write("SELECT 'x' AS other", IfExists.REPLACE);
        assertThat(read(target, "SELECT other FROM sales")).isEqualTo(List.of(List.of("x")));
    }

    @Test
    void rowsAreAddedByTheNamesOfTheirColumns() {
        write("SELECT CAST(1 AS SMALLINT) AS id, 'a' AS name", IfExists.FAIL);
        assertThat(write("SELECT 'b' AS name, 2 AS id", IfExists.APPEND)).isEqualTo(1);
        assertThat(read(target, "SELECT id, name FROM sales ORDER BY id"))
                .isEqualTo(List.of(List.of(1L, "a"), List.of(2L, "b")));
    }

    @Test
    void rowsThatBreakOffLeaveNothing() {
        write("SELECT 1 AS id", IfExists.FAIL);
        String breaking = "SELECT CASE WHEN i > 9000 THEN error('stop') ELSE i END AS id FROM range(10000) t(i)";
        for (IfExists existing : new IfExists[] {IfExists.APPEND, IfExists.REPLACE}) {
            assertThatThrownBy(() -> write(breaking, existing)).isInstanceOf(WarehouseException.class);
        }
        assertThat(read(target, "SELECT id FROM sales")).isEqualTo(List.of(List.of(1L)));
    }

    private long write(String sql, IfExists existing) {
        try (Rows rows = source.run(sql, Limits.of(100_000, Duration.ofMinutes(1)))) {
            return target.write(SALES, rows, existing);
        }
    }

    private static List<List<Object>> read(Warehouse warehouse, String sql) {
        List<List<Object>> result = new ArrayList<>();
        try (Rows rows = warehouse.run(sql, Limits.of(100, Duration.ofMinutes(1)))) {
            while (rows.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 0; i < rows.columns().size(); i++) {
                    row.add(rows.value(i));
                }
                result.add(row);
            }
        }
        return result;
    }
}
