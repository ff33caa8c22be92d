package dev.karavel.beat;

import java.time.Duration;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * A checked configuration.
 *
 * @param turn from one look at what is due to the next
 * @param lease after how long without a sign of life another node takes over
 * @param grace due times this late are still ordered one by one; later ones are missed
 */
record BeatSettings(String name, Duration turn, Duration lease, Duration grace) {
    /** A holder says so four times in a lease, and so often looks who would be one. */
    static final int SIGNS = 4;

    @ObjectClassDefinition(name = "Karavel beat")
    @interface Config {
        @AttributeDefinition(name = "Name of this node", description = "Shown to people. Empty: its process.")
        String name() default "";

        @AttributeDefinition(name = "From one look at what is due to the next", description = "ISO-8601 duration.")
        String turn() default "PT5S";

        @AttributeDefinition(
                name = "After how long without a sign of life another node takes over",
                description = "ISO-8601 duration; the same on every node.")
        String lease() default "PT8S";

        @AttributeDefinition(
                name = "How late a due time is still kept",
                description = "ISO-8601 duration. Later ones are missed: skipped or done once, as their schedule says.")
        String grace() default "PT5M";
    }

    BeatSettings {
        atLeast("turn", turn, Duration.ofSeconds(1));
        atLeast("lease", lease, Duration.ofSeconds(1));
        atLeast("grace", grace, Duration.ofSeconds(1));
    }

    static BeatSettings of(Config config) {
        return new BeatSettings(
                config.name(),
                Duration.parse(config.turn()),
                Duration.parse(config.lease()),
                Duration.parse(config.grace()));
    }

    Duration sign() {
        return lease.dividedBy(SIGNS);
    }

    private static void atLeast(String key, Duration value, Duration least) {
        if (value.compareTo(least) < 0) {
            throw new IllegalArgumentException("dev.karavel.beat " + key + ": at least " + least + ", not " + value);
        }
    }
}
