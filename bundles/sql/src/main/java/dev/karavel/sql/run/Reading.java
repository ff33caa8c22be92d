package dev.karavel.sql.run;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.Limits;
import dev.karavel.spi.data.Rows;
import dev.karavel.spi.data.Table;
import dev.karavel.spi.data.Warehouse;
import java.util.Arrays;
import java.util.List;

/** One run, read into memory by one thread and cancelled by another. */
final class Reading {
    private static final int FIRST = 64;
    private static final int PLACE = 4;
    private static final int NUMBER = 24;
    private static final int TEXT = 48;

    private final String sql;
    private final Limits limits;
    private final long mostBytes;
    private long bytes;
    private Rows rows;
    private boolean cancelled;

    Reading(String sql, Limits limits, long mostBytes) {
        this.sql = sql;
        this.limits = limits;
        this.mostBytes = mostBytes;
    }

    Table read(Warehouse warehouse) {
        try (Rows running = warehouse.run(sql, limits)) {
            boolean stop;
            synchronized (this) {
                rows = running;
                stop = cancelled;
            }
            if (stop) {
                running.cancel();
            }
            return read(running);
        }
    }

    private Table read(Rows running) {
        List<Column> columns = running.columns();
        Object[][] values = new Object[columns.size()][Math.min(FIRST, limits.rows())];
        int count = 0;
        while (count < limits.rows() && running.next()) {
            for (int i = 0; i < values.length; i++) {
                if (count == values[i].length) {
                    values[i] = Arrays.copyOf(values[i], Math.min(limits.rows(), count * 2));
                }
                values[i][count] = running.value(i);
                bytes += size(values[i][count]);
            }
            if (bytes > mostBytes) {
                throw new KaravelException(
                        ErrorCode.TOO_LARGE, "The result is too large: ask for fewer rows or columns");
            }
            count++;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = Arrays.copyOf(values[i], count);
        }
        return new Table(columns, values, count);
    }

    /** About what a value takes, its place in the column included. */
    private static long size(Object value) {
        return value instanceof String text ? TEXT + text.length() : value == null ? PLACE : NUMBER;
    }

    void cancel() {
        Rows running;
        synchronized (this) {
            cancelled = true;
            running = rows;
        }
        if (running != null) {
            running.cancel();
        }
    }
}
