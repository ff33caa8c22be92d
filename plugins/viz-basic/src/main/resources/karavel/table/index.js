// @ts-check
/** @import { Chart, Mount } from 'karavel-viz' */
import { mount as mountTable } from './mount.js';
import { picture } from './picture.js';

/** @type {Mount} */
export const mount = mountTable;

/** @type {Chart} */
export const chart = picture;
