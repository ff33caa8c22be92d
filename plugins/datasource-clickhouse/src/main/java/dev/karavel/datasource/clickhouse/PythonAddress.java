package dev.karavel.datasource.clickhouse;

import static dev.karavel.spi.data.JdbcDataSourceType.PARAMETERS;

import dev.karavel.spi.data.Settings;
import dev.karavel.spi.data.SqlAddress;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An address as SQLAlchemy's dialects have it: of clickhouse-connect, and of clickhouse-sqlalchemy by HTTP or its own protocol. */
final class PythonAddress {
    /** Ports of the protocol of its own, and those of HTTP beside them. */
    private static final Map<String, String> PORTS = Map.of("9000", "8123", "9440", "8443");

    private static final Set<String> TLS_PORTS = Set.of("443", "8443", "9440");

    private PythonAddress() {}

    static Settings settings(SqlAddress address) {
        Map<String, String> values = new HashMap<>();
        Map<String, String> given = address.parameters();
        boolean tls = TLS_PORTS.contains(address.port())
                || "https".equals(given.get("protocol"))
                || isTrue(given.getOrDefault("secure", ""));
        String port = PORTS.getOrDefault(address.port(), address.port());
        values.put("host", address.host());
        values.put("port", port.isEmpty() && tls ? "8443" : port);
        values.put("database", address.database());
        values.put("user", address.user());
        values.put("password", address.password());
        values.put(ClickHouseType.SSL, tls ? "true" : "");
        List<String> parameters = new ArrayList<>();
        given.forEach((name, value) -> {
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
        return switch (name) {
            case "protocol", "secure" -> "";
            case "connect_timeout" -> "connection_timeout=" + milliseconds(name, value);
            case "send_receive_timeout", "timeout" -> "socket_timeout=" + milliseconds(name, value);
            case "compression", "compress" -> "compress=" + (value.equals("lz4") || isTrue(value));
            default -> name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        };
    }

    private static boolean isTrue(String value) {
        return value.equals("1") || value.equalsIgnoreCase("true");
    }

    private static long milliseconds(String name, String seconds) {
        try {
            return Integer.parseInt(seconds) * 1_000L;
        } catch (NumberFormatException e) {
            throw new WarehouseException(Reason.SETTINGS, PARAMETERS, name + " must be a number of seconds", e);
        }
    }
}
