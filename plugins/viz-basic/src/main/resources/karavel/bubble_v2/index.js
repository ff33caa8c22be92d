// @ts-check
/** @import { Cell, Chart, Input } from 'karavel-viz' */
/** @import { Field } from '../shared/columns.js' */
import { alpha } from '../shared/color.js';
import { columnNames, field, labelOf, metricNames, numeric } from '../shared/columns.js';
import { base, empty, grid, legend, lines, quietAxis, tooltipBox } from '../shared/look.js';
import { faded, marked } from '../shared/marks.js';
import { valueTexts } from '../shared/numbers.js';
import { bounds, flag, number, text } from '../shared/settings.js';
import { tooltipHtml } from '../shared/tooltip.js';

const MOST_BUBBLES = 3000;

/** @param {Input} input @param {string} control @returns {Field | undefined} */
const metric = ({ data, formData }, control) => metricNames(formData, control).map((name) => field(data, name))[0];

/** @type {Chart} */
export const chart = (input) => {
  const { data, formData, size, theme, colorOf, text: word } = input;
  const [series, entity] = ['series', 'entity'].map((control) => columnNames(formData, control).map((name) => field(data, name))[0]);
  const [x, y, weight] = ['x', 'y', 'size'].map((control) => metric(input, control));
  if (!x || !y || data.length === 0) return empty(input);

  const texts = {
    x: valueTexts(input, { format: text(formData, 'xAxisFormat') }),
    y: valueTexts(input),
    size: valueTexts({ ...input, formData: { ...formData, y_axis_format: null, number_format: null, currency_format: null } }, { format: text(formData, 'tooltipSizeFormat') }),
  };
  const groupText = series ? labelOf(input, series) : () => '';
  const nameText = entity ? labelOf(input, entity) : groupText;
  const most = (weight?.values ?? []).reduce((/** @type {number} */ all, cell) => Math.max(all, numeric(cell) ?? 0), 0);
  const largest = Math.min(number(formData, 'max_bubble_size') ?? 25, Math.min(size.width, size.height) / 5) * 2;
  // Area, not diameter, tells the amount.
  const diameter = (/** @type {Cell | undefined} */ cell) => (weight && most > 0 ? Math.max(5, Math.sqrt(Math.max(0, numeric(cell) ?? 0) / most) * largest) : 10);

  const groups = new Map(/** @type {[string, number[]][]} */ ([]));
  for (let row = 0; row < Math.min(data.length, MOST_BUBBLES); row++) {
    const usable = [x, y].every((one, index) => numeric(one.values[row]) !== null && (!flag(formData, index === 0 ? 'logXAxis' : 'logYAxis', false) || (numeric(one.values[row]) ?? 0) > 0));
    if (!usable) continue;
    const name = groupText(series?.values[row]);
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  if (groups.size === 0) return empty(input);

  const names = [...groups.keys()];
  const { legend: key, inset } = legend(input, names);
  const opacity = number(formData, 'opacity') ?? 0.6;
  const colors = new Map(names.map((name) => [name, series ? colorOf(name) : (theme.categorical[0] ?? theme.accent)]));
  const drawn = names.map((name) => {
    const color = colors.get(name) ?? theme.accent;
    const rows = [...(groups.get(name) ?? [])].sort((a, b) => (numeric(weight?.values[b]) ?? 0) - (numeric(weight?.values[a]) ?? 0));
    const items = rows.map((row) => {
      const filters = [entity, series].flatMap((one) => (one ? [{ column: one.name, values: [one.values[row] ?? null] }] : [])).slice(0, 1);
      return { value: [numeric(x.values[row]), numeric(y.values[row]), row], symbolSize: diameter(weight?.values[row]), ...marked(filters), ...(faded(input, filters) ? { itemStyle: { opacity: 0.15 } } : {}) };
    });
    return { type: 'scatter', name, data: items, itemStyle: { color: alpha(color, opacity), borderColor: color, borderWidth: 1 }, emphasis: { focus: 'series', scale: 1.05 }, blur: { itemStyle: { opacity: 0.15 } } };
  });

  const quiet = quietAxis(theme);
  const axis = (/** @type {'x' | 'y'} */ side, /** @type {string} */ title) => {
    const [low, high] = bounds(formData, side === 'x' && formData.xAxisBounds !== undefined ? 'xAxisBounds' : `${side}_axis_bounds`);
    const log = flag(formData, side === 'x' ? 'logXAxis' : 'logYAxis', false);
    const flat = side === 'x';
    return {
      ...quiet,
      type: log ? 'log' : 'value',
      scale: flag(formData, side === 'x' ? 'truncateXAxis' : 'truncateYAxis', true),
      ...(low === undefined ? {} : { min: low }),
      ...(high === undefined ? {} : { max: high }),
      splitNumber: flat ? Math.max(2, Math.floor(size.width / 110)) : lines(size.height),
      splitLine: { ...quiet.splitLine, show: true },
      axisLabel: { ...quiet.axisLabel, ...(flat && (number(formData, 'xAxisLabelRotation') ?? 0) !== 0 ? { rotate: number(formData, 'xAxisLabelRotation') } : {}), formatter: (/** @type {number} */ value) => texts[side].short(value) },
      ...(title ? { name: title, nameLocation: flat ? 'middle' : 'end', nameGap: number(formData, `${side}_axis_title_margin`) ?? (flat ? 26 : 10), nameTextStyle: { align: flat ? 'center' : 'left', color: theme.inkMuted } } : {}),
    };
  };
  const titles = size.height < 170 ? { x: '', y: '' } : { x: text(formData, 'x_axis_label') || text(formData, 'x_axis_title'), y: text(formData, 'y_axis_label') || text(formData, 'y_axis_title') };
  const tooltip = {
    ...tooltipBox(theme),
    trigger: 'item',
    formatter: (/** @type {{ value: readonly number[] }} */ { value: [, , row = -1] }) => {
      const rows = [{ name: x.label, value: texts.x.long(x.values[row]), strong: true }, { name: y.label, value: texts.y.long(y.values[row]), strong: true }];
      if (weight) rows.push({ name: weight.label, value: texts.size.long(weight.values[row]), strong: true });
      const group = entity && series ? groupText(series.values[row]) : '';
      return tooltipHtml(theme, nameText(entity?.values[row] ?? series?.values[row]), [...(group ? [{ color: colors.get(group), name: series?.label ?? '', value: group }] : []), ...rows.map((one) => ({ ...one, color: undefined }))]);
    },
  };
  const frame = grid({ top: Math.max(10, inset.top + 4), right: 14 + inset.right, bottom: 4 + inset.bottom, left: 4 + inset.left });
  const description = word('description', { count: drawn.reduce((sum, one) => sum + one.data.length, 0), x: x.label, y: y.label });
  return { kind: 'echarts', description, option: { ...base(theme), grid: frame, legend: key, tooltip, xAxis: axis('x', titles.x), yAxis: axis('y', titles.y), series: drawn } };
};
