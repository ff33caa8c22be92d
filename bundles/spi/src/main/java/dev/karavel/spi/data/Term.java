package dev.karavel.spi.data;

/** Something a query can select, order by or limit by. */
public sealed interface Term permits Dimension, Metric {
    /** Name of the column in the result. */
    String label();
}
