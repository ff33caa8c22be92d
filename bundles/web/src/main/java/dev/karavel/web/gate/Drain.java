package dev.karavel.web.gate;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves in good order: tells a load balancer first, goes on answering until it has heard, then waits for who is still being
 * served. Whoever stops the server runs it before: a {@link Runnable} with the property {@code karavel.drain}.
 */
@Component(
        service = {Drain.class, Runnable.class},
        property = "karavel.drain=true",
        configurationPid = "dev.karavel.web.drain")
@Designate(ocd = Drain.Config.class)
public final class Drain implements Runnable {
    @ObjectClassDefinition(name = "Karavel drain")
    @interface Config {
        @AttributeDefinition(
                name = "How long a server that stops says so before it stops answering, ISO-8601",
                description = "Longer than a load balancer takes to notice; zero for a server alone.")
        String notice() default "PT0S";

        @AttributeDefinition(name = "How long it then waits for requests that run, ISO-8601")
        String patience() default "PT20S";
    }

    private record Waits(Duration notice, Duration patience) {}

    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);

    private volatile Waits waits;
    private final AtomicInteger running = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private volatile boolean leaving;

    @Activate
    public Drain(Config config) {
        this(Duration.parse(config.notice()), Duration.parse(config.patience()));
    }

    public Drain(Duration notice, Duration patience) {
        waits = new Waits(notice, patience);
    }

    @Modified
    void modified(Config config) {
        waits = new Waits(Duration.parse(config.notice()), Duration.parse(config.patience()));
    }

    /** Nobody new shall come. */
    public boolean isLeaving() {
        return leaving;
    }

    void entered() {
        running.incrementAndGet();
    }

    void left() {
        if (running.decrementAndGet() == 0 && leaving) {
            lock.lock();
            try {
                ended.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    @Override
    public void run() {
        Duration notice = waits.notice();
        if (notice.isZero()) {
            return;
        }
        leaving = true;
        LOG.info("Leaving: load balancers are told for {}", notice);
        try {
            await(notice, () -> 1);
            await(waits.patience(), running::get);
            if (running.get() > 0) {
                LOG.warn("{} requests are cut off", running.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void await(Duration longest, IntSupplier left) throws InterruptedException {
        long nanos = longest.toNanos();
        lock.lock();
        try {
            while (nanos > 0 && left.getAsInt() > 0) {
                // a signal may come between the look and the wait, so no wait is long
                long slept = Math.min(nanos, TimeUnit.MILLISECONDS.toNanos(100));
                nanos += ended.awaitNanos(slept) - slept;
            }
        } finally {
            lock.unlock();
        }
    }
}
