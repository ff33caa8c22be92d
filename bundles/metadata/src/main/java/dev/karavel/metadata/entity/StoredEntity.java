package dev.karavel.metadata.entity;

import dev.karavel.api.catalog.Stored;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;

/** The row of a record: it alone knows how the record's fields lie in tables, so it has no getters and setters. */
@MappedSuperclass
public abstract class StoredEntity<R extends Stored> {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Version
    private int version;

    // Set with every save, so that the version counts changes of collections and children too.
    @Column(name = "changed_on")
    private LocalDateTime changedOn;

    @Column(length = 36)
    private String uuid;

    public abstract R read();

    /** Takes over what the record says but for its id, version, uuid and times. */
    public abstract void write(R from, RoleLookup roles);

    /** Last step of a save. */
    public void touch(UUID wanted, Instant now) {
        if (uuid == null) {
            uuid = (wanted == null ? UUID.randomUUID() : wanted).toString();
        }
        changedOn = Times.after(changedOn, now);
    }

    public long id() {
        return id;
    }

    public int version() {
        return version;
    }

    protected UUID uuid() {
        return UUID.fromString(uuid);
    }

    protected LocalDateTime changedOn() {
        return changedOn;
    }
}
