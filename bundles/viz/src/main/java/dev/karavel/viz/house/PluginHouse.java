package dev.karavel.viz.house;

import dev.karavel.api.catalog.PluginRecord;
import dev.karavel.api.catalog.PluginRecords;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.event.Topics;
import dev.karavel.api.viz.Plugin.Origin;
import dev.karavel.api.viz.PluginArrival;
import dev.karavel.api.viz.PluginLoss;
import dev.karavel.api.viz.Plugins;
import dev.karavel.viz.PluginRegistry;
import dev.karavel.viz.guard.LoopGuard;
import dev.karavel.viz.plugin.InstalledPlugin;
import dev.karavel.viz.trust.SignatureRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;

/** Keeps in the metadata database what administrators decide of plugins, and makes this node follow it. */
@Component(
        immediate = true,
        service = {Plugins.class, EventHandler.class},
        property = EventConstants.EVENT_TOPIC + "=" + Topics.PLUGIN_CHANGED)
public final class PluginHouse implements Plugins, EventHandler {
    private final PluginRegistry registry;
    private final PluginRecords records;
    private final JarCheck check;
    private final NodeBundles bundles;
    private final Follower follower;

    @Activate
    public PluginHouse(
            BundleContext context,
            @Reference(name = "registry") PluginRegistry registry,
            @Reference(name = "records") PluginRecords records,
            @Reference(name = "signatures") SignatureRule signatures) {
        this.registry = registry;
        this.records = records;
        check = new JarCheck(context, registry.catalog(), signatures);
        bundles = new NodeBundles(context, record -> records.jar(record.symbolicName(), record.version()));
        follower = new Follower(this::followRecords);
        follower.ask();
    }

    @Deactivate
    public void close() {
        follower.close();
    }

    /** Returns when this node is as the records say. */
    void settle() {
        follower.now();
    }

    /** Somebody decided something, here or on another node. */
    @Override
    public void handleEvent(Event event) {
        if (Boolean.TRUE.equals(event.getProperty(Topics.DELETED))) {
            find((String) event.getProperty(Topics.ID), (String) event.getProperty(Topics.VERSION))
                    .filter(plugin -> plugin.origin() == Origin.DEPLOY)
                    .ifPresent(this::takeFromDeploy);
        }
        follower.ask();
    }

    @Override
    public PluginArrival inspect(Path jar) {
        return check.check(jar);
    }

    @Override
    public PluginArrival install(Path jar, String who) {
        PluginArrival arrival = check.check(jar);
        if (!arrival.problems().isEmpty()) {
            throw KaravelException.invalid("file", String.join("; ", arrival.problems()));
        }
        try {
            records.store(
                    arrival.symbolicName(), arrival.version(), arrival.digest(), Files.readAllBytes(jar), false, who);
        } catch (IOException e) {
            throw new KaravelException(ErrorCode.INTERNAL, "The jar cannot be read", e);
        }
        follower.now();
        return arrival;
    }

    @Override
    public List<PluginLoss> losses(String symbolicName, String version) {
        InstalledPlugin plugin = require(symbolicName, version);
        return plugin.visualizations().stream()
                .filter(found -> registry.catalog()
                        .usable(found.shown().vizType())
                        .filter(best -> best.equals(found))
                        .isPresent())
                .map(found -> new PluginLoss(
                        found.shown().vizType(),
                        found.shown().title(),
                        registry.catalog()
                                .usableWithout(plugin, found.shown().vizType())
                                .map(other -> other.shown().plugin() + " " + other.version())
                                .orElse("")))
                .toList();
    }

    @Override
    public void enable(String symbolicName, String version, boolean enabled, String who) {
        require(symbolicName, version);
        records.enable(symbolicName, version, enabled, who);
        follower.now();
    }

    @Override
    public void remove(String symbolicName, String version, String who) {
        InstalledPlugin plugin = require(symbolicName, version);
        switch (plugin.origin()) {
            case UPLOAD -> records.remove(symbolicName, version, who);
            case DEPLOY -> {
                Path jar = DeployedJar.of(bundle(plugin));
                records.store(symbolicName, version, DeployedJar.digest(jar), DeployedJar.bytes(jar), true, who);
                takeFromDeploy(plugin);
            }
            default ->
                throw KaravelException.invalid(
                        "plugin", plugin.title() + " is part of the server: switch it off instead");
        }
        follower.now();
    }

    @Override
    public void restore(String symbolicName, String version, String who) {
        if (!records.restore(symbolicName, version, who)) {
            throw KaravelException.notFound("Removed plugin", symbolicName + " " + version);
        }
        follower.now();
    }

    @Override
    public List<PluginRecord> removed() {
        return records.all().stream()
                .filter(record -> record.removed().isPresent())
                .toList();
    }

    @Override
    public List<PluginFile> files(String symbolicName, String version) {
        return require(symbolicName, version).sizes().entrySet().stream()
                .map(file -> new PluginFile(
                        file.getKey(),
                        file.getValue(),
                        LoopGuard.covers(file.getKey(), file.getValue().intValue())))
                .toList();
    }

    private void followRecords() {
        List<PluginRecord> all = records.all();
        registry.switchOff(all.stream()
                .filter(record -> !record.enabled())
                .map(record -> InstalledPlugin.key(record.symbolicName(), record.version()))
                .collect(java.util.stream.Collectors.toSet()));
        bundles.follow(all);
    }

    /** One at a time: who removes it here hears of it as news, too. */
    private synchronized void takeFromDeploy(InstalledPlugin plugin) {
        bundles.find(plugin).ifPresent(bundle -> {
            DeployedJar.delete(bundle);
            bundles.uninstall(bundle);
        });
    }

    private Bundle bundle(InstalledPlugin plugin) {
        return bundles.find(plugin)
                .orElseThrow(() -> KaravelException.notFound("Plugin", plugin.symbolicName() + " " + plugin.version()));
    }

    private InstalledPlugin require(String symbolicName, String version) {
        return find(symbolicName, version)
                .orElseThrow(() -> KaravelException.notFound("Plugin", symbolicName + " " + version));
    }

    private Optional<InstalledPlugin> find(String symbolicName, String version) {
        return registry.catalog().plugins().stream()
                .filter(plugin -> plugin.key().equals(InstalledPlugin.key(symbolicName, version)))
                .findFirst();
    }
}
