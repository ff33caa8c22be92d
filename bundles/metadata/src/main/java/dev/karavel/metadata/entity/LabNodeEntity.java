package dev.karavel.metadata.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;

/** A server that runs queries; has no version, since it alone writes its row. */
@Entity
@Table(name = "sqllab_node")
public class LabNodeEntity {
    @Id
    @Column(name = "node_id")
    private String node;

    @Column(name = "alive_until")
    private LocalDateTime until;

    protected LabNodeEntity() {}

    public LabNodeEntity(String node) {
        this.node = node;
    }

    public void alive(Instant time) {
        until = Times.stored(time);
    }

    /** How a moment stands in the table, for questions about it. */
    public static LocalDateTime moment(Instant time) {
        return Times.stored(time);
    }
}
