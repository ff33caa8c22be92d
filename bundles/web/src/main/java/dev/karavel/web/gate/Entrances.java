package dev.karavel.web.gate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Whether this node lets people in: one that has other roles answers about its health and to the collector of metrics alone. */
@Component(service = Entrances.class, configurationPid = "dev.karavel.node")
@Designate(ocd = Entrances.Config.class)
public final class Entrances {
    @ObjectClassDefinition(name = "Karavel node")
    @interface Config {
        @AttributeDefinition(name = "What this node does", description = "web, worker, beat, comma-separated; or all.")
        String roles() default "all";
    }

    private volatile boolean open;

    @Activate
    public Entrances(Config config) {
        this(isOpen(config.roles()));
    }

    private Entrances(boolean open) {
        this.open = open;
    }

    @Modified
    void modified(Config config) {
        open = isOpen(config.roles());
    }

    public static Entrances of(String roles) {
        return new Entrances(isOpen(roles));
    }

    private static boolean isOpen(String roles) {
        List<String> words =
                Arrays.asList(roles.toLowerCase(Locale.ROOT).strip().split("[,\\s]+"));
        return roles.isBlank() || words.contains("all") || words.contains("web");
    }

    /** Whether it has the role web. */
    public boolean isOpen() {
        return open;
    }

    boolean admits(String path) {
        return open || Paths.isHealth(path) || Paths.isMetrics(path);
    }
}
