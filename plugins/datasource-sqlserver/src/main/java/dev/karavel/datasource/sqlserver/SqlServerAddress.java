package dev.karavel.datasource.sqlserver;

import dev.karavel.spi.data.JdbcDataSourceType;
import dev.karavel.spi.data.Settings;
import dev.karavel.spi.data.SqlAddress;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** SQLAlchemy addresses of the Python drivers, ODBC's own words among them. */
final class SqlServerAddress {
    /** What Python's drivers need and ours does not. */
    private static final Set<String> NEEDLESS =
            Set.of("driver", "charset", "tds_version", "autocommit", "mars_connection", "fast_executemany");

    private static final Map<String, String> WORDS = Map.of(
            "encrypt", "encrypt",
            "trustservercertificate", "trustServerCertificate",
            "applicationintent", "applicationIntent",
            "multisubnetfailover", "multiSubnetFailover",
            "hostnameincertificate", "hostNameInCertificate",
            "app", "applicationName",
            "appname", "applicationName",
            "login_timeout", "loginTimeout",
            "logintimeout", "loginTimeout",
            "connection timeout", "loginTimeout");

    private static final Map<String, String> VALUES =
            Map.of("yes", "true", "mandatory", "true", "no", "false", "optional", "false");

    private SqlServerAddress() {}

    static Optional<Settings> read(String address) {
        return SqlAddress.parse(address)
                .filter(each -> each.kind().equals("mssql") || each.kind().equals("sqlserver"))
                .map(each -> new Settings(values(each)));
    }

    private static Map<String, String> values(SqlAddress address) {
        Map<String, String> values = new HashMap<>();
        values.put("host", address.host());
        values.put("port", address.port());
        values.put("database", address.database());
        values.put("user", address.user());
        values.put("password", address.password());
        Map<String, String> parameters = new LinkedHashMap<>();
        address.parameters().forEach((name, value) -> {
            if (name.equalsIgnoreCase("odbc_connect")) {
                odbc(value, values, parameters);
            } else {
                parameter(name, value, parameters);
            }
        });
        values.put(
                JdbcDataSourceType.PARAMETERS,
                parameters.entrySet().stream()
                        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
        values.values().removeIf(String::isEmpty);
        return values;
    }

    private static void parameter(String name, String value, Map<String, String> parameters) {
        String word = name.trim().toLowerCase(Locale.ROOT);
        if (!NEEDLESS.contains(word)) {
            String plain = VALUES.getOrDefault(value.trim().toLowerCase(Locale.ROOT), value.trim());
            parameters.put(WORDS.getOrDefault(word, name.trim()), plain);
        }
    }

    /** {@code DRIVER={…};SERVER=host,port;DATABASE=…;UID=…;PWD=…}; a value in braces may hold a semicolon. */
    private static void odbc(String text, Map<String, String> values, Map<String, String> parameters) {
        for (String part : text.split(";(?![^{}]*})")) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                continue;
            }
            String name = part.substring(0, equals).replace('+', ' ').trim();
            String value = part.substring(equals + 1).trim();
            if (value.startsWith("{") && value.endsWith("}")) {
                value = value.substring(1, value.length() - 1);
            }
            switch (name.toLowerCase(Locale.ROOT)) {
                case "server", "address", "addr" -> server(value, values);
                case "database" -> values.put("database", value);
                case "uid", "user id" -> values.put("user", value);
                case "pwd", "password" -> values.put("password", value);
                case "dsn", "filedsn" ->
                    throw new WarehouseException(
                            Reason.SETTINGS,
                            "host",
                            "A DSN is known on another machine only: name the host and database");
                default -> parameter(name, value, parameters);
            }
        }
    }

    private static void server(String value, Map<String, String> values) {
        String[] parts = value.replaceFirst("^tcp:", "").split(",", 2);
        values.put("host", parts[0].trim());
        if (parts.length > 1) {
            values.put("port", parts[1].trim());
        }
    }
}
