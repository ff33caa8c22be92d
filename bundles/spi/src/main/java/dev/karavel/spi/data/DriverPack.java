package dev.karavel.spi.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/**
 * What lies in the driver folder under one name, as it was when it was looked at: a jar, or a sub-folder of jars that belong together.
 *
 * @param jars their real paths
 * @param state changes when a jar is replaced
 * @param refused why none of it is used, or empty
 */
record DriverPack(String name, List<Path> jars, String state, String refused) {
    private static final String SERVICES = "META-INF/services/java.sql.Driver";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    /** Versions in names are compared as numbers: 23.10 is newer than 23.9. */
    private static final Comparator<DriverPack> NEWEST_FIRST =
            Comparator.comparing((DriverPack pack) -> padded(pack.name())).reversed();

    /** The newest version of each first; empty where there is no such folder. */
    static List<DriverPack> in(Path folder) {
        List<DriverPack> packs = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return packs;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            Path real = folder.toRealPath();
            for (Path entry : entries) {
                if (isJar(entry) || Files.isDirectory(entry)) {
                    packs.add(of(entry, real));
                }
            }
        } catch (IOException e) {
            packs.add(new DriverPack(".", List.of(), "", "the folder cannot be read"));
        }
        packs.removeIf(pack -> pack.jars().isEmpty() && pack.refused().isEmpty());
        packs.sort(NEWEST_FIRST);
        return packs;
    }

    private static DriverPack of(Path entry, Path folder) {
        String name = entry.getFileName().toString();
        List<Path> jars = new ArrayList<>();
        StringBuilder state = new StringBuilder();
        try {
            for (Path jar : Files.isDirectory(entry) ? jarsIn(entry) : List.of(entry)) {
                Path real = jar.toRealPath();
                if (!real.startsWith(folder)) {
                    return new DriverPack(name, List.of(), "", "it leads out of the folder");
                }
                try (JarFile readable = new JarFile(real.toFile())) {
                    state.append(real)
                            .append(readable.size())
                            .append(Files.size(real))
                            .append(Files.getLastModifiedTime(real));
                }
                jars.add(real);
            }
        } catch (IOException e) {
            return new DriverPack(name, List.of(), "", "it is damaged, or cannot be read");
        }
        return new DriverPack(name, List.copyOf(jars), state.toString(), "");
    }

    private static List<Path> jarsIn(Path folder) throws IOException {
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(entry -> {
                if (isJar(entry)) {
                    jars.add(entry);
                }
            });
        }
        jars.sort(Comparator.naturalOrder());
        return jars;
    }

    private static boolean isJar(Path path) {
        return path.getFileName().toString().endsWith(".jar") && !Files.isDirectory(path);
    }

    private static String padded(String name) {
        Matcher number = NUMBER.matcher(name);
        return number.replaceAll(found -> String.format("%09d", Integer.parseInt(found.group())));
    }

    boolean contains(String className) {
        String entry = className.replace('.', '/') + ".class";
        return jars.stream().anyMatch(jar -> read(jar, entry, stream -> true).isPresent());
    }

    /** The drivers it says it has. */
    List<String> drivers() {
        Set<String> names = new LinkedHashSet<>();
        for (Path jar : jars) {
            read(jar, SERVICES, stream -> new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .ifPresent(text -> text.lines()
                            .map(line -> line.replaceAll("#.*", "").trim())
                            .filter(line -> !line.isEmpty())
                            .forEach(names::add));
        }
        return List.copyOf(names);
    }

    String version() {
        return jars.stream()
                .filter(jar -> read(jar, SERVICES, stream -> true).isPresent())
                .findFirst()
                .flatMap(jar -> read(jar, JarFile.MANIFEST_NAME, Manifest::new))
                .map(manifest -> {
                    Attributes main = manifest.getMainAttributes();
                    String version = main.getValue(Attributes.Name.IMPLEMENTATION_VERSION);
                    return version == null ? main.getValue("Bundle-Version") : version;
                })
                .orElse("");
    }

    private interface Reading<T> {
        T read(InputStream stream) throws IOException;
    }

    /** Empty also where the jar was taken away meanwhile. */
    private static <T> Optional<T> read(Path jar, String entry, Reading<T> reading) {
        try (JarFile file = new JarFile(jar.toFile())) {
            ZipEntry found = file.getEntry(entry);
            if (found == null) {
                return Optional.empty();
            }
            try (InputStream stream = file.getInputStream(found)) {
                return Optional.ofNullable(reading.read(stream));
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
