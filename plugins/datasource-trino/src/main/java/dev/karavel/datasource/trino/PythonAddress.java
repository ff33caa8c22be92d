package dev.karavel.datasource.trino;

import static dev.karavel.spi.data.JdbcDataSourceType.PARAMETERS;

import dev.karavel.spi.data.Settings;
import dev.karavel.spi.data.SqlAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An address as SQLAlchemy's dialect of Trino has it: {@code trino://user@host:8080/catalog/schema?http_scheme=https}. */
final class PythonAddress {
    private PythonAddress() {}

    static Settings settings(SqlAddress address) {
        Map<String, String> values = new HashMap<>();
        String[] path = address.database().split("/", 2);
        values.put("host", address.host());
        values.put("port", address.port());
        values.put("database", path[0]);
        values.put(TrinoType.SCHEMA, path.length > 1 ? path[1] : "");
        values.put("user", address.user());
        values.put("password", address.password());
        String token = address.parameters().getOrDefault("access_token", "");
        values.put(TrinoType.TOKEN, token);
        boolean tls = "https".equals(address.parameters().get("http_scheme"))
                || address.port().equals("443")
                || !address.password().isEmpty()
                || !token.isEmpty();
        values.put(TrinoType.SSL, tls ? "true" : "");
        List<String> parameters = new ArrayList<>();
        address.parameters().forEach((name, value) -> {
            String word = word(name, value);
            if (!word.isEmpty()) {
                parameters.add(word);
            }
        });
        parameters.sort(null);
        values.put(PARAMETERS, String.join("&", parameters));
        values.values().removeIf(String::isEmpty);
        return new Settings(values);
    }

    private static String word(String name, String value) {
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
        return switch (name) {
            case "http_scheme", "access_token" -> "";
            case "verify" -> value.equalsIgnoreCase("false") ? "SSLVerification=NONE" : "";
            case "client_tags" -> "clientTags=" + encoded;
            default -> name + "=" + encoded;
        };
    }
}
