package dev.karavel.spi.data;

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

    /** "a" contains, begins or equals, by LIKE patterns, whatever the case of letters. */
    String likeIgnoringCase(String expression, String patternLiteral, boolean negated);

    /** What a column of that source type holds; TEXT for types nobody knows. */
    ColumnType columnType(String sourceType);
}
