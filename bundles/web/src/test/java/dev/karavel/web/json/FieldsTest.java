package dev.karavel.web.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.karavel.api.error.KaravelException;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class FieldsTest {
    @Test
    void anAbsentFieldKeepsWhatWasThereAndNullClearsIt() {
        Fields fields = fields("{\"cleared\":null,\"set\":\"new\",\"none\":null}");
        assertThat(fields.text("absent", "old")).isEqualTo("old");
        assertThat(fields.text("cleared", "old")).isEmpty();
        assertThat(fields.text("set", "old")).isEqualTo("new");
        assertThat(fields.seconds("absent", Optional.of(60))).contains(60);
        assertThat(fields.seconds("none", Optional.of(60))).isEmpty();
        assertThat(fields.flag("absent", true)).isTrue();
    }

    @Test
    void aFieldOfTheWrongTypeIsRefusedByName() {
        Fields fields = fields(
                "{\"text\":1,\"number\":\"x\",\"big\":1e99,\"half\":1.5,\"flag\":1,\"ids\":[\"a\"],\"list\":{},\"json\":\"[1]\"}");
        assertField("text", () -> fields.text("text", ""));
        assertField("number", () -> fields.whole("number", Optional.empty()));
        assertField("big", () -> fields.whole("big", Optional.empty()));
        assertField("half", () -> fields.whole("half", Optional.empty()));
        assertField("flag", () -> fields.flag("flag", false));
        assertField("ids", () -> fields.ids("ids"));
        assertField("list", () -> fields.list("list"));
        assertField("json", () -> fields.jsonText("json", "{}"));
        assertField("missing", () -> fields.requiredText("missing"));
    }

    @Test
    void jsonComesAsTextOrAsObjectAndIsStoredAsText() {
        Fields fields =
                fields("{\"text\":\"{\\\"a\\\":  1}\",\"object\":{\"a\":1},\"blank\":\"\",\"broken\":\"{\\n{\"}");
        assertThat(fields.jsonText("text", "{}")).isEqualTo("{\"a\":1}");
        assertThat(fields.jsonText("object", "{}")).isEqualTo("{\"a\":1}");
        assertThat(fields.jsonText("blank", "{\"old\":1}")).isEqualTo("{}");
        assertThatThrownBy(() -> fields.jsonText("broken", "{}")).hasMessageContaining("line 2");
    }

    @Test
    void idsAreAListOfWholeNumbers() {
        assertThat(fields("{\"ids\":[1,2]}").ids("ids")).contains(List.of(1L, 2L));
        assertThat(fields("{\"ids\":null}").ids("ids")).isEmpty();
    }

    @Test
    void onlyAnObjectHasFields() {
        assertThatThrownBy(() -> fields("[1]")).isInstanceOf(KaravelException.class);
        assertThatThrownBy(() -> new Fields(null)).isInstanceOf(KaravelException.class);
    }

    private static void assertField(String field, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(KaravelException.class, e -> assertThat(e.field())
                .isEqualTo(field));
    }

    private static Fields fields(String json) {
        try {
            return new Fields(Json.read(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
