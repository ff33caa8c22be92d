package dev.karavel.metadata.entity;

import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.catalog.Stored;
import jakarta.persistence.Column;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;

/** A row that remembers who made it and who changed it last. */
@MappedSuperclass
public abstract class StampedEntity<R extends Stored> extends StoredEntity<R> {
    @Column(name = "created_on")
    private LocalDateTime createdOn;

    @Column(name = "created_by_fk")
    private Long createdBy;

    @Column(name = "changed_by_fk")
    private Long changedBy;

    // The same columns as relations: lists are ordered by the names of people.
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "created_by_fk", insertable = false, updatable = false)
    private UserEntity creator;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "changed_by_fk", insertable = false, updatable = false)
    private UserEntity changer;

    @Override
    public void touch(UUID wanted, Instant now) {
        super.touch(wanted, now);
        if (createdOn == null) {
            createdOn = changedOn();
        }
    }

    protected void stamp(Stamp stamp) {
        createdBy = stamp.createdBy().orElse(null);
        changedBy = stamp.changedBy().orElse(null);
    }

    protected Stamp stamp() {
        return new Stamp(
                Times.instant(createdOn),
                Optional.ofNullable(createdBy),
                Times.instant(changedOn()),
                Optional.ofNullable(changedBy));
    }
}
