package dev.karavel.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Secrets;
import dev.karavel.api.setting.SharedOption;
import dev.karavel.api.setting.SharedSetting;
import dev.karavel.api.setting.SharedSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
    void aSecretIsReadFromTheInput() throws Exception {
        SettingSetCommand command = set("token", null);
        assertThatThrownBy(command::execute).hasMessageContaining("--value-stdin");
        command.fromInput = true;
        assertThat(Printed.by(command, "hunter2\nmore\n")).doesNotContain("hunter2");
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
