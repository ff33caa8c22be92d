package dev.karavel.web.server;

import dev.karavel.api.report.ReportSchedule;
import dev.karavel.api.report.ReportSchedule.Recipient;
import dev.karavel.api.report.ReportState;
import dev.karavel.api.report.Reports;
import dev.karavel.api.security.Principal;
import dev.karavel.api.task.TaskOrder;
import dev.karavel.spi.data.Setting;
import dev.karavel.spi.notify.Choice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Finds everything right, and sends nothing. */
final class FakeReports implements Reports {
    @Override
    public ReportSchedule check(ReportSchedule wanted, Optional<ReportSchedule> stored, Principal principal) {
        return wanted;
    }

    @Override
    public TaskOrder order(ReportSchedule schedule, Principal principal, Instant now) {
        throw new UnsupportedOperationException("no queue");
    }

    @Override
    public Trial tryOut(ReportSchedule schedule, Principal principal, Instant now) {
        return new Trial(ReportState.SUCCESS, OptionalDouble.of(42), "", "Subject", "Text", List.of(), List.of());
    }

    @Override
    public List<Channel> channels() {
        Setting target = new Setting("target", "To", Setting.Kind.TEXT, true, "", "");
        return List.of(new Channel("Email", "E-mail", List.of(target), "No mail server"));
    }

    @Override
    public List<Choice> choices(String channel, String setting, String search) {
        return List.of(new Choice("C1", channel + " " + search));
    }

    @Override
    public Recipient shown(Recipient recipient) {
        return new Recipient(recipient.channel(), Map.of("target", "shown"));
    }
}
