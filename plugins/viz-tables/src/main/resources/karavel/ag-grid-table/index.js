// @ts-check
/** @import { Chart, Mount } from 'karavel-viz' */
import { picture } from '../tables/picture.js';
import { mountTable } from '../tables/view.js';

/** @type {Mount} */
export const mount = (element, input, host) => mountTable(element, input, host, { menus: true });

/** @type {Chart} */
export const chart = picture;
