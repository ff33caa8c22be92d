// @ts-check
/** @import { Chart, Mount } from 'karavel-viz' */
import { picture } from './picture.js';
import { mountPivot } from './view.js';

/** @type {Mount} */
export const mount = mountPivot;

/** @type {Chart} */
export const chart = picture;
