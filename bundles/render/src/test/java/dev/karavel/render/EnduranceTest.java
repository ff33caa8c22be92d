package dev.karavel.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.render.paint.Fonts;
import dev.karavel.render.paint.Painter;
import dev.karavel.render.paint.Painting;
import dev.karavel.render.v8.Isolates;
import dev.karavel.render.v8.Limits;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pictures in a row leave nothing behind: 200 in each build, more with {@code -Drender.rounds=1000}. */
class EnduranceTest {
    private static final Logger LOG = LoggerFactory.getLogger(EnduranceTest.class);
    private static final int ROUNDS = Integer.getInteger("render.rounds", 200);
    private static final int WARM_UP = 100;
    private static final long MEGABYTE = 1 << 20;
    private static final int WIDTH = 480;
    private static final int HEIGHT = 300;

    @Test
    void aThousandPicturesLeaveTheHeapAndTheProcessAsTheyWere() throws Exception {
        PluginFolder plugin = new PluginFolder("viz-basic");
        Fonts fonts = new Fonts();
        Painter painter = new Painter(fonts);
        List<String[]> samples = new ArrayList<>();
        for (String type : plugin.types()) {
            for (JsonNode sample : plugin.samples(type)) {
                samples.add(new String[] {
                    plugin.module(type),
                    plugin.wanted(type, sample, WIDTH, HEIGHT, "light").toString()
                });
            }
        }
        try (Isolates isolates = new Isolates(1, 4, new Limits(Duration.ofSeconds(5), 160), fonts, plugin)) {
            draw(isolates, painter, samples, WARM_UP);
            long heap = heap();
            long outside = outside();
            draw(isolates, painter, samples, ROUNDS);
            long moreHeap = heap() - heap;
            long moreOutside = outside() - outside;
            LOG.info(
                    "After {} pictures: heap {} KB more, outside of it {} MB more",
                    ROUNDS,
                    moreHeap / 1024,
                    moreOutside / MEGABYTE);
            assertThat(moreHeap).as("bytes of heap").isLessThan(4 * MEGABYTE);
            assertThat(moreOutside).as("bytes of V8, of fonts, of code").isLessThan(64 * MEGABYTE);
        }
    }

    private static void draw(Isolates isolates, Painter painter, List<String[]> samples, int count) throws Exception {
        for (int number = 0; number < count; number++) {
            String[] sample = samples.get(number % samples.size());
            String json = isolates.draw(1, isolate -> isolate.chart(Optional.of(sample[0]), sample[1]));
            String svg = PluginFolder.JSON.readTree(json).path("svg").asText();
            assertThat(painter.png(Painting.of(WIDTH, HEIGHT, svg), 1)).hasSizeGreaterThan(1000);
        }
    }

    /** What is reachable: the least of some collections. */
    private static long heap() {
        long least = Long.MAX_VALUE;
        for (int time = 0; time < 4; time++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }

    /** What the process holds beside the room of its heap; zero where the system does not tell. */
    private static long outside() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .map(bytes -> bytes
                        - ManagementFactory.getMemoryMXBean()
                                .getHeapMemoryUsage()
                                .getCommitted())
                .findFirst()
                .orElse(0L);
    }
}
