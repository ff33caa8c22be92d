package dev.karavel.metadata.entity;

import dev.karavel.api.catalog.KeptValue;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;

/** A value under its key; it points at nothing, so that what it tells of may go. */
@Entity
@Table(name = "key_value")
public class KeptEntity {
    @Id
    @Column(name = "value_key")
    private String key;

    @Column(name = "resource")
    private String kind;

    @Lob
    @Column(name = "value")
    private String value;

    @Column(name = "created_by_fk")
    private Long owner;

    @Column(name = "created_on")
    private LocalDateTime createdOn;

    @Column(name = "expires_on")
    private LocalDateTime expiresOn;

    protected KeptEntity() {}

    public KeptEntity(KeptValue from) {
        key = from.key();
        kind = from.kind();
        value = Fields.text("value", from.value());
        owner = from.owner().orElse(null);
        createdOn = Times.stored(from.createdOn());
        expire(from.expiresOn());
    }

    public KeptValue read() {
        return new KeptValue(
                key,
                kind,
                value,
                Optional.ofNullable(owner),
                Times.instant(createdOn),
                Optional.ofNullable(expiresOn).map(Times::instant));
    }

    public boolean is(String wanted, Instant now) {
        return kind.equals(wanted) && (expiresOn == null || expiresOn.isAfter(Times.stored(now)));
    }

    public void hold(String other) {
        value = Fields.text("value", other);
    }

    public final void expire(Optional<Instant> time) {
        expiresOn = time.map(Times::stored).orElse(null);
    }

    /** How a moment stands in the table, for questions about it. */
    public static LocalDateTime moment(Instant time) {
        return Times.stored(time);
    }
}
