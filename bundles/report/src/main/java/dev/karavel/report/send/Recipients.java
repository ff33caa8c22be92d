package dev.karavel.report.send;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.report.ReportSchedule.Recipient;
import dev.karavel.api.security.Secrets;
import dev.karavel.spi.data.Setting;
import dev.karavel.spi.notify.NotificationChannel;
import dev.karavel.spi.notify.NotificationException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Recipients between the form, the database and the channel: secrets are encrypted, masked, or in the clear. */
@Component(service = Recipients.class)
public final class Recipients {
    private final Channels channels;
    private final Secrets secrets;

    @Activate
    public Recipients(@Reference Channels channels, @Reference Secrets secrets) {
        this.channels = channels;
        this.secrets = secrets;
    }

    /**
     * Checked and as it may be stored.
     *
     * @param stored those of before: a secret that comes back masked is the one they had
     */
    public List<Recipient> sealed(List<Recipient> wanted, List<Recipient> stored) {
        List<Recipient> sealed = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            String field = "recipients." + i;
            Recipient recipient = wanted.get(i);
            NotificationChannel channel = channels.find(recipient.channel())
                    .orElseThrow(() -> KaravelException.invalid(
                            field + ".type",
                            "There is no channel “" + recipient.channel() + "”; installed are "
                                    + channels.all().stream()
                                            .map(NotificationChannel::id)
                                            .collect(Collectors.joining(", "))));
            sealed.add(sealed(channel, recipient, stored, field));
        }
        return sealed;
    }

    /** As people may read it. */
    public Recipient shown(Recipient recipient) {
        Set<String> secret =
                channels.find(recipient.channel()).map(Recipients::secrets).orElse(Set.of());
        Map<String, String> shown = new HashMap<>();
        recipient
                .settings()
                .forEach((name, value) -> shown.put(
                        name,
                        secret.contains(name) || value.startsWith("{enc}")
                                ? value.isEmpty() ? "" : Secrets.MASK
                                : value));
        return new Recipient(recipient.channel(), shown);
    }

    /** As the channel gets it. */
    Map<String, String> clear(Recipient recipient) {
        Map<String, String> clear = new TreeMap<>();
        recipient.settings().forEach((name, value) -> clear.put(name, secrets.decrypt(value)));
        return clear;
    }

    private Recipient sealed(NotificationChannel channel, Recipient recipient, List<Recipient> stored, String field) {
        Set<String> secret = secrets(channel);
        Map<String, String> clear = new TreeMap<>();
        recipient.settings().forEach((name, value) -> {
            String kept = secret.contains(name) && value.equals(Secrets.MASK) ? former(recipient, name, stored) : value;
            if (secret.contains(name) && kept.startsWith("{enc}") && !value.equals(Secrets.MASK)) {
                throw KaravelException.invalid(field + "." + name, "A secret does not begin with {enc}");
            }
            clear.put(name, secret.contains(name) ? secrets.decrypt(kept) : kept);
        });
        for (Setting setting : channel.settings()) {
            if (setting.required()
                    && clear.getOrDefault(setting.name(), setting.fallback()).isBlank()) {
                throw KaravelException.invalid(field + "." + setting.name(), setting.title() + " is missing");
            }
        }
        try {
            channel.check(clear);
        } catch (NotificationException e) {
            throw new KaravelException(
                    ErrorCode.INVALID_REQUEST,
                    e.setting().isEmpty() ? field : field + "." + e.setting(),
                    e.getMessage(),
                    e);
        }
        Map<String, String> sealed = new HashMap<>(clear);
        secret.forEach(name ->
                sealed.computeIfPresent(name, (key, value) -> value.isEmpty() ? value : secrets.encrypt(value)));
        return new Recipient(channel.id(), sealed);
    }

    /** Of the recipient of that channel whose other settings are the same, or else of the only one that has it. */
    private String former(Recipient recipient, String name, List<Recipient> stored) {
        Predicate<Recipient> same = old -> old.settings().entrySet().stream()
                .filter(entry -> !entry.getValue().startsWith("{enc}"))
                .allMatch(entry -> entry.getValue().equals(recipient.settings().get(entry.getKey())));
        List<Recipient> candidates = stored.stream()
                .filter(old -> old.channel().equals(recipient.channel())
                        && old.settings().containsKey(name))
                .toList();
        return candidates.stream()
                .filter(same)
                .findFirst()
                .or(() -> candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty())
                .map(old -> old.settings().get(name))
                .orElse("");
    }

    private static Set<String> secrets(NotificationChannel channel) {
        return channel.settings().stream()
                .filter(setting -> setting.kind() == Setting.Kind.SECRET)
                .map(Setting::name)
                .collect(Collectors.toSet());
    }
}
