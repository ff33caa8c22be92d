// @ts-check
/** @import { Chart, Mount } from 'karavel-viz' */
import { mountMap } from '../geo/mount.js';
import { drawMap } from '../geo/picture.js';
import { contours } from '../geo/readers/contours.js';

/** @type {Chart} */
export const chart = drawMap(contours);

/** @type {Mount} */
export const mount = mountMap(contours);
