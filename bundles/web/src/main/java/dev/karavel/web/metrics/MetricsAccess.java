package dev.karavel.web.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.AccessControl;
import dev.karavel.web.gate.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.MessageDigest;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Who may read the metrics: people who may see the server's status, and a collector by its token or from this machine. */
@Component(
        service = MetricsAccess.class,
        configurationPid = "dev.karavel.web.metrics",
        configurationPolicy = ConfigurationPolicy.OPTIONAL)
@Designate(ocd = MetricsAccess.Config.class)
public final class MetricsAccess {
    private static final int SHORTEST_TOKEN = 16;
    private static final String BEARER = "Bearer ";
    /** What a proxy adds: who is behind it is not on this machine, whatever the connection says. */
    private static final List<String> PASSED_ON = List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via");

    @ObjectClassDefinition(name = "Karavel metrics")
    @interface Config {
        @AttributeDefinition(
                name = "Token of a collector, at least 16 signs; empty for none",
                type = AttributeType.PASSWORD,
                min = "16",
                required = false)
        String token() default "";

        @AttributeDefinition(name = "Whether whoever is on this machine may read them, unless through a proxy")
        boolean loopback() default false;
    }

    private record Admitted(String token, boolean loopback) {
        static Admitted of(String token, boolean loopback) {
            if (!token.isEmpty() && token.length() < SHORTEST_TOKEN) {
                throw new IllegalArgumentException(
                        "KARAVEL_METRICS_TOKEN (token in etc/dev.karavel.web.metrics.cfg) needs at least 16 signs");
            }
            return new Admitted(token, loopback);
        }
    }

    private final AccessControl access;
    private volatile Admitted admitted;

    @Activate
    public MetricsAccess(@Reference AccessControl access, Config config) {
        this(access, config.token(), config.loopback());
    }

    public MetricsAccess(AccessControl access, String token, boolean loopback) {
        this.access = access;
        admitted = Admitted.of(token, loopback);
    }

    @Modified
    void modified(Config config) {
        admitted = Admitted.of(config.token(), config.loopback());
    }

    /** @throws KaravelException UNAUTHENTICATED or FORBIDDEN */
    void require(HttpServletRequest request) {
        Admitted now = admitted;
        if (!knows(now.token(), request.getHeader("Authorization")) && !(now.loopback() && isHere(request))) {
            Visitor visitor = Visitor.of(request);
            if (visitor.principal().anonymous()) {
                throw new KaravelException(
                        ErrorCode.UNAUTHENTICATED,
                        "Sign in, or send the token of KARAVEL_METRICS_TOKEN as Authorization: Bearer …");
            }
            access.require(visitor.principal(), "can_read", "Status");
        }
    }

    private static boolean knows(String token, String authorization) {
        return !token.isEmpty()
                && authorization != null
                && authorization.startsWith(BEARER)
                && MessageDigest.isEqual(
                        token.getBytes(UTF_8),
                        authorization.substring(BEARER.length()).trim().getBytes(UTF_8));
    }

    private static boolean isHere(HttpServletRequest request) {
        try {
            // a literal address: nothing is looked up
            return PASSED_ON.stream().allMatch(header -> request.getHeader(header) == null)
                    && InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
