package dev.karavel.api.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The clock of the cluster, as a node that can be its holder sees it. Safe for several threads. */
@ProviderType
public interface Beat {
    /** Costs one question of the metadata database. */
    Status status();

    /** Of all sources of this node, by id. Asks each of them. */
    List<Planned> schedules();

    /**
     * @param here whether this node turns the clock now
     * @param holder who does; empty for nobody
     * @param mark up to when everything due was ordered; empty before the first turn
     * @param lag how long ago that is
     * @param ordered tasks this node ordered since it started
     */
    record Status(boolean here, String holder, Optional<Instant> mark, Duration lag, long ordered) {
        public Status {
            Objects.requireNonNull(holder, "holder");
            Objects.requireNonNull(mark, "mark");
            Objects.requireNonNull(lag, "lag");
        }
    }

    /**
     * @param next empty where its crontab has no further time, or cannot be read
     * @param last due time before now, done or not; empty where there was none in eight years
     */
    record Planned(Schedule schedule, Optional<Instant> next, Optional<Instant> last) {
        public Planned {
            Objects.requireNonNull(schedule, "schedule");
            Objects.requireNonNull(next, "next");
            Objects.requireNonNull(last, "last");
        }
    }
}
