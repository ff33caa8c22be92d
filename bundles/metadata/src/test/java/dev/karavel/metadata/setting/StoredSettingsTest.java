package dev.karavel.metadata.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.karavel.api.event.Topics;
import dev.karavel.api.setting.SharedSetting;
import dev.karavel.metadata.store.OpenDatabase;
import dev.karavel.metadata.store.RealPostgres;
import dev.karavel.metadata.store.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

class StoredSettingsTest {
    private final List<String> news = new ArrayList<>();
    private final EventAdmin events = new EventAdmin() {
        @Override
        public void postEvent(Event event) {
            news.add(event.getTopic() + " " + event.getProperty(Topics.ID) + " " + event.getProperty(Topics.DELETED));
        }

        @Override
        public void sendEvent(Event event) {
            postEvent(event);
        }
    };

    @Test
    void aSettingHoldsUntilItIsRemovedAndEachChangeIsToldOnDerby() {
        try (OpenDatabase database = TestDatabase.inMemory()) {
            comesAndGoes(new StoredSettings(database.transactions(), events));
        }
    }

    @Test
    void aSettingHoldsUntilItIsRemovedAndEachChangeIsToldOnPostgresql() {
        try (RealPostgres server = RealPostgres.start();
                OpenDatabase database = TestDatabase.on(server)) {
            comesAndGoes(new StoredSettings(database.transactions(), events));
        }
    }

    @Test
    void aSettingHoldsUntilItIsRemovedAndEachChangeIsToldOnMariaDb() {
        try (OpenDatabase database = TestDatabase.onMariaDb("around")) {
            comesAndGoes(new StoredSettings(database.transactions(), events));
        }
    }

    private void comesAndGoes(StoredSettings settings) {
        assertThat(settings.all()).isEmpty();
        settings.store("dev.karavel.web", "brand", "{enc}1:Ünïted€", "ann");
        settings.store("dev.karavel.web", "body.limit", "", "ann");
        settings.store("dev.karavel.query", "max.row.limit", "7", "ann");
        settings.store("dev.karavel.web", "brand", "other", "bob");
        assertThat(settings.all())
                .extracting(SharedSetting::pid, SharedSetting::key, SharedSetting::value, SharedSetting::changedBy)
                .containsExactly(
                        tuple("dev.karavel.query", "max.row.limit", "7", "ann"),
                        tuple("dev.karavel.web", "body.limit", "", "ann"),
                        tuple("dev.karavel.web", "brand", "other", "bob"));
        assertThat(settings.remove("dev.karavel.web", "brand")).isTrue();
        assertThat(settings.remove("dev.karavel.web", "brand")).isFalse();
        assertThat(settings.all()).hasSize(2);
        assertThat(news)
                .containsExactly(
                        Topics.SETTING_CHANGED + " dev.karavel.web false",
                        Topics.SETTING_CHANGED + " dev.karavel.web false",
                        Topics.SETTING_CHANGED + " dev.karavel.query false",
                        Topics.SETTING_CHANGED + " dev.karavel.web false",
                        Topics.SETTING_CHANGED + " dev.karavel.web true");
    }
}
