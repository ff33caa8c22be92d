package dev.karavel.contract.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.Limits;
import dev.karavel.spi.data.Rows;
import dev.karavel.spi.data.Setting;
import dev.karavel.spi.data.Settings;
import dev.karavel.spi.data.SourceColumn;
import dev.karavel.spi.data.TableName;
import dev.karavel.spi.data.TimeGrain;
import dev.karavel.spi.data.Warehouse;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the server takes for granted of every datasource plugin. */
public interface DataSourceContract extends WritingContract, ChangingContract {
    Limits GENEROUS = Limits.of(1_000, Duration.ofSeconds(30));

    /** A SELECT that runs for many seconds unless it is stopped; empty where none can be said. */
    default Optional<String> slowStatement() {
        return Optional.empty();
    }

    @Test
    default void idAndFormAreWellFormed() {
        assertThat(shop().type().id()).matches("[a-z][a-z0-9_]{1,30}");
        assertThat(shop().type().title()).isNotBlank();
        assertThat(shop().dialect().id()).matches("[a-z][a-z0-9_]{1,30}");
        List<Setting> form = shop().type().settings();
        assertThat(form).extracting(Setting::name).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z_]+"));
        assertThat(form).extracting(Setting::title).noneMatch(String::isBlank);
        assertThat(form)
                .filteredOn(setting -> setting.name().matches(".*(password|secret|token|private_key).*"))
                .allMatch(setting -> setting.kind() == Setting.Kind.SECRET);
    }

    @Test
    default void aMissingRequiredSettingIsNamed() {
        for (Setting setting : shop().type().settings()) {
            if (setting.required() && setting.fallback().isEmpty()) {
                Map<String, String> settings = new HashMap<>(shop().database().settings());
                settings.remove(setting.name());
                refusedFor(settings, setting.name());
            }
        }
    }

    @Test
    default void aSettingThatTheFormDoesNotHaveIsRefused() {
        Map<String, String> settings = new HashMap<>(shop().database().settings());
        settings.put("no_such_setting", "x");
        refusedFor(settings, "no_such_setting");
    }

    private void refusedFor(Map<String, String> settings, String field) {
        assertThatThrownBy(() -> shop().type().open(new Settings(settings)).test())
                .isInstanceOfSatisfying(WarehouseException.class, e -> {
                    assertThat(e.reason()).isEqualTo(Reason.SETTINGS);
                    assertThat(e.field()).isEqualTo(field);
                });
    }

    @Test
    default void anAddressOfAnotherKindIsNotTaken() {
        assertThat(shop().type().fromAddress("nosuchkind://host/database")).isEmpty();
        assertThat(shop().type().fromAddress("this is no address")).isEmpty();
    }

    @Test
    default void theTableAndItsColumnsAreListed() {
        shop().warehouse().test();
        Optional<String> schema = shop().dataset().schema();
        schema.ifPresent(name -> assertThat(shop().warehouse().schemas()).contains(name));
        assertThat(shop().warehouse().tables(schema))
                .extracting(TableName::name)
                .contains(Shop.TABLE);
        List<SourceColumn> columns = shop().warehouse().columns(new TableName(schema, Shop.TABLE));
        assertThat(columns)
                .extracting(SourceColumn::name)
                .containsExactly("id", "region", "product", "amount", "price", "online", "sold_at", "day", "note");
        assertThat(columns.get(0).type()).isEqualTo(ColumnType.INTEGER);
        assertThat(columns.get(1).type()).isEqualTo(ColumnType.TEXT);
        assertThat(columns.get(3).type()).isEqualTo(ColumnType.DECIMAL);
        assertThat(columns.get(6).type()).isEqualTo(ColumnType.TIMESTAMP);
    }

    @Test
    default void aTableThatIsNotThereIsAnError() {
        TableName nowhere = new TableName(shop().dataset().schema(), "no_such_table");
        assertThatThrownBy(() -> shop().warehouse().columns(nowhere)).isInstanceOf(WarehouseException.class);
    }

    @TestFactory
    default Stream<DynamicTest> anyTextIsSafeInALiteralAndInAName() {
        Dialect dialect = shop().dialect();
        return Stream.of(
                        "plain",
                        "it's",
                        "\\",
                        "\\'",
                        "''",
                        "\"",
                        "`",
                        "a\nb",
                        "%_",
                        "ü € 𝄞",
                        "; DROP TABLE x --",
                        "{x}",
                        "?",
                        ":x",
                        "$1")
                .map(text -> DynamicTest.dynamicTest(text, () -> {
                    String sql = "SELECT MIN(" + dialect.literal(text) + ") AS "
                            + dialect.quote("a " + text.replace("\n", " ")) + " FROM "
                            + new TableName(shop().dataset().schema(), Shop.TABLE).quoted(dialect);
                    try (Rows rows = shop().warehouse().run(sql, GENEROUS)) {
                        assertThat(rows.next()).isTrue();
                        assertThat(rows.value(0)).isEqualTo(text);
                    }
                }));
    }

    @TestFactory
    default Stream<DynamicTest> nothingRoundsToNothing() {
        Dialect dialect = shop().dialect();
        return Stream.of(TimeGrain.values())
                .map(grain -> DynamicTest.dynamicTest(grain.name(), () -> {
                    String sql = "SELECT " + dialect.truncate(grain, dialect.quote("sold_at")) + " FROM "
                            + new TableName(shop().dataset().schema(), Shop.TABLE).quoted(dialect) + " WHERE "
                            + dialect.quote("sold_at") + " IS NULL";
                    try (Rows rows = shop().warehouse().run(sql, GENEROUS)) {
                        assertThat(rows.next()).isTrue();
                        assertThat(rows.value(0)).isNull();
                    }
                }));
    }

    @Test
    default void noMoreRowsAreReadThanAllowed() {
        try (Rows rows = shop().warehouse().run(all(), Limits.of(7, Duration.ofSeconds(30)))) {
            int read = 0;
            while (rows.next()) {
                read++;
            }
            assertThat(read).isEqualTo(7);
        }
    }

    @TestFactory
    default Stream<DynamicTest> writingIsRefusedOrUndone() {
        String table = shop().dialect().quote(Shop.TABLE);
        String id = shop().dialect().quote("id");
        return Stream.of(
                        "DELETE FROM " + table,
                        "UPDATE " + table + " SET " + id + " = 0",
                        "INSERT INTO " + table + " SELECT * FROM " + table,
                        "DROP TABLE " + table,
                        "CREATE TABLE made_by_test (a INT)")
                .map(sql -> DynamicTest.dynamicTest(sql, () -> {
                    try (Rows rows = shop().warehouse().run(sql, GENEROUS)) {
                        rows.next();
                    } catch (WarehouseException e) {
                        assertThat(e.reason()).isIn(Reason.STATEMENT, Reason.UNREACHABLE);
                    }
                    assertThat(count()).isEqualTo(Shop.sales().size());
                    assertThat(shop().warehouse().tables(shop().dataset().schema()))
                            .extracting(each -> each.name().toLowerCase(java.util.Locale.ROOT))
                            .doesNotContain("made_by_test");
                }));
    }

    @Test
    default void aSlowStatementIsCancelledFromAnotherThread() throws Exception {
        Assumptions.assumeTrue(slowStatement().isPresent(), "There is no slow statement");
        Rows rows = shop().warehouse().run(slowStatement().get(), Limits.of(1, Duration.ofSeconds(120)));
        CompletableFuture<Void> reading = CompletableFuture.runAsync(rows::next);
        CompletableFuture<Void> cancelling =
                CompletableFuture.runAsync(rows::cancel, CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS));
        assertThatThrownBy(() -> reading.get(60, TimeUnit.SECONDS))
                .hasCauseInstanceOf(WarehouseException.class)
                .satisfies(e -> assertThat(((WarehouseException) e.getCause()).reason())
                        .isIn(Reason.CANCELLED, Reason.TIMEOUT));
        cancelling.get(60, TimeUnit.SECONDS);
        rows.close();
        assertThat(count()).isEqualTo(Shop.sales().size());
    }

    @Test
    default void aClosedWarehouseSaysSoAndMayBeClosedTwice() {
        Warehouse warehouse = shop().type().open(new Settings(shop().database().settings()));
        warehouse.test();
        warehouse.close();
        warehouse.close();
        assertThatThrownBy(() -> {
                    try (Rows rows = warehouse.run(all(), GENEROUS)) {
                        rows.next();
                    }
                })
                .isInstanceOfSatisfying(
                        WarehouseException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CLOSED));
    }

    private String all() {
        return "SELECT * FROM " + new TableName(shop().dataset().schema(), Shop.TABLE).quoted(shop().dialect());
    }

    private long count() {
        String sql =
                "SELECT COUNT(*) FROM " + new TableName(shop().dataset().schema(), Shop.TABLE).quoted(shop().dialect());
        try (Rows rows = shop().warehouse().run(sql, GENEROUS)) {
            rows.next();
            return ((Number) rows.value(0)).longValue();
        }
    }
}
