package dev.karavel.viz.house;

import dev.karavel.api.viz.Plugins;
import dev.karavel.viz.descriptor.Refused;
import dev.karavel.viz.plugin.FoundVisualization;
import dev.karavel.viz.plugin.JarFiles;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.osgi.framework.Version;

/**
 * What lies in a jar somebody sent: read with bounds, trusting nothing it says of itself.
 *
 * @param headers empty if it has no manifest
 */
record JarContents(Attributes headers, List<FoundVisualization> visualizations, List<String> problems) {
    private static final int MOST_ENTRIES = 20_000;
    private static final long MOST_UNPACKED = 512L << 20;
    private static final int DENSEST = 200;
    private static final long LITTLE = 8 << 20;

    static JarContents read(Path file) {
        List<String> problems = new ArrayList<>();
        try {
            if (Files.size(file) > Plugins.MOST_BYTES) {
                return only("The jar has more than " + (Plugins.MOST_BYTES >> 20) + " MB");
            }
            try (JarFile jar = new JarFile(file.toFile(), false)) {
                JarFiles karavel = new JarFiles();
                walk(jar, Files.size(file), karavel, problems);
                Manifest manifest = problems.isEmpty() ? jar.getManifest() : null;
                Attributes headers = manifest == null ? new Attributes() : manifest.getMainAttributes();
                return new JarContents(headers, karavel.visualizations(problems), problems);
            }
        } catch (IOException e) {
            return only("It is no jar: " + e.getMessage());
        }
    }

    private static JarContents only(String problem) {
        return new JarContents(new Attributes(), List.of(), List.of(problem));
    }

    private static void walk(JarFile jar, long packed, JarFiles karavel, List<String> problems) throws IOException {
        Set<String> names = new HashSet<>();
        long total = 0;
        for (JarEntry entry : Collections.list(jar.entries())) {
            String name = entry.getName();
            if (names.size() >= MOST_ENTRIES) {
                problems.add("The jar has more than " + MOST_ENTRIES + " files");
                return;
            }
            if (leadsOut(name)) {
                problems.add("The path " + name + " leads out of the jar");
            } else if (!names.add(name)) {
                problems.add("The file " + name + " is there twice");
            } else if (!entry.isDirectory()) {
                long most = Math.min(MOST_UNPACKED, Math.max(LITTLE, packed * DENSEST)) - total;
                try (Counted in = new Counted(jar.getInputStream(entry), most)) {
                    karavel.add(name, in);
                    in.transferTo(OutputStream.nullOutputStream());
                    total += in.count;
                } catch (Refused e) {
                    problems.add(e.getMessage());
                } catch (TooMuch e) {
                    problems.add("Unpacked, the jar would be larger than a plugin is");
                    return;
                }
            }
        }
    }

    private static boolean leadsOut(String name) {
        return name.startsWith("/")
                || name.indexOf('\\') >= 0
                || name.indexOf('\0') >= 0
                || name.matches("[A-Za-z]:.*")
                || List.of(name.split("/")).contains("..");
    }

    String symbolicName() {
        return header("Bundle-SymbolicName").split(";", 2)[0].strip();
    }

    Version version() {
        try {
            return Version.parseVersion(header("Bundle-Version"));
        } catch (IllegalArgumentException e) {
            return Version.emptyVersion;
        }
    }

    String header(String name) {
        String value = headers.getValue(name);
        return value == null ? "" : value;
    }

    boolean provides(String capability) {
        return Imports.clauses(header("Provide-Capability")).stream()
                .anyMatch(clause -> clause.strip().split(";", 2)[0].strip().equals(capability));
    }

    boolean bringsDataSource() {
        return Imports.clauses(header("Provide-Capability")).stream()
                .anyMatch(clause -> clause.contains("dev.karavel.spi.data.DataSourceType"));
    }

    private static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Counted extends FilterInputStream {
        private final long most;
        private long count;

        Counted(InputStream in, long most) {
            super(in);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            passed(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int some = super.read(buffer, offset, length);
            passed(Math.max(some, 0));
            return some;
        }

        private void passed(int some) throws TooMuch {
            count += some;
            if (count > most) {
                throw new TooMuch();
            }
        }
    }
}
