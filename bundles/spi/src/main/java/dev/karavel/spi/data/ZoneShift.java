package dev.karavel.spi.data;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/** The wall clock of a zone for warehouses that know no zones: a CASE over the changes of its offset, as {@link java.time} has them. */
final class ZoneShift {
    /** Two changes a year; enough for what charts show. */
    private static final int MOST_CHANGES = 200;

    private ZoneShift() {}

    static String of(Dialect dialect, String timestamp, ZoneId zone, LocalDateTime from, LocalDateTime to) {
        ZoneRules rules = zone.getRules();
        Instant end = to.toInstant(ZoneOffset.UTC);
        ZoneOffset offset = rules.getOffset(from.toInstant(ZoneOffset.UTC));
        StringBuilder sql = new StringBuilder();
        ZoneOffsetTransition change = rules.nextTransition(from.toInstant(ZoneOffset.UTC));
        for (int i = 0;
                i < MOST_CHANGES && change != null && !change.getInstant().isAfter(end);
                i++) {
            LocalDateTime at = LocalDateTime.ofInstant(change.getInstant(), ZoneOffset.UTC);
            sql.append(" WHEN ")
                    .append(timestamp)
                    .append(" < ")
                    .append(dialect.literal(at))
                    .append(" THEN ")
                    .append(shifted(dialect, timestamp, change.getOffsetBefore()));
            offset = change.getOffsetAfter();
            change = rules.nextTransition(change.getInstant());
        }
        String last = shifted(dialect, timestamp, offset);
        return sql.isEmpty() ? last : "CASE" + sql + " ELSE " + last + " END";
    }

    private static String shifted(Dialect dialect, String timestamp, ZoneOffset offset) {
        int seconds = offset.getTotalSeconds();
        return seconds == 0 ? timestamp : dialect.plusSeconds(timestamp, seconds);
    }
}
