package dev.karavel.api.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Something somebody did: the action log. {@code details} is a JSON object without secrets. */
public record LogEntry(
        Instant at,
        Optional<Long> userId,
        String action,
        Optional<Long> dashboardId,
        Optional<Long> chartId,
        String details,
        Duration took) {}
