package dev.karavel.viz.plugin;

import dev.karavel.viz.trust.Quarantine;
import dev.karavel.viz.trust.SignatureRule;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.wiring.BundleRevision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the rule about each plugin once, and keeps those it refuses from running. */
public final class Distrust implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Distrust.class);

    private record Known(long modified, String problem) {}

    private final SignatureRule rule;
    private final BundleContext context;
    private final Map<Long, Known> known = new ConcurrentHashMap<>();
    private ServiceRegistration<ResolverHookFactory> hook;

    public Distrust(SignatureRule rule, BundleContext context) {
        this.rule = rule;
        this.context = context;
    }

    public void open() {
        if (!rule.required()) {
            return;
        }
        hook = context.registerService(ResolverHookFactory.class, new Quarantine(this::keepsOut), null);
        for (Bundle bundle : context.getBundles()) {
            // It was there before the rule was.
            if (bundle.getState() > Bundle.INSTALLED && PluginKind.of(bundle).isPresent()) {
                stopUnlessTrusted(bundle);
            }
        }
    }

    @Override
    public void close() {
        if (hook != null) {
            hook.unregister();
        }
    }

    /** @return why it is not to be taken, or empty */
    public String of(Bundle bundle) {
        if (!rule.required()) {
            return "";
        }
        Known now = known.compute(
                bundle.getBundleId(),
                (id, before) -> before != null && before.modified() == bundle.getLastModified()
                        ? before
                        : new Known(bundle.getLastModified(), rule.problem(bundle)));
        return now.problem();
    }

    void forget(long bundle) {
        known.remove(bundle);
    }

    private boolean keepsOut(BundleRevision revision) {
        return PluginKind.of(revision).isPresent() && !of(revision.getBundle()).isEmpty();
    }

    private void stopUnlessTrusted(Bundle bundle) {
        if (of(bundle).isEmpty()) {
            return;
        }
        try {
            bundle.stop(Bundle.STOP_TRANSIENT);
        } catch (BundleException e) {
            LOG.warn("Plugin {} is not trusted but cannot be stopped", bundle.getSymbolicName(), e);
        }
    }
}
