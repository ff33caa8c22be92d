package dev.karavel.web.account;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts failures per address within a moving window. Safe for several threads. */
final class AddressLimit {
    private static final int MOST_ADDRESSES = 10_000;

    private final int most;
    private final long window;
    private final Clock clock;
    private final Map<String, Deque<Long>> failures = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Long>> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    AddressLimit(int most, Duration window, Clock clock) {
        this.most = most;
        this.window = window.toMillis();
        this.clock = clock;
    }

    synchronized boolean open(String address) {
        Deque<Long> recent = failures.get(address);
        if (recent == null) {
            return true;
        }
        while (!recent.isEmpty() && recent.peekFirst() <= clock.millis() - window) {
            recent.removeFirst();
        }
        return recent.size() < most;
    }

    synchronized void failed(String address) {
        Deque<Long> recent = failures.computeIfAbsent(address, any -> new ArrayDeque<>());
        recent.addLast(clock.millis());
        if (recent.size() > most) {
            recent.removeFirst();
        }
    }
}
