package dev.karavel.vendor.derby;

import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import javax.sql.XADataSource;
import org.apache.derby.jdbc.EmbeddedConnectionPoolDataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.apache.derby.jdbc.EmbeddedDriver;
import org.apache.derby.jdbc.EmbeddedXADataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.jdbc.DataSourceFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The embedded Derby engine, which lives and ends with this bundle. */
@Component(
        service = DataSourceFactory.class,
        immediate = true,
        property = {
            DataSourceFactory.OSGI_JDBC_DRIVER_CLASS + "=org.apache.derby.jdbc.EmbeddedDriver",
            DataSourceFactory.OSGI_JDBC_DRIVER_NAME + "=derby"
        })
public final class EmbeddedDerby implements DataSourceFactory {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDerby.class);
    private static final String SHUT_DOWN = "XJ015";

    private final EmbeddedDriver driver;

    /** Boots the engine. */
    @Activate
    public EmbeddedDerby() {
        driver = new EmbeddedDriver();
    }

    @Deactivate
    void stop() {
        try {
            // deregister=true: without it the engine cannot boot again in this JVM
            driver.connect("jdbc:derby:;shutdown=true;deregister=true", new Properties());
        } catch (SQLException e) {
            if (!SHUT_DOWN.equals(e.getSQLState())) {
                LOG.warn("Derby did not shut down in order", e);
            }
        }
    }

    @Override
    public DataSource createDataSource(Properties settings) {
        return configured(new EmbeddedDataSource(), settings);
    }

    @Override
    public ConnectionPoolDataSource createConnectionPoolDataSource(Properties settings) {
        return configured(new EmbeddedConnectionPoolDataSource(), settings);
    }

    @Override
    public XADataSource createXADataSource(Properties settings) {
        return configured(new EmbeddedXADataSource(), settings);
    }

    @Override
    public Driver createDriver(Properties settings) {
        return driver;
    }

    private static <T extends EmbeddedDataSource> T configured(T source, Properties settings) {
        if (settings == null) {
            return source;
        }
        String url = settings.getProperty(JDBC_URL);
        if (url != null) {
            DerbyUrl address = DerbyUrl.parse(url);
            source.setDatabaseName(address.database());
            source.setConnectionAttributes(address.attributes());
        }
        String database = settings.getProperty(JDBC_DATABASE_NAME);
        if (database != null) {
            source.setDatabaseName(database);
        }
        source.setUser(settings.getProperty(JDBC_USER));
        source.setPassword(settings.getProperty(JDBC_PASSWORD));
        return source;
    }
}
