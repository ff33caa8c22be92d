package dev.karavel.sql.run;

import dev.karavel.spi.data.Limits;
import dev.karavel.spi.data.Rows;
import dev.karavel.spi.data.Warehouse;
import java.util.function.Consumer;
import java.util.function.Function;

/** One run, read by one thread and cancelled by another. */
final class Reading<T> {
    private final Question question;
    private final Limits limits;
    private final Function<Rows, T> reader;
    private Rows rows;
    private boolean cancelled;

    /** What is wanted of a warehouse. */
    interface Question {
        Rows ask(Warehouse warehouse, Limits limits);
    }

    Reading(Question question, Limits limits, Function<Rows, T> reader) {
        this.question = question;
        this.limits = limits;
        this.reader = reader;
    }

    /** @param answer takes the result before the warehouse has tidied up after it */
    void read(Warehouse warehouse, Consumer<T> answer) {
        try (Rows running = question.ask(warehouse, limits)) {
            boolean stop;
            synchronized (this) {
                rows = running;
                stop = cancelled;
            }
            if (stop) {
                running.cancel();
            }
            answer.accept(reader.apply(running));
        }
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
