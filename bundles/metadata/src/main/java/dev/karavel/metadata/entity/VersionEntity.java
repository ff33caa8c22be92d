package dev.karavel.metadata.entity;

import dev.karavel.api.catalog.Stamp;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;

/** A thing as it once was, as compressed text; it points at nothing, so that what it tells of may go. */
@Entity
@Table(name = "object_versions")
public class VersionEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "object_type")
    private String kind;

    @Column(name = "object_id")
    private long objectId;

    @Column(name = "number")
    private int number;

    @Column(name = "saved_on")
    private LocalDateTime savedOn;

    @Column(name = "saved_by")
    private Long savedBy;

    @Column(name = "changes")
    private String changes;

    // Lazy: lists of versions tell nothing of what is in them.
    @Lob
    @Basic(fetch = FetchType.LAZY)
    @Column(name = "content")
    private byte[] content;

    protected VersionEntity() {}

    public VersionEntity(String kind, long objectId, int number, Stamp saved, String changes, byte[] content) {
        this.kind = kind;
        this.objectId = objectId;
        this.number = number;
        savedOn = Times.stored(saved.changedOn());
        savedBy = saved.changedBy().orElse(null);
        this.changes = changes;
        this.content = content.clone();
    }

    public int number() {
        return number;
    }

    public Instant savedOn() {
        return Times.instant(savedOn);
    }

    public Optional<Long> savedBy() {
        return Optional.ofNullable(savedBy);
    }

    public String changes() {
        return changes;
    }

    public byte[] content() {
        return content.clone();
    }
}
