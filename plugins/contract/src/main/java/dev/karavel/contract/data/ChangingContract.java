package dev.karavel.contract.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.Limits;
import dev.karavel.spi.data.Plan;
import dev.karavel.spi.data.Rows;
import dev.karavel.spi.data.Table;
import dev.karavel.spi.data.TableName;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** A warehouse that can be changed makes tables and views of a SELECT; one that has plans tells them without running anything. */
public interface ChangingContract extends WithShop {
    Limits A_WHILE = Limits.of(1_000, Duration.ofSeconds(60));

    @Test
    default void aTableIsMadeOfWhatASelectGives() {
        Dialect dialect = shop().dialect();
        assumeChanging(dialect.tableAs(made("kept_sales"), first()));
        forget("TABLE", "kept_sales");
        change(dialect.tableAs(made("kept_sales"), dialect.page(first(), List.of(dialect.quote("id")), 7, 0)));
        assertThat(count("kept_sales")).isEqualTo(7);
        assertThatThrownBy(() -> change(dialect.tableAs(made("kept_sales"), first())))
                .isInstanceOfSatisfying(WarehouseException.class, e -> assertThat(e.reason())
                        .isIn(Reason.STATEMENT, Reason.TABLE_EXISTS));
        assertThat(count("kept_sales")).isEqualTo(7);
        forget("TABLE", "kept_sales");
    }

    @Test
    default void aViewIsMadeOfWhatASelectGives() {
        Dialect dialect = shop().dialect();
        assumeChanging(dialect.viewAs(made("seen_sales"), first()));
        forget("VIEW", "seen_sales");
        change(dialect.viewAs(made("seen_sales"), first()));
        assertThat(count("seen_sales")).isEqualTo(Shop.sales().size());
        forget("VIEW", "seen_sales");
    }

    @Test
    default void aChangeThatFailsIsTold() {
        Assumptions.assumeTrue(shop().warehouse().changes(), "This warehouse cannot be changed");
        assertThatThrownBy(
                        () -> change(List.of("DROP TABLE " + made("never_made").quoted(shop().dialect()))))
                .isInstanceOfSatisfying(
                        WarehouseException.class, e -> assertThat(e.reason()).isEqualTo(Reason.STATEMENT));
    }

    @Test
    default void aChangeThatNobodyAskedForIsNotMade() {
        Assumptions.assumeTrue(shop().warehouse().changes(), "This warehouse cannot be changed");
        try (Rows rows = shop().warehouse()
                .change(List.of("DROP TABLE " + made(Shop.TABLE).quoted(shop().dialect())), A_WHILE)) {
            rows.cancel();
            assertThatThrownBy(rows::next).isInstanceOfSatisfying(WarehouseException.class, e -> assertThat(e.reason())
                    .isEqualTo(Reason.CANCELLED));
        }
        assertThat(count(Shop.TABLE)).isEqualTo(Shop.sales().size());
    }

    @Test
    default void aWarehouseThatCannotBeChangedSaysSo() {
        Assumptions.assumeFalse(shop().warehouse().changes());
        assertThatThrownBy(() -> change(List.of("DROP TABLE never_made")))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    default void aPlanIsToldWithoutRunning() {
        Assumptions.assumeTrue(shop().dialect().explain("").isPresent(), "This warehouse tells no plans");
        String sql = shop().dialect().explain(first()).orElseThrow();
        assertThat(Plan.of(shop().run(sql, 1_000)).text()).isNotBlank();
    }

    @Test
    default void costsAreFiguresWithNames() {
        Assumptions.assumeTrue(shop().dialect().costQuestion("").isPresent(), "This warehouse tells no costs");
        Table answer = shop().run(shop().dialect().costQuestion(first()).orElseThrow(), 1_000);
        assertThat(shop().dialect().costs(answer))
                .as(Plan.of(answer).text())
                .isNotEmpty()
                .allSatisfy((name, value) -> {
                    assertThat(name).isNotBlank();
                    assertThat(value).matches("[0-9][0-9.eE+-]*");
                });
    }

    private TableName made(String name) {
        return new TableName(shop().dataset().schema(), name);
    }

    private String first() {
        Dialect dialect = shop().dialect();
        return "SELECT " + dialect.quote("id") + ", " + dialect.quote("region") + " FROM "
                + made(Shop.TABLE).quoted(dialect);
    }

    private void assumeChanging(List<String> statements) {
        Assumptions.assumeTrue(
                shop().warehouse().changes() && !statements.isEmpty(), "This warehouse makes none of a SELECT");
    }

    private void forget(String kind, String name) {
        List<TableName> there =
                new ArrayList<>(shop().warehouse().tables(shop().dataset().schema()));
        there.addAll(shop().warehouse().views(shop().dataset().schema()));
        if (there.stream().anyMatch(each -> each.name().equals(name))) {
            change(List.of("DROP " + kind + " " + made(name).quoted(shop().dialect())));
        }
    }

    private OptionalLong change(List<String> statements) {
        try (Rows rows = shop().warehouse().change(statements, A_WHILE)) {
            assertThat(rows.next()).isTrue();
            OptionalLong count = rows.value(0) == null ? OptionalLong.empty() : OptionalLong.of((Long) rows.value(0));
            assertThat(rows.next()).isFalse();
            return count;
        }
    }

    private long count(String name) {
        Table counted = shop().run("SELECT COUNT(*) FROM " + made(name).quoted(shop().dialect()), 1);
        return ((Number) counted.value(0, 0)).longValue();
    }
}
