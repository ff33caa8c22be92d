package dev.karavel.api.catalog;

import java.time.Instant;
import java.util.Optional;

/** Who made a thing and who changed it last, and when. */
public record Stamp(Instant createdOn, Optional<Long> createdBy, Instant changedOn, Optional<Long> changedBy) {
    /** For things not stored yet; the repository sets the times. */
    public static Stamp none() {
        return new Stamp(Instant.EPOCH, Optional.empty(), Instant.EPOCH, Optional.empty());
    }

    /** The same with somebody as the one who changes it now, and who made it if nobody did yet. */
    public Stamp by(long userId) {
        return new Stamp(
                createdOn, createdBy.isPresent() ? createdBy : Optional.of(userId), changedOn, Optional.of(userId));
    }
}
