package dev.karavel.sql;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.DatasetColumn;
import dev.karavel.api.catalog.DatasetMetric;
import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.sql.SqlQuestion;
import dev.karavel.api.sql.TimeBounds;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.QuerySpec;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A small shop: the same rows in every warehouse, and the dataset over them. */
public final class Shop {
    public static final String TABLE = "sales";

    private static final int ROWS = 400;
    private static final LocalDateTime START = LocalDateTime.of(2023, 11, 27, 3, 7, 11);

    private Shop() {}

    public record Sale(
            long id,
            String region,
            String product,
            BigDecimal amount,
            Double price,
            Boolean online,
            LocalDateTime soldAt,
            LocalDate day,
            String note) {}

    public static List<Sale> sales() {
        List<Sale> sales = new ArrayList<>();
        String[] regions = {"North", "south", "East", null};
        String[] products = {"Tea", "Coffee", "O'Brien \"x\"", "100%_juice", "Cocoa", "Milk"};
        for (int i = 0; i < ROWS; i++) {
            LocalDateTime soldAt =
                    i % 53 == 7 ? null : START.plusMinutes(i * 1_511L).plusSeconds(i * 7L);
            sales.add(new Sale(
                    i,
                    regions[(i * 7 + i / 9) % regions.length],
                    products[(i * 5 + i / 4) % products.length],
                    i % 41 == 3 ? null : BigDecimal.valueOf((i * 7919L) % 100_003, 2),
                    i % 37 == 5 ? null : (i * 31 % 1_000) / 8.0,
                    i % 29 == 1 ? null : i % 3 == 0,
                    soldAt,
                    soldAt == null ? null : soldAt.toLocalDate(),
                    i % 11 == 0 ? null : "Note " + i % 5 + (i % 2 == 0 ? " É" : " 'quoted'")));
        }
        return sales;
    }

    public static List<String> statements(Dialect dialect, String text) {
        String create = "CREATE TABLE \"sales\" (\"id\" BIGINT, \"region\" " + text + ", \"product\" " + text
                + ", \"amount\" DECIMAL(12, 2), \"price\" DOUBLE PRECISION, \"online\" BOOLEAN, \"sold_at\" TIMESTAMP, \"day\" DATE,"
                + " \"note\" " + text + ")";
        String rows = sales().stream()
                .map(sale ->
                        "(" + sale.id() + ", " + dialect.literal(sale.region()) + ", " + dialect.literal(sale.product())
                                + ", " + dialect.literal(sale.amount()) + ", " + dialect.literal(sale.price()) + ", "
                                + dialect.literal(sale.online()) + ", " + dialect.literal(sale.soldAt()) + ", "
                                + dialect.literal(sale.day()) + ", " + dialect.literal(sale.note()) + ")")
                .collect(Collectors.joining(", "));
        return List.of(create, "INSERT INTO \"sales\" VALUES " + rows);
    }

    public static Database database(String backend, Map<String, String> settings) {
        return new Database(
                1,
                UUID.randomUUID(),
                1,
                "Shop",
                backend,
                settings,
                Optional.empty(),
                true,
                false,
                false,
                "{}",
                Stamp.none());
    }

    public static Dataset dataset(Optional<String> schema) {
        return dataset(schema, TABLE, Optional.empty());
    }

    public static Dataset virtual(String sql) {
        return dataset(Optional.empty(), "shop", Optional.of(sql));
    }

    private static Dataset dataset(Optional<String> schema, String table, Optional<String> sql) {
        return new Dataset(
                1,
                UUID.randomUUID(),
                1,
                1,
                schema,
                table,
                sql,
                Optional.of("sold_at"),
                "",
                Optional.empty(),
                List.of(
                        column("id", ColumnType.INTEGER),
                        column("region", ColumnType.TEXT),
                        column("product", ColumnType.TEXT),
                        column("amount", ColumnType.DECIMAL),
                        column("price", ColumnType.DECIMAL),
                        column("online", ColumnType.BOOLEAN),
                        column("sold_at", ColumnType.TIMESTAMP),
                        column("day", ColumnType.DATE),
                        column("note", ColumnType.TEXT),
                        calculated("loud", ColumnType.TEXT, "UPPER(\"region\")"),
                        calculated("doubled", ColumnType.DECIMAL, "\"amount\" * 2")),
                List.of(
                        metric("count", "COUNT(*)"),
                        metric("revenue", "SUM(\"amount\")"),
                        metric("average", "SUM(\"price\") / COUNT(\"price\")")),
                Set.of(),
                "{}",
                Stamp.none());
    }

    private static DatasetColumn column(String name, ColumnType type) {
        return new DatasetColumn(
                0, UUID.randomUUID(), name, "", type.name(), type, type.isTemporal(), true, true, Optional.empty(), "");
    }

    private static DatasetColumn calculated(String name, ColumnType type, String sql) {
        return new DatasetColumn(0, UUID.randomUUID(), name, "", "", type, false, true, true, Optional.of(sql), "");
    }

    private static DatasetMetric metric(String name, String sql) {
        return new DatasetMetric(0, UUID.randomUUID(), name, "", sql, "", "", "");
    }

    public static SqlQuestion question(Database database, Dataset dataset, QuerySpec spec) {
        return new SqlQuestion(database, dataset, spec, TimeBounds.none(), Map.of(), List.of(), 1_000);
    }
}
