package dev.karavel.sql.warehouse;

import dev.karavel.servers.RealPostgres;
import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.JdbcDataSourceType;
import dev.karavel.spi.data.Setting;
import dev.karavel.spi.data.Setting.Kind;
import dev.karavel.spi.data.Settings;
import dev.karavel.spi.data.SqlAddress;
import dev.karavel.spi.data.StandardDialect;
import java.sql.Driver;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** PostgreSQL as simply as a plugin can have it, for tests of what the host does around plugins. */
public final class Postgres extends JdbcDataSourceType {
    private static final Dialect DIALECT = new StandardDialect() {
        @Override
        public String id() {
            return "postgres";
        }
    };

    private final Driver driver = new org.postgresql.Driver();

    public static Map<String, String> settings(RealPostgres server, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "host",
                "127.0.0.1",
                "port",
                String.valueOf(server.port()),
                "database",
                "postgres",
                "user",
                RealPostgres.USER,
                "password",
                RealPostgres.PASSWORD));
        settings.putAll(more);
        return settings;
    }

    @Override
    public String id() {
        return "postgres";
    }

    @Override
    public String title() {
        return "PostgreSQL";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                new Setting("host", "Host", Kind.TEXT, true, "", ""),
                new Setting("port", "Port", Kind.NUMBER, true, "5432", ""),
                new Setting("database", "Database", Kind.TEXT, true, "", ""),
                new Setting("user", "User", Kind.TEXT, true, "", ""),
                new Setting("password", "Password", Kind.SECRET, false, "", ""),
                new Setting(PARAMETERS, "Parameters", Kind.TEXT, false, "", ""));
    }

    @Override
    public Dialect dialect() {
        return DIALECT;
    }

    @Override
    public Optional<Settings> fromAddress(String address) {
        return SqlAddress.parse(address).map(each -> new Settings(Map.of("host", each.host())));
    }

    @Override
    protected Driver driver() {
        return driver;
    }

    @Override
    protected String urlTemplate() {
        return "jdbc:postgresql://{host}:{port}/{database}";
    }

    @Override
    protected Set<String> allowedProperties() {
        return Set.of("sslmode", "connectTimeout");
    }
}
