package dev.karavel.viz.plugin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;

/** What kind of plugin a bundle is, by what its manifest provides. */
enum PluginKind {
    VISUALIZATION("visualization"),
    DATASOURCE("datasource");

    static final String CAPABILITY = "karavel.visualization";
    static final String SERVICE = "osgi.service";
    static final String DATASOURCE_TYPE = "dev.karavel.spi.data.DataSourceType";

    private final String word;

    PluginKind(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** Empty for bundles that are no plugin. */
    static Optional<PluginKind> of(Bundle bundle) {
        return Optional.ofNullable(bundle.adapt(BundleRevision.class)).flatMap(PluginKind::of);
    }

    static Optional<PluginKind> of(BundleRevision revision) {
        if (!revision.getDeclaredCapabilities(CAPABILITY).isEmpty()) {
            return Optional.of(VISUALIZATION);
        }
        return revision.getDeclaredCapabilities(SERVICE).stream()
                        .map(BundleCapability::getAttributes)
                        .anyMatch(PluginKind::bringsDataSource)
                ? Optional.of(DATASOURCE)
                : Optional.empty();
    }

    private static boolean bringsDataSource(Map<String, Object> attributes) {
        Object names = attributes.get("objectClass");
        return names instanceof List<?> list ? list.contains(DATASOURCE_TYPE) : DATASOURCE_TYPE.equals(names);
    }
}
