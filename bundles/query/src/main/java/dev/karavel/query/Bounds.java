package dev.karavel.query;

import java.time.Duration;

/**
 * What the operator allows: rows per answer, rows of samples, how long answers are kept and waited for.
 *
 * @param exportRows most rows of a file that is streamed
 * @param exportDeadline how long that may take, for the slowest reader
 * @param byteOrderMark whether CSV files begin with one
 */
record Bounds(
        int defaultRows,
        int mostRows,
        int sampleRows,
        int cacheSeconds,
        Duration deadline,
        int exportRows,
        Duration exportDeadline,
        boolean byteOrderMark) {
    Bounds {
        if (defaultRows < 1 || mostRows < 1 || sampleRows < 1) {
            throw new IllegalArgumentException("Row limits of dev.karavel.query have to be 1 or more");
        }
        if (exportRows < 1 || exportDeadline.isNegative() || exportDeadline.isZero()) {
            throw new IllegalArgumentException(
                    "export_rows and export_seconds of dev.karavel.query have to be 1 or more");
        }
        if (deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("deadline_seconds of dev.karavel.query has to be 1 or more");
        }
    }
}
