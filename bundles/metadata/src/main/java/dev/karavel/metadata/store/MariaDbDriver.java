package dev.karavel.metadata.store;

import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import javax.sql.XADataSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.osgi.service.jdbc.DataSourceFactory;

/** MariaDB's driver brings no factory of its own, as PostgreSQL's does. No service: it is for this bundle alone. */
final class MariaDbDriver implements DataSourceFactory {
    @Override
    public DataSource createDataSource(Properties properties) throws SQLException {
        MariaDbDataSource source = new MariaDbDataSource(properties.getProperty(JDBC_URL));
        if (properties.containsKey(JDBC_USER)) {
            source.setUser(properties.getProperty(JDBC_USER));
            source.setPassword(properties.getProperty(JDBC_PASSWORD));
        }
        return source;
    }

    @Override
    public ConnectionPoolDataSource createConnectionPoolDataSource(Properties properties) throws SQLException {
        throw new SQLFeatureNotSupportedException("Only plain data sources");
    }

    @Override
    public XADataSource createXADataSource(Properties properties) throws SQLException {
        throw new SQLFeatureNotSupportedException("Only plain data sources");
    }

    @Override
    public Driver createDriver(Properties properties) {
        return new org.mariadb.jdbc.Driver();
    }
}
