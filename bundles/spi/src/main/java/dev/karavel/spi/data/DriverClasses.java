package dev.karavel.spi.data;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The classes of one driver, apart from the server's and from other drivers'. They come from copies, so that a jar may be replaced
 * or taken away while they are in use.
 */
final class DriverClasses extends URLClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final Path copies;

    private DriverClasses(URL[] jars, Path copies) {
        super(jars, ClassLoader.getPlatformClassLoader());
        this.copies = copies;
    }

    static DriverClasses of(List<Path> jars) throws IOException {
        Path copies = Files.createTempDirectory("karavel-driver-");
        List<URL> urls = new ArrayList<>();
        for (Path jar : jars) {
            Path copy = copies.resolve(jar.getFileName());
            Files.copy(jar, copy);
            urls.add(copy.toUri().toURL());
        }
        return new DriverClasses(urls.toArray(URL[]::new), copies);
    }

    /** Sets it as the thread's own, as drivers expect that look for parts of themselves; gives the one before. */
    ClassLoader enter() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(this);
        return before;
    }

    static void leave(ClassLoader before) {
        Thread.currentThread().setContextClassLoader(before);
    }

    /** Also where {@code DriverManager} keeps a driver. */
    @Override
    public void close() throws IOException {
        farewell();
        super.close();
        try (var files = Files.newDirectoryStream(copies)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(copies);
    }

    private void farewell() throws IOException {
        String name = DriverFarewell.class.getName();
        ClassLoader before = enter();
        try (InputStream code = DriverClasses.class.getResourceAsStream("DriverFarewell.class")) {
            byte[] bytes = code.readAllBytes();
            Class<?> farewell = findLoadedClass(name);
            if (farewell == null) {
                farewell = defineClass(name, bytes, 0, bytes.length);
            }
            Constructor<?> constructor = farewell.getDeclaredConstructor();
            constructor.setAccessible(true);
            ((Runnable) constructor.newInstance()).run();
        } catch (ReflectiveOperationException e) {
            throw new IOException("Drivers could not be taken out of the driver manager", e);
        } finally {
            leave(before);
        }
    }
}
