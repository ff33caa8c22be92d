package dev.karavel.render.browser;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One browser, started when the first picture is wanted and ended when none was for a while. Few pages at once, and a short line
 * before them. A browser that crashed, or grew beyond its bound, is replaced with the next picture. Safe for several threads.
 */
public final class Browser implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Browser.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    /** What pages leave behind goes with the process. */
    private static final int MOST_PAGES = 500;

    private final BrowserSettings settings;
    private final Semaphore places;
    private final AtomicInteger waiting = new AtomicInteger();
    private final ScheduledExecutorService clock;
    private Program program;
    private DevTools tools;
    private int taken;
    private int busy;
    private long lastUse;
    private String why = "";

    public Browser(BrowserSettings settings) {
        this.settings = settings;
        places = new Semaphore(settings.pages(), true);
        clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "karavel-browser-clock");
            thread.setDaemon(true);
            return thread;
        });
        clock.scheduleWithFixedDelay(this::look, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Photographs; a browser that died is started anew and asked once more.
     *
     * @throws KaravelException QUEUE_FULL; CANCELLED
     */
    public Photograph photograph(Sitting sitting) throws BrowserFailure {
        if (waiting.incrementAndGet() > settings.waiting() + settings.pages()) {
            waiting.decrementAndGet();
            throw KaravelException.busy(
                    ErrorCode.QUEUE_FULL,
                    "Too many pictures are being drawn; try again in a moment",
                    Duration.ofSeconds(5));
        }
        try {
            places.acquire();
            try {
                return taken(sitting);
            } finally {
                places.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KaravelException(ErrorCode.CANCELLED, "Nobody waits for the picture any more", e);
        } finally {
            waiting.decrementAndGet();
        }
    }

    private Photograph taken(Sitting sitting) throws BrowserFailure, InterruptedException {
        DevTools current = begin();
        try {
            return page(current).photograph(sitting);
        } catch (BrowserFailure e) {
            if (alive(current)) {
                throw e;
            }
            LOG.warn("The browser for pictures ended ({}); it is started again", reason(e));
            return again(sitting, e);
        } finally {
            done();
        }
    }

    private Photograph again(Sitting sitting, BrowserFailure first) throws BrowserFailure, InterruptedException {
        DevTools next = begin();
        try {
            return page(next).photograph(sitting);
        } catch (BrowserFailure e) {
            throw alive(next) ? e : new BrowserFailure(reason(e), first);
        } finally {
            done();
        }
    }

    private Page page(DevTools current) {
        return new Page(current, System.nanoTime() + settings.longest().toNanos());
    }

    private synchronized DevTools begin() throws BrowserFailure {
        if (program != null && (!program.process().isAlive() || taken >= MOST_PAGES && busy == 0)) {
            end();
        }
        if (program == null) {
            program = Program.start(settings);
            tools = new DevTools(program.process());
            taken = 0;
            why = "";
            LOG.info(
                    "The browser for pictures is started: {}, process {}",
                    settings.program(),
                    program.process().pid());
        }
        taken++;
        busy++;
        return tools;
    }

    private synchronized void done() {
        busy--;
        lastUse = System.nanoTime();
    }

    private synchronized boolean alive(DevTools asked) throws InterruptedException {
        return asked == tools && program != null && !program.process().waitFor(300, TimeUnit.MILLISECONDS);
    }

    private synchronized String reason(BrowserFailure e) {
        if (!why.isEmpty()) {
            return why;
        }
        String words = program == null ? "" : program.lastWords();
        return words.isEmpty() ? e.getMessage() : e.getMessage() + "; it said: " + words;
    }

    private synchronized void look() {
        if (program == null) {
            return;
        }
        long quiet = System.nanoTime() - lastUse;
        if (busy == 0 && quiet > settings.idle().toNanos()) {
            LOG.info("The browser for pictures is ended: nobody needs it now");
            end();
        } else if (program.residentBytes() > (long) settings.megabytes() << 20) {
            why = "It takes more than " + settings.megabytes() + " MB of memory";
            LOG.warn("The browser for pictures is ended: {}", why);
            program.kill();
        }
    }

    private void end() {
        program.kill();
        program = null;
        tools = null;
    }

    @Override
    public synchronized void close() {
        clock.shutdownNow();
        if (program != null) {
            end();
        }
    }
}
