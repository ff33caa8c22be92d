package dev.karavel.metadata.entity;

import dev.karavel.api.catalog.Stored;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;

/** A row that lies in the trash for a while before it goes. Written past the entity, by the trash alone. */
@MappedSuperclass
public abstract class TrashableEntity<R extends Stored> extends StampedEntity<R> {
    @Column(name = "deleted_on", insertable = false, updatable = false)
    private LocalDateTime deletedOn;

    // What gave way so that others may have it: the slug of a dashboard, the name of a dataset.
    @Column(name = "former_key", insertable = false, updatable = false)
    private String formerKey;

    public Optional<Instant> deletedOn() {
        return Optional.ofNullable(deletedOn).map(Times::instant);
    }

    public String formerKey() {
        return Fields.read(formerKey);
    }
}
