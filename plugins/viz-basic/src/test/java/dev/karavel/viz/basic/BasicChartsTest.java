package dev.karavel.viz.basic;

import dev.karavel.contract.VisualizationContract;
import java.util.Set;

class BasicChartsTest extends VisualizationContract {
    @Override
    protected Set<String> languages() {
        return Set.of("ar", "de", "es", "fr", "zh");
    }
}
