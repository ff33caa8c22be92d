package dev.karavel.exchange.file;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.security.Secrets;
import dev.karavel.api.sql.SshTunnel;
import dev.karavel.api.sql.Warehouses;
import dev.karavel.exchange.Hidden;
import dev.karavel.exchange.yaml.JsonText;
import dev.karavel.spi.data.Setting;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A database as a file; its secrets are hidden. */
public final class DatabaseFile {
    private static final Set<String> IN_ADDRESS = Set.of("user", "password", "host", "port", "database", "path");
    private static final List<String> FLAGS = List.of("allow_run_async", "allow_ctas", "allow_cvas");
    private static final String ENCRYPTED = "{enc}";

    private final Warehouses warehouses;
    private final Secrets secrets;

    public DatabaseFile(Warehouses warehouses, Secrets secrets) {
        this.warehouses = warehouses;
        this.secrets = secrets;
    }

    /** @param reached whether it is told how the database is reached: nobody else's business than of those who may export it */
    public Map<String, Object> of(Database database, boolean reached) {
        Map<String, Object> extra = JsonText.object(database.extra());
        Map<?, ?> ours = extra.remove("karavel") instanceof Map<?, ?> map ? map : Map.of();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("database_name", database.name());
        fields.put("sqlalchemy_uri", reached ? address(database) : database.backend() + "://");
        fields.put("cache_timeout", database.cacheTimeout().orElse(null));
        fields.put("expose_in_sqllab", database.exposeInSqlLab());
        FLAGS.forEach(flag -> fields.put(flag, Boolean.TRUE.equals(ours.get(flag))));
        fields.put("allow_dml", database.allowDml());
        fields.put("allow_csv_upload", database.allowFileUpload());
        fields.put("extra", extra);
        fields.put("impersonate_user", Boolean.TRUE.equals(ours.get("impersonate_user")));
        if (reached) {
            if (ours.get("encrypted_extra") instanceof String sealed && !sealed.isEmpty()) {
                Map<String, Object> options = JsonText.object(secrets.decrypt(sealed));
                fields.put("masked_encrypted_extra", JsonText.of(Hidden.masked(options)));
            }
            Map<String, Object> tunnel = tunnel(database.settings());
            if (!tunnel.isEmpty()) {
                fields.put("ssh_tunnel", tunnel);
            }
        }
        fields.put("uuid", database.uuid().toString());
        fields.put("version", "1.0.0");
        return fields;
    }

    private String address(Database database) {
        Map<String, String> settings = masked(database);
        String user = settings.getOrDefault("user", "");
        String password = settings.containsKey("password") ? ":" + settings.get("password") : "";
        String port = settings.getOrDefault("port", "");
        String place = settings.getOrDefault("database", settings.getOrDefault("path", ""));
        List<String> others = new ArrayList<>();
        settings.forEach((name, value) -> {
            if (!IN_ADDRESS.contains(name) && !name.startsWith(SshTunnel.PREFIX) && !value.isEmpty()) {
                others.add(encoded(name) + "=" + encoded(value));
            }
        });
        return database.backend() + "://" + (user.isEmpty() ? "" : encoded(user) + password + "@")
                + settings.getOrDefault("host", "") + (port.isEmpty() ? "" : ":" + port) + "/" + place
                + (others.isEmpty() ? "" : "?" + String.join("&", others));
    }

    private Map<String, String> masked(Database database) {
        Set<String> secrets = warehouses.kinds().stream()
                .filter(kind -> kind.id().equals(database.backend()))
                .flatMap(kind -> kind.settings().stream())
                .filter(setting -> setting.kind() == Setting.Kind.SECRET)
                .map(Setting::name)
                .collect(Collectors.toSet());
        Map<String, String> shown = new TreeMap<>();
        database.settings().forEach((name, value) -> {
            boolean secret = secrets.contains(name) || value.startsWith(ENCRYPTED);
            shown.put(name, secret && !value.isEmpty() ? Secrets.MASK : value);
        });
        return shown;
    }

    private static Map<String, Object> tunnel(Map<String, String> settings) {
        Map<String, Object> tunnel = new LinkedHashMap<>();
        for (Setting setting : SshTunnel.FORM) {
            String value = settings.get(SshTunnel.PREFIX + setting.name());
            // The fingerprint is ours alone: where it is missing, the server is met anew.
            if (value == null || value.isEmpty() || setting.name().equals("host_key_fingerprint")) {
                continue;
            }
            boolean number = setting.kind() == Setting.Kind.NUMBER && value.matches("\\d{1,9}");
            Object shown = setting.kind() == Setting.Kind.SECRET ? Secrets.MASK : value;
            tunnel.put(setting.name(), number ? (Object) Integer.valueOf(value) : shown);
        }
        return tunnel;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
