// @ts-check
/** @import { Chart, Mount } from 'karavel-viz' */
import { mountMap } from '../geo/mount.js';
import { drawMap } from '../geo/picture.js';
import { grid } from '../geo/readers/grid.js';

/** @type {Chart} */
export const chart = drawMap(grid);

/** @type {Mount} */
export const mount = mountMap(grid);
