package dev.karavel.metadata.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.api.catalog.PluginRecord;
import dev.karavel.api.event.Topics;
import dev.karavel.metadata.store.OpenDatabase;
import dev.karavel.metadata.store.RealPostgres;
import dev.karavel.metadata.store.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

class StoredPluginsTest {
    private final List<String> news = new ArrayList<>();
    private final EventAdmin events = new EventAdmin() {
        @Override
        public void postEvent(Event event) {
            news.add(event.getProperty(Topics.ID) + " " + event.getProperty(Topics.VERSION) + " "
                    + event.getProperty(Topics.DELETED));
        }

        @Override
        public void sendEvent(Event event) {
            postEvent(event);
        }
    };

    @Test
    void whatWasUploadedIsThereUntilItIsRemovedAndCanBeHadBackOnDerby() {
        try (OpenDatabase database = TestDatabase.inMemory()) {
            livesAndDies(new StoredPlugins(database.transactions(), events));
        }
    }

    @Test
    void whatWasUploadedIsThereUntilItIsRemovedAndCanBeHadBackOnPostgresql() throws Exception {
        try (RealPostgres server = RealPostgres.start();
                OpenDatabase database = TestDatabase.on(server)) {
            livesAndDies(new StoredPlugins(database.transactions(), events));
        }
    }

    @Test
    void whatWasUploadedIsThereUntilItIsRemovedAndCanBeHadBackOnMariaDb() {
        try (OpenDatabase database = TestDatabase.onMariaDb("around")) {
            livesAndDies(new StoredPlugins(database.transactions(), events));
        }
    }

    private void livesAndDies(StoredPlugins plugins) {
        byte[] jar = new byte[300_000];
        jar[299_999] = 7;
        plugins.store("org.acme", "1.0.0", "abc", jar, false, "ann");
        assertThat(plugins.all()).singleElement().satisfies(one -> {
            assertThat(one.installed()).isTrue();
            assertThat(one.enabled()).isTrue();
            assertThat(one.size()).isEqualTo(300_000);
            assertThat(one.changedBy()).isEqualTo("ann");
        });
        assertThat(plugins.jar("org.acme", "1.0.0"))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(jar));
        plugins.enable("org.acme", "1.0.0", false, "bob");
        plugins.enable("dev.shipped", "2.0.0", false, "bob");
        assertThat(plugins.all()).extracting(PluginRecord::enabled).containsExactly(false, false);
        assertThat(plugins.all()).extracting(PluginRecord::installed).containsExactly(false, true);
        assertThat(plugins.remove("dev.shipped", "2.0.0", "bob")).isFalse();
        assertThat(plugins.remove("org.acme", "1.0.0", "bob")).isTrue();
        assertThat(plugins.all().get(1).removed()).isPresent();
        assertThat(plugins.all().get(1).installed()).isFalse();
        assertThat(plugins.restore("org.acme", "1.0.0", "bob")).isTrue();
        assertThat(plugins.restore("org.acme", "1.0.0", "bob")).isFalse();
        plugins.store("org.acme", "1.0.0", "def", new byte[] {1}, false, "ann");
        assertThat(plugins.all().get(1).digest()).isEqualTo("def");
        assertThat(plugins.jar("org.nobody", "1.0.0")).isEmpty();
        assertThat(news)
                .containsExactly(
                        "org.acme 1.0.0 false",
                        "org.acme 1.0.0 false",
                        "dev.shipped 2.0.0 false",
                        "org.acme 1.0.0 true",
                        "org.acme 1.0.0 false",
                        "org.acme 1.0.0 false");
    }
}
