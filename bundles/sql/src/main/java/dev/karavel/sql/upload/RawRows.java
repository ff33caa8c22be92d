package dev.karavel.sql.upload;

/** Rows of a file as it has them: texts, or from a workbook also numbers, dates and truth. Read once, by one thread. */
interface RawRows extends AutoCloseable {
    boolean next();

    /** Where the row begins in the file, counted from 1. */
    long line();

    /** Of the current row; a missing value is null. */
    Object[] cells();

    @Override
    void close();
}
