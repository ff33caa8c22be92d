package dev.karavel.setting;

import java.io.IOException;
import java.util.Collection;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.ConfigurationListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a configuration delivered anew, as it is. {@link Configuration#update()} counts it as changed and calls managed services, but
 * tells no listener, and components hear of changes as a listener. Only theirs is told: fileinstall, another one, would write the
 * values into the file in place of the variables they came from.
 */
@Component(service = Delivery.class)
public final class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final String COMPONENTS =
            "(" + Constants.SERVICE_DESCRIPTION + "=Declarative Services Configuration*)";

    private final BundleContext context;
    private final ServiceReference<ConfigurationAdmin> reference;
    private final ConfigurationAdmin admin;

    @Activate
    public Delivery(
            BundleContext context,
            @Reference(name = "reference") ServiceReference<ConfigurationAdmin> reference,
            @Reference(name = "admin") ConfigurationAdmin admin) {
        this.context = context;
        this.reference = reference;
        this.admin = admin;
    }

    /** When it returns, the components are as the configuration wants them. */
    void again(String pid) {
        try {
            Configuration[] found = admin.listConfigurations("(" + Constants.SERVICE_PID + "=" + pid + ")");
            if (found == null) {
                LOG.warn("This node has no configuration {}: its etc/{}.cfg is missing", pid, pid);
                return;
            }
            found[0].update();
            tell(new ConfigurationEvent(reference, ConfigurationEvent.CM_UPDATED, null, pid));
            LOG.info("Shared settings of {} taken", pid);
        } catch (IOException | InvalidSyntaxException e) {
            LOG.error("Shared settings of {} do not hold on this node", pid, e);
        }
    }

    private void tell(ConfigurationEvent event) throws InvalidSyntaxException {
        Collection<ServiceReference<ConfigurationListener>> listeners =
                context.getServiceReferences(ConfigurationListener.class, COMPONENTS);
        if (listeners.isEmpty()) {
            LOG.error("Nobody hears that the configuration {} changed", event.getPid());
        }
        for (ServiceReference<ConfigurationListener> each : listeners) {
            ConfigurationListener listener = context.getService(each);
            if (listener != null) {
                try {
                    listener.configurationEvent(event);
                } finally {
                    context.ungetService(each);
                }
            }
        }
    }
}
