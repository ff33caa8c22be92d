package dev.karavel.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.web.gate.Entrances;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;

class OpeningTest {
    private final List<Object> told = new ArrayList<>();
    private final FilterChain on = (request, response) -> told.add("passed on");

    /** On a server that has nothing yet. */
    private final Opening opening = new Opening(as(BundleContext.class, null), Entrances.of("all"));

    @Test
    void whoComesWhileTheServerStartsIsAskedToComeAgain() throws Exception {
        opening.doFilter(as(HttpServletRequest.class, "/tabstateview/2"), response(), on);

        assertThat(told).contains(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Retry-After");
        assertThat(told).doesNotContain("passed on");
    }

    @Test
    void healthAnswersFromTheFirstMoment() throws Exception {
        opening.doFilter(as(HttpServletRequest.class, "/health"), response(), on);

        assertThat(told).containsExactly("passed on");
    }

    private HttpServletResponse response() {
        ServletOutputStream out = new ServletOutputStream() {
            @Override
            public void write(int letter) {}

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {}
        };
        return proxy(HttpServletResponse.class, (method, arguments) -> {
            if (arguments != null) {
                told.addAll(List.of(arguments));
            }
            return method.equals("getOutputStream") ? out : null;
        });
    }

    private static <T> T as(Class<T> type, Object answer) {
        return proxy(type, (method, arguments) -> answer);
    }

    private interface Answer {
        Object of(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answer.of(method.getName(), arguments)));
    }
}
