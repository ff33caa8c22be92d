package dev.karavel.viz.tables;

import dev.karavel.contract.VisualizationContract;

class TablesTest extends VisualizationContract {}
