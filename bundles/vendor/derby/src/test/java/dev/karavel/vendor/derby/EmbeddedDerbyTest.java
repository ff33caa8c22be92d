package dev.karavel.vendor.derby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.osgi.service.jdbc.DataSourceFactory;

class EmbeddedDerbyTest {

    @Test
    void engineAnswersAndBootsAgainAfterItsEnd() throws SQLException {
        for (int round = 0; round < 2; round++) {
            EmbeddedDerby derby = new EmbeddedDerby();
            assertThat(answer(derby)).isEqualTo(42);
            derby.stop();
        }
    }

    @Test
    void addressOfAnotherDatabaseIsRefused() {
        assertThatThrownBy(() -> DerbyUrl.parse("jdbc:h2:mem:x")).hasMessageContaining("jdbc:h2:mem:x");
    }

    @Test
    void databaseAndAttributesAreToldApart() {
        assertThat(DerbyUrl.parse("jdbc:derby:memory:x;create=true;user=u"))
                .isEqualTo(new DerbyUrl("memory:x", "create=true;user=u"));
        assertThat(DerbyUrl.parse("jdbc:derby:x")).isEqualTo(new DerbyUrl("x", ""));
    }

    private static int answer(EmbeddedDerby derby) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty(DataSourceFactory.JDBC_URL, "jdbc:derby:memory:test;create=true");
        DataSource source = derby.createDataSource(settings);
        try (var connection = source.getConnection();
                var rows = connection.createStatement().executeQuery("values 42")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
