package dev.karavel.datasource.cloud;

import dev.karavel.spi.data.DriverFolder;
import dev.karavel.spi.data.DroppedDriverType;
import dev.karavel.spi.data.Settings;
import dev.karavel.spi.data.SqlAddress;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the four have in common: names that are checked before they get into an address, and addresses of SQLAlchemy. */
abstract class CloudType extends DroppedDriverType {
    static final Pattern HOST = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,252}");

    CloudType(DriverFolder drivers) {
        super(drivers);
    }

    /** Settings by the parts of an address of one of {@link #kinds}; empty values are left out. */
    abstract Map<String, String> values(SqlAddress address, Map<String, String> parameters);

    /** Parameters of Python's drivers that ours does not need. */
    Set<String> needless() {
        return Set.of();
    }

    Set<String> kinds() {
        return Set.of(id());
    }

    static String checked(Settings settings, String name, Pattern form, String otherwise) {
        String value = settings.required(name).trim();
        if (!form.matcher(value).matches()) {
            throw new WarehouseException(Reason.SETTINGS, name, otherwise);
        }
        return value;
    }

    static void put(Properties properties, String property, Settings settings, String name) {
        settings.text(name).ifPresent(value -> properties.setProperty(property, value.trim()));
    }

    static void execute(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public Optional<Settings> fromAddress(String address) {
        return SqlAddress.parse(address)
                .filter(each -> kinds().contains(each.kind()))
                .map(this::settings);
    }

    private Settings settings(SqlAddress address) {
        Map<String, String> parameters = new HashMap<>(address.parameters());
        parameters.keySet().removeAll(needless());
        Map<String, String> values = new HashMap<>(values(address, parameters));
        values.put(
                PARAMETERS,
                parameters.entrySet().stream()
                        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
        values.values().removeIf(String::isEmpty);
        Settings settings = new Settings(values);
        Settings complete = complete(settings);
        url(complete);
        properties(complete);
        return settings;
    }

    /** The value of a parameter that is a setting of its own. */
    static String taken(Map<String, String> parameters, String name) {
        String value = parameters.remove(name);
        return value == null ? "" : value;
    }
}
