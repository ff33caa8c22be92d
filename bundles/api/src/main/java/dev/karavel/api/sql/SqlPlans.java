package dev.karavel.api.sql;

import dev.karavel.api.catalog.Database;
import java.time.Instant;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * How a warehouse would run a statement, and what that is expected to cost; nothing is run. Safe for several threads. The
 * statement is one SELECT as {@link SqlInspector#restrict} gives it, so that a plan says no more about rows than their reader may
 * know; it is inspected once more. What asks the warehouse takes a place among the database's running statements and throws as
 * {@link SqlRunner#run} does.
 */
@ProviderType
public interface SqlPlans {
    /** Whether {@link #explain} works for this kind of database. */
    boolean explains(Database database);

    /** Whether {@link #estimate} works for this kind of database. */
    boolean estimates(Database database);

    /**
     * The plan in the warehouse's own words, line by line; columns of a line are separated by a tab.
     *
     * @throws dev.karavel.api.error.KaravelException INVALID_REQUEST, field {@code sql}, where {@link #explains} is false;
     *     STATEMENT_REFUSED for what is not a SELECT
     */
    String explain(Database database, String select, Instant deadline);

    /**
     * What the statement is expected to cost, as the warehouse measures it, in the order it is to be shown: {@code Total cost →
     * 1234.5}. Never empty.
     *
     * @throws dev.karavel.api.error.KaravelException INVALID_REQUEST, field {@code sql}, where {@link #estimates} is false;
     *     STATEMENT_REFUSED for what is not a SELECT
     */
    Map<String, String> estimate(Database database, String select, Instant deadline);
}
