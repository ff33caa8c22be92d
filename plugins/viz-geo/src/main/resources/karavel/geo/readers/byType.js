// @ts-check
/** @import { ReadScene } from '../scene.js' */
import { arc } from './arc.js';
import { contours } from './contours.js';
import { geojson } from './geojson.js';
import { grid, hex, screengrid } from './grid.js';
import { heatmap } from './heatmap.js';
import { path } from './path.js';
import { polygon } from './polygon.js';
import { scatter } from './scatter.js';

/** What may be a layer of a map. @type {Readonly<Record<string, ReadScene>>} */
export const READERS = {
  deck_scatter: scatter, deck_arc: arc, deck_path: path, deck_polygon: polygon, deck_geojson: geojson, deck_grid: grid, deck_hex: hex, deck_screengrid: screengrid, deck_heatmap: heatmap, deck_contour: contours,
};
