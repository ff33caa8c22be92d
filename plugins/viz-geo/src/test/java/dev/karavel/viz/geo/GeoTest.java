package dev.karavel.viz.geo;

import dev.karavel.contract.VisualizationContract;

class GeoTest extends VisualizationContract {}
