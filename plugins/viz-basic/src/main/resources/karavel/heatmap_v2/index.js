// @ts-check
/** @import { Cell, Chart, Input } from 'karavel-viz' */
/** @import { Field } from '../shared/columns.js' */
import { columnNames, fields, labelOf, metricFields, metricNames, numeric, xField } from '../shared/columns.js';
import { amountScale, inkOn, shadeOf } from '../shared/color.js';
import { FONT, base, empty, grid, quietAxis, tooltipBox } from '../shared/look.js';
import { faded, marked } from '../shared/marks.js';
import { valueTexts } from '../shared/numbers.js';
import { bounds, flag, number, text } from '../shared/settings.js';
import { tooltipHtml } from '../shared/tooltip.js';

/** @typedef {{ readonly x: number, readonly y: number, readonly value: number }} Place */

/** Distinct cells in the order the author wants. @param {Field} one @param {string} by @param {(index: number, cell: Cell) => number} amount @returns {Cell[]} */
function sorted(one, by, amount) {
  const cells = [...new Set(one.values)];
  const sum = new Map(cells.map((cell) => [cell, 0]));
  one.values.forEach((cell, row) => sum.set(cell, (sum.get(cell) ?? 0) + amount(row, cell)));
  const [kind, direction] = by.split('_');
  const sign = direction === 'desc' ? -1 : 1;
  const natural = (/** @type {Cell} */ a, /** @type {Cell} */ b) => (typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : 1);
  if (kind === 'alpha') return cells.sort((a, b) => sign * natural(a, b));
  if (kind === 'value') return cells.sort((a, b) => sign * ((sum.get(a) ?? 0) - (sum.get(b) ?? 0)));
  return one.type === 'number' || one.type === 'time' ? cells.sort(natural) : cells;
}

/** Ranks from 0 to 1 in place of values: outliers take no colours from the rest. @param {readonly number[]} values */
function ranked(values) {
  const order = [...new Set(values)].sort((a, b) => a - b);
  const place = new Map(order.map((value, index) => [value, index / Math.max(1, order.length - 1)]));
  return values.map((value) => place.get(value) ?? 0);
}

/** Every how many labels are written: all, every so many, or as many as have room. @param {import('karavel-viz').FormData} form @param {string} control @returns {'auto' | ((index: number) => boolean)} */
function every(form, control) {
  const step = number(form, control) ?? -1;
  return step < 1 ? 'auto' : (index) => index % step === 0;
}

/** Shares of a row's, a column's or the whole map's range, where asked. @param {readonly Place[]} places @param {string} across */
function normalized(places, across) {
  if (across !== 'x' && across !== 'y') return places.map((one) => one.value);
  const ranges = new Map(/** @type {[number, [number, number]][]} */ ([]));
  for (const one of places) {
    const [low, high] = ranges.get(one[across]) ?? [Infinity, -Infinity];
    ranges.set(one[across], [Math.min(low, one.value), Math.max(high, one.value)]);
  }
  return places.map((one) => {
    const [low, high] = ranges.get(one[across]) ?? [0, 1];
    return high > low ? (one.value - low) / (high - low) : 1;
  });
}

