package dev.karavel.features;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** Our own bundles as the class path holds them, jars or folders of classes alike. */
record Bundles(List<OurBundle> all) {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    /** {@code name} is the symbolic name without {@code dev.karavel.}, {@code root} the address its entries stand below. */
    record OurBundle(String name, Manifest manifest, String root) {
        Stream<String> header(String header) {
            String value = manifest.getMainAttributes().getValue(header);
            // commas between quotes belong to version ranges and lists of packages
            return value == null ? Stream.empty() : Stream.of(value.split(",(?=([^\"]*\"[^\"]*\")*[^\"]*$)"));
        }

        URL entry(String path) throws IOException {
            return URI.create(root + path).toURL();
        }
    }

    static Bundles onClassPath() throws IOException {
        List<OurBundle> found = new ArrayList<>();
        for (URL url : Collections.list(Bundles.class.getClassLoader().getResources(MANIFEST))) {
            try (InputStream in = url.openStream()) {
                Manifest manifest = new Manifest(in);
                String name = manifest.getMainAttributes().getValue("Bundle-SymbolicName");
                if (name != null && name.startsWith("dev.karavel.") && !name.startsWith("dev.karavel.vendor.")) {
                    found.add(new OurBundle(
                            name.substring("dev.karavel.".length()),
                            manifest,
                            url.toString().replace(MANIFEST, "")));
                }
            }
        }
        return new Bundles(List.copyOf(found));
    }

    static Properties table(String name) throws IOException {
        Properties table = new Properties();
        try (InputStream in = Bundles.class.getResourceAsStream("/" + name)) {
            table.load(in);
        }
        return table;
    }
}
