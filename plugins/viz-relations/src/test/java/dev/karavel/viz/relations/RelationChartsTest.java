package dev.karavel.viz.relations;

import dev.karavel.contract.VisualizationContract;

class RelationChartsTest extends VisualizationContract {}
