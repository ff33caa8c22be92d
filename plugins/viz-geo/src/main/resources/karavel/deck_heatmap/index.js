// @ts-check
/** @import { Chart, Mount } from 'karavel-viz' */
import { mountMap } from '../geo/mount.js';
import { drawMap } from '../geo/picture.js';
import { heatmap } from '../geo/readers/heatmap.js';

/** @type {Chart} */
export const chart = drawMap(heatmap);

/** @type {Mount} */
export const mount = mountMap(heatmap);
