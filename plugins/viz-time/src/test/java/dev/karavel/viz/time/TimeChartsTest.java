package dev.karavel.viz.time;

import dev.karavel.contract.VisualizationContract;
import java.time.Duration;

class TimeChartsTest extends VisualizationContract {
    /** Two answers of ten thousand rows are a hundred series over thousands of points. */
    @Override
    protected Duration longestDrawing() {
        return Duration.ofSeconds(6);
    }
}
