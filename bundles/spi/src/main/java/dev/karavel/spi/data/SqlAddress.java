package dev.karavel.spi.data;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a SQLAlchemy address, {@code kind+driver://user:password@host:port/database?name=value}, percent-decoded; absent
 * parts are empty. Holds a password: {@link #toString} does not show it.
 *
 * @param kind what stands before a plus sign, in lower case
 */
public record SqlAddress(
        String kind,
        String user,
        String password,
        String host,
        String port,
        String database,
        Map<String, String> parameters) {
    private static final Pattern FORM = Pattern.compile(
            "(?<kind>[a-zA-Z][\\w.-]*)(?:\\+[\\w.-]+)?://(?:(?<user>[^:@/]*)(?::(?<password>[^@/]*))?@)?"
                    + "(?<host>\\[[0-9a-fA-F:.]+]|[^:/?@]*)(?::(?<port>\\d*))?(?:/(?<database>[^?]*))?(?:\\?(?<query>.*))?");

    public SqlAddress {
        // in the order they were written in
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** Empty if the text is no such address. */
    public static Optional<SqlAddress> parse(String address) {
        Matcher form = FORM.matcher(address.trim());
        if (!form.matches()) {
            return Optional.empty();
        }
        return Optional.of(new SqlAddress(
                form.group("kind").toLowerCase(java.util.Locale.ROOT),
                part(form, "user"),
                part(form, "password"),
                part(form, "host").replaceAll("[\\[\\]]", ""),
                part(form, "port"),
                part(form, "database"),
                parameters(form.group("query"))));
    }

    /** {@code name=value&name=value}, percent-decoded, in that order. */
    public static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (query != null) {
            for (String pair : query.split("&")) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                if (!name.isBlank()) {
                    parameters.put(decode(name.trim()), equals < 0 ? "" : decode(pair.substring(equals + 1)));
                }
            }
        }
        return parameters;
    }

    private static String part(Matcher form, String name) {
        String value = form.group(name);
        return value == null ? "" : decode(value);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    @Override
    public String toString() {
        return "SqlAddress[" + kind + "]";
    }
}
