// @ts-check
/** @import { Input } from 'karavel-viz' */
/** @import { Bin, Weighed } from '../cells.js' */
/** @import { Area, Scene } from '../scene.js' */
import { field, numeric } from '../../shared/columns.js';
import { valueTexts } from '../../shared/numbers.js';
import { text } from '../../shared/settings.js';
import { boundsOf } from '../mercator.js';
import { paint, pickedPaint, strength } from '../paint.js';
import { fieldOf, placeNames } from '../scene.js';
import { placesOf } from '../spatial.js';
import { statistic } from '../statistics.js';

/** Rows that are somewhere, each with its weight: the metric, or one. @param {Input} input @returns {Weighed[]} */
export function weighed(input) {
  const { data, formData } = input;
  const at = placesOf(data, formData, 'spatial');
  const metric = metricOf(input);
  /** @type {Weighed[]} */
  const points = [];
  for (let row = 0; row < data.length; row++) {
    const place = at(row);
    const weight = metric ? numeric(metric.values[row]) : 1;
    if (place && weight !== null) points.push({ at: place, weight, row });
  }
  return points;
}

/** @param {Input} input */
export function metricOf(input) {
  const places = placeNames(input, 'spatial');
  return fieldOf(input, 'size', 'metric') ?? input.data.columns.filter(({ type, name }) => type === 'number' && !places.includes(name)).map(({ name }) => field(input.data, name))[0];
}

/** Cells as areas, coloured and raised by what is in them. @param {Input} input @param {readonly Bin[]} bins @param {{ kind: string, lost: number, extruded: boolean, flatColor?: boolean }} options @returns {Scene} */
export function gathered(input, bins, { kind, lost, extruded, flatColor = false }) {
  const { formData, theme, text: word } = input;
  const count = statistic(text(formData, 'js_agg_function', text(formData, 'aggregation', 'sum')));
  const metric = metricOf(input);
  const { short, long } = valueTexts(input);
  const values = bins.map((bin) => count(bin.values));
  const [least, most] = values.reduce(([low, high], one) => [Math.min(low, one), Math.max(high, one)], [Infinity, -Infinity]);
  const share = (/** @type {number} */ value) => (most > least ? (value - least) / (most - least) : 0.6);
  const own = flatColor ? pickedPaint(formData, 'color_picker') : undefined;
  const title = metric?.label ?? word('count');
  // Tall enough to see: the highest column is a fifth of what the map shows.
  const bounds = boundsOf(bins.flatMap((bin) => bin.ring));
  const span = bounds ? Math.max((bounds[2] - bounds[0]) * 111_000 * Math.cos((((bounds[1] + bounds[3]) / 2) * Math.PI) / 180), (bounds[3] - bounds[1]) * 111_000) : 0;
  /** @type {Area[]} */
  const items = bins.map((bin, index) => {
    const value = values[index] ?? 0;
    const fill = own ? /** @type {import('../paint.js').Paint} */ ([own[0], own[1], own[2], Math.round(own[3] * (0.15 + 0.85 * share(value)))]) : strength(theme, share(value), 0.82);
    const rows = [{ name: title, value: long(value), strong: true }, { name: word('rows'), value: String(bin.rows.length) }];
    const name = `${bin.center[1].toFixed(3)}, ${bin.center[0].toFixed(3)}`;
    return { rings: [bin.ring], row: bin.rows.length === 1 ? (bin.rows[0] ?? -1) : -1, rows, filters: [], value, name, fill, line: paint(theme.surface, 0.35), height: extruded ? (0.03 + 0.97 * share(value)) * span * 0.2 : 0 };
  });
  const ramp = { colors: [0, 0.25, 0.5, 0.75, 1].map((one) => (own ? /** @type {import('../paint.js').Paint} */ ([own[0], own[1], own[2], Math.round(own[3] * (0.15 + 0.85 * one))]) : strength(theme, one))), least: short(least), most: short(most) };
  const layer = { kind: /** @type {const} */ ('areas'), items, filled: true, stroked: !extruded, extruded, width: 0.5, opacity: 1 };
  return { layers: [layer], bounds, legend: bins.length > 0 ? { title, ramp } : undefined, kind, lost };
}
