package dev.karavel.spi.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.spi.data.WarehouseException.Reason;
import java.io.IOException;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.Security;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the real drivers of H2 and MariaDB. */
class DriverFolderTest {
    private static final Path DRIVERS = Path.of("target/drivers");
    private static final Settings NONE = new Settings(Map.of());
    private static final int TRIES = 200;

    @TempDir
    Path temporary;

    private Path folder() throws IOException {
        return Files.createDirectories(temporary.resolve("drivers"));
    }

    private static void drop(String jar, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Files.copy(DRIVERS.resolve(jar), target, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void assertMissing(DataSourceType type, String... words) {
        try (Warehouse warehouse = type.open(NONE)) {
            assertThatThrownBy(warehouse::test).isInstanceOfSatisfying(WarehouseException.class, e -> {
                assertThat(e.reason()).isEqualTo(Reason.DRIVER_MISSING);
                assertThat(e).hasMessageContainingAll(words);
            });
        }
    }

    @Test
    void aMissingDriverIsNamedWithItsPublisherAndItsPlace() throws IOException {
        assertMissing(DroppedType.h2(folder()), "h2.jar", "https://h2database.com", "folder drivers");
        assertMissing(DroppedType.h2(temporary.resolve("nowhere")), "h2.jar");
    }

    @Test
    void aDriverDroppedWhileAWarehouseIsOpenIsFoundByIt() throws IOException {
        Path folder = folder();
        try (Warehouse warehouse = DroppedType.h2(folder).open(NONE)) {
            assertThatThrownBy(warehouse::test).isInstanceOf(WarehouseException.class);
            drop("h2.jar", folder.resolve("h2.jar"));
            warehouse.test();
            assertThat(DroppedType.firstColumn(warehouse, "SELECT X FROM SYSTEM_RANGE(1, 3)"))
                    .containsExactly(1L, 2L, 3L);
            assertThat(warehouse.schemas()).contains("PUBLIC");
            assertThat(warehouse.describe("SELECT 1 AS ONE"))
                    .extracting(SourceColumn::name)
                    .containsExactly("ONE");
        }
    }

    @Test
    void anOpenWarehouseKeepsItsDriverWhenTheJarGoesOrIsOverwritten() throws IOException {
        Path folder = folder();
        Path jar = folder.resolve("h2.jar");
        drop("h2.jar", jar);
        DroppedType type = DroppedType.h2(folder);
        try (Warehouse warehouse = type.open(NONE)) {
            warehouse.test();
            Files.write(jar, new byte[1_000]);
            assertThat(DroppedType.firstColumn(warehouse, "SELECT JSON_OBJECT('a': 1) IS JSON"))
                    .isNotEmpty();
            Files.delete(jar);
            assertThat(DroppedType.firstColumn(warehouse, "SELECT REGEXP_REPLACE('aab', 'a+', 'b')"))
                    .containsExactly("bb");
            assertMissing(type, "h2.jar");
        }
        assertMissing(type, "h2.jar");
    }

    @Test
    void theNewestVersionIsTakenAndADriverMayHaveASubFolder() throws IOException {
        Path folder = folder();
        drop("h2.jar", folder.resolve("h2-2.9.jar"));
        drop("h2.jar", folder.resolve("h2-2.10/h2.jar"));
        Files.createFile(folder.resolve("notes.txt"));
        DriverFolder drivers = DriverFolder.at(folder);
        LoadedDriver driver = drivers.take(DroppedType.h2(folder).wanted(), "someone");
        assertThat(drivers.drivers()).extracting(InstalledDriver::name).containsExactly("h2-2.10", "h2-2.9.jar");
        assertThat(drivers.drivers().get(0)).satisfies(each -> {
            assertThat(each.users()).containsExactly("someone");
            assertThat(each.classes()).containsExactly("org.h2.Driver");
            assertThat(each.version()).startsWith("2.");
        });
        assertThat(drivers.take(DroppedType.h2(folder).wanted(), "other")).isSameAs(driver);
        drivers.giveBack(driver, "other");
        assertThat(drivers.drivers().get(0).users()).containsExactly("someone");
        drivers.giveBack(driver, "someone");
        assertThat(drivers.drivers().get(0).users()).isEmpty();
    }

    @Test
    void aDriverOfAnUnknownClassIsFoundByTheAddressItUnderstands() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        Path folder = folder();
        drop("h2.jar", folder.resolve("z.jar"));
        drop("mariadb.jar", folder.resolve("m.jar"));
        try (Warehouse warehouse = DroppedType.mariaDb(folder, closed).open(NONE)) {
            assertThatThrownBy(warehouse::test)
                    .isInstanceOfSatisfying(WarehouseException.class, e -> assertThat(e.reason())
                            .isEqualTo(Reason.PORT_CLOSED));
        }
    }

    @Test
    void whatLeadsOutOfTheFolderOrIsDamagedIsNotUsed() throws IOException {
        Path folder = folder();
        Path outside = temporary.resolve("outside/h2.jar");
        drop("h2.jar", outside);
        Files.createSymbolicLink(folder.resolve("linked.jar"), outside);
        Files.createSymbolicLink(folder.resolve("linked"), outside.getParent());
        Files.createDirectories(folder.resolve("sub"));
        Files.createSymbolicLink(folder.resolve("sub/h2.jar"), outside);
        Files.write(folder.resolve("broken.jar"), new byte[1_000]);
        assertMissing(DroppedType.h2(folder), "linked.jar there is not used: it leads out", "broken.jar", "damaged");
        assertThat(DriverFolder.at(folder).drivers()).hasSize(4).allMatch(each -> !each.refused()
                .isEmpty());
    }

    @Test
    void aFolderBehindALinkAndLinksWithinItAreFine() throws IOException {
        Path folder = folder();
        drop("h2.jar", folder.resolve("h2-9.jar"));
        Files.createSymbolicLink(folder.resolve("h2.jar"), folder.resolve("h2-9.jar"));
        Path link = Files.createSymbolicLink(temporary.resolve("link"), folder);
        try (Warehouse warehouse = DroppedType.h2(link).open(NONE)) {
            warehouse.test();
        }
    }

    @Test
    void aDriverWithoutWhatItNeedsSaysSo() throws IOException {
        Path folder = folder();
        try (var jar = new JarOutputStream(Files.newOutputStream(folder.resolve("h2.jar")))) {
            jar.putNextEntry(new ZipEntry("org/h2/Driver.class"));
            jar.write(new byte[] {1, 2, 3});
        }
        assertMissing(DroppedType.h2(folder), "h2.jar", "cannot be used");
    }

    @Test
    void itsOwnClassesAreAtHandDuringCallsAndNotAfterwards() throws IOException {
        Path folder = folder();
        drop("h2.jar", folder.resolve("h2.jar"));
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (Warehouse warehouse = DroppedType.h2(folder).open(NONE)) {
            warehouse.test();
            DroppedType.firstColumn(warehouse, "SELECT 1");
            assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
            assertThatThrownBy(() -> before.loadClass("org.h2.Driver")).isInstanceOf(ClassNotFoundException.class);
        }
    }

    @Test
    void aProviderOfADriverGoesWithIt() throws IOException, ReflectiveOperationException {
        Path folder = folder();
        drop("h2.jar", folder.resolve("h2.jar"));
        try (var jar = new JarOutputStream(Files.newOutputStream(
                        Files.createDirectories(folder.resolve("h2")).resolve("provider.jar")));
                var code = DroppedProvider.class.getResourceAsStream("DroppedProvider.class")) {
            jar.putNextEntry(new ZipEntry("dev/karavel/spi/data/DroppedProvider.class"));
            jar.write(code.readAllBytes());
        }
        Files.move(folder.resolve("h2.jar"), folder.resolve("h2/h2.jar"));
        DriverFolder drivers = DriverFolder.at(folder);
        LoadedDriver driver = drivers.take(DroppedType.h2(drivers).wanted(), "test");
        driver.classes()
                .loadClass("dev.karavel.spi.data.DroppedProvider")
                .getDeclaredConstructor()
                .newInstance();
        assertThat(Security.getProvider("Dropped")).isNotNull();
        drivers.giveBack(driver, "test");
        assertThat(Security.getProvider("Dropped")).isNull();
    }

    @Test
    void nothingIsLeftOfADriverWhenItsLastWarehouseCloses() throws IOException, InterruptedException {
        Path folder = folder();
        drop("h2.jar", folder.resolve("h2.jar"));
        List<Path> before = copies();
        ReferenceQueue<Object> gone = new ReferenceQueue<>();
        WeakReference<Object> loader = used(folder, gone);
        for (int i = 0; i < TRIES && gone.remove(50) == null; i++) {
            System.gc();
        }
        assertThat(loader.refersTo(null)).isTrue();
        assertThat(DriverManager.drivers())
                .noneMatch(driver -> driver.getClass().getName().startsWith("org.h2."));
        assertThat(copies()).isEqualTo(before);
    }

    private static WeakReference<Object> used(Path folder, ReferenceQueue<Object> gone) {
        DriverFolder drivers = DriverFolder.at(folder);
        DroppedType type = DroppedType.h2(drivers);
        WeakReference<Object> loader;
        try (Warehouse warehouse = type.open(NONE);
                Warehouse other = type.open(NONE)) {
            warehouse.test();
            DroppedType.firstColumn(other, "SELECT X FROM SYSTEM_RANGE(1, 3)");
            LoadedDriver driver = drivers.take(type.wanted(), "test");
            assertThat(driver.users()).containsExactly("dropped", "dropped", "test");
            loader = new WeakReference<>(driver.classes(), gone);
            drivers.giveBack(driver, "test");
        }
        assertThat(drivers.drivers().get(0).users()).isEmpty();
        return loader;
    }

    private static List<Path> copies() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("karavel-driver-"))
                    .toList();
        }
    }
}
