package dev.karavel.viz.maps;

import dev.karavel.contract.VisualizationContract;
import java.util.Set;

class MapsTest extends VisualizationContract {
    @Override
    protected Set<String> languages() {
        return Set.of("ar", "de", "es", "fr", "zh");
    }
}
