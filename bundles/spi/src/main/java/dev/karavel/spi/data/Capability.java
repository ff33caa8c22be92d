package dev.karavel.spi.data;

/** What a warehouse's SQL can do by itself; what it cannot is done after the query, or refused with a clear word. */
public enum Capability {
    /** Named sub-queries: WITH … AS. */
    COMMON_TABLE_EXPRESSIONS,
    WINDOW_FUNCTIONS,
    PERCENTILE,
    /** COUNT(DISTINCT …) of more than one column in one SELECT. */
    SEVERAL_DISTINCT_COUNTS,
    /** ORDER BY … NULLS LAST. */
    NULLS_ORDERING,
    /** ILIKE; without it both sides are put into lower case. */
    ILIKE,
    BOOLEAN_TYPE,
    SCHEMAS,
    /** A statement under way can be cancelled at the server. */
    CANCEL
}
