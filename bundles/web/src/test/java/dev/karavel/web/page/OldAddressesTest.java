package dev.karavel.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OldAddressesTest {
    @ParameterizedTest
    @CsvSource({
        "/superset/dashboard/world/, /dashboard/world/",
        "/superset/dashboard/3/, /dashboard/3/",
        "/superset/explore/, /explore/",
        "/superset/welcome/, /welcome/"
    })
    void supersetsOldAddressesLeadToTheNewOnes(String old, String now) {
        assertThat(OldAddresses.redirect(old)).contains(now);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dashboard/3/",
                "/superset/",
                "/superset//evil.example",
                "/superset/dashboard//evil",
                "/superset/x/dashboard/"
            })
    void otherAddressesStay(String path) {
        assertThat(OldAddresses.redirect(path)).isEmpty();
    }

    @Test
    void filesWhoseNameHoldsAHashAreKeptForEver() {
        assertThat(StaticCaching.cacheControl("/static/assets/index-_5fzlJ7J.js"))
                .contains("immutable");
        assertThat(StaticCaching.cacheControl("/static/assets/toast-Bz8xIy1N.css"))
                .contains("immutable");
        assertThat(StaticCaching.cacheControl("/static/favicon.svg")).isEqualTo("no-cache");
        assertThat(StaticCaching.cacheControl("/static/some-component.js")).isEqualTo("no-cache");
    }
}
