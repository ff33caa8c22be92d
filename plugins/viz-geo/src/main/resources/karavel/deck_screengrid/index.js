// @ts-check
/** @import { Chart, Mount } from 'karavel-viz' */
import { mountMap } from '../geo/mount.js';
import { drawMap } from '../geo/picture.js';
import { screengrid } from '../geo/readers/grid.js';

/** @type {Chart} */
export const chart = drawMap(screengrid);

/** @type {Mount} */
export const mount = mountMap(screengrid);
