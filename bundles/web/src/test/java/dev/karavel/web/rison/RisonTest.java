package dev.karavel.web.rison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RisonTest {
    @Test
    void readsWhatSupersetsListsSend() {
        assertThat(Rison.parse("(columns:!(id,slice_name),filters:!((col:slice_name,opr:chart_all_text,value:'a b')),"
                        + "order_column:changed_on_delta_humanized,order_direction:desc,page:0,page_size:25)"))
                .isEqualTo(Map.of(
                        "columns",
                        List.of("id", "slice_name"),
                        "filters",
                        List.of(Map.of("col", "slice_name", "opr", "chart_all_text", "value", "a b")),
                        "order_column",
                        "changed_on_delta_humanized",
                        "order_direction",
                        "desc",
                        "page",
                        0L,
                        "page_size",
                        25L));
    }

    @Test
    void readsEveryKindOfValue() {
        assertThat(Rison.parse("!(!t,!f,!n,1,-1,1.5,-0.25,1e3,abc,a-b,'',0)"))
                .isEqualTo(Arrays.asList(true, false, null, 1L, -1L, 1.5, -0.25, 1000.0, "abc", "a-b", "", 0L));
        assertThat(Rison.parse("()")).isEqualTo(Map.of());
        assertThat(Rison.parse("!()")).isEqualTo(List.of());
        assertThat(Rison.parse("('quoted key':1)")).isEqualTo(Map.of("quoted key", 1L));
    }

    @Test
    void quotedTextEscapesQuotesAndExclamationMarks() {
        assertThat(Rison.parse("'can!'t stop!!'")).isEqualTo("can't stop!");
        assertThat(Rison.parse("'äöü 日本 :,()'")).isEqualTo("äöü 日本 :,()");
    }

    @Test
    void wordsThatOnlyLookLikeNumbersAreWords() {
        assertThat(Rison.parse("!(01,1.,2024-01-01,-,1e)")).isEqualTo(List.of("01", "1.", "2024-01-01", "-", "1e"));
    }

    @Test
    void readsJsonToo() {
        assertThat(Rison.parse("{\"page\":0,\"filters\":[{\"col\":\"id\",\"value\":null}]}"))
                .asString()
                .isEqualTo("{page=0, filters=[{col=id, value=null}]}");
        assertThat(Rison.parse("[1,2]")).asString().isEqualTo("[1, 2]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "(",
                ")",
                "(a)",
                "(a:",
                "(a:1",
                "(a:1,)",
                "!",
                "!x",
                "!(1",
                "!(1,",
                "'open",
                "'bad!escape'",
                "(a:1)x",
                "a b",
                "{",
                "[1,",
                "{\"a\":1}}x{"
            })
    void whatIsNoRisonIsRefusedWithItsPlace(String text) {
        assertThatThrownBy(() -> Rison.parse(text)).isInstanceOfSatisfying(KaravelException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
            assertThat(e.field()).isEqualTo("q");
        });
    }

    @Test
    void depthAndLengthAreBounded() {
        assertThatThrownBy(() -> Rison.parse("!(".repeat(10_000))).isInstanceOf(KaravelException.class);
        assertThatThrownBy(() -> Rison.parse("(a:".repeat(10_000))).isInstanceOf(KaravelException.class);
        assertThatThrownBy(() -> Rison.parse("[".repeat(50_000))).isInstanceOf(KaravelException.class);
        assertThatThrownBy(() -> Rison.parse("a".repeat(100_001)))
                .isInstanceOfSatisfying(
                        KaravelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TOO_LARGE));
    }
}
