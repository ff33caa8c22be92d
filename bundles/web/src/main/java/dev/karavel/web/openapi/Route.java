package dev.karavel.web.openapi;

import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.Open;
import dev.karavel.web.rest.Says;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A route as its resource class declares it.
 *
 * @param path below /api/v1, beginning with a slash, parameters in braces without their patterns
 */
public record Route(String verb, String path, Method method) {
    static Optional<Route> of(Class<?> resource, Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value())
                .findFirst()
                .map(verb -> new Route(verb, path(resource, method), method));
    }

    boolean open() {
        return method.isAnnotationPresent(Open.class);
    }

    Optional<Needs> needs() {
        return Optional.ofNullable(method.getAnnotation(Needs.class));
    }

    Optional<Says> says() {
        return Optional.ofNullable(method.getAnnotation(Says.class));
    }

    String topic() {
        return path.split("/")[1];
    }

    List<String> produces() {
        Produces own = method.getAnnotation(Produces.class);
        Produces all = method.getDeclaringClass().getAnnotation(Produces.class);
        return List.of(own != null ? own.value() : all != null ? all.value() : new String[] {"application/json"});
    }

    /** Whether it reads a JSON body. */
    boolean hasBody() {
        Consumes own = method.getAnnotation(Consumes.class);
        boolean json = own == null || List.of(own.value()).contains("application/json");
        return (verb.equals("POST") || verb.equals("PUT")) && json;
    }

    private static String path(Class<?> resource, Method method) {
        String base = "/" + resource.getAnnotation(Path.class).value();
        Path own = method.getAnnotation(Path.class);
        String whole = own == null ? base + "/" : base + "/" + own.value();
        return whole.replaceAll("\\{(\\w+)\\s*:(?:[^{}]|\\{[^{}]*})*}", "{$1}");
    }
}
