package dev.karavel.viz.maps;

import dev.karavel.contract.VisualizationContract;

class MapsTest extends VisualizationContract {}
