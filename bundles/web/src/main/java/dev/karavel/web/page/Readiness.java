package dev.karavel.web.page;

import dev.karavel.api.cache.ResultCache;
import dev.karavel.api.catalog.Dashboards;
import dev.karavel.api.query.QueryService;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Identities;
import dev.karavel.api.security.Keys;
import dev.karavel.api.sql.SqlRunner;
import dev.karavel.api.viz.VisualizationRegistry;
import dev.karavel.api.web.ApplicationShell;
import dev.karavel.web.gate.Proofs;
import dev.karavel.web.openapi.Resources;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.service.jakartars.runtime.JakartarsServiceRuntime;

/** Knows what the server needs to be of use, in words an operator understands. */
final class Readiness {
    private static final Map<Class<?>, String> NEEDED = new LinkedHashMap<>();
    private static final String BOOT_FINISHED = "org.apache.karaf.features.BootFinished";

    static {
        NEEDED.put(Keys.class, "the secret key");
        NEEDED.put(Dashboards.class, "the metadata database");
        NEEDED.put(ResultCache.class, "the result cache");
        NEEDED.put(SqlRunner.class, "the SQL runner");
        NEEDED.put(Identities.class, "sign-in");
        NEEDED.put(AccessControl.class, "access control");
        NEEDED.put(Proofs.class, "the gate");
        NEEDED.put(VisualizationRegistry.class, "the visualizations");
        NEEDED.put(QueryService.class, "the query service");
    }

    private final BundleContext context;
    private final boolean open;

    /** @param open whether people come here: without them no pages are needed */
    Readiness(BundleContext context, boolean open) {
        this.context = context;
        this.open = open;
    }

    /** The first thing that is missing; empty when ready. */
    String missing() {
        for (Map.Entry<Class<?>, String> needed : NEEDED.entrySet()) {
            if (context.getServiceReference(needed.getKey()) == null) {
                return needed.getValue() + " is not there yet";
            }
        }
        if (open && context.getServiceReference(ApplicationShell.class) == null) {
            return "the application is not there yet";
        }
        for (Class<?> resource : Resources.ALL) {
            if (context.getServiceReference(resource) == null) {
                return "the interface " + resource.getSimpleName() + " is not there yet";
            }
        }
        if (!published()) {
            return "the interfaces are being published";
        }
        return started() ? "" : "plugins are being started";
    }

    /**
     * Plugins start after what serves them. A first start ends when Karaf has installed all features, any other one when the
     * framework has reached its start level; Karaf tells the framework 1 for it, and keeps its own in the system property.
     */
    private boolean started() {
        FrameworkStartLevel level =
                context.getBundle(Constants.SYSTEM_BUNDLE_ID).adapt(FrameworkStartLevel.class);
        return level.getStartLevel() >= Integer.getInteger(Constants.FRAMEWORK_BEGINNING_STARTLEVEL, 1)
                && context.getServiceReference(BOOT_FINISHED) != null;
    }

    private boolean published() {
        ServiceReference<JakartarsServiceRuntime> reference =
                context.getServiceReference(JakartarsServiceRuntime.class);
        JakartarsServiceRuntime runtime = reference == null ? null : context.getService(reference);
        if (runtime == null) {
            return false;
        }
        try {
            Set<Long> published = Arrays.stream(runtime.getRuntimeDTO().defaultApplication.resourceDTOs)
                    .map(resource -> resource.serviceId)
                    .collect(Collectors.toSet());
            return Resources.ALL.stream().allMatch(resource -> published.contains(serviceId(resource)));
        } finally {
            context.ungetService(reference);
        }
    }

    private Object serviceId(Class<?> resource) {
        ServiceReference<?> reference = context.getServiceReference(resource);
        return reference == null ? null : reference.getProperty(Constants.SERVICE_ID);
    }
}
