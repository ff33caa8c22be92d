// @ts-check
/** @import { Filter, Theme } from 'karavel-viz' */
import { escape } from './labels.js';

/** One line of text. @param {Theme} theme @param {string} text @param {number} x @param {number} y the line it stands on @param {{ size?: number, color?: string, weight?: number, anchor?: 'start' | 'middle' | 'end' }} [style] */
export const svgText = ({ fontFamily, inkMuted }, text, x, y, { size = 11, color = inkMuted, weight = 400, anchor = 'start' } = {}) =>
  `<text x="${round(x)}" y="${round(y)}" font-family="${escape(fontFamily)}" font-size="${size}" fill="${escape(color)}" font-weight="${weight}" text-anchor="${anchor}" style="font-variant-numeric:tabular-nums">${escape(text)}</text>`;

/** @param {number} value */
export const round = (value) => Math.round(value * 100) / 100;

/** What makes an element a mark: a tooltip, filters, a name to be heard. @param {{ tip?: string, filters?: readonly Filter[], label?: string }} mark */
export const svgMark = ({ tip, filters = [], label }) =>
  (tip ? ` data-tip="${escape(tip)}"` : '') + (filters.length > 0 ? ` data-karavel="${escape(JSON.stringify({ filters }))}"` : '') + (label ? ` aria-label="${escape(label)}"` : '');

/** @param {{ width: number, height: number }} size @param {string} content */
export const svgRoot = ({ width, height }, content) => `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${content}</svg>`;
