package dev.karavel.sql;

import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.JdbcDataSourceType;
import dev.karavel.spi.data.Setting;
import dev.karavel.spi.data.Setting.Kind;
import dev.karavel.spi.data.Settings;
import dev.karavel.spi.data.SqlAddress;
import dev.karavel.spi.data.StandardDialect;
import java.io.IOException;
import java.net.Socket;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Logger;

/** A warehouse at a host and port, as most are; it gets as far as the socket. */
public final class NetworkType extends JdbcDataSourceType {
    private static final Dialect DIALECT = new StandardDialect() {
        @Override
        public String id() {
            return "network";
        }
    };

    @Override
    public String id() {
        return "network";
    }

    @Override
    public String title() {
        return "Network";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                new Setting("host", "Host", Kind.TEXT, true, "", ""),
                new Setting("port", "Port", Kind.NUMBER, true, "5432", ""),
                new Setting("database", "Database", Kind.TEXT, true, "", ""),
                new Setting("user", "User", Kind.TEXT, false, "", ""),
                new Setting("password", "Password", Kind.SECRET, false, "", ""));
    }

    @Override
    public Dialect dialect() {
        return DIALECT;
    }

    @Override
    public Optional<Settings> fromAddress(String address) {
        return SqlAddress.parse(address)
                .filter(each -> each.kind().equals(id()))
                .map(each -> new Settings(Map.of("host", each.host(), "database", each.database())));
    }

    @Override
    protected Driver driver() {
        return new SocketDriver();
    }

    @Override
    protected String urlTemplate() {
        return "{host}:{port}";
    }

    private static final class SocketDriver implements Driver {
        @Override
        public Connection connect(String url, Properties info) throws SQLException {
            String[] place = url.split(":");
            try {
                new Socket(place[0], Integer.parseInt(place[1])).close();
                throw new SQLException("Nobody speaks SQL here", "08004");
            } catch (IOException e) {
                throw new SQLException("No connection", "08001", e);
            }
        }

        @Override
        public boolean acceptsURL(String url) {
            return true;
        }

        @Override
        public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
            return new DriverPropertyInfo[0];
        }

        @Override
        public int getMajorVersion() {
            return 1;
        }

        @Override
        public int getMinorVersion() {
            return 0;
        }

        @Override
        public boolean jdbcCompliant() {
            return false;
        }

        @Override
        public Logger getParentLogger() throws SQLFeatureNotSupportedException {
            throw new SQLFeatureNotSupportedException();
        }
    }
}