/** @type {Chart} */
export const chart = (input) => {
  const { data, formData, formatters, size, theme, text: word } = input;
  const asked = metricNames(formData, 'metric', 'metrics');
  const groups = columnNames(formData, 'groupby');
  const x = xField(data, formData, [...asked, ...groups]);
  const [y] = fields(data, groups);
  const [metric] = metricFields(data, asked, [x, y]);
  if (!x || !y || !metric) return empty(input);

  const amount = (/** @type {number} */ row) => numeric(metric.values[row]) ?? 0;
  const xs = sorted(x, text(formData, 'sort_x_axis'), amount);
  const ys = sorted(y, text(formData, 'sort_y_axis'), amount);
  const [placeX, placeY] = [new Map(xs.map((cell, index) => [cell, index])), new Map(ys.map((cell, index) => [cell, index]))];
  const places = metric.values.flatMap((cell, row) => {
    const value = numeric(cell);
    return value === null ? [] : [{ x: placeX.get(x.values[row] ?? null) ?? 0, y: placeY.get(y.values[row] ?? null) ?? 0, value }];
  });
  if (places.length === 0) return empty(input);

  const shares = normalized(places, text(formData, 'normalize_across', 'heatmap'));
  const strength = flag(formData, 'normalized', false) ? ranked(shares) : shares;
  const relative = strength !== shares || ['x', 'y'].includes(text(formData, 'normalize_across'));
  const [low, high] = bounds(formData, 'value_bounds');
  const least = low ?? strength.reduce((a, b) => Math.min(a, b), Infinity);
  const most = high ?? strength.reduce((a, b) => Math.max(a, b), -Infinity);
  const format = text(formData, 'x_axis_time_format');
  const [xText, yText] = [labelOf(input, x, format.startsWith('smart_date') ? undefined : format), labelOf(input, y)];
  const texts = valueTexts(input);
  const legend = flag(formData, 'show_legend', true) && size.height >= 170 && size.width >= 200;
  const quiet = quietAxis(theme);
  const cell = Math.min(size.width / xs.length, size.height / ys.length);
  const { colors, ...range } = amountScale(theme, formData, least, most);
  const shade = (/** @type {number} */ value) => shadeOf({ colors, ...range }, value);
  const pieces = text(formData, 'legend_type', 'continuous') === 'piecewise';
  const steps = Math.max(2, Math.min(5, Math.floor(size.width / 110)));
  const bound = (/** @type {number} */ index) => range.min + ((range.max - range.min) * index) / steps;
  const middleOf = (/** @type {number} */ index) => bound(index + (index === steps - 1 ? 1 : index === 0 ? 0 : 0.5));
  const pieceOf = (/** @type {number} */ value) => Math.min(steps - 1, Math.max(0, Math.floor(((value - range.min) / (range.max - range.min || 1)) * steps)));
  const seen = (/** @type {number} */ value) => (pieces ? shade(middleOf(pieceOf(value))) : shade(value));
  const shown = flag(formData, 'show_values', false) && size.width / xs.length >= 26 && size.height / ys.length >= 14;

  const items = places.map((one, index) => {
    const filters = [{ column: x.name, values: [xs[one.x] ?? null] }, { column: y.name, values: [ys[one.y] ?? null] }];
    const value = strength[index] ?? 0;
    return { value: [one.x, one.y, value, index], ...marked(filters), ...(faded(input, filters) ? { itemStyle: { opacity: 0.25 } } : {}), ...(shown ? { label: { color: inkOn(seen(value), theme) } } : {}) };
  });
  const sum = places.reduce((all, one) => all + one.value, 0);
  const tooltip = {
    ...tooltipBox(theme),
    trigger: 'item',
    formatter: (/** @type {{ value: readonly number[], color: unknown }} */ { value: [, , , index = -1], color }) => {
      const one = places[index];
      if (!one) return '';
      const rows = [{ color, name: metric.label, value: texts.long(one.value), strong: true }];
      if (flag(formData, 'show_percentage', false) && sum > 0) rows.push({ color: undefined, name: word('share'), value: formatters.number('.1%')(one.value / sum), strong: false });
      return tooltipHtml(theme, `${yText(ys[one.y])} · ${xText(xs[one.x])}`, rows);
    },
  };
  const written = relative ? formatters.number('.0%') : texts.short;
  const style = { orient: 'horizontal', left: 'center', bottom: 2, padding: 0, itemHeight: pieces ? 10 : Math.min(140, size.width * 0.4), textStyle: { color: theme.inkMuted, fontSize: FONT }, inRange: { color: colors }, hoverLink: true };
  const scale = pieces
    ? { type: 'piecewise', ...range, dimension: 2, show: legend, ...style, itemWidth: 10, itemGap: 10, showLabel: true, pieces: Array.from({ length: steps }, (_, index) => ({ ...(index > 0 ? { gte: bound(index) } : {}), ...(index < steps - 1 ? { lt: bound(index + 1) } : {}), label: `${written(bound(index))} – ${written(bound(index + 1))}`, color: shade(middleOf(index)) })) }
    : { type: 'continuous', ...range, dimension: 2, calculable: false, show: legend, ...style, itemWidth: 8, text: [written(range.max), written(range.min)], textGap: 8 };
  const turn = number(formData, 'xAxisLabelRotation') ?? 0;
  const upright = xs.length * 34 > size.width - 60 && xs.some((one) => xText(one).length > 4);
  const peak = places.reduce((a, b) => (b.value > a.value ? b : a));
  const description = word('description', { columns: xs.length, rows: ys.length, value: texts.short(peak.value), place: `${yText(ys[peak.y])}, ${xText(xs[peak.x])}` });
  return {
    kind: 'echarts',
    description,
    option: {
      ...base(theme),
      grid: { ...grid({ top: 4, right: 8, bottom: legend ? 30 : 2, left: 4 }), ...fixedMargins(formData, legend) },
      tooltip,
      xAxis: { ...quiet, type: 'category', data: xs.map(xText), axisLabel: { ...quiet.axisLabel, show: size.height >= 110, interval: every(formData, 'xscale_interval'), ...(number(formData, 'xscale_interval') === 1 ? { hideOverlap: false } : {}), ...(turn !== 0 ? { rotate: turn, width: 110, overflow: 'truncate' } : {}), ...(turn === 0 && upright && size.height >= 220 ? { rotate: 38, width: 90, overflow: 'truncate' } : {}) } },
      yAxis: { ...quiet, type: 'category', data: ys.map(yText), inverse: true, axisLabel: { ...quiet.axisLabel, interval: every(formData, 'yscale_interval'), ...(number(formData, 'yscale_interval') === 1 ? { hideOverlap: false } : {}), width: Math.max(44, size.width * 0.24), overflow: 'truncate', ellipsis: '…' } },
      visualMap: scale,
      series: [{ type: 'heatmap', data: items, itemStyle: { borderColor: theme.surface, borderWidth: cell < 9 ? 0 : cell < 16 ? 1 : 2, borderRadius: cell < 12 ? 0 : 3 }, label: { show: shown, fontSize: 10, formatter: (/** @type {{ value: readonly number[] }} */ { value: [, , , index = 0] }) => texts.short(places[index]?.value) }, emphasis: { itemStyle: { borderColor: theme.ink, borderWidth: 1 } } }],
    },
  };
};

/** Margins as the author measured them, for charts that stand below each other. @param {import('karavel-viz').FormData} form @param {boolean} legend */
function fixedMargins(form, legend) {
  const [left, bottom] = [number(form, 'left_margin'), number(form, 'bottom_margin')];
  if (left === undefined && bottom === undefined) return {};
  return { outerBoundsMode: 'none', left: left ?? 64, bottom: (bottom ?? 24) + (legend ? 26 : 0) };
}
