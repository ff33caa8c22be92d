package dev.karavel.sqllab;

import dev.karavel.api.sqllab.SqlLab.Bounds;
import java.nio.file.Path;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The options of SQL Lab. */
@Component(service = LabSettings.class, configurationPid = "dev.karavel.sqllab")
@Designate(ocd = LabSettings.Config.class)
public final class LabSettings {
    private static final long MEGABYTE = 1_000_000;

    @ObjectClassDefinition(name = "Karavel SQL Lab")
    public @interface Config {
        @AttributeDefinition(name = "Most rows where nobody says how many", min = "1")
        int default_limit() default 1000;

        @AttributeDefinition(name = "Most rows of a result", min = "1")
        int max_rows() default 100_000;

        @AttributeDefinition(name = "Most rows in an answer of row objects", min = "1")
        int display_rows() default 10_000;

        @AttributeDefinition(name = "Most seconds of a run somebody waits for", min = "1")
        int timeout_seconds() default 30;

        @AttributeDefinition(name = "Most seconds of a run nobody waits for", min = "1")
        int async_timeout_seconds() default 21_600;

        @AttributeDefinition(name = "Runs at once on this server", min = "1")
        int max_running() default 16;

        @AttributeDefinition(name = "Runs that wait for a thread; further ones are told to come later", min = "0")
        int max_waiting() default 200;

        @AttributeDefinition(name = "Folder of the results; empty for sqllab in the data folder")
        String results_folder() default "";

        @AttributeDefinition(name = "Hours a result is kept", min = "1")
        int results_hours() default 168;

        @AttributeDefinition(name = "Most megabytes of all results, compressed", min = "1")
        int results_megabytes() default 1024;

        @AttributeDefinition(name = "Days the history is kept", min = "1")
        int history_days() default 90;

        @AttributeDefinition(name = "Most rows of a file with all rows", min = "1")
        int export_rows() default 10_000_000;

        @AttributeDefinition(name = "Most seconds for the slowest reader of a file with all rows", min = "1")
        int export_seconds() default 3600;
    }

    private final Config config;

    @Activate
    public LabSettings(Config config) {
        this.config = config;
    }

    public Bounds bounds() {
        return new Bounds(
                config.default_limit(),
                config.max_rows(),
                config.display_rows(),
                Duration.ofSeconds(config.timeout_seconds()),
                Duration.ofSeconds(config.async_timeout_seconds()));
    }

    public int running() {
        return config.max_running();
    }

    public int waiting() {
        return config.max_waiting();
    }

    public Path folder() {
        String data = System.getProperty("karaf.data", "data");
        return config.results_folder().isBlank() ? Path.of(data, "sqllab") : Path.of(config.results_folder());
    }

    public Duration resultAge() {
        return Duration.ofHours(config.results_hours());
    }

    public long resultBytes() {
        return config.results_megabytes() * MEGABYTE;
    }

    public Duration historyAge() {
        return Duration.ofDays(config.history_days());
    }

    int exportRows() {
        return config.export_rows();
    }

    Duration exportTime() {
        return Duration.ofSeconds(config.export_seconds());
    }
}
