package dev.karavel.secrets;

import dev.karavel.api.security.Keys;
import dev.karavel.api.security.Secrets;
import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies the start rule and offers what is derived from the key. The services are registered by hand: what DS registers carries
 * the configuration, and with it the key, as service properties that every bundle and the shell can read.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = {"dev.karavel.secrets", "dev.karavel.metadata"},
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"dev.karavel.api.security.Keys,dev.karavel.api.security.Secrets\"")
public final class SecretKey {
    private static final Logger LOG = LoggerFactory.getLogger(SecretKey.class);

    @ObjectClassDefinition(name = "Karavel secret key", pid = "dev.karavel.secrets")
    @interface Config {
        @AttributeDefinition(
                name = "Secret key",
                description = "At least 32 random bytes, the same on all nodes; empty: a single node makes its own",
                type = AttributeType.PASSWORD)
        String secret_key() default "";
    }

    /** What the start rule has to know of the metadata database's own configuration. */
    @interface Metadata {
        String url() default "";
    }

    private final List<ServiceRegistration<?>> registrations;

    @Activate
    public SecretKey(BundleContext context, Config config, Metadata metadata) {
        Path data = Path.of(context.getProperty("karaf.data") == null ? "data" : context.getProperty("karaf.data"));
        registrations =
                register(context, keyOrEnd(new StartRule(new KeyFile(data.resolve("secret-key"))), config, metadata));
    }

    @Deactivate
    void stop() {
        registrations.forEach(ServiceRegistration::unregister);
    }

    private static List<ServiceRegistration<?>> register(BundleContext context, String key) {
        Keys keys = new DerivedKeys(key);
        return List.of(
                context.registerService(Keys.class, keys, null),
                context.registerService(Secrets.class, new EncryptedText(keys), null));
    }

    private static String keyOrEnd(StartRule rule, Config config, Metadata metadata) {
        try {
            return rule.key(config.secret_key(), metadata.url());
        } catch (StartRefused e) {
            // not as an error: the terminal, which shows errors of the log, gets it by the next line
            LOG.info(e.getMessage());
            System.err.println(e.getMessage());
            System.err.flush();
            System.out.flush();
            // exit() runs Karaf's shutdown hooks, which wait for the framework, which waits for this component
            Runtime.getRuntime().halt(1);
            throw new IllegalStateException(e);
        }
    }
}
