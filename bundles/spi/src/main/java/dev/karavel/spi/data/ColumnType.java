package dev.karavel.spi.data;

/**
 * What a column holds, and the Java type of its values: TEXT {@link String}, INTEGER {@link Long}, DECIMAL {@link Double}
 * or {@link java.math.BigDecimal}, BOOLEAN {@link Boolean}, DATE {@link java.time.LocalDate}, TIMESTAMP
 * {@link java.time.LocalDateTime} in UTC. A source type nobody knows is shown as TEXT, never dropped.
 */
public enum ColumnType {
    TEXT(1),
    INTEGER(0),
    DECIMAL(0),
    BOOLEAN(3),
    DATE(2),
    TIMESTAMP(2);

    private final int genericCode;

    ColumnType(int genericCode) {
        this.genericCode = genericCode;
    }

    /** Superset's generic type: 0 numeric, 1 text, 2 temporal, 3 boolean. */
    public int genericCode() {
        return genericCode;
    }

    public boolean isTemporal() {
        return genericCode == 2;
    }

    public boolean isNumeric() {
        return genericCode == 0;
    }
}
