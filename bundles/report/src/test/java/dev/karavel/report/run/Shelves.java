package dev.karavel.report.run;

import dev.karavel.api.report.Deliveries;
import dev.karavel.api.report.ReportLog;
import dev.karavel.api.report.ReportLogs;
import dev.karavel.api.report.ReportSchedule;
import dev.karavel.api.report.ReportSchedule.Progress;
import dev.karavel.api.report.ReportSchedules;
import dev.karavel.api.report.ReportState;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The tables of alerts and reports in memory. */
final class Shelves {
    private Shelves() {}

    static final class Schedules extends Shelf<ReportSchedule> implements ReportSchedules {
        final Map<Long, UUID> working = new HashMap<>();
        final Map<Long, Instant> since = new HashMap<>();
        final Map<Long, ReportState> states = new HashMap<>();

        Schedules() {
            super((schedule, id) -> schedule);
        }

        @Override
        public List<ReportSchedule> active() {
            return things.values().stream().filter(ReportSchedule::active).toList();
        }

        @Override
        public boolean begin(long id, UUID run, Instant now) {
            boolean other = working.containsKey(id) && !working.get(id).equals(run);
            if (other
                    && since.get(id)
                            .plus(things.get(id).timing().workingTimeout())
                            .isAfter(now)) {
                return false;
            }
            working.put(id, run);
            since.put(id, now);
            states.put(id, ReportState.WORKING);
            return true;
        }

        @Override
        public void advance(long id, UUID run, Progress progress) {
            if (working.remove(id, run)) {
                states.put(id, progress.state());
            }
        }

        @Override
        public Optional<UUID> working(long id) {
            return Optional.ofNullable(working.get(id));
        }
    }

    static final class Logs extends Shelf<ReportLog> implements ReportLogs {
        Logs() {
            super((log, id) -> new ReportLog(
                    id,
                    log.uuid(),
                    0,
                    log.scheduleId(),
                    log.scheduled(),
                    log.started(),
                    log.ended(),
                    log.state(),
                    log.value(),
                    log.row(),
                    log.message()));
        }

        @Override
        public Optional<ReportLog> lastBefore(long scheduleId, Instant moment, Collection<ReportState> states) {
            return things.values().stream()
                    .filter(log ->
                            log.scheduleId() == scheduleId && log.started().isBefore(moment))
                    .filter(log -> states.contains(log.state()))
                    .max(Comparator.comparing(ReportLog::started));
        }

        @Override
        public int giveUp(long scheduleId, Instant before, Instant now, String why) {
            List<ReportLog> stuck = things.values().stream()
                    .filter(log ->
                            log.state() == ReportState.WORKING && log.started().isBefore(before))
                    .toList();
            stuck.forEach(log -> save(log.ended(now, ReportState.ERROR, why)));
            return stuck.size();
        }

        @Override
        public int forgetBefore(long scheduleId, Instant moment) {
            int before = things.size();
            things.values()
                    .removeIf(log ->
                            log.scheduleId() == scheduleId && log.scheduled().isBefore(moment));
            return before - things.size();
        }
    }

    static final class Marks implements Deliveries {
        private final Map<Delivery, Optional<Instant>> marks = new HashMap<>();

        @Override
        public boolean begin(Delivery delivery, Instant now) {
            return marks.merge(delivery, Optional.empty(), (old, fresh) -> old).isEmpty();
        }

        @Override
        public void sent(Delivery delivery, Instant now) {
            marks.put(delivery, Optional.of(now));
        }

        @Override
        public Optional<Instant> last(long scheduleId, Purpose purpose) {
            return marks.entrySet().stream()
                    .filter(mark -> mark.getKey().scheduleId() == scheduleId
                            && mark.getKey().purpose() == purpose)
                    .flatMap(mark -> mark.getValue().stream())
                    .max(Comparator.naturalOrder());
        }

        @Override
        public int forgetBefore(long scheduleId, Instant moment) {
            throw new AssertionError("Nobody prunes here");
        }
    }
}
