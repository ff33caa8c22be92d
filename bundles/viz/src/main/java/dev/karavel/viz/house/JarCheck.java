package dev.karavel.viz.house;

import dev.karavel.api.viz.Plugin.Origin;
import dev.karavel.api.viz.PluginArrival;
import dev.karavel.api.viz.PluginArrival.Brought;
import dev.karavel.viz.plugin.Catalog;
import dev.karavel.viz.plugin.FoundVisualization;
import dev.karavel.viz.plugin.InstalledPlugin;
import dev.karavel.viz.trust.SignatureRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;

/** Says what a jar would bring, and everything that speaks against taking it. */
record JarCheck(BundleContext context, Catalog catalog, SignatureRule signatures) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");

    PluginArrival check(Path jar) {
        JarContents contents = JarContents.read(jar);
        List<String> problems = new ArrayList<>(contents.problems());
        String name = contents.symbolicName();
        Version version = contents.version();
        if (problems.isEmpty()) {
            manifest(contents, problems);
            contents.visualizations().stream()
                    .map(found -> found.shown().problem())
                    .filter(problem -> !problem.isEmpty())
                    .forEach(problems::add);
            String unsigned = signatures.problem(jar);
            if (!unsigned.isEmpty()) {
                problems.add(unsigned);
            }
        }
        List<Bundle> namesakes = Arrays.stream(context.getBundles())
                .filter(bundle -> name.equals(bundle.getSymbolicName()))
                .toList();
        Optional<InstalledPlugin> same = same(name, version);
        neighbours(name, version, namesakes, same, problems);
        String title = contents.header("Bundle-Name");
        return new PluginArrival(
                name,
                title.isEmpty() ? name : title,
                version.toString(),
                contents.bringsDataSource() && contents.visualizations().isEmpty() ? "datasource" : "visualization",
                digest(jar),
                same.isPresent(),
                contents.visualizations().stream()
                        .filter(found -> found.shown().ready())
                        .map(found -> brought(found, name, version))
                        .toList(),
                problems);
    }

    private void manifest(JarContents contents, List<String> problems) {
        if (!contents.header("Bundle-ManifestVersion").strip().equals("2")) {
            problems.add("META-INF/MANIFEST.MF: Bundle-ManifestVersion: 2 is missing: the jar is no OSGi bundle");
        }
        if (!NAME.matcher(contents.symbolicName()).matches()) {
            problems.add("META-INF/MANIFEST.MF: Bundle-SymbolicName: a name such as org.acme.charts is needed, not \""
                    + contents.symbolicName() + "\"");
        }
        if (contents.version().equals(Version.emptyVersion)) {
            problems.add("META-INF/MANIFEST.MF: Bundle-Version: a version such as 1.0.0 is needed, not \""
                    + contents.header("Bundle-Version") + "\"");
        }
        if (!contents.header("Fragment-Host").isEmpty()) {
            problems.add("META-INF/MANIFEST.MF: Fragment-Host: parts of other bundles are not taken");
        }
        boolean charts = contents.provides("karavel.visualization");
        if (!charts && !contents.bringsDataSource()) {
            problems.add("META-INF/MANIFEST.MF: Provide-Capability: the jar is no plugin; one that draws charts says"
                    + " karavel.visualization");
        }
        if (charts && contents.visualizations().isEmpty() && problems.isEmpty()) {
            problems.add("karavel/<viz_type>/visualization.json: the jar has no such file");
        }
        for (String missing : Imports.missing(contents.headers().getValue("Import-Package"), context)) {
            problems.add("META-INF/MANIFEST.MF: Import-Package: nothing here offers " + missing);
        }
    }

    private static void neighbours(
            String name,
            Version version,
            List<Bundle> namesakes,
            Optional<InstalledPlugin> same,
            List<String> problems) {
        if (same.isPresent() && same.get().origin() != Origin.UPLOAD) {
            problems.add(name + " " + version + " is installed already, "
                    + (same.get().origin() == Origin.DEPLOY ? "from the deploy folder" : "as a part of the server")
                    + "; raise Bundle-Version");
        } else if (same.isEmpty()
                && namesakes.stream().anyMatch(bundle -> bundle.getVersion().equals(version))) {
            problems.add("A bundle of the server is called " + name + "; choose another Bundle-SymbolicName");
        }
    }

    private Optional<InstalledPlugin> same(String name, Version version) {
        return catalog.plugins().stream()
                .filter(plugin ->
                        plugin.symbolicName().equals(name) && plugin.version().equals(version))
                .findFirst();
    }

    private Brought brought(FoundVisualization found, String name, Version version) {
        String vizType = found.shown().vizType();
        Optional<FoundVisualization> now = catalog.usable(vizType);
        boolean counts = now.isEmpty()
                || version.compareTo(now.get().version()) > 0
                || version.equals(now.get().version())
                        && name.compareTo(now.get().shown().plugin()) >= 0;
        String said =
                now.map(other -> other.shown().plugin() + " " + other.version()).orElse("");
        return new Brought(vizType, found.shown().title(), said, counts);
    }

    private static String digest(Path jar) {
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(jar), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
