package dev.karavel.viz.starter;

import dev.karavel.contract.VisualizationContract;

/** Every chart type of this module, held against the contract. */
class StarterTest extends VisualizationContract {}
