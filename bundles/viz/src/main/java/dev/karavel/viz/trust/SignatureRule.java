package dev.karavel.viz.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Whether a plugin has to be signed, and by whom. What is part of the server needs no signature: it is as trusted as the server. */
@Component(service = SignatureRule.class, configurationPid = "dev.karavel.plugins")
@Designate(ocd = SignatureRule.Config.class)
public final class SignatureRule {
    @ObjectClassDefinition(name = "Karavel plugins")
    @interface Config {
        @AttributeDefinition(name = "Only plugins signed by a trusted key are taken")
        boolean require_signature() default false;

        @AttributeDefinition(name = "Folder of the certificates that are trusted, PEM or DER")
        String trusted_certificates() default "";
    }

    private final boolean required;
    private final TrustedKeys keys;
    private final Path shipped;

    @Activate
    public SignatureRule(Config config) {
        this(
                config.require_signature(),
                Path.of(config.trusted_certificates()),
                Path.of(System.getProperty("karaf.home", "."), "system"));
    }

    /** @param shipped folder of the server's own bundles, laid out as a Maven repository */
    public SignatureRule(boolean required, Path certificates, Path shipped) {
        this.required = required;
        this.keys = new TrustedKeys(certificates);
        this.shipped = shipped;
    }

    public static SignatureRule none() {
        return new SignatureRule(false, Path.of(""), Path.of(""));
    }

    public boolean required() {
        return required;
    }

    /** @return why the jar is not to be taken, or empty */
    public String problem(Path jar) {
        if (!required) {
            return "";
        }
        Set<Certificate> trusted = keys.all();
        String wrong = trusted.isEmpty()
                ? "no certificate is trusted: there is none in " + keys.folder()
                : SignedJar.problem(jar, trusted);
        return wrong.isEmpty() ? "" : "This server takes only plugins signed by a trusted key; " + wrong;
    }

    /** @return why the bundle is not to be taken, or empty */
    public String problem(Bundle bundle) {
        if (!required) {
            return "";
        }
        try (BundleCopy copy = BundleCopy.of(bundle)) {
            return isShipped(bundle, copy) ? "" : problem(copy.file());
        } catch (IOException e) {
            return "Its signature cannot be checked: " + e.getMessage();
        }
    }

    private boolean isShipped(Bundle bundle, BundleCopy copy) throws IOException {
        String[] parts = bundle.getLocation().split("[:/]");
        if (parts.length != 4 || !parts[0].equals("mvn")) {
            return false;
        }
        Path file = shipped.resolve(parts[1].replace('.', '/') + "/" + parts[2] + "/" + parts[3] + "/" + parts[2] + "-"
                        + parts[3] + ".jar")
                .normalize();
        return file.startsWith(shipped.normalize()) && Files.isRegularFile(file) && SameEntries.hold(file, copy.file());
    }
}
