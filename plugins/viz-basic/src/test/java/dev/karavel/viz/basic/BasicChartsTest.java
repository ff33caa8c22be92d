package dev.karavel.viz.basic;

import dev.karavel.contract.VisualizationContract;

class BasicChartsTest extends VisualizationContract {}
