package dev.karavel.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.sql.SqlQuestion;
import dev.karavel.api.sql.SqlText;
import dev.karavel.api.sql.TimeBounds;
import dev.karavel.spi.data.Dimension;
import dev.karavel.spi.data.Filter;
import dev.karavel.spi.data.Limits;
import dev.karavel.spi.data.Metric;
import dev.karavel.spi.data.Operator;
import dev.karavel.spi.data.Order;
import dev.karavel.spi.data.QuerySpec;
import dev.karavel.spi.data.Table;
import dev.karavel.sql.RealWarehouses.Shopfront;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text of a question, given every kind of attack, on real warehouses; a row rule has to hold throughout. */
class AttackTest {
    private static final String RULE = "\"region\" = 'East'";
    private static final long EAST =
            Shop.sales().stream().filter(sale -> "East".equals(sale.region())).count();
    private static final Metric COUNTED = new Metric.Saved("count");

    private static final List<String> ATTACKS = List.of(
            "' OR '1'='1",
            "'; DROP TABLE \"sales\"; --",
            "\"; DROP TABLE \"sales\"; --",
            "1) OR (1=1",
            "1=1) OR (1=1",
            "x' OR 1=1 --",
            "x'/**/OR/**/1=1--",
            "\\' OR 1=1 --",
            "' UNION SELECT \"note\" FROM \"sales\" --",
            "(SELECT COUNT(*) FROM \"sales\")",
            "COUNT(*)) FROM \"sales\" --",
            "COUNT(*) FILTER (WHERE EXISTS (SELECT 1 FROM \"sales\"))",
            "\"id\" IN (SELECT \"id\" FROM \"sales\")",
            "1 UNION SELECT 1",
            "1; SELECT 1",
            "\u02bc OR 1=1",
            "$$ OR 1=1 $$",
            "E'\\' OR 1=1 --'",
            "{fn USER()}",
            "?",
            ":x",
            "a\nb\r\tc",
            "%' OR '1' LIKE '%");

    @TempDir
    static Path data;

    private static RealWarehouses warehouses;

    @BeforeAll
    static void open() throws IOException, InterruptedException, SQLException {
        warehouses = new RealWarehouses(data);
    }

    @AfterAll
    static void close() throws IOException {
        warehouses.close();
    }

    private enum Place implements BiFunction<QuerySpec.Builder, String, QuerySpec.Builder> {
        COLUMN {
            @Override
            public QuerySpec.Builder apply(QuerySpec.Builder spec, String text) {
                return spec.column(new Dimension.Named(text));
            }
        },
        TYPED_COLUMN {
            @Override
            public QuerySpec.Builder apply(QuerySpec.Builder spec, String text) {
                return spec.column(new Dimension.Expression(text, "typed", Optional.empty()));
            }
        },
        COLUMN_LABEL {
            @Override
            public QuerySpec.Builder apply(QuerySpec.Builder spec, String text) {
                return spec.column(new Dimension.Expression("\"region\"", text, Optional.empty()));
            }
        },
        SAVED_METRIC {
            @Override
            public QuerySpec.Builder apply(QuerySpec.Builder spec, String text) {
                return spec.metric(new Metric.Saved(text));
            }
        },
        TYPED_METRIC {
            @Override
            public QuerySpec.Builder apply(QuerySpec.Builder spec, String text) {
                return spec.metric(new Metric.Expression(text, "typed"));
            }
        },
        METRIC_LABEL {
            @Override
            public QuerySpec.Builder apply(QuerySpec.Builder spec, String text) {
                return spec.metric(new Metric.Expression("COUNT(\"id\")", text));
            }
        },
        WHERE {
            @Override
            public QuerySpec.Builder apply(QuerySpec.Builder spec, String text) {
                return spec.where(text);
            }
        },
        HAVING {
            @Override
            public QuerySpec.Builder apply(QuerySpec.Builder spec, String text) {
                return spec.column(new Dimension.Named("region")).having(text);
            }
        },
        FILTER_VALUE {
            @Override
            public QuerySpec.Builder apply(QuerySpec.Builder spec, String text) {
                return spec.filter(new Filter(new Dimension.Named("note"), Operator.NOT_EQUALS, List.of(text)));
            }
        },
        FILTER_LIST {
            @Override
            public QuerySpec.Builder apply(QuerySpec.Builder spec, String text) {
                return spec.filter(new Filter(new Dimension.Named("region"), Operator.IN, Arrays.asList("East", text)));
            }
        },
        FILTER_PATTERN {
            @Override
            public QuerySpec.Builder apply(QuerySpec.Builder spec, String text) {
                return spec.filter(new Filter(new Dimension.Named("product"), Operator.NOT_ILIKE, List.of(text)));
            }
        },
        NUMBER {
            @Override
            public QuerySpec.Builder apply(QuerySpec.Builder spec, String text) {
                return spec.filter(new Filter(new Dimension.Named("id"), Operator.EQUALS, List.of(text)));
            }
        },
        TIME {
            @Override
            public QuerySpec.Builder apply(QuerySpec.Builder spec, String text) {
                return spec.filter(new Filter(new Dimension.Named("sold_at"), Operator.LESS, List.of(text)));
            }
        },
        FILTER_COLUMN {
            @Override
            public QuerySpec.Builder apply(QuerySpec.Builder spec, String text) {
                return spec.filter(new Filter(new Dimension.Named(text), Operator.EQUALS, List.of("x")));
            }
        },
        ORDER {
            @Override
            public QuerySpec.Builder apply(QuerySpec.Builder spec, String text) {
                return spec.column(new Dimension.Named("region"))
                        .order(new Order(new Metric.Expression(text, "typed"), true));
            }
        },
        SERIES_METRIC {
            @Override
            public QuerySpec.Builder apply(QuerySpec.Builder spec, String text) {
                Dimension region = new Dimension.Named("region");
                return spec.column(region)
                        .series(List.of(region), 3, Optional.of(new Metric.Expression(text, "typed")));
            }
        },
        TIME_COLUMN {
            @Override
            public QuerySpec.Builder apply(QuerySpec.Builder spec, String text) {
                return spec.timeColumn(text);
            }
        }
    }

