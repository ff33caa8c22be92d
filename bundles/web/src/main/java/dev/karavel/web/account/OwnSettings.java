package dev.karavel.web.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.catalog.Preferences;
import dev.karavel.api.catalog.User;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Accounts;
import dev.karavel.api.security.Identities;
import dev.karavel.web.gate.Paths;
import dev.karavel.web.json.Fields;
import dev.karavel.web.page.Languages;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What people change about themselves. */
@Component(service = OwnSettings.class)
public final class OwnSettings {
    private static final Set<String> THEMES = Set.of("light", "dark", "system");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,255}");

    private final Users users;
    private final Preferences preferences;
    private final Accounts accounts;
    private final Identities identities;

    @Activate
    public OwnSettings(
            @Reference Users users,
            @Reference Preferences preferences,
            @Reference Accounts accounts,
            @Reference Identities identities) {
        this.users = users;
        this.preferences = preferences;
        this.accounts = accounts;
        this.identities = identities;
    }

    public Map<String, String> of(long userId) {
        return preferences.of(userId);
    }

    User change(User old, Fields fields) {
        String email = fields.text("email", old.email()).strip();
        if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
            throw KaravelException.invalid("email", "This is no mail address");
        }
        Map<String, String> wanted = new TreeMap<>(preferences.of(old.id()));
        fields.node("preferences").properties().forEach(entry -> choose(wanted, entry.getKey(), entry.getValue()));
        Optional<String> password = fields.filledText("password", Optional.empty());
        password.ifPresent(text -> requireCurrent(old, fields));
        User saved = old;
        if (fields.has("first_name") || fields.has("last_name") || fields.has("email")) {
            saved = users.save(new User(
                    old.id(),
                    old.uuid(),
                    old.version(),
                    old.username(),
                    fields.text("first_name", old.firstName()).strip(),
                    fields.text("last_name", old.lastName()).strip(),
                    email,
                    old.active(),
                    old.roles(),
                    old.stamp()));
        }
        if (!wanted.equals(preferences.of(old.id()))) {
            preferences.store(old.id(), wanted);
        }
        password.ifPresent(text -> accounts.changePassword(old.username(), text));
        return saved;
    }

    private void requireCurrent(User user, Fields fields) {
        try {
            identities.signIn(user.username(), fields.requiredText("current_password"));
        } catch (KaravelException e) {
            if (e.code() != ErrorCode.UNAUTHENTICATED) {
                throw e;
            }
            // no 401: the session itself is fine
            throw KaravelException.invalid("current_password", "This is not your password");
        }
    }

    private static void choose(Map<String, String> wanted, String name, JsonNode value) {
        String text = value.asText("");
        if (value.isNull() || text.isEmpty()) {
            wanted.remove(name);
            return;
        }
        String right =
                switch (name) {
                    case "language" -> Languages.KNOWN.contains(text) ? "" : "one of " + Languages.KNOWN;
                    case "time_zone" -> isZone(text) ? "" : "the name of a time zone such as Europe/Berlin";
                    case "theme" -> THEMES.contains(text) ? "" : "light, dark or system";
                    case "landing" ->
                        text.length() <= 255 && Paths.local(text).equals(text)
                                ? ""
                                : "an address on this server such as /dashboard/list/";
                    default -> "one of language, time_zone, theme, landing";
                };
        if (!right.isEmpty()) {
            throw KaravelException.invalid("preferences." + name, "The preference " + name + " has to be " + right);
        }
        wanted.put(name, text);
    }

    private static boolean isZone(String text) {
        try {
            ZoneId.of(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
