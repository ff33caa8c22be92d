package dev.karavel.contract.data;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.DatasetColumn;
import dev.karavel.api.catalog.DatasetMetric;
import dev.karavel.api.catalog.Stamp;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Dialect;
import java.math.BigDecimal;
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

    /** Holds the rows of {@link #TABLE} whose region is East, and no others. */
    public static final String EAST_TABLE = "sales_east";

    private static final int ROWS = 400;
    private static final int ROWS_AT_ONCE = 50;
    private static final LocalDateTime START = LocalDateTime.of(2023, 11, 27, 3, 7, 11);

    private Shop() {}

    /** Rows with all that is awkward: empty values, quotes, percent signs, letters beyond ASCII. */
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

    /** CREATE TABLE and INSERTs that make the shop, under {@link #TABLE} and {@link #EAST_TABLE}. */
    public static List<String> statements(Dialect dialect, ShopTypes types) {
        List<String> statements = new ArrayList<>(statements(dialect, types, TABLE, sales()));
        List<Sale> east =
                sales().stream().filter(sale -> "East".equals(sale.region())).toList();
        statements.addAll(statements(dialect, types, EAST_TABLE, east));
        return statements;
    }

    /** The same table under another name, with these rows. */
    public static List<String> statements(Dialect dialect, ShopTypes types, String table, List<Sale> sales) {
        List<String> statements = new ArrayList<>();
        statements.add("CREATE TABLE " + dialect.quote(table) + " ("
                + String.join(
                        ", ",
                        dialect.quote("id") + " " + types.integer() + " " + types.idConstraint(),
                        dialect.quote("region") + " " + types.text(),
                        dialect.quote("product") + " " + types.text(),
                        dialect.quote("amount") + " " + types.decimal(),
                        dialect.quote("price") + " " + types.real(),
                        dialect.quote("online") + " " + types.truth(),
                        dialect.quote("sold_at") + " " + types.timestamp(),
                        dialect.quote("day") + " " + types.date(),
                        dialect.quote("note") + " " + types.text())
                + ")" + types.more());
        for (int from = 0; from < sales.size(); from += ROWS_AT_ONCE) {
            statements.add("INSERT INTO " + dialect.quote(table) + " VALUES "
                    + sales.subList(from, Math.min(sales.size(), from + ROWS_AT_ONCE)).stream()
                            .map(sale -> "("
                                    + String.join(
                                            ", ",
                                            "" + sale.id(),
                                            dialect.literal(sale.region()),
                                            dialect.literal(sale.product()),
                                            dialect.literal(sale.amount()),
                                            dialect.literal(sale.price()),
                                            dialect.literal(sale.online()),
                                            dialect.literal(sale.soldAt()),
                                            dialect.literal(sale.day()),
                                            dialect.literal(sale.note()))
                                    + ")")
                            .collect(Collectors.joining(", ")));
        }
        return statements;
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

    public static Dataset dataset(Dialect dialect, Optional<String> schema) {
        return dataset(dialect, schema, TABLE, Optional.empty());
    }

    /** Over a statement that gives the shop's columns. */
    public static Dataset virtual(Dialect dialect, String sql) {
        return dataset(dialect, Optional.empty(), "shop", Optional.of(sql));
    }

    private static Dataset dataset(Dialect dialect, Optional<String> schema, String table, Optional<String> sql) {
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
                        calculated("loud", ColumnType.TEXT, "UPPER(" + dialect.quote("region") + ")"),
                        calculated("doubled", ColumnType.DECIMAL, dialect.quote("amount") + " * 2")),
                List.of(
                        metric("count", "COUNT(*)"),
                        metric("revenue", "SUM(" + dialect.quote("amount") + ")"),
                        metric(
                                "average",
                                "SUM(" + dialect.quote("price") + ") / COUNT(" + dialect.quote("price") + ")")),
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
}
