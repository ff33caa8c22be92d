package dev.karavel.viz.starter;

import dev.karavel.contract.VisualizationContract;
import java.util.Set;

/** Every chart type of this module, held against the contract. */
class StarterTest extends VisualizationContract {
    @Override
    protected Set<String> languages() {
        return Set.of("de");
    }
}
