package dev.karavel.setting;

import java.util.Dictionary;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.ConfigurationPlugin;
import org.osgi.service.component.annotations.Component;

/**
 * Lays the shared values over what a node says itself, on the way from Configuration Admin to a component: neither files nor what
 * Configuration Admin stores change. Needs nothing, so that it stays while the metadata database is away, with what was last known.
 */
@Component(
        immediate = true,
        service = {ConfigurationPlugin.class, Overlay.class},
        // after the interpolation of Felix (500): a shared value is meant as it stands
        property = ConfigurationPlugin.CM_RANKING + ":Integer=900")
public final class Overlay implements ConfigurationPlugin {
    private volatile Map<String, Map<String, String>> values = Map.of();

    @Override
    public void modifyConfiguration(ServiceReference<?> reference, Dictionary<String, Object> properties) {
        if (properties.get(Constants.SERVICE_PID) instanceof String pid) {
            values.getOrDefault(pid, Map.of()).forEach(properties::put);
        }
    }

    /** @return PIDs for which it is not as before */
    Set<String> lay(Map<String, Map<String, String>> now) {
        Map<String, Map<String, String>> before = values;
        values = Map.copyOf(now);
        Set<String> changed = new HashSet<>(before.keySet());
        changed.addAll(now.keySet());
        changed.removeIf(pid -> Objects.equals(before.get(pid), now.get(pid)));
        return changed;
    }
}
