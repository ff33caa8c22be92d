package dev.karavel.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.api.render.Look;
import dev.karavel.api.render.PictureFormat;
import dev.karavel.render.paint.Fonts;
import dev.karavel.render.paint.Painter;
import dev.karavel.render.paint.Painting;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlainPictureTest {
    @Test
    void rowsBecomeATableThatSaysWhyItIsOne() {
        String answer = """
                {"result": [{"rowcount": 2, "colnames": ["city & <state>", "visits"],
                 "columns": [{"dictionary": ["Rome", null], "indices": [0, 1]}, {"values": [12, null]}]}]}""";
        Wish wish = new Wish(Optional.empty(), "Visits", Plugins.JSON.createObjectNode(), Map.of("answer", answer), "");
        Look look = new Look(400, 300, 1, true, "en", PictureFormat.PNG, true, true);
        String svg = PlainPicture.svg(wish, look);
        assertThat(svg).contains("Visits", "city &amp; &lt;state&gt;", ">Rome<", ">12<", ">–<", "no V8");
        assertThat(new Painter(new Fonts()).png(Painting.of(400, 300, svg), 1)).isNotEmpty();
    }
}
