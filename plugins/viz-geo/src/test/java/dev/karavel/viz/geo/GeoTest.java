package dev.karavel.viz.geo;

import dev.karavel.contract.VisualizationContract;
import java.util.Set;

class GeoTest extends VisualizationContract {
    @Override
    protected Set<String> languages() {
        return Set.of("ar", "de", "es", "fr", "zh");
    }
}
