package dev.karavel.web.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathsTest {
    @ParameterizedTest
    @ValueSource(strings = {"/dashboard/world/", "/explore/?slice_id=3&x=%C3%A4", "/"})
    void addressesOnThisServerAreFollowed(String next) {
        assertThat(Paths.local(next)).isEqualTo(next);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "dashboard/list/",
                "/a\r\nSet-Cookie: x=y",
                "/\t/evil.example",
                "/ä",
                "/login/?next=/",
                "/logout/"
            })
    void everythingElseLeadsHome(String next) {
        assertThat(Paths.local(next)).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/dashboard/list/",
                "/api/v1/chart/",
                "/plugins/a/b/c.js",
                "/loginx",
                "/static",
                "/healthy",
                "/system/console"
            })
    void nothingElseIsOpen(String path) {
        assertThat(Paths.isOpen(path)).isFalse();
    }
}
