package dev.karavel.setting;

import dev.karavel.api.catalog.ActionLog;
import dev.karavel.api.catalog.LogEntry;
import dev.karavel.api.catalog.SettingRecords;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.event.Topics;
import dev.karavel.api.security.Secrets;
import dev.karavel.api.setting.SharedOption;
import dev.karavel.api.setting.SharedSetting;
import dev.karavel.api.setting.SharedSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the shared settings in the metadata database, encrypted, and makes this node follow them while that is there. */
@Component(
        immediate = true,
        service = {SharedSettings.class, EventHandler.class},
        property = EventConstants.EVENT_TOPIC + "=" + Topics.SETTING_CHANGED)
public final class SettingDesk implements SharedSettings, EventHandler {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(SettingDesk.class);

    private final SettingRecords records;
    private final Secrets secrets;
    private final ActionLog log;
    // Said already; seen by the follower's thread alone.
    private final Set<String> refusals = new HashSet<>();
    private final Overlay overlay;
    private final Consumer<String> delivery;
    private final Supplier<Options> options;
    private final Follower follower;

    @Activate
    public SettingDesk(
            BundleContext context,
            @Reference(name = "records") SettingRecords records,
            @Reference(name = "secrets") Secrets secrets,
            @Reference(name = "log") ActionLog log,
            @Reference(name = "overlay") Overlay overlay,
            @Reference(name = "delivery") Delivery delivery) {
        this(records, secrets, log, overlay, delivery::again, () -> OptionReader.of(context.getBundles()));
    }

    SettingDesk(
            SettingRecords records,
            Secrets secrets,
            ActionLog log,
            Overlay overlay,
            Consumer<String> delivery,
            Supplier<Options> options) {
        this.records = records;
        this.secrets = secrets;
        this.log = log;
        this.overlay = overlay;
        this.delivery = delivery;
        this.options = options;
        follower = new Follower(this::follow, BETWEEN_LOOKS);
    }

    @Deactivate
    public void close() {
        follower.close();
    }

    /** Somebody set or removed something, here or on another node. */
    @Override
    public void handleEvent(Event event) {
        follower.ask();
    }

    @Override
    public List<SharedSetting> list() {
        Options known = options.get();
        return records.all().stream().map(stored -> shown(known, stored)).toList();
    }

    @Override
    public List<SharedOption> options() {
        return options.get().shared().stream().map(Option::told).toList();
    }

    @Override
    public void set(String pid, String key, String value, String who) {
        Option option = options.get().require(pid, key);
        String clear = value.strip();
        option.check(clear);
        // A text that looks encrypted would be stored as it is and read by nobody.
        if (clear.startsWith("{enc}")) {
            throw KaravelException.invalid("value", "Give the value itself: it is encrypted when it is stored");
        }
        records.store(pid, key, secrets.encrypt(clear), who);
        note("setting_set", pid, key, who);
        follower.now();
    }

    @Override
    public void remove(String pid, String key, String who) {
        if (!records.remove(pid, key)) {
            throw KaravelException.notFound("Shared setting", key + " of " + pid);
        }
        note("setting_removed", pid, key, who);
        follower.now();
    }

    /** On the follower's thread. */
    private void follow() {
        Options known = options.get();
        Map<String, Map<String, String>> values = new HashMap<>();
        for (SharedSetting stored : records.all()) {
            String value = secrets.decrypt(stored.value());
            String refusal = known.refusal(stored.pid(), stored.key(), value);
            if (refusal.isEmpty()) {
                values.computeIfAbsent(stored.pid(), pid -> new HashMap<>()).put(stored.key(), value);
            } else if (!refusals.contains(refusal)) {
                refusals.add(refusal);
                LOG.warn("The shared setting {} of {} does not hold here: {}", stored.key(), stored.pid(), refusal);
            }
        }
        overlay.lay(values).forEach(delivery);
    }

    private SharedSetting shown(Options known, SharedSetting stored) {
        // Of an option this server does not know it cannot say that it is no secret.
        boolean secret = known.all().stream()
                .filter(option ->
                        option.pid().equals(stored.pid()) && option.key().equals(stored.key()))
                .findFirst()
                .map(Option::secret)
                .orElse(true);
        return new SharedSetting(
                stored.pid(),
                stored.key(),
                secret ? Secrets.MASK : secrets.decrypt(stored.value()),
                stored.changedBy(),
                stored.changedOn());
    }

    /** PID and key are known ones: nothing in them has to be escaped, and who changes settings is an administrator. */
    private void note(String action, String pid, String key, String who) {
        String details = "{\"pid\":\"" + pid + "\",\"key\":\"" + key + "\",\"by\":\""
                + who.replaceAll("[\"\\\\\\p{Cntrl}]", "") + "\"}";
        log.write(new LogEntry(
                Instant.now(), Optional.empty(), action, Optional.empty(), Optional.empty(), details, Duration.ZERO));
    }
}
