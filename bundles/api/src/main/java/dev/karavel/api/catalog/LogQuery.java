package dev.karavel.api.catalog;

import java.time.Instant;
import java.util.Optional;

/**
 * Which lines of the action log.
 *
 * @param action part of what was done, or empty
 * @param page from 0
 */
public record LogQuery(
        Optional<Long> userId,
        String action,
        Optional<Long> dashboardId,
        Optional<Long> chartId,
        Optional<Instant> from,
        Optional<Instant> until,
        int page,
        int pageSize) {}
