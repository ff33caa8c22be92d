package dev.karavel.web.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntrancesTest {
    @ParameterizedTest
    @ValueSource(strings = {"all", "web", "beat, Web", " worker web ", ""})
    void aNodeForPeopleLetsThemIn(String roles) {
        assertThat(Entrances.of(roles).admits("/api/v1/dashboard/")).isTrue();
    }

    @Test
    void aNodeForTasksTellsItsHealthAlone() {
        Entrances entrances = Entrances.of("worker,beat");
        assertThat(entrances.admits("/health")).isTrue();
        assertThat(entrances.admits("/metrics")).isTrue();
        assertThat(entrances.admits("/api/v1/dashboard/")).isFalse();
        assertThat(entrances.admits("/login/")).isFalse();
        assertThat(entrances.admits("/static/app.js")).isFalse();
    }
}
