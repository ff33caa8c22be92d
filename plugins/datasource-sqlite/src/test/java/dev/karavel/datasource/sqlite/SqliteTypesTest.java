package dev.karavel.datasource.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Limits;
import dev.karavel.spi.data.Rows;
import dev.karavel.spi.data.TimeGrain;
import dev.karavel.spi.data.Warehouse;
import dev.karavel.spi.data.WarehouseException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteTypesTest {
    private static final LocalDateTime NOON = LocalDateTime.of(2024, 2, 29, 12, 30);

    @TempDir
    Path data;

    private PeopleFile file;
    private SqliteDialect dialect;
    private Warehouse warehouse;

    @BeforeEach
    void open() throws SQLException {
        file = new PeopleFile(data);
        dialect = new SqliteDialect();
        warehouse = file.warehouse();
    }

    @AfterEach
    void close() {
        file.close();
    }

    private List<List<Object>> rows(String sql) {
        return file.rows(sql);
    }

    private ColumnType typeOf(String expression) {
        try (Rows rows = warehouse.run("SELECT " + expression + " FROM people", Limits.of(9, Duration.ofSeconds(10)))) {
            return rows.columns().get(0).type();
        }
    }

    @Test
    void everyTypeHasAJavaType() {
        assertThat(rows("SELECT * FROM people ORDER BY id"))
                .containsExactly(
                        List.of(
                                1L,
                                "Ada",
                                LocalDate.of(1815, 12, 10),
                                NOON,
                                BigDecimal.valueOf(2),
                                true,
                                "0x6162",
                                "x"),
                        Arrays.asList(2L, "Grace", null, null, 1.5, false, null, null));
    }

    @Test
    void anExpressionIsWhatItsValuesAre() {
        assertThat(typeOf("COUNT(*)")).isEqualTo(ColumnType.INTEGER);
        assertThat(typeOf("SUM(pay)")).isEqualTo(ColumnType.DECIMAL);
        assertThat(typeOf("MAX(born)")).isEqualTo(ColumnType.DATE);
        assertThat(typeOf("MAX(seen)")).isEqualTo(ColumnType.TIMESTAMP);
        assertThat(typeOf("MAX(name)")).isEqualTo(ColumnType.TEXT);
        assertThat(typeOf("NULL")).isEqualTo(ColumnType.TEXT);
        assertThat(typeOf("'2024-13-45'")).isEqualTo(ColumnType.TEXT);
        assertThat(typeOf("'2024-02-29 noon'")).isEqualTo(ColumnType.TEXT);
        assertThat(rows("SELECT id * 1 AS a, id * 1 AS a FROM people ORDER BY 1"))
                .containsExactly(List.of(1L, 1L), List.of(2L, 2L));
    }

    @Test
    void aColumnIsNotWhatItDeclaresIfAValueSaysOtherwise() throws SQLException {
        file.execute(
                "CREATE TABLE odd (i INTEGER, d DECIMAL, b BOOLEAN, t DATE)",
                "INSERT INTO odd VALUES (1, 1, 1, '2024-01-01'), (1.5, 'much', 2, 'soon')",
                "CREATE TABLE days (t DATE)",
                "INSERT INTO days VALUES ('2024-01-01'), ('2024-01-01 10:00:00')");
        assertThat(rows("SELECT * FROM odd"))
                .containsExactly(List.of(BigDecimal.ONE, "1", 1L, "2024-01-01"), List.of(1.5, "much", 2L, "soon"));
        assertThat(rows("SELECT * FROM days"))
                .containsExactly(
                        List.of(LocalDate.of(2024, 1, 1).atStartOfDay()), List.of(LocalDateTime.of(2024, 1, 1, 10, 0)));
    }

    @Test
    void aLaterValueThatDoesNotFitIsAnErrorThatNamesTheColumn() {
        String sql = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10001)"
                + " SELECT CASE WHEN i > 10000 THEN 0.5 ELSE i END AS share FROM n";
        assertThatThrownBy(() -> rows(sql))
                .isInstanceOf(WarehouseException.class)
                .hasMessageContaining("share");
        assertThat(rows(sql.replace("0.5", "7"))).hasSize(10_001).last().isEqualTo(List.of(7L));
    }

    @Test
    void timesAreReadComparedAndRoundedInEveryForm() {
        assertThat(rows("SELECT form, at, day FROM times")).hasSize(7).allSatisfy(row -> assertThat(row.subList(1, 3))
                .isEqualTo(List.of(NOON, NOON.toLocalDate())));
        String at = dialect.comparable("`at`", ColumnType.TIMESTAMP);
        String day = dialect.comparable("`day`", ColumnType.DATE);
        String moment = dialect.literal(NOON);
        assertThat(rows("SELECT form FROM times WHERE " + at + " = " + moment + " AND " + at + " >= " + moment
                        + " AND NOT " + at + " < " + moment + " AND " + day + " = "
                        + dialect.literal(NOON.toLocalDate())))
                .hasSize(7);
        for (TimeGrain grain : TimeGrain.values()) {
            assertThat(rows("SELECT DISTINCT " + dialect.truncate(grain, "`at`") + " FROM times"))
                    .as(grain.name())
                    .hasSize(1);
        }
    }

    @Test
    void secondsBefore1970AndFractionsAreComparedToo() throws SQLException {
        file.execute(
                "CREATE TABLE old (at TIMESTAMP)",
                "INSERT INTO old VALUES (-1), (-100000000500), ('2024-01-01 00:00:00.25')");
        String at = dialect.comparable("`at`", ColumnType.TIMESTAMP);
        assertThat(rows("SELECT " + at + " AS t FROM old"))
                .containsExactly(
                        List.of(LocalDateTime.of(1969, 12, 31, 23, 59, 59)),
                        List.of(LocalDateTime.of(1966, 10, 31, 14, 13, 19, 500_000_000)),
                        List.of(LocalDateTime.of(2024, 1, 1, 0, 0, 0, 250_000_000)));
    }
}
