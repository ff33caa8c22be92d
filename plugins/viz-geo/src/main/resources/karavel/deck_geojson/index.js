// @ts-check
/** @import { Chart, Mount } from 'karavel-viz' */
import { mountMap } from '../geo/mount.js';
import { drawMap } from '../geo/picture.js';
import { geojson } from '../geo/readers/geojson.js';

/** @type {Chart} */
export const chart = drawMap(geojson);

/** @type {Mount} */
export const mount = mountMap(geojson);
