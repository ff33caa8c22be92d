package dev.karavel.datasource.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.servers.RealPostgres;
import dev.karavel.spi.data.Settings;
import dev.karavel.spi.data.Warehouse;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only the server that the form's certificate names is talked to, over TLS. */
class ServerCertificateTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    static Path folder;

    private static RealPostgres server;
    private static Identity own;
    private static Identity other;

    private record Identity(String certificate, String key) {}

    @BeforeAll
    static void startWithTls() throws Exception {
        own = identity("own");
        other = identity("other");
        server = RealPostgres.start();
        server.execute(
                "postgres",
                file(own.certificate(), "server.crt"),
                file(own.key(), "server.key"),
                "ALTER SYSTEM SET ssl = on",
                "SELECT pg_reload_conf()");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theServerOfTheCertificateIsTrusted() {
        assertThatCode(() -> test(own.certificate())).doesNotThrowAnyException();
    }

    @Test
    void aFormThatLosesLineEndsDoesNoHarm() {
        assertThatCode(() -> test(own.certificate().replace("\n", " "))).doesNotThrowAnyException();
    }

    @Test
    void anotherServerIsNot() {
        assertThatThrownBy(() -> test(other.certificate()))
                .isInstanceOfSatisfying(
                        WarehouseException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TLS));
    }

    @Test
    void whatIsNoCertificateIsRefusedAtItsField() {
        for (String text : new String[] {"PEM", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"}) {
            assertThatThrownBy(() -> test(text)).isInstanceOfSatisfying(WarehouseException.class, e -> {
                assertThat(e.reason()).isEqualTo(Reason.SETTINGS);
                assertThat(e.field()).isEqualTo("server_cert");
            });
        }
    }

    private static void test(String certificate) {
        Settings settings = new Settings(Map.of(
                "host",
                "127.0.0.1",
                "port",
                "" + server.port(),
                "database",
                "postgres",
                "user",
                RealPostgres.USER,
                "password",
                RealPostgres.PASSWORD,
                "server_cert",
                certificate));
        try (Warehouse warehouse = new PostgresqlType().open(settings)) {
            warehouse.test();
        }
    }

    /** Written by the server itself, into its own folder and readable to nobody else. */
    private static String file(String text, String name) {
        return "COPY (SELECT unnest(string_to_array('" + text.strip() + "', E'\\n'))) TO PROGRAM 'umask 077; cat > "
                + name + "'";
    }

    private static Identity identity(String name) throws Exception {
        Path store = folder.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        name,
                        "-keyalg",
                        "RSA",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-keystore",
                        store.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD))
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        return new Identity(
                pem("CERTIFICATE", keys.getCertificate(name).getEncoded()),
                pem("PRIVATE KEY", keys.getKey(name, PASSWORD).getEncoded()));
    }

    private static String pem(String kind, byte[] bytes) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n-----END " + kind
                + "-----\n";
    }
}
