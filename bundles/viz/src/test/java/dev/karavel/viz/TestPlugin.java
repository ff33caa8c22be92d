package dev.karavel.viz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.karavel.viz.sample.SampleActivator;
import dev.karavel.viz.sample.SampleType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Makes plugin bundles on the fly. */
public final class TestPlugin {
    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final Manifest manifest = new Manifest();

    public TestPlugin(String symbolicName, String version) {
        header("Manifest-Version", "1.0");
        header("Bundle-ManifestVersion", "2");
        header("Bundle-SymbolicName", symbolicName);
        header("Bundle-Name", "Test plugin");
        header("Bundle-Version", version);
        header("Provide-Capability", "karavel.visualization");
    }

    public static String descriptor(String id) {
        return """
            {"contract": "1", "id": "%s", "title": "A %s", "category": "KPI",
             "query": {"mode": "aggregate", "columns": ["groupby"], "metrics": ["metric"]},
             "controls": [{"section": "Query", "controls": ["metric", "groupby"]}]}
            """.formatted(id, id);
    }

    public TestPlugin header(String name, String value) {
        manifest.getMainAttributes().put(new Attributes.Name(name), value);
        return this;
    }

    public TestPlugin file(String path, String text) {
        return file(path, text.getBytes(UTF_8));
    }

    public TestPlugin file(String path, byte[] bytes) {
        entries.put(path, bytes);
        return this;
    }

    public TestPlugin visualization(String id) {
        return file("karavel/" + id + "/visualization.json", descriptor(id))
                .file("karavel/" + id + "/index.js", "export const chart = () => ({ kind: 'html', html: '' });");
    }

    public TestPlugin withJava() throws IOException {
        header("Bundle-Activator", SampleActivator.class.getName());
        header("Import-Package", "org.osgi.framework,dev.karavel.spi.viz,dev.karavel.spi.data");
        for (Class<?> type : new Class<?>[] {SampleActivator.class, SampleType.class}) {
            String path = type.getName().replace('.', '/') + ".class";
            try (InputStream stream = type.getClassLoader().getResourceAsStream(path)) {
                file(path, stream.readAllBytes());
            }
        }
        return this;
    }

    public InputStream jar() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                jar.putNextEntry(new JarEntry(entry.getKey()));
                jar.write(entry.getValue());
                jar.closeEntry();
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
