package dev.karavel.viz.time;

import dev.karavel.contract.VisualizationContract;
import java.time.Duration;
import java.util.Set;

class TimeChartsTest extends VisualizationContract {
    @Override
    protected Set<String> languages() {
        return Set.of("ar", "de", "es", "fr", "zh");
    }

    /** Two answers of ten thousand rows are a hundred series over thousands of points. */
    @Override
    protected Duration longestDrawing() {
        return Duration.ofSeconds(6);
    }
}
