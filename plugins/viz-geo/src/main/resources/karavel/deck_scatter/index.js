// @ts-check
/** @import { Chart, Mount } from 'karavel-viz' */
import { mountMap } from '../geo/mount.js';
import { drawMap } from '../geo/picture.js';
import { scatter } from '../geo/readers/scatter.js';

/** @type {Chart} */
export const chart = drawMap(scatter);

/** @type {Mount} */
export const mount = mountMap(scatter);
