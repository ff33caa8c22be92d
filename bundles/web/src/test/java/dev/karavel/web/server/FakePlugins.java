package dev.karavel.web.server;

import dev.karavel.api.catalog.PluginRecord;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.viz.PluginArrival;
import dev.karavel.api.viz.PluginLoss;
import dev.karavel.api.viz.Plugins;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Notes what it was told; a jar is good if its text says so. */
final class FakePlugins implements Plugins {
    final List<String> told = new ArrayList<>();
    Path seen;

    @Override
    public PluginArrival inspect(Path jar) {
        seen = jar;
        try {
            List<String> problems =
                    Files.readString(jar).startsWith("good") ? List.of() : List.of("It is no jar: really not");
            return new PluginArrival(
                    "org.acme",
                    "Acme",
                    "1.0.0",
                    "visualization",
                    "abc",
                    false,
                    List.of(new PluginArrival.Brought("dots", "Dots", "", true)),
                    problems);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public PluginArrival install(Path jar, String who) {
        PluginArrival arrival = inspect(jar);
        if (!arrival.problems().isEmpty()) {
            throw KaravelException.invalid("file", String.join("; ", arrival.problems()));
        }
        told.add("install by " + who);
        return arrival;
    }

    @Override
    public List<PluginLoss> losses(String symbolicName, String version) {
        return List.of(new PluginLoss("pie", "Pie", ""), new PluginLoss("bar", "Bars", "org.old 0.9.0"));
    }

    @Override
    public void enable(String symbolicName, String version, boolean enabled, String who) {
        told.add((enabled ? "on " : "off ") + symbolicName + " " + version + " by " + who);
    }

    @Override
    public void remove(String symbolicName, String version, String who) {
        told.add("remove " + symbolicName + " " + version + " by " + who);
    }

    @Override
    public void restore(String symbolicName, String version, String who) {
        told.add("restore " + symbolicName + " " + version + " by " + who);
    }

    @Override
    public List<PluginRecord> removed() {
        return List.of();
    }

    @Override
    public List<PluginFile> files(String symbolicName, String version) {
        return List.of(new PluginFile("bar/index.js", 12, true));
    }
}
