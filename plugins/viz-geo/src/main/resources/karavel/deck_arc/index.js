// @ts-check
/** @import { Chart, Mount } from 'karavel-viz' */
import { mountMap } from '../geo/mount.js';
import { drawMap } from '../geo/picture.js';
import { arc } from '../geo/readers/arc.js';

/** @type {Chart} */
export const chart = drawMap(arc);

/** @type {Mount} */
export const mount = mountMap(arc);