    static Stream<Arguments> attacks() {
        return Stream.of(Place.values()).flatMap(place -> ATTACKS.stream().map(text -> Arguments.of(place, text)));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void isRefusedOrTakenAsMereText(BiFunction<QuerySpec.Builder, String, QuerySpec.Builder> place, String text) {
        for (Shopfront front : warehouses.fronts()) {
            QuerySpec spec =
                    place.apply(QuerySpec.builder().metric(COUNTED), text).build();
            Table table;
            try {
                SqlText sql = front.runner().write(ruled(front, front.dataset(), spec, RULE));
                table = run(front, sql.sql());
            } catch (KaravelException e) {
                assertThat(e.code())
                        .as("%s: %s", front, e.getMessage())
                        .isIn(ErrorCode.INVALID_REQUEST, ErrorCode.STATEMENT_REFUSED, ErrorCode.WAREHOUSE_REFUSED);
                continue;
            }
            int counted = table.indexOf("count");
            long sum = 0;
            for (int row = 0; row < table.rows(); row++) {
                sum += ((Number) table.value(row, counted)).longValue();
            }
            assertThat(sum).as("rows seen on %s", front).isLessThanOrEqualTo(EAST);
        }
    }

    @Test
    void nothingWasHarmed() {
        for (Shopfront front : warehouses.fronts()) {
            SqlText sql = front.runner()
                    .write(Shop.question(
                            front.database(),
                            front.dataset(),
                            QuerySpec.builder().metric(COUNTED).build()));
            assertThat(run(front, sql.sql()).value(0, 0))
                    .isEqualTo((long) Shop.sales().size());
        }
    }

    @Test
    void anAttackInARowRuleOrAVirtualDatasetIsRefused() {
        Shopfront front = warehouses.duckDb();
        QuerySpec spec = QuerySpec.builder().metric(COUNTED).build();
        for (String text : ATTACKS) {
            assertThatThrownBy(() -> run(
                            front,
                            front.runner()
                                    .write(ruled(front, front.dataset(), spec, text))
                                    .sql()))
                    .isInstanceOf(KaravelException.class);
            assertThatThrownBy(() -> run(
                            front,
                            front.runner()
                                    .write(ruled(front, Shop.virtual(text), spec, RULE))
                                    .sql()))
                    .isInstanceOf(KaravelException.class);
        }
    }

    @Test
    void aNumberThatWouldFillTheMemoryIsRefused() {
        Shopfront front = warehouses.duckDb();
        for (Object bomb :
                List.of("1e999999999", new java.math.BigDecimal("1e999999999"), "1".repeat(500), Double.NaN)) {
            QuerySpec spec = QuerySpec.builder()
                    .metric(COUNTED)
                    .filter(new Filter(new Dimension.Named("id"), Operator.LESS, List.of(bomb)))
                    .build();
            assertThatThrownBy(() -> front.runner().write(Shop.question(front.database(), front.dataset(), spec)))
                    .isInstanceOfSatisfying(
                            KaravelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
        }
    }

    @Test
    void filtersOnUnknownColumnsAreRejectedByName() {
        Shopfront front = warehouses.duckDb();
        SqlText text = front.runner()
                .write(Shop.question(
                        front.database(),
                        front.dataset(),
                        QuerySpec.builder()
                                .metric(COUNTED)
                                .filter(new Filter(new Dimension.Named("colour"), Operator.EQUALS, List.of("red")))
                                .filter(new Filter(new Dimension.Named("region"), Operator.EQUALS, List.of("East")))
                                .build()));
        assertThat(text.applied()).containsExactly("region");
        assertThat(text.rejected()).containsExactly(new SqlText.Rejected("colour", "The dataset has no such column"));
        assertThat(text.sql()).doesNotContain("colour").doesNotContain("red");
    }

    @Test
    void whatCallersReadOfAFailureHoldsNoSql() {
        for (Shopfront front : warehouses.fronts()) {
            assertThatThrownBy(() -> run(front, "SELECT secret_column FROM \"sales\""))
                    .isInstanceOfSatisfying(KaravelException.class, e -> {
                        assertThat(e.code()).isEqualTo(ErrorCode.WAREHOUSE_REFUSED);
                        assertThat(e.getMessage())
                                .containsIgnoringCase("column")
                                .doesNotContainIgnoringCase("secret_column");
                    });
        }
    }

    private static SqlQuestion ruled(Shopfront front, Dataset dataset, QuerySpec spec, String rule) {
        return new SqlQuestion(front.database(), dataset, spec, TimeBounds.none(), Map.of(), List.of(rule), 1_000);
    }

    private static Table run(Shopfront front, String sql) {
        return front.runner()
                .run(
                        front.database(),
                        sql,
                        Limits.of(1_000, Duration.ofSeconds(30)),
                        Instant.now().plusSeconds(60));
    }
}
