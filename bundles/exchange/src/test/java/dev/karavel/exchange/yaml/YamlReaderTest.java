package dev.karavel.exchange.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.error.KaravelException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {
    @Test
    void datesStayTextAndKeysBecomeText() {
        Fields fields = YamlReader.read("x.yaml", "day: 2024-01-31\nnumbers: {1: a, 2: b}\nflag: true\ncount: 3\n");

        assertThat(fields.text("day")).isEqualTo("2024-01-31");
        assertThat(fields.map("numbers")).containsEntry("1", "a");
        assertThat(fields.flag("flag", false)).isTrue();
        assertThat(fields.number("count")).contains(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\"http://127.0.0.1/\"]]]]",
                "a: !!python/object/apply:os.system [id]",
                "a: !!str x",
                "a: !local {b: 1}",
                "!!map {a: b}",
                "a: 1\na: 2",
                "- a",
                "just text",
                "a: [",
                "a: &a [x, x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\nd: &d [*c, *c, *c]\ne: [*d, *d, *d]\n"
                        + "f: [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]"
            })
    void whatIsNotPlainIsRefusedWithTheFile(String yaml) {
        assertThatThrownBy(() -> YamlReader.read("charts/x.yaml", yaml))
                .isInstanceOfSatisfying(KaravelException.class, refused -> assertThat(refused.field())
                        .isEqualTo("charts/x.yaml"));
    }

    @Test
    void depthIsBounded() {
        String yaml = "a: " + "[".repeat(5_000) + "]".repeat(5_000);
        assertThatThrownBy(() -> YamlReader.read("x.yaml", yaml)).isInstanceOf(KaravelException.class);
    }
}
