// @ts-check
/** @import { Chart, Mount } from 'karavel-viz' */
import { mountMap } from '../geo/mount.js';
import { drawMap } from '../geo/picture.js';
import { hex } from '../geo/readers/grid.js';

/** @type {Chart} */
export const chart = drawMap(hex);

/** @type {Mount} */
export const mount = mountMap(hex);
