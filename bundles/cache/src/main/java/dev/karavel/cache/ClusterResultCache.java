package dev.karavel.cache;

import dev.karavel.api.cache.CachedResult;
import dev.karavel.api.cache.ResultCache;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import javax.cache.CacheException;
import org.apache.ignite.IgniteException;
import org.apache.ignite.cache.CachePeekMode;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Results in Ignite. Flights are shared on this node first, so that many callers cost the cluster one question. */
@Component
public final class ClusterResultCache implements ResultCache {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterResultCache.class);

    private final ClusterMember member;
    private final ResultStore results;
    private final ClusterFlights clusterFlights = new ClusterFlights();
    private final Map<String, LocalFlight> localFlights = new ConcurrentHashMap<>();
    private final ExecutorService threads;
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder shared = new LongAdder();

    @Activate
    public ClusterResultCache(@Reference(name = "member") ClusterMember member) {
        this(member, Clock.systemUTC());
    }

    ClusterResultCache(ClusterMember member, Clock clock) {
        this.member = member;
        this.results = new ResultStore(member, clock);
        AtomicInteger number = new AtomicInteger();
        // unbounded, because each flight has somebody who waits for it, and those are bounded
        threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "karavel-flight-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    @Deactivate
    public void stop() {
        threads.shutdownNow();
    }

    @Override
    public Optional<CachedResult> find(String key) {
        Optional<CachedResult> found = stored(key).map(StoredResult::result);
        found.ifPresent(result -> hits.increment());
        return found;
    }

    /** What a flight on this node is storing at this moment, else what is stored. */
    private Optional<StoredResult> stored(String key) {
        LocalFlight flight = localFlights.get(key);
        return (flight == null
                        ? Optional.<StoredResult>empty()
                        : flight.landed().filter(results::isFresh))
                .or(() -> results.find(key));
    }

    @Override
    public Found load(String key, boolean force, Duration timeToLive, Duration patience, Supplier<byte[]> loader) {
        Question question = new Question(key, force, timeToLive, Deadline.in(patience), loader);
        Optional<StoredResult> before = stored(key);
        if (!force && before.isPresent()) {
            hits.increment();
            return new Found(before.get().result(), true);
        }
        while (true) {
            LocalFlight mine = new LocalFlight();
            mine.join();
            LocalFlight running = localFlights.putIfAbsent(key, mine);
            if (running == null) {
                mine.takeOff(threads, () -> flyAmongNodes(question, before), () -> localFlights.remove(key, mine));
                return mine.await(question.deadline()).orElseThrow(ClusterResultCache::late);
            }
            if (force && running.landed().isPresent()) {
                running.settle();
                continue;
            }
            if (!running.join()) {
                localFlights.remove(key, running);
                continue;
            }
            Optional<Found> answer = running.await(question.deadline());
            shared.increment();
            return new Found(answer.orElseThrow(ClusterResultCache::late).result(), false);
        }
    }

    private static KaravelException late() {
        return new KaravelException(ErrorCode.WAREHOUSE_TIMEOUT, "The answer did not come in time");
    }

    @Override
    public void forget(String key) {
        settle(localFlights.get(key));
        member.ask(node -> node.results().remove(key));
    }

    @Override
    public void clear() {
        localFlights.values().forEach(ClusterResultCache::settle);
        member.ask(node -> {
            node.results().clear();
            return null;
        });
    }

    @Override
    public Statistics statistics() {
        localFlights.values().forEach(ClusterResultCache::settle);
        return member.ask(node -> {
            RegionUse region = RegionUse.of(node.ignite());
            return new Statistics(
                    node.results().sizeLong(CachePeekMode.PRIMARY),
                    region.bytes(),
                    node.self().settings().offHeapBytes(),
                    hits.sum(),
                    misses.sum(),
                    shared.sum(),
                    region.evictions());
        });
    }

    private record Question(
            String key, boolean force, Duration timeToLive, Deadline deadline, Supplier<byte[]> loader) {}

    private static void settle(LocalFlight flight) {
        if (flight != null) {
            flight.settle();
        }
    }

    private LocalFlight.Landing flyAmongNodes(Question question, Optional<StoredResult> before) {
        ClusterFlights.Takeoff takeoff =
                member.ask(node -> clusterFlights.takeOff(node, question.key(), question.deadline()));
        boolean loaded = false;
        try {
            Optional<StoredResult> landed = landedMeanwhile(question, before, takeoff.waited());
            if (landed.isPresent()) {
                (takeoff.waited() ? shared : hits).increment();
                return new LocalFlight.Landing(
                        new Found(landed.get().result(), !takeoff.waited()), Optional.empty(), () -> {});
            }
            LocalFlight.Landing landing = load(question, takeoff);
            loaded = true;
            return landing;
        } finally {
            if (!loaded) {
                land(question.key(), takeoff);
            }
        }
    }

    // Who forces an answer takes another flight's only if that was in the air when he came.
    private Optional<StoredResult> landedMeanwhile(Question question, Optional<StoredResult> before, boolean waited) {
        if (question.force() && !waited) {
            return Optional.empty();
        }
        return results.find(question.key())
                .filter(now ->
                        !question.force() || before.isEmpty() || before.get().flight() != now.flight());
    }

    private LocalFlight.Landing load(Question question, ClusterFlights.Takeoff takeoff) {
        misses.increment();
        CachedResult answer = results.now(question.loader().get());
        Optional<StoredResult> stored = results.toStore(answer, question.timeToLive());
        Runnable store = () -> {
            stored.ifPresent(result -> results.keep(question.key(), result));
            land(question.key(), takeoff);
        };
        if (takeoff.alone()) {
            return new LocalFlight.Landing(new Found(answer, false), stored, store);
        }
        store.run();
        return new LocalFlight.Landing(new Found(answer, false), Optional.empty(), () -> {});
    }

    private void land(String key, ClusterFlights.Takeoff takeoff) {
        try {
            takeoff.land().run();
        } catch (IgniteException | CacheException | IllegalStateException e) {
            // The others see that this node is gone, and take the marker over.
            LOG.warn("The flight of {} landed without telling: {}", key, e.toString());
        }
    }
}
