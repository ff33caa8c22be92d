package dev.karavel.metadata.history;

import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How much of the past is kept. */
@Component(
        service = HistorySettings.class,
        configurationPid = "dev.karavel.metadata.history",
        configurationPolicy = ConfigurationPolicy.OPTIONAL)
@Designate(ocd = HistorySettings.Config.class)
public final class HistorySettings {
    @ObjectClassDefinition(name = "Karavel history")
    @interface Config {
        @AttributeDefinition(name = "Versions kept of each dashboard, chart and dataset", min = "1")
        int versions_kept() default 100;

        @AttributeDefinition(name = "How long deleted things can be had back, ISO-8601")
        String trash_kept() default "P30D";
    }

    private final int versionsKept;
    private final Duration trashKept;

    @Activate
    public HistorySettings(Config config) {
        this(config.versions_kept(), Duration.parse(config.trash_kept()));
    }

    public HistorySettings(int versionsKept, Duration trashKept) {
        this.versionsKept = Math.max(1, versionsKept);
        this.trashKept = trashKept;
    }

    public Duration trashKept() {
        return trashKept;
    }

    public int versionsKept() {
        return versionsKept;
    }
}
