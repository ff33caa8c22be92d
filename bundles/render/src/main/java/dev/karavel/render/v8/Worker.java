package dev.karavel.render.v8;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread and its isolate: made when first needed, closed by the same thread. */
final class Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    /** V8 counts on a megabyte of stack, whatever the machine's default is; painting needs some on top. */
    private static final long STACK = 8L << 20;

    interface Maker {
        Isolate make() throws ScriptFailure;
    }

    private final BlockingQueue<Isolates.Job<?>> line;
    private final Maker maker;
    private final Thread thread;
    private volatile boolean leaving;
    private Isolate isolate;

    Worker(int number, BlockingQueue<Isolates.Job<?>> line, Maker maker) {
        this.line = line;
        this.maker = maker;
        thread = new Thread(null, this::work, "karavel-render-" + number, STACK);
        thread.setDaemon(true);
        thread.start();
    }

    void leave() {
        leaving = true;
        thread.interrupt();
    }

    void awaitEnd(Duration longest) {
        try {
            thread.join(longest.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        while (!leaving) {
            try {
                Isolates.Job<?> job = line.poll(1, TimeUnit.MINUTES);
                if (job == null) {
                    forget(); // a quiet server needs no memory for charts
                } else if (job.wanted()) {
                    run(job);
                }
            } catch (InterruptedException e) {
                LOG.debug("{} is told to leave", thread.getName());
            }
        }
        forget();
    }

    private void run(Isolates.Job<?> job) {
        try {
            if (isolate == null) {
                isolate = maker.make();
            }
        } catch (ScriptFailure e) {
            LOG.error("Charts cannot be drawn", e);
            job.fail(e);
            return;
        }
        if (!job.run(isolate, this) || isolate.worn()) {
            forget();
        }
    }

    private void forget() {
        if (isolate != null) {
            isolate.close();
            isolate = null;
        }
    }
}
