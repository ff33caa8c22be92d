// @ts-check
/** @import { Cell, Chart, Input } from 'karavel-viz' */
/** @import { Field } from '../shared/columns.js' */
import { columnNames, fields, labelOf, metricFields, metricNames, numeric, xField } from '../shared/columns.js';
import { amountScale, inkOn, shadeOf } from '../shared/color.js';
import { FONT, base, empty, grid, quietAxis, tooltipBox } from '../shared/look.js';
import { faded, marked } from '../shared/marks.js';
import { valueTexts } from '../shared/numbers.js';
import { bounds, flag, text } from '../shared/settings.js';
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

  const strength = normalized(places, text(formData, 'normalize_across', 'heatmap'));
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
  const shown = flag(formData, 'show_values', false) && size.width / xs.length >= 26 && size.height / ys.length >= 14;

  const items = places.map((one, index) => {
    const filters = [{ column: x.name, values: [xs[one.x] ?? null] }, { column: y.name, values: [ys[one.y] ?? null] }];
    const value = strength[index] ?? 0;
    return { value: [one.x, one.y, value, index], ...marked(filters), ...(faded(input, filters) ? { itemStyle: { opacity: 0.25 } } : {}), ...(shown ? { label: { color: inkOn(shade(value), theme) } } : {}) };
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
  const scale = { type: 'continuous', ...range, dimension: 2, calculable: false, show: legend, orient: 'horizontal', left: 'center', bottom: 2, padding: 0, itemWidth: 8, itemHeight: Math.min(140, size.width * 0.4), text: [texts.short(range.max), texts.short(range.min)], textGap: 8, textStyle: { color: theme.inkMuted, fontSize: FONT }, inRange: { color: colors }, hoverLink: true };
  const upright = xs.length * 34 > size.width - 60 && xs.some((one) => xText(one).length > 4);
  return {
    kind: 'echarts',
    option: {
      ...base(theme),
      grid: grid({ top: 4, right: 8, bottom: legend ? 30 : 2, left: 4 }),
      tooltip,
      xAxis: { ...quiet, type: 'category', data: xs.map(xText), axisLabel: { ...quiet.axisLabel, show: size.height >= 110, interval: 'auto', ...(upright && size.height >= 220 ? { rotate: 38, width: 90, overflow: 'truncate' } : {}) } },
      yAxis: { ...quiet, type: 'category', data: ys.map(yText), inverse: true, axisLabel: { ...quiet.axisLabel, width: Math.max(44, size.width * 0.24), overflow: 'truncate', ellipsis: '…' } },
      visualMap: scale,
      series: [{ type: 'heatmap', data: items, itemStyle: { borderColor: theme.surface, borderWidth: cell < 9 ? 0 : cell < 16 ? 1 : 2, borderRadius: cell < 12 ? 0 : 3 }, label: { show: shown, fontSize: 10, formatter: (/** @type {{ value: readonly number[] }} */ { value: [, , , index = 0] }) => texts.short(places[index]?.value) }, emphasis: { itemStyle: { borderColor: theme.ink, borderWidth: 1 } } }],
    },
  };
};
