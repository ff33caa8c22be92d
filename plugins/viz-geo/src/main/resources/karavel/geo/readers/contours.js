// @ts-check
/** @import { Area, Layer, LegendItem, Line, ReadScene } from '../scene.js' */
import { valueTexts } from '../../shared/numbers.js';
import { list, number, text } from '../../shared/settings.js';
import { raster, spread } from '../cells.js';
import { bands, lines } from '../contour.js';
import { boundsOf } from '../mercator.js';
import { paint, strength } from '../paint.js';
import { amount } from '../scene.js';
import { statistic } from '../statistics.js';
import { metricOf, weighed } from './gathered.js';

/** @typedef {{ low: number, high: number | undefined, color: import('../paint.js').Paint, width: number }} Wanted */

/** @param {import('karavel-viz').Input} input @param {number} most @returns {Wanted[]} */
function wanted({ formData, theme }, most) {
  const given = list(formData, 'contours').flatMap((one) => {
    if (one === null || typeof one !== 'object') return [];
    const form = /** @type {Record<string, unknown>} */ (one);
    const low = number(form, 'lowerThreshold');
    if (low === undefined) return [];
    const color = /** @type {{ r?: number, g?: number, b?: number, a?: number }} */ (form.color ?? {});
    const alpha = Number(color.a ?? 1);
    const made = Number.isFinite(color.r) ? /** @type {import('../paint.js').Paint} */ ([Number(color.r), Number(color.g), Number(color.b), Math.round((alpha <= 1 ? alpha : alpha / 100) * 255)]) : paint(theme.accent);
    return [{ low, high: number(form, 'upperThreshold'), color: made, width: number(form, 'strokeWidth') ?? 1 }];
  });
  if (given.length > 0) return given;
  return [0.1, 0.3, 0.5, 0.7, 0.9].map((share, index, all) => ({ low: most * share, high: most * (all[index + 1] ?? 1.01), color: strength(theme, index / 4, 0.7), width: 1 }));
}

/** Lines of equal value, and what lies between two of them. @type {ReadScene} */
export function contours(input) {
  const points = weighed(input);
  const own = boundsOf(points.map((one) => one.at));
  const side = spread(Math.max(1, amount(input, 'cellSize', 200)), own ? (own[1] + own[3]) / 2 : 0);
  const span = own ? Math.max(own[2] - own[0], own[3] - own[1]) / 360 : 0;
  // A cell far smaller than what is to be seen would make millions of them.
  const grid = raster(points, Math.max(side, span / 130), statistic(text(input.formData, 'aggregation', 'sum').toLowerCase()));
  const title = metricOf(input)?.label ?? input.text('count');
  if (!grid) return { layers: [], bounds: undefined, kind: 'contours', lost: input.data.length };
  let most = 0;
  for (let row = 0; row < grid.rows; row++) for (let column = 0; column < grid.columns; column++) most = Math.max(most, grid.at(column, row));
  const { long } = valueTexts(input);
  /** @type {Area[]} */ const areas = [];
  /** @type {Line[]} */ const edges = [];
  /** @type {LegendItem[]} */ const legend = [];
  for (const { low, high, color, width } of wanted(input, most)) {
    const name = high === undefined ? `${title} ${long(low)}` : `${title} ${long(low)} – ${long(high)}`;
    const told = { row: -1, rows: [{ name: title, value: high === undefined ? long(low) : `${long(low)} – ${long(high)}` }], filters: [], name, value: low };
    legend.push({ name: high === undefined ? long(low) : `${long(low)} – ${long(high)}`, color });
    if (high === undefined) for (const path of lines(grid, low)) edges.push({ ...told, path, color, width });
    else for (const ring of bands(grid, low, high)) areas.push({ ...told, rings: [ring], fill: color, line: color, height: 0 });
  }
  /** @type {Layer[]} */
  const layers = [
    { kind: 'areas', items: areas, filled: true, stroked: false, extruded: false, width: 0, opacity: 1, pieces: true },
    { kind: 'lines', items: edges, unit: 'pixels', least: 1, most: 12 },
  ];
  return { layers: layers.filter((layer) => layer.items.length > 0), bounds: own, legend: { title, items: legend }, kind: 'contours', lost: input.data.length - points.length };
}
