package dev.karavel.datasource.mysql;

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
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** An address as SQLAlchemy's drivers have it: their parameters said in the words of ours. */
final class PythonAddress {
    /** Texts are always Unicode here. */
    private static final Set<String> NEEDLESS = Set.of("charset", "use_unicode", "binary_prefix", "local_infile");

    private static final Map<String, String> MODES = Map.of(
            "disabled", "disable",
            "preferred", "trust",
            "required", "trust",
            "verify_ca", "verify-ca",
            "verify_identity", "verify-full");

    private PythonAddress() {}

    static Settings settings(SqlAddress address) {
        Map<String, String> values = new HashMap<>();
        values.put("host", address.host());
        values.put("port", address.port());
        values.put("database", address.database());
        values.put("user", address.user());
        values.put("password", address.password());
        List<String> parameters = new ArrayList<>();
        address.parameters().forEach((name, value) -> {
            if (!NEEDLESS.contains(name) || name.equals("local_infile") && !value.equals("0")) {
                parameters.add(parameter(name, value));
            }
        });
        parameters.sort(null);
        values.put(PARAMETERS, String.join("&", parameters));
        values.values().removeIf(String::isEmpty);
        return new Settings(values);
    }

    private static String parameter(String name, String value) {
        return switch (name) {
            case "connect_timeout", "connection_timeout" -> "connectTimeout=" + milliseconds(name, value);
            case "read_timeout" -> "socketTimeout=" + milliseconds(name, value);
            case "ssl_mode" -> "sslMode=" + mode(value);
            case "ssl" ->
                "sslMode=" + (Set.of("1", "true").contains(value.toLowerCase(Locale.ROOT)) ? "trust" : "disable");
            default -> name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        };
    }

    private static String mode(String value) {
        String known = MODES.get(value.toLowerCase(Locale.ROOT));
        if (known == null) {
            throw new WarehouseException(
                    Reason.SETTINGS, PARAMETERS, "ssl_mode is one of " + String.join(", ", MODES.keySet()));
        }
        return known;
    }

    private static long milliseconds(String name, String seconds) {
        try {
            return Integer.parseInt(seconds) * 1_000L;
        } catch (NumberFormatException e) {
            throw new WarehouseException(Reason.SETTINGS, PARAMETERS, name + " must be a number of seconds", e);
        }
    }
}
