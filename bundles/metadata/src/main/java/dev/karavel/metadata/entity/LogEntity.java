package dev.karavel.metadata.entity;

import dev.karavel.api.catalog.LogEntry;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;

/** A line of the action log. It outlives what it tells of, so it points at nothing. */
@Entity
@Table(name = "logs")
public class LogEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "action")
    private String action;

    @Column(name = "user_id")
    private Long userId;

    @Column(name = "dashboard_id")
    private Long dashboardId;

    @Column(name = "slice_id")
    private Long chartId;

    @Lob
    @Column(name = "json")
    private String details;

    @Column(name = "dttm")
    private LocalDateTime at;

    @Column(name = "duration_ms")
    private long milliseconds;

    protected LogEntity() {}

    public LogEntity(LogEntry from) {
        action = shortened(from.action());
        userId = from.userId().orElse(null);
        dashboardId = from.dashboardId().orElse(null);
        chartId = from.chartId().orElse(null);
        details = Fields.read(from.details()).replace("\0", "");
        at = Times.stored(from.at());
        milliseconds = from.took().toMillis();
    }

    public LogEntry read() {
        return new LogEntry(
                Times.instant(at),
                Optional.ofNullable(userId),
                action,
                Optional.ofNullable(dashboardId),
                Optional.ofNullable(chartId),
                Fields.read(details),
                Duration.ofMillis(milliseconds));
    }

    // Nobody waits for the answer, so nobody can be told that it does not fit.
    private static String shortened(String text) {
        String clean = text.replace("\0", "");
        return clean.length() <= 512 ? clean : clean.substring(0, 512);
    }
}
