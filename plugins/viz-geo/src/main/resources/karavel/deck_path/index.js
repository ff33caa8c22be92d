// @ts-check
/** @import { Chart, Mount } from 'karavel-viz' */
import { mountMap } from '../geo/mount.js';
import { drawMap } from '../geo/picture.js';
import { path } from '../geo/readers/path.js';

/** @type {Chart} */
export const chart = drawMap(path);

/** @type {Mount} */
export const mount = mountMap(path);
