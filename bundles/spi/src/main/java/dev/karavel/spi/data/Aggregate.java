package dev.karavel.spi.data;

/** The aggregates a simple metric can use, under Superset's names. */
public enum Aggregate {
    AVG,
    COUNT,
    COUNT_DISTINCT,
    MAX,
    MIN,
    SUM
}
