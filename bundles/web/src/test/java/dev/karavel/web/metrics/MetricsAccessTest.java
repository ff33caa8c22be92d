package dev.karavel.web.metrics;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.error.KaravelException;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsAccessTest {
    private final MetricsAccess here = new MetricsAccess(null, "", true);

    @Test
    void whoeverIsOnThisMachineMayReadThemWhereItIsSaidSo() {
        assertThatCode(() -> here.require(request("127.0.0.1", Map.of()))).doesNotThrowAnyException();
        assertThatCode(() -> here.require(request("0:0:0:0:0:0:0:1", Map.of()))).doesNotThrowAnyException();
    }

    @Test
    void whoComesFromElsewhereOrThroughAProxyMayNot() {
        refuses(request("192.0.2.7", Map.of()));
        refuses(request("127.0.0.1", Map.of("X-Forwarded-For", "192.0.2.7")));
        refuses(request("127.0.0.1", Map.of("Forwarded", "for=127.0.0.1")));
    }

    @Test
    void withoutTheRuleThisMachineIsAStrangerToo() {
        assertThatThrownBy(() -> new MetricsAccess(null, "", false).require(request("127.0.0.1", Map.of())))
                .isInstanceOf(KaravelException.class);
    }

    @Test
    void aTokenMayChangeWhileTheServerServes() {
        MetricsAccess access = new MetricsAccess(null, "a-first-collector", false);
        HttpServletRequest second = request("192.0.2.7", Map.of("Authorization", "Bearer another-collector"));
        assertThatThrownBy(() -> access.require(second)).isInstanceOf(KaravelException.class);
        access.modified(config("another-collector"));
        assertThatCode(() -> access.require(second)).doesNotThrowAnyException();
        assertThatThrownBy(() -> access.modified(config("short"))).hasMessageContaining("at least 16 signs");
        assertThatCode(() -> access.require(second)).doesNotThrowAnyException();
    }

    private static MetricsAccess.Config config(String token) {
        return (MetricsAccess.Config) Proxy.newProxyInstance(
                MetricsAccessTest.class.getClassLoader(),
                new Class<?>[] {MetricsAccess.Config.class},
                (proxy, method, arguments) -> method.getName().equals("token") ? token : Boolean.FALSE);
    }

    private void refuses(HttpServletRequest request) {
        assertThatThrownBy(() -> here.require(request))
                .isInstanceOf(KaravelException.class)
                .hasMessageContaining("KARAVEL_METRICS_TOKEN");
    }

    /** Only what is asked of it. */
    private static HttpServletRequest request(String address, Map<String, String> headers) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                MetricsAccessTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getHeader" -> headers.get((String) arguments[0]);
                    case "getRemoteAddr" -> address;
                    case "getUserPrincipal" -> null;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
