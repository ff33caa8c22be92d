// @ts-check
/** @import { Filter, Input } from 'karavel-viz' */
/** @import { Scale } from './scale.js' */
import { escape, fit, widthOf } from '../shared/labels.js';
import { FONT } from '../shared/look.js';
import { shade } from './scale.js';

/** @typedef {{ readonly tip: string, readonly label: string, readonly filters: readonly Filter[], readonly quiet?: boolean }} MarkOf */

/** Attributes that make an element a mark. `quiet` ones are left out by keys. @param {MarkOf} mark */
export function markOf({ tip, label, filters, quiet }) {
  const acts = filters.length > 0 ? ` data-karavel="${escape(JSON.stringify({ filters }))}"` : '';
  return ` data-tip="${escape(tip)}"${acts}${quiet ? ' aria-hidden="true"' : ` aria-label="${escape(label)}"`}`;
}

/** @param {Input} input @param {readonly string[]} parts */
export function sheet({ size, theme }, parts) {
  const { width, height } = size;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escape(theme.fontFamily)}" font-size="${FONT}">${parts.join('')}</svg>`;
}

const tidy = (/** @type {number} */ value) => Math.round(value * 100) / 100;

/**
 * Where a drawing of this size goes. @param {{ width: number, height: number }} drawing @param {{ top: number, left: number, width: number, height: number }} room
 */
export function placed(drawing, room) {
  const scale = Math.max(0.001, Math.min(room.width / drawing.width, room.height / drawing.height));
  const left = room.left + (room.width - drawing.width * scale) / 2;
  const top = room.top + (room.height - drawing.height * scale) / 2;
  return { scale, transform: `translate(${tidy(left)} ${tidy(top)}) scale(${Math.round(scale * 1e5) / 1e5})`, left, top };
}

const STEPS = 24;
const BAR = 132;

/** The colours and what they stand for. @param {Input} input @param {Scale} scale @param {(value: number) => string} text @param {string} title @param {{ left: number, top: number }} at */
export function ramp({ theme }, scale, text, title, { left, top }) {
  const [low, high] = [text(scale.least), text(scale.most)];
  const start = left + widthOf(low, FONT) + 6;
  const bars = Array.from({ length: STEPS }, (_, step) => {
    const color = shade(theme, step / (STEPS - 1));
    return `<rect x="${tidy(start + (step * BAR) / STEPS)}" y="${top + 4}" width="${tidy(BAR / STEPS + 0.4)}" height="6" fill="${color}"/>`;
  });
  const name = fit(title, 220, FONT);
  const line = (/** @type {number} */ x, /** @type {string} */ words, /** @type {string} */ color) => `<text x="${tidy(x)}" y="${top + 11}" fill="${color}">${escape(words)}</text>`;
  return `<g aria-hidden="true">${line(left, low, theme.inkMuted)}${bars.join('')}${line(start + BAR + 6, high, theme.inkMuted)}${line(start + BAR + 6 + widthOf(high, FONT) + 12, name, theme.inkSecondary)}</g>`;
}

/** What is not on the map, in a corner, with the names in its tooltip. @param {Input} input @param {readonly string[]} names */
export function leftOut({ size, theme, text }, names) {
  if (names.length === 0 || size.width < 260 || size.height < 140) return '';
  const words = text(names.length === 1 ? 'missingOne' : 'missing', { count: names.length });
  const shown = names.slice(0, 12).map((name) => `<div style="max-width:260px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap">${escape(name)}</div>`).join('') + (names.length > 12 ? '<div>…</div>' : '');
  const mark = markOf({ tip: `<div style="font-weight:600">${escape(words)}</div>${shown}`, label: `${words}: ${names.slice(0, 12).join(', ')}`, filters: [] });
  return `<g${mark}><text x="${size.width - 4}" y="${size.height - 5}" text-anchor="end" fill="${theme.inkMuted}">${escape(words)}</text></g>`;
}
