package dev.karavel.metadata.entity;

import dev.karavel.api.report.ReportFormat;
import dev.karavel.api.report.ReportSchedule;
import dev.karavel.api.report.ReportSchedule.Alarm;
import dev.karavel.api.report.ReportSchedule.Delivery;
import dev.karavel.api.report.ReportSchedule.Kind;
import dev.karavel.api.report.ReportSchedule.Progress;
import dev.karavel.api.report.ReportSchedule.Timing;
import dev.karavel.api.report.ReportState;
import dev.karavel.api.schedule.Schedule.MissedRuns;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

@Entity
@Table(name = "report_schedule")
public class ReportScheduleEntity extends StampedEntity<ReportSchedule> {
    @Column(name = "type")
    private String kind;

    @Column(name = "name")
    private String name;

    @Column(name = "description")
    private String description;

    @Column(name = "active")
    private boolean active;

    @Column(name = "creation_method")
    private String creationMethod;

    @Column(name = "crontab")
    private String crontab;

    @Column(name = "time_zone")
    private String zone;

    @Column(name = "grace_period")
    private int grace;

    @Column(name = "working_timeout")
    private int workingTimeout;

    @Column(name = "log_retention")
    private int logDays;

    @Column(name = "missed_runs")
    private String missed;

    @Column(name = "chart_id")
    private Long chartId;

    @Column(name = "dashboard_id")
    private Long dashboardId;

    @Column(name = "database_id")
    private Long databaseId;

    @Lob
    @Column(name = "sql_text")
    private String sql;

    @Column(name = "validator_operator")
    private String operator;

    @Column(name = "validator_threshold")
    private Double threshold;

    @Column(name = "tells_recovery")
    private boolean tellsRecovery;

    @Column(name = "report_format")
    private String format;

    @Column(name = "email_subject")
    private String subject;

    @Lob
    @Column(name = "context_markdown")
    private String words;

    @Column(name = "force_screenshot")
    private boolean forcePicture;

    @Column(name = "custom_width")
    private Integer width;

    @Lob
    @Column(name = "extra_json")
    private String extra;

    @Lob
    @Column(name = "recipients_json")
    private String recipients;

    // What runs leave behind is written by statements that know nothing of the version: see StoredReportSchedules.
    @Column(name = "last_state", updatable = false)
    private String state = ReportState.NOT_TRIGGERED.word();

    @Column(name = "last_run", updatable = false)
    private LocalDateTime lastRun;

    @Column(name = "found_value", updatable = false)
    private Double value;

    @Lob
    @Column(name = "found_row", updatable = false)
    private String row;

    @Column(name = "working_run", updatable = false)
    private String workingRun;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "report_schedule_user", joinColumns = @JoinColumn(name = "report_schedule_id"))
    @Column(name = "user_id")
    private Set<Long> owners = new HashSet<>();

    @Override
    public ReportSchedule read() {
        return new ReportSchedule(
                id(),
                uuid(),
                version(),
                Kind.ALERT.word().equals(kind) ? Kind.ALERT : Kind.REPORT,
                name,
                Fields.read(description),
                active,
                creationMethod,
                new Timing(
                        crontab,
                        ZoneId.of(zone),
                        Duration.ofSeconds(grace),
                        Duration.ofSeconds(workingTimeout),
                        logDays,
                        MissedRuns.valueOf(missed)),
                optional(chartId),
                optional(dashboardId),
                databaseId == null
                        ? Optional.empty()
                        : Optional.of(new Alarm(
                                databaseId,
                                Fields.read(sql),
                                Optional.ofNullable(operator),
                                Numbers.read(threshold),
                                tellsRecovery)),
                new Delivery(
                        ReportFormat.valueOf(format),
                        Fields.read(subject),
                        Fields.read(words),
                        forcePicture,
                        width == null ? OptionalInt.empty() : OptionalInt.of(width),
                        Fields.read(extra)),
                RecipientText.read(Fields.read(recipients)),
                owners,
                new Progress(
                        ReportState.of(state).orElse(ReportState.ERROR),
                        Optional.ofNullable(lastRun).map(Times::instant),
                        Numbers.read(value),
                        Fields.read(row)),
                stamp());
    }

    @Override
    public void write(ReportSchedule from, RoleLookup roles) {
        kind = from.kind().word();
        name = Fields.name("name", from.name(), 150);
        description = Fields.text("description", from.description(), 4_000);
        active = from.active();
        creationMethod = Fields.name("creation_method", from.creationMethod(), 32);
        Timing timing = from.timing();
        crontab = Fields.name("crontab", timing.crontab(), 1_000);
        zone = timing.zone().getId();
        grace = Math.toIntExact(timing.grace().toSeconds());
        workingTimeout = Math.toIntExact(timing.workingTimeout().toSeconds());
        logDays = timing.logDays();
        missed = timing.missed().name();
        chartId = boxed(from.chartId());
        dashboardId = boxed(from.dashboardId());
        databaseId = from.alarm().map(Alarm::databaseId).orElse(null);
        sql = from.alarm().map(alarm -> Fields.text("sql", alarm.sql())).orElse(null);
        operator = from.alarm().flatMap(Alarm::operator).orElse(null);
        threshold = from.alarm().map(alarm -> Numbers.stored(alarm.threshold())).orElse(null);
        tellsRecovery = from.alarm().map(Alarm::tellsRecovery).orElse(false);
        Delivery delivery = from.delivery();
        format = delivery.format().name();
        subject = Fields.text("email_subject", delivery.subject(), 255);
        words = Fields.text("context_markdown", delivery.words());
        forcePicture = delivery.forcePicture();
        width = delivery.width().isPresent() ? delivery.width().getAsInt() : null;
        extra = Fields.text("extra", delivery.extra());
        recipients = Fields.text("recipients", RecipientText.write(from.recipients()));
        Fields.replace(owners, from.owners());
        stamp(from.stamp());
    }

    private static OptionalLong optional(Long id) {
        return id == null ? OptionalLong.empty() : OptionalLong.of(id);
    }

    private static Long boxed(OptionalLong id) {
        return id.isPresent() ? id.getAsLong() : null;
    }
}
