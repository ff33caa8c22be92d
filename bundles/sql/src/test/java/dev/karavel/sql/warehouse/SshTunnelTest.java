package dev.karavel.sql.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Secrets;
import dev.karavel.servers.RealPostgres;
import dev.karavel.servers.RealSsh;
import dev.karavel.spi.data.Limits;
import dev.karavel.spi.data.Rows;
import dev.karavel.spi.data.Warehouse;
import dev.karavel.sql.Databases;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A real PostgreSQL behind a real SSH server. */
class SshTunnelTest {
    private static final Secrets BARE = new Secrets() {
        @Override
        public String encrypt(String clear) {
            return clear;
        }

        @Override
        public String decrypt(String stored) {
            return stored;
        }
    };

    private static RealPostgres postgres;

    private final OpenWarehouses warehouses = OpenWarehouses.beside("", BARE);
    private final RealSsh ssh = new RealSsh(0, true);

    SshTunnelTest() {
        warehouses.bindType(new Postgres());
    }

    @BeforeAll
    static void start() {
        postgres = RealPostgres.start();
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @AfterEach
    void close() {
        warehouses.closeAll();
        ssh.close();
    }

    @Test
    void aWarehouseBehindASshServerIsTestedAndAsked() {
        Database database = database(Map.of());
        assertThatCode(() -> warehouses.test(database)).doesNotThrowAnyException();
        assertThat(one(warehouses.open(database))).isEqualTo(1L);
        assertThat(warehouses.open(database).schemas()).contains("public");
    }

    @Test
    void thereIsOneLineForEachOpenWarehouseAndItEndsWithIt() {
        Database database = database(Map.of());
        for (int i = 0; i < 5; i++) {
            assertThat(one(warehouses.open(database))).isEqualTo(1L);
        }
        assertThat(ssh.lines()).isEqualTo(1);
        warehouses.closeAll();
        Eventually.eventually(() -> ssh.lines() == 0);
    }

    @Test
    void aLineThatWasCutIsDugAgain() {
        Database database = database(Map.of());
        assertThat(one(warehouses.open(database))).isEqualTo(1L);
        ssh.cut();
        Eventually.eventually(() -> ssh.lines() == 0);
        Eventually.eventually(() -> {
            try {
                return one(warehouses.open(database)) == 1L;
            } catch (dev.karavel.spi.data.WarehouseException e) {
                // the end of the line has not been told yet
                return false;
            }
        });
        assertThat(ssh.lines()).isEqualTo(1);
    }

    @Test
    void aPrivateKeyOpensAsWellAlsoOneWithAPassword() {
        for (String password : new String[] {"", "drawbridge"}) {
            Map<String, String> key = new HashMap<>(Map.of("private_key", ssh.privateKey(password), "password", ""));
            if (!password.isEmpty()) {
                key.put("private_key_password", password);
            }
            assertThatCode(() -> warehouses.test(database(key))).doesNotThrowAnyException();
        }
    }

    @Test
    void aKeyNobodyConfirmedIsNamed() {
        KaravelException unknown = failure(Map.of("host_key_fingerprint", ""));
        assertThat(unknown.field()).isEqualTo("ssh_tunnel.host_key_fingerprint");
        assertThat(unknown).hasMessageContaining(ssh.fingerprint()).hasMessageContaining("confirmed");
        KaravelException other = failure(Map.of("host_key_fingerprint", "SHA256:somebodyElse"));
        assertThat(other.field()).isEqualTo("ssh_tunnel.host_key_fingerprint");
        assertThat(other).hasMessageContaining(ssh.fingerprint()).hasMessageContaining("another one");
        assertThat(ssh.lines()).as("nobody signed in").isLessThanOrEqualTo(2);
    }

    @Test
    void eachFaultOfTheSshServerIsToldApart() {
        assertThat(failure(Map.of("server_address", "no-such-host.invalid")).field())
                .isEqualTo("ssh_tunnel.server_address");
        assertThat(failure(Map.of("server_port", String.valueOf(RealPostgres.freePort())))
                        .field())
                .isEqualTo("ssh_tunnel.server_port");
        assertThat(failure(Map.of("password", "wrong")).field()).isEqualTo("ssh_tunnel.password");
        assertThat(failure(Map.of("private_key", "nonsense")).field()).isEqualTo("ssh_tunnel.private_key");
        assertThat(failure(Map.of("private_key", ssh.privateKey("right"), "private_key_password", "wrong"))
                        .field())
                .isEqualTo("ssh_tunnel.private_key_password");
        assertThat(failure(Map.of("username", "")).field()).isEqualTo("ssh_tunnel.username");
    }

    @Test
    void faultsBehindTheTunnelAreToldFromThoseOfIt() {
        KaravelException closed = catchThrowableOfType(
                KaravelException.class,
                () -> warehouses.test(database(
                        Map.of(),
                        Map.of("port", String.valueOf(RealPostgres.freePort())),
                        ssh.port(),
                        ssh.fingerprint())));
        assertThat(closed.code()).isEqualTo(ErrorCode.WAREHOUSE_UNREACHABLE);
        assertThat(closed.field()).isEqualTo("host");
        KaravelException password = catchThrowableOfType(
                KaravelException.class,
                () -> warehouses.test(database(Map.of(), Map.of("password", "wrong"), ssh.port(), ssh.fingerprint())));
        assertThat(password.field()).isEqualTo("password");
    }

    @Test
    void aServerThatDoesNotForwardIsNamed() {
        try (RealSsh strict = new RealSsh(0, false)) {
            KaravelException refused = catchThrowableOfType(
                    KaravelException.class,
                    () -> warehouses.test(database(Map.of(), Map.of(), strict.port(), strict.fingerprint())));
            assertThat(refused.field()).isEqualTo("ssh_tunnel.server_address");
            assertThat(refused).hasMessageContaining("forward");
        }
    }

    private KaravelException failure(Map<String, String> wrong) {
        KaravelException failure = catchThrowableOfType(KaravelException.class, () -> warehouses.test(database(wrong)));
        assertThat(failure).as("%s", wrong.keySet()).isNotNull();
        assertThat(failure.code()).isIn(ErrorCode.WAREHOUSE_UNREACHABLE, ErrorCode.INVALID_REQUEST);
        return failure;
    }

    private Database database(Map<String, String> tunnel) {
        return database(tunnel, Map.of(), ssh.port(), ssh.fingerprint());
    }

    private static Database database(
            Map<String, String> tunnel, Map<String, String> changes, int port, String fingerprint) {
        Map<String, String> all = new HashMap<>(Map.of(
                "server_address",
                "127.0.0.1",
                "server_port",
                String.valueOf(port),
                "username",
                "keeper",
                "password",
                "hatch",
                "host_key_fingerprint",
                fingerprint));
        all.putAll(tunnel);
        Map<String, String> settings = Postgres.settings(postgres, changes);
        all.forEach((name, value) -> settings.put("ssh_tunnel." + name, value));
        return Databases.database("postgres", settings);
    }

    private static long one(Warehouse warehouse) {
        try (Rows rows = warehouse.run("SELECT 1", Limits.of(1, Duration.ofSeconds(10)))) {
            rows.next();
            return (Long) rows.value(0);
        }
    }
}
