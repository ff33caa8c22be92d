package dev.karavel.web.openapi;

import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.Says;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The routes as HTML, topic by topic. */
final class ApiListing {
    private final List<Route> routes;

    ApiListing(List<Route> routes) {
        this.routes = routes;
    }

    String html() {
        StringBuilder html = new StringBuilder();
        String topic = "";
        for (Route route : routes) {
            if (!route.topic().equals(topic)) {
                topic = route.topic();
                html.append("<h2>").append(escape(topic)).append("</h2>\n");
            }
            append(html, route);
        }
        return html.toString();
    }

    private static void append(StringBuilder html, Route route) {
        html.append("<details><summary><span class=\"verb\">")
                .append(route.verb())
                .append("</span><code>")
                .append(escape(route.path()))
                .append("</code><span class=\"says\">")
                .append(escape(route.says().map(Says::value).orElse("")))
                .append("</span></summary><dl>");
        entry(html, "For", rights(route));
        entry(html, "Query", query(route));
        entry(html, "Body", body(route));
        entry(html, "Answers", String.join(", ", route.produces()));
        html.append("</dl></details>\n");
    }

    private static void entry(StringBuilder html, String name, String value) {
        if (!value.isEmpty()) {
            html.append("<dt>")
                    .append(name)
                    .append("</dt><dd><code>")
                    .append(escape(value))
                    .append("</code></dd>");
        }
    }

    private static String rights(Route route) {
        Optional<Needs> needs = route.needs();
        if (needs.isPresent()) {
            return needs.get().action() + " on " + needs.get().view();
        }
        return route.open() ? "anybody" : "whoever is signed in";
    }

    private static String query(Route route) {
        return Arrays.stream(route.method().getParameters())
                .map(parameter -> parameter.getAnnotation(QueryParam.class))
                .filter(Objects::nonNull)
                .map(QueryParam::value)
                .collect(Collectors.joining(", "));
    }

    private static String body(Route route) {
        String fields = route.says().map(says -> String.join(", ", says.body())).orElse("");
        return fields.contains("*") ? fields + "  (* required)" : fields;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
