package dev.karavel.vendor.v8;

import com.caoccao.javet.enums.JSRuntimeType;
import com.caoccao.javet.interop.loader.IJavetLibLoadingListener;
import com.caoccao.javet.interop.loader.JavetLibLoader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.osgi.annotation.bundle.Header;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/**
 * Unpacks the native library to a new path for each class loader of this bundle: the Java machine binds a path to the first
 * loader that loads it, and a refresh of the bundle would find it taken. The unpacking itself happens at first use.
 */
@Header(name = Constants.BUNDLE_ACTIVATOR, value = "${@class}")
public final class FreshLibrary implements BundleActivator, IJavetLibLoadingListener {
    private static final String FOLDER = "native";

    private File folder;

    @Override
    public void start(BundleContext context) throws IOException {
        if (folder != null || JavetLibLoader.getLibLoadingListener() instanceof FreshLibrary) {
            return;
        }
        Path all = context.getDataFile(FOLDER).toPath();
        forgetEarlier(all);
        Files.createDirectories(all);
        folder = Files.createTempDirectory(all, "v8-").toFile();
        JavetLibLoader.setLibLoadingListener(this);
    }

    /** Leaves the library where it is: what was loaded stays loaded until the class loader goes. */
    @Override
    public void stop(BundleContext context) {}

    @Override
    public File getLibPath(JSRuntimeType type) {
        return folder;
    }

    /** A library that is loaded keeps its file's content though the name is gone; where the system refuses, the next start tries again. */
    private static void forgetEarlier(Path all) throws IOException {
        if (!Files.isDirectory(all)) {
            return;
        }
        try (Stream<Path> files = Files.walk(all)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
