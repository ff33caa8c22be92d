package dev.karavel.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.render.paint.Fonts;
import dev.karavel.render.paint.Painter;
import dev.karavel.render.paint.Painting;
import dev.karavel.render.v8.Isolates;
import dev.karavel.render.v8.Limits;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The samples of our own charts, drawn as the server draws; the pictures lie in target/pictures. */
class GalleryPicturesTest {
    private static final int WIDTH = 600;
    private static final int HEIGHT = 380;
    private static final PluginFolder PLUGIN = new PluginFolder("viz-basic");
    private static final Fonts FONTS = new Fonts();
    private static final Painter PAINTER = new Painter(FONTS);
    private static final Isolates ISOLATES = new Isolates(1, 4, new Limits(Duration.ofSeconds(5), 160), FONTS, PLUGIN);

    @AfterAll
    static void close() {
        ISOLATES.close();
    }

    static Stream<Arguments> samples() {
        return PLUGIN.types().stream()
                .flatMap(type -> IntStream.range(0, PLUGIN.samples(type).size())
                        .boxed()
                        .flatMap(number -> Stream.of("light", "dark").map(mode -> Arguments.of(type, number, mode))));
    }

    private static JsonNode drawn(String type, int number, String mode) throws Exception {
        String wanted = PLUGIN.wanted(type, PLUGIN.samples(type).get(number), WIDTH, HEIGHT, mode)
                .toString();
        String json = ISOLATES.draw(1, isolate -> isolate.chart(Optional.of(PLUGIN.module(type)), wanted));
        return PluginFolder.JSON.readTree(json);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isDrawnTheSameTwice(String type, int number, String mode) throws Exception {
        JsonNode first = drawn(type, number, mode);
        assertThat(first.has("failure")).as(first.path("failure").asText()).isFalse();
        assertThat(first.path("description").asText()).isNotBlank();
        byte[] png = PAINTER.png(Painting.of(WIDTH, HEIGHT, first.path("svg").asText()), 1);
        Files.write(
                Files.createDirectories(Path.of("target/pictures")).resolve(type + "-" + number + "-" + mode + ".png"),
                png);
        byte[] again = PAINTER.png(
                Painting.of(WIDTH, HEIGHT, drawn(type, number, mode).path("svg").asText()), 1);
        assertThat(again).isEqualTo(png);
        assertThat(inkOf(png)).isGreaterThan(WIDTH * HEIGHT / 250);
    }

    /** Pixels that differ from the corner's. */
    private static long inkOf(byte[] png) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(WIDTH);
        int surface = image.getRGB(0, 0);
        return IntStream.range(0, WIDTH * HEIGHT)
                .filter(at -> image.getRGB(at % WIDTH, at / WIDTH) != surface)
                .count();
    }

    @Test
    void aPictureInPdfIsOfLinesAndText() throws Exception {
        JsonNode drawn = drawn("echarts_timeseries_line", 0, "light");
        byte[] pdf = PAINTER.pdf(Painting.of(WIDTH, HEIGHT, drawn.path("svg").asText()), "Delay");
        Files.write(Files.createDirectories(Path.of("target/pictures")).resolve("line.pdf"), pdf);
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1))
                .doesNotContain("/Subtype /Image")
                .doesNotContain("/Subtype/Image");
        assertThat(pdf.length).isLessThan(200_000);
    }
}
