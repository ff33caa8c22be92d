package dev.karavel.metadata.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.vendor.derby.EmbeddedDerby;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.service.jdbc.DataSourceFactory;
import org.postgresql.osgi.PGDataSourceFactory;

/** What the operator reads when the metadata database does not open. */
class RefusalTest {
    @Test
    void aServerThatDoesNotAnswerIsNamedWithHostAndPortButWithoutPassword() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/karavel?password=topsecret";
        assertThat(refusal(new PGDataSourceFactory(), url))
                .contains("127.0.0.1:" + port + "/karavel", "does not answer", "KARAVEL_METADATA_URL")
                .doesNotContain("topsecret");
    }

    @Test
    void aDatabaseThatIsMissingIsToldFromAServerThatIsAway() {
        try (RealPostgres server = RealPostgres.start()) {
            assertThat(refusal(new PGDataSourceFactory(), server.url("nowhere")))
                    .contains("/nowhere", "does not exist on that server");
            assertThat(explained(new PGDataSourceFactory(), server.url("postgres"), "stranger"))
                    .contains("refuses user \"stranger\"", "KARAVEL_METADATA_USER");
        }
    }

    @Test
    void whatMariaDbRefusesIsToldInTheSameWords() throws IOException {
        SharedMariaDb.execute(
                "create database if not exists refused",
                "create or replace user 'reader'@'%'",
                "grant select on refused.* to 'reader'@'%'");
        MariaDbDriver driver = new MariaDbDriver();
        assertThat(explained(driver, SharedMariaDb.url("refused"), "stranger"))
                .contains("/refused", "refuses user \"stranger\"", "KARAVEL_METADATA_USER");
        assertThat(explained(driver, SharedMariaDb.url("nowhere"), "reader"))
                .contains("/nowhere", "does not exist on that server");
        assertThat(explained(driver, SharedMariaDb.url("refused"), "reader"))
                .contains("does not allow user \"reader\" to make tables");
        String away = "jdbc:mariadb://127.0.0.1:" + RealPostgres.freePort() + "/karavel?password=topsecret";
        assertThat(refusal(driver, away))
                .contains("/karavel", "does not answer", "KARAVEL_METADATA_URL")
                .doesNotContain("topsecret");
    }

    @Test
    void aFolderThatIsNoDatabaseIsNamed(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("file"), "x");
        assertThat(refusal(new EmbeddedDerby(), "jdbc:derby:" + folder.resolve("file") + ";create=true"))
                .contains(folder.toString());
    }

    @Test
    void aDatabaseThatGoesAwayLaterIsToldToTheCallerWithoutItsAddress() {
        SQLException away = new SQLTransientConnectionException("Connection to db.example:5432 refused", "08001");
        assertThat(Failures.translated(new PersistenceException(away)))
                .hasMessageContaining("does not answer")
                .hasMessageNotContaining("db.example")
                .extracting(KaravelException::code)
                .isEqualTo(ErrorCode.INTERNAL);
    }

    @Test
    void whatMysqlFindsTakenIsTheConstraintAndNotWhatWasToBeStored() {
        SQLException taken = new SQLException(
                "(conn=7) Duplicate entry 'uq_slices__uuid' for key 'dashboards.uq_dashboards__slug'", "23000", 1062);
        assertThat(Failures.translated(new PersistenceException(taken)).field()).isEqualTo("slug");
    }

    @Test
    void waitingTooLongForALockOfMysqlIsWorthAnotherTry() {
        assertThat(Failures.worthAnotherTry(new PersistenceException(
                        new SQLException("Lock wait timeout exceeded; try restarting transaction", "HY000", 1205))))
                .isTrue();
        assertThat(Failures.worthAnotherTry(
                        new PersistenceException(new SQLException("Data too long for column", "22001", 1406))))
                .isFalse();
    }

    @Test
    void urlsNobodyHasADriverForAreRefusedAtOnce() {
        assertThat(catchThrowable(() -> new DatabaseAddress("jdbc:oracle:thin:@x")))
                .hasMessageContaining("KARAVEL_METADATA_URL")
                .hasMessageContaining("jdbc:postgresql:")
                .hasMessageContaining("jdbc:mysql:");
    }

    private static String refusal(DataSourceFactory driver, String url) {
        return explained(driver, url, "postgres");
    }

    private static String explained(DataSourceFactory driver, String url, String user) {
        OpenDatabase.Login login = new OpenDatabase.Login(new DatabaseAddress(url), user, "");
        Throwable failure = catchThrowable(() -> OpenDatabase.open(driver, login, 2, Clock.systemUTC()));
        assertThat(failure).isNotNull();
        return Refusal.explained(failure, login);
    }
}
