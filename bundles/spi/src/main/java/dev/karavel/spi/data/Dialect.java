package dev.karavel.spi.data;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * How one kind of warehouse says things in SQL. Pure and safe for several threads. Most implementations extend
 * {@link StandardDialect} and say only where they differ.
 */
@ConsumerType
public interface Dialect {
    /** Short name in lower case: duckdb, postgresql. */
    String id();

    Set<Capability> capabilities();

    /** The identifier in quotes, quotes inside doubled; safe for any text. */
    String quote(String identifier);

    /**
     * A literal for String, Number, Boolean, {@link java.time.LocalDate}, {@link java.time.LocalDateTime} or null; safe for
     * any text.
     *
     * @throws IllegalArgumentException for any other type
     */
    String literal(Object value);

    /** The expression rounded down to the grain; its type is a date or timestamp of the warehouse. */
    String truncate(TimeGrain grain, String expression);

    /** The aggregate over an expression. */
    String aggregate(Aggregate aggregate, String expression);

    /** The statement with a limit and offset appended; a limit of 0 means none. The statement has no limit of its own. */
    String limit(String statement, int limit, int offset);

    /**
     * The statement with its order, limit and offset: for warehouses that cannot limit without an order.
     *
     * @param orderBy keys of ORDER BY; empty for none
     */
    default String page(String statement, List<String> orderBy, int limit, int offset) {
        String ordered = orderBy.isEmpty() ? statement : statement + "\nORDER BY " + String.join(", ", orderBy);
        return limit(ordered, limit, offset);
    }

    /**
     * The interpolated percentile of a group, empty values left out; asked only where {@link Capability#PERCENTILE} is.
     *
     * @param fraction 0 to 1
     */
    default String percentile(String expression, double fraction) {
        return "PERCENTILE_CONT(" + literal(BigDecimal.valueOf(fraction)) + ") WITHIN GROUP (ORDER BY " + expression
                + ")";
    }

    /**
     * A timestamp in UTC as the wall clock of a zone shows it, right across changes of daylight saving.
     *
     * @param from first moment that matters, in UTC; what is earlier may be wrong by the zone's change of offset
     * @param to last moment that matters
     */
    default String atZone(String timestamp, ZoneId zone, LocalDateTime from, LocalDateTime to) {
        return ZoneShift.of(this, timestamp, zone, from, to);
    }

    /** A timestamp moved by so many seconds, which may be negative. */
    default String plusSeconds(String timestamp, long seconds) {
        return timestamp + (seconds < 0 ? " - " : " + ") + "INTERVAL '" + Math.abs(seconds) + "' SECOND";
    }

    /**
     * A column of dates or moments as a value that compares with a {@link #literal} of that type; for warehouses that keep times
     * as texts or numbers, in several forms.
     *
     * @param type DATE or TIMESTAMP
     */
    default String comparable(String column, ColumnType type) {
        return column;
    }

    /** How typed SQL is read. */
    default SqlSyntax syntax() {
        return SqlSyntax.standard();
    }

    /** "a" contains, begins or equals, by LIKE patterns, whatever the case of letters. */
    String likeIgnoringCase(String expression, String patternLiteral, boolean negated);

    /** The expression holds the text somewhere, whatever the case of letters; % and _ in it are signs like others. */
    default String contains(String expression, String text) {
        String escaped = text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
        return likeIgnoringCase(expression, literal("%" + escaped + "%"), false) + " ESCAPE '!'";
    }

    /** Whether a column of a result may be called so; where not, it goes under another name until the result is read. */
    default boolean isNameable(String label) {
        return true;
    }

    /** How many values may stand in one list of IN; longer ones are cut into several. */
    default int longestList() {
        return Integer.MAX_VALUE;
    }

    /** The word for the type of a new column that is to hold such values; texts of any length where it can. */
    default String typeName(ColumnType type) {
        return switch (type) {
            case TEXT -> "VARCHAR";
            case INTEGER -> "BIGINT";
            case DECIMAL -> "DOUBLE PRECISION";
            case BOOLEAN -> "BOOLEAN";
            case DATE -> "DATE";
            case TIMESTAMP -> "TIMESTAMP";
        };
    }

    /** The statement that gives a table another name in its schema. */
    default String rename(TableName table, String name) {
        return "ALTER TABLE " + table.quoted(this) + " RENAME TO " + quote(name);
    }

    /**
     * Statements, to be run one after the other, that make a new table of what a SELECT gives; none where this warehouse cannot.
     *
     * @param select a whole statement, perhaps with an order and a limit
     */
    default List<String> tableAs(TableName table, String select) {
        return List.of("CREATE TABLE " + table.quoted(this) + " AS\n" + select);
    }

    /** The same for a view. */
    default List<String> viewAs(TableName view, String select) {
        return List.of("CREATE VIEW " + view.quoted(this) + " AS\n" + select);
    }

    /**
     * The statement that tells in words how a SELECT would be run, without running it or leaving anything behind; empty where there
     * is none.
     */
    default Optional<String> explain(String select) {
        return Optional.empty();
    }

    /** The statement whose result {@link #costs} understands; it does not run the SELECT. Empty where costs are not known. */
    default Optional<String> costQuestion(String select) {
        return Optional.empty();
    }

    /** What the answer to {@link #costQuestion} says, in the order people are to read it; names and values as they are shown. */
    default Map<String, String> costs(Table answer) {
        return Map.of();
    }

    /** What a column of that source type holds; TEXT for types nobody knows. */
    ColumnType columnType(String sourceType);
}
