package dev.karavel.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Secrets;
import dev.karavel.api.setting.SharedOption;
import dev.karavel.api.setting.SharedSetting;
import dev.karavel.api.setting.SharedSettings;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.Terminal;
import org.junit.jupiter.api.Test;

class SettingCommandsTest {
    private final Settings settings = new Settings();

    @Test
    void aSettingIsSetListedAndRemoved() throws Exception {
        assertThat(Printed.by(list())).contains("No shared settings").contains("karavel:setting-set PID KEY VALUE");
        assertThat(Printed.by(set("brand", "Sales"))).contains("karavel:setting-remove dev.karavel.web brand");
        assertThat(Printed.by(list()))
                .containsPattern("dev\\.karavel\\.web\\W+brand\\W+Sales\\W+shell\\W+2026-01-31 12:00");
        SettingRemoveCommand remove = remove();
        assertThat(Printed.by(remove)).contains("its own brand");
        assertThatThrownBy(remove::execute)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("karavel:setting-list");
    }

    @Test
    void aMissingValueIsAskedForWhereSomebodySits() throws Exception {
        SettingSetCommand command = set("token", null);
        command.session = session(false);
        assertThatThrownBy(command::execute).hasMessageContaining("bin/karavel client");
        command.session = session(true);
        assertThat(Printed.by(command)).doesNotContain("hunter2");
        assertThat(settings.taken).containsExactly("hunter2");
    }

    @Test
    void aRefusalIsTheCommandsFailure() {
        SettingSetCommand command = set("brant", "Sales");
        assertThatThrownBy(command::execute)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("it has brand, token");
    }

    @Test
    void whatMayBeSetIsListed() throws Exception {
        SettingListCommand command = list();
        command.all = true;
        assertThat(Printed.by(command)).containsPattern("brand\\W+Karavel\\W+Name people read");
    }

    @Test
    void keysOfTheTypedConfigurationAreOffered() throws Exception {
        SettingKeys offered = new SettingKeys();
        offered.settings = settings;
        assertThat(completed(offered, "karavel:setting-set", "dev.karavel.web", "br"))
                .containsExactly("brand ");
        assertThat(completed(offered, "karavel:setting-set", "dev.karavel.sql", "br"))
                .isEmpty();
        SetKeys shared = new SetKeys();
        shared.settings = settings;
        assertThat(completed(shared, "karavel:setting-remove", "dev.karavel.web", ""))
                .isEmpty();
        Printed.by(set("brand", "Sales"));
        assertThat(completed(shared, "karavel:setting-remove", "dev.karavel.web", ""))
                .containsExactly("brand ");
    }

    private static List<String> completed(Completer completer, String... arguments) {
        List<String> candidates = new ArrayList<>();
        completer.complete(null, new Typed(arguments), candidates);
        return candidates;
    }

    /** The cursor stands at the end. */
    private record Typed(String... arguments) implements CommandLine {
        @Override
        public int getCursorArgumentIndex() {
            return arguments.length - 1;
        }

        @Override
        public String getCursorArgument() {
            return arguments[arguments.length - 1];
        }

        @Override
        public int getArgumentPosition() {
            return getCursorArgument().length();
        }

        @Override
        public String[] getArguments() {
            return arguments;
        }

        @Override
        public int getBufferPosition() {
            return getBuffer().length();
        }

        @Override
        public String getBuffer() {
            return String.join(" ", arguments);
        }
    }

    /** Somebody who types hunter2 whatever he is asked, or nobody. */
    private static Session session(boolean somebody) {
        Object terminal = Proxy.newProxyInstance(
                Terminal.class.getClassLoader(), new Class<?>[] {Terminal.class}, (self, method, given) -> null);
        return (Session) Proxy.newProxyInstance(
                Session.class.getClassLoader(),
                new Class<?>[] {Session.class},
                (self, method, given) -> switch (method.getName()) {
                    case "getTerminal" -> somebody ? terminal : null;
                    case "readLine" -> "hunter2";
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private SettingListCommand list() {
        SettingListCommand command = new SettingListCommand();
        command.settings = settings;
        return command;
    }

    private SettingSetCommand set(String key, String value) {
        SettingSetCommand command = new SettingSetCommand();
        command.settings = settings;
        command.pid = "dev.karavel.web";
        command.key = key;
        command.value = value;
        return command;
    }

    private SettingRemoveCommand remove() {
        SettingRemoveCommand command = new SettingRemoveCommand();
        command.settings = settings;
        command.pid = "dev.karavel.web";
        command.key = "brand";
        return command;
    }

    private static final class Settings implements SharedSettings {
        private final List<SharedSetting> stored = new ArrayList<>();
        private final List<String> taken = new ArrayList<>();

        @Override
        public List<SharedSetting> list() {
            return stored;
        }

        @Override
        public List<SharedOption> options() {
            return List.of(
                    new SharedOption("dev.karavel.web", "brand", "Name people read", "Karavel"),
                    new SharedOption("dev.karavel.web", "token", "Whom to believe", ""));
        }

        @Override
        public void set(String pid, String key, String value, String who) {
            if (options().stream().noneMatch(option -> option.key().equals(key))) {
                throw KaravelException.invalid("key", pid + " has no key " + key + "; it has brand, token");
            }
            taken.add(value);
            String shown = key.equals("token") ? Secrets.MASK : value;
            stored.add(new SharedSetting(pid, key, shown, who, Instant.parse("2026-01-31T12:00:00Z")));
        }

        @Override
        public void remove(String pid, String key, String who) {
            if (!stored.removeIf(setting -> setting.key().equals(key))) {
                throw KaravelException.notFound("Shared setting", key);
            }
        }
    }
}
