package dev.karavel.web.server;

import dev.karavel.api.report.ReportSchedule;
import dev.karavel.api.report.ReportTrials;
import dev.karavel.api.security.Principal;
import java.time.Instant;
import java.util.OptionalDouble;

/** Every statement gives 42; tests arrive. */
final class FakeReportTrials implements ReportTrials {
    @Override
    public Sight look(ReportSchedule.Alarm alarm, Principal principal) {
        return new Sight(alarm.threshold().orElse(0) < 42, OptionalDouble.of(42), "[{\"n\":42}]");
    }

    @Override
    public String sendTo(ReportSchedule schedule, Principal principal, Instant now) {
        return principal.username() + " got " + schedule.name() + " for "
                + schedule.recipients().size() + " others";
    }
}
