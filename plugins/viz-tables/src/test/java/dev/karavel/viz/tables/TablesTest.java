package dev.karavel.viz.tables;

import dev.karavel.contract.VisualizationContract;
import java.util.Set;

class TablesTest extends VisualizationContract {
    @Override
    protected Set<String> languages() {
        return Set.of("ar", "de", "es", "fr", "zh");
    }
}
