package dev.karavel.viz.relations;

import dev.karavel.contract.VisualizationContract;
import java.util.Set;

class RelationChartsTest extends VisualizationContract {
    @Override
    protected Set<String> languages() {
        return Set.of("ar", "de", "es", "fr", "zh");
    }
}
