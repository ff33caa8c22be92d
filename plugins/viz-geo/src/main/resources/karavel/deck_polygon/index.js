// @ts-check
/** @import { Chart, Mount } from 'karavel-viz' */
import { mountMap } from '../geo/mount.js';
import { drawMap } from '../geo/picture.js';
import { polygon } from '../geo/readers/polygon.js';

/** @type {Chart} */
export const chart = drawMap(polygon);

/** @type {Mount} */
export const mount = mountMap(polygon);
