package dev.karavel.web.openapi;

import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.Says;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Describes the routes in the words of OpenAPI 3.1. */
final class OpenApiDocument {
    private final List<Route> routes;

    OpenApiDocument(List<Route> routes) {
        this.routes = routes;
    }

    Map<String, Object> build(String version) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put("info", Map.of("title", "Karavel", "version", version));
        document.put("servers", List.of(Map.of("url", "/api/v1")));
        document.put("security", List.of(Map.of("jwt", List.of()), Map.of("session", List.of(), "csrf", List.of())));
        document.put("paths", paths());
        document.put("components", Map.of("securitySchemes", schemes(), "schemas", Map.of("Failure", failure())));
        return document;
    }

    private Map<String, Object> paths() {
        Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
        for (Route route : routes) {
            paths.computeIfAbsent(route.path(), path -> new LinkedHashMap<>())
                    .merge(route.verb().toLowerCase(Locale.ROOT), operation(route), OpenApiDocument::inJson);
        }
        return new LinkedHashMap<>(paths);
    }

    /** The same route may take a form too; OpenAPI knows one operation, and ours is told by its JSON. */
    private static Object inJson(Object one, Object other) {
        return one instanceof Map<?, ?> operation && operation.containsKey("requestBody") ? one : other;
    }

    private static Map<String, Object> operation(Route route) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("tags", List.of(route.topic()));
        route.says().ifPresent(says -> operation.put("summary", says.value()));
        operation.put(
                "operationId",
                route.method().getDeclaringClass().getSimpleName() + "."
                        + route.method().getName());
        route.needs().map(OpenApiDocument::permission).ifPresent(text -> operation.put("description", text));
        operation.put("parameters", parameters(route));
        if (route.hasBody()) {
            operation.put("requestBody", body(route));
        }
        operation.put("responses", responses(route));
        if (route.open()) {
            operation.put("security", List.of());
        }
        return operation;
    }

    private static String permission(Needs needs) {
        return "Needs " + needs.action() + " on " + needs.view() + ".";
    }

    private static List<Map<String, Object>> parameters(Route route) {
        List<Map<String, Object>> result = new ArrayList<>();
        for (Parameter parameter : route.method().getParameters()) {
            PathParam path = parameter.getAnnotation(PathParam.class);
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            HeaderParam header = parameter.getAnnotation(HeaderParam.class);
            if (path != null) {
                result.add(parameter(path.value(), "path", parameter.getType()));
            } else if (query != null) {
                result.add(parameter(query.value(), "query", parameter.getType()));
            } else if (header != null && header.value().startsWith("If-")) {
                result.add(parameter(header.value(), "header", parameter.getType()));
            }
        }
        return withUnusedPathParts(route, result);
    }

    /** A part of the address the method has no use for is a parameter all the same. */
    private static List<Map<String, Object>> withUnusedPathParts(Route route, List<Map<String, Object>> known) {
        List<Map<String, Object>> result = new ArrayList<>(known);
        for (String part : route.path().split("/")) {
            if (part.startsWith("{")) {
                String name = part.substring(1, part.length() - 1);
                if (known.stream().noneMatch(parameter -> parameter.get("name").equals(name))) {
                    result.add(parameter(name, "path", String.class));
                }
            }
        }
        return result;
    }

    private static Map<String, Object> parameter(String name, String place, Class<?> type) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("name", name);
        result.put("in", place);
        result.put("required", place.equals("path"));
        result.put(
                "schema",
                Map.of("type", type == long.class ? "integer" : type == boolean.class ? "boolean" : "string"));
        return result;
    }

    private static Map<String, Object> body(Route route) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (String field : route.says().map(Says::body).orElse(new String[0])) {
            String name = field.replace("*", "");
            properties.put(name, Map.of());
            if (field.endsWith("*")) {
                required.add(name);
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        return Map.of("required", true, "content", Map.of("application/json", Map.of("schema", schema)));
    }

    private static Map<String, Object> responses(Route route) {
        Map<String, Object> content = new LinkedHashMap<>();
        for (String type : route.produces()) {
            content.put(
                    type,
                    Map.of(
                            "schema",
                            type.equals("application/json") ? Map.of("type", "object") : Map.of("type", "string")));
        }
        Map<String, Object> failure =
                Map.of("application/json", Map.of("schema", Map.of("$ref", "#/components/schemas/Failure")));
        Map<String, Object> responses = new LinkedHashMap<>();
        responses.put("2XX", Map.of("description", "Done", "content", content));
        responses.put("4XX", Map.of("description", "The request cannot be answered as it is", "content", failure));
        responses.put("5XX", Map.of("description", "The server or a warehouse is in trouble", "content", failure));
        return responses;
    }

    private static Map<String, Object> schemes() {
        Map<String, Object> schemes = new LinkedHashMap<>();
        schemes.put("jwt", Map.of("type", "http", "scheme", "bearer", "bearerFormat", "JWT"));
        schemes.put("session", Map.of("type", "apiKey", "in", "cookie", "name", "karavel_session"));
        schemes.put("csrf", Map.of("type", "apiKey", "in", "header", "name", "X-CSRFToken"));
        return schemes;
    }

    private static Map<String, Object> failure() {
        Map<String, Object> error = Map.of(
                "type",
                "object",
                "properties",
                Map.of(
                        "message",
                        Map.of("type", "string"),
                        "level",
                        Map.of("type", "string"),
                        "extra",
                        Map.of("type", "object")));
        return Map.of(
                "type",
                "object",
                "properties",
                Map.of("message", Map.of("type", "string"), "errors", Map.of("type", "array", "items", error)));
    }
}
