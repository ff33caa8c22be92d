package dev.karavel.metadata.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;

/** An office of the cluster; changed by conditional statements alone. */
@Entity
@Table(name = "cluster_lease")
public class LeaseEntity {
    @Id
    @Column(name = "lease_name")
    private String name;

    @Column(name = "holder")
    private String holder;

    @Column(name = "takes")
    private long takes;

    @Column(name = "marked_on")
    private LocalDateTime marked;

    protected LeaseEntity() {}

    public LeaseEntity(String name) {
        this.name = name;
        this.holder = "";
    }

    public String holder() {
        return holder == null ? "" : holder;
    }

    public long takes() {
        return takes;
    }

    public Optional<Instant> mark() {
        return Optional.ofNullable(marked).map(Times::instant);
    }

    /** How a moment stands in the table, for statements about it. */
    public static LocalDateTime moment(Instant time) {
        return Times.stored(time);
    }
}
