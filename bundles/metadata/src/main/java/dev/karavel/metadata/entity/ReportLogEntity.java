package dev.karavel.metadata.entity;

import dev.karavel.api.report.ReportLog;
import dev.karavel.api.report.ReportState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;

@Entity
@Table(name = "report_execution_log")
public class ReportLogEntity extends StoredEntity<ReportLog> {
    @Column(name = "report_schedule_id")
    private long scheduleId;

    @Column(name = "scheduled_dttm")
    private LocalDateTime scheduled;

    @Column(name = "start_dttm")
    private LocalDateTime started;

    @Column(name = "end_dttm")
    private LocalDateTime ended;

    @Column(name = "state")
    private String state;

    @Column(name = "found_value")
    private Double value;

    @Lob
    @Column(name = "found_row")
    private String row;

    @Lob
    @Column(name = "message")
    private String message;

    @Override
    public ReportLog read() {
        return new ReportLog(
                id(),
                uuid(),
                version(),
                scheduleId,
                Times.instant(scheduled),
                Times.instant(started),
                Optional.ofNullable(ended).map(Times::instant),
                ReportState.of(state).orElse(ReportState.ERROR),
                Numbers.read(value),
                Fields.read(row),
                Fields.read(message));
    }

    @Override
    public void write(ReportLog from, RoleLookup roles) {
        scheduleId = from.scheduleId();
        scheduled = Times.stored(from.scheduled());
        started = Times.stored(from.started());
        ended = from.ended().map(Times::stored).orElse(null);
        state = from.state().word();
        value = Numbers.stored(from.value());
        row = Fields.text("value_row_json", from.row());
        message = Fields.text("error_message", from.message());
    }

    /** As the columns have it. */
    public static LocalDateTime moment(Instant moment) {
        return Times.stored(moment);
    }
}
