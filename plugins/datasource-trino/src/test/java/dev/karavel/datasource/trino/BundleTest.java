package dev.karavel.datasource.trino;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.spi.data.DataSourceType;
import dev.karavel.spi.data.Settings;
import dev.karavel.spi.data.Warehouse;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/** The driver is no bundle, so it has to find in ours all that it needs. */
class BundleTest {
    @TempDir
    Path folder;

    @Test
    void theDriverInsideTheBundleGoesOut() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        Framework framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        folder.toString(),
                        "felix.bootdelegation.implicit",
                        "false",
                        Constants.FRAMEWORK_SYSTEMCAPABILITIES_EXTRA,
                        "osgi.extender;osgi.extender=\"osgi.component\";version:Version=\"1.5.0\"",
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        "dev.karavel.spi.data;version=1.0,org.slf4j;version=2.0"));
        framework.start();
        try {
            Bundle bundle = framework
                    .getBundleContext()
                    .installBundle("reference:" + Path.of("target", "classes").toUri());
            bundle.start();
            Class<?> type = bundle.loadClass(TrinoType.class.getName());
            assertThat(type).isNotSameAs(TrinoType.class);
            DataSourceType plugin = (DataSourceType) type.getConstructor().newInstance();
            Settings settings =
                    new Settings(Map.of("host", "127.0.0.1", "port", "" + closed, "database", "shop", "user", "ada"));
            try (Warehouse warehouse = plugin.open(settings)) {
                assertThatThrownBy(warehouse::test)
                        .isInstanceOfSatisfying(
                                WarehouseException.class,
                                e -> assertThat(e.reason()).as(e.getMessage()).isEqualTo(Reason.PORT_CLOSED));
            }
        } finally {
            framework.stop();
            framework.waitForStop(10_000);
        }
    }
}
