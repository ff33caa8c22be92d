package dev.karavel.spi.data;

/** What {@link Warehouse#write} does where a table of that name exists. */
public enum IfExists {
    /** Nothing is written; {@link WarehouseException.Reason#TABLE_EXISTS}. */
    FAIL,
    /** The new table takes the place of the old one, once all rows are written. */
    REPLACE,
    /** The rows are added; the table has to have all their columns. */
    APPEND
}
