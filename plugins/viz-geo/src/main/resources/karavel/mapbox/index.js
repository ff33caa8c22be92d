// @ts-check
/** @import { Chart, Mount } from 'karavel-viz' */
import { mountMap } from '../geo/mount.js';
import { drawMap } from '../geo/picture.js';
import { clusters } from '../geo/readers/clusters.js';

/** @type {Chart} */
export const chart = drawMap(clusters);

/** @type {Mount} */
export const mount = mountMap(clusters);
