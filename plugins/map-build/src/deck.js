export { MapboxOverlay } from '@deck.gl/mapbox';
export { ArcLayer, ColumnLayer, PathLayer, PolygonLayer, ScatterplotLayer, TextLayer } from '@deck.gl/layers';
export { HeatmapLayer } from '@deck.gl/aggregation-layers';
