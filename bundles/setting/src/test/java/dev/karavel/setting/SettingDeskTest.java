package dev.karavel.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.catalog.ActionLog;
import dev.karavel.api.catalog.LogEntry;
import dev.karavel.api.catalog.SettingRecords;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Secrets;
import dev.karavel.api.setting.SharedSetting;
import java.time.Instant;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SettingDeskTest {
    private static final String PID = "dev.karavel.web";
    private static final Options OPTIONS = new Options(List.of(
            new Option(PID, "brand", "Name people read", "String", "Karavel", "", "", List.of()),
            new Option(PID, "body.limit", "Largest body", "Integer", "4096", "1024", "", List.of()),
            new Option(PID, "token", "Whom to believe", "String", "", "", "", List.of())));

    private final Kept records = new Kept();
    private final List<LogEntry> log = new CopyOnWriteArrayList<>();
    private final List<String> delivered = new CopyOnWriteArrayList<>();
    private final Overlay overlay = new Overlay();
    private final SettingDesk desk = desk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aSharedValueLiesOverTheNodesOwnUntilItIsRemoved() {
        desk.set(PID, "brand", " Sales ", "ann");
        assertThat(processed(PID)).containsEntry("brand", "Sales").containsEntry("other", "own");
        assertThat(processed("dev.karavel.sql")).containsEntry("brand", "Own");
        desk.remove(PID, "brand", "ann");
        assertThat(processed(PID)).containsEntry("brand", "Own");
        assertThat(delivered).containsExactly(PID, PID);
    }

    @Test
    void anotherNodeTakesOverWhatIsStoredAndIsToldOnlyOfWhatChanged() {
        desk.set(PID, "body.limit", "2048", "ann");
        delivered.clear();
        SettingDesk again = desk();
        again.set("dev.karavel.web", "body.limit", "2048", "bob");
        again.close();
        assertThat(processed(PID)).containsEntry("body.limit", "2048");
        assertThat(delivered).isEmpty();
    }

    @Test
    void storedValuesAreEncryptedAndSecretsAreNeverShown() {
        desk.set(PID, "token", "hunter2", "ann");
        desk.set(PID, "brand", "Sales", "ann");
        assertThat(records.all()).extracting(SharedSetting::value).allMatch(value -> value.startsWith("{enc}"));
        assertThat(desk.list()).extracting(SharedSetting::value).containsExactly("Sales", Secrets.MASK);
        assertThat(processed(PID)).containsEntry("token", "hunter2");
        assertThat(log).noneMatch(entry -> entry.details().contains("hunter2"));
    }

    @Test
    void eachChangeIsNotedInTheActionLog() {
        desk.set(PID, "brand", "Sales", "ann");
        desk.remove(PID, "brand", "bob\"");
        assertThat(log).extracting(LogEntry::action).containsExactly("setting_set", "setting_removed");
        assertThat(log.get(0).details()).isEqualTo("{\"pid\":\"dev.karavel.web\",\"key\":\"brand\",\"by\":\"ann\"}");
        assertThat(log.get(1).details()).endsWith("\"by\":\"bob\"}");
    }

    @Test
    void whatIsRefusedChangesNothing() {
        assertThatThrownBy(() -> desk.set(PID, "body.limit", "7", "ann")).hasMessageContaining("from 1024");
        assertThatThrownBy(() -> desk.set(PID, "brand", "{enc}1:xyz", "ann")).hasMessageContaining("value itself");
        assertThatThrownBy(() -> desk.remove(PID, "brand", "ann"))
                .isInstanceOfSatisfying(
                        KaravelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
        assertThat(records.all()).isEmpty();
        assertThat(log).isEmpty();
        assertThat(delivered).isEmpty();
    }

    @Test
    void aStoredValueThatIsWrongHereIsLeftOut() {
        records.store(PID, "body.limit", "{enc}much", "a newer server");
        desk.set(PID, "brand", "Sales", "ann");
        assertThat(processed(PID)).containsEntry("brand", "Sales").doesNotContainKey("body.limit");
    }

    private SettingDesk desk() {
        ActionLog journal = new ActionLog() {
            @Override
            public void write(LogEntry entry) {
                log.add(entry);
            }

            @Override
            public List<LogEntry> latest(int limit) {
                return log;
            }
        };
        Secrets secrets = new Secrets() {
            @Override
            public String encrypt(String clear) {
                return "{enc}" + clear;
            }

            @Override
            public String decrypt(String stored) {
                return stored.substring("{enc}".length());
            }
        };
        return new SettingDesk(records, secrets, journal, overlay, delivered::add, () -> OPTIONS);
    }

    /** What a component of this PID is given. */
    private Map<String, Object> processed(String pid) {
        Hashtable<String, Object> own = new Hashtable<>(Map.of("service.pid", pid, "brand", "Own", "other", "own"));
        overlay.modifyConfiguration(null, own);
        return new TreeMap<>(own);
    }

    private static final class Kept implements SettingRecords {
        private final Map<String, SharedSetting> stored = new ConcurrentSkipListMap<>();

        @Override
        public List<SharedSetting> all() {
            return List.copyOf(stored.values());
        }

        @Override
        public void store(String pid, String key, String value, String who) {
            stored.put(pid + "/" + key, new SharedSetting(pid, key, value, who, Instant.EPOCH));
        }

        @Override
        public boolean remove(String pid, String key) {
            return stored.remove(pid + "/" + key) != null;
        }
    }
}
