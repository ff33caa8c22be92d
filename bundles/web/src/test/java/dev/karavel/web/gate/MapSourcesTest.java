package dev.karavel.web.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MapSourcesTest {
    @Test
    void withoutAnyNothingIsOpened() {
        MapSources none = MapSources.read("", "", "", "");
        assertThat(none.policy()).isEmpty();
        assertThat(none).isEqualTo(MapSources.none());
    }

    @Test
    void hostsOfTilesAreAllowed() {
        MapSources sources = MapSources.read(
                "https://tiles.example.com/{z}/{x}/{y}.png https://{s}.tile.example.org/{z}/{x}/{y}.png",
                "fonts.example.com",
                "",
                "© Example");
        assertThat(sources.hosts()).containsExactly("tiles.example.com", "*.tile.example.org", "fonts.example.com");
        assertThat(sources.policy())
                .isEqualTo(" https://tiles.example.com https://*.tile.example.org https://fonts.example.com");
    }

    @Test
    void aKeyOpensMapbox() {
        assertThat(MapSources.read("", "", "pk.abc", "").policy()).isEqualTo(" https://api.mapbox.com");
    }

    @Test
    void whatIsNoHostOpensNothing() {
        MapSources sources = MapSources.read(
                "http://plain.example.com/{z}/{x}/{y}.png javascript:alert(1) https://me:secret@example.com/{z}",
                "* 'unsafe-inline' https://example.com; script-src",
                "",
                "");
        assertThat(sources.tiles()).isEmpty();
        assertThat(sources.hosts()).doesNotContain("*").allMatch(host -> host.matches("[a-z0-9.-]+"));
        assertThat(sources.policy()).doesNotContain("'").doesNotContain(";").doesNotContain("* ");
    }
}
