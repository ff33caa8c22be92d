// @ts-check
/** @import { Chart, Filter, Input } from 'karavel-viz' */
import { alpha } from '../shared/color.js';
import { columnNames, fields, labelOf, metricFields, metricNames, numeric } from '../shared/columns.js';
import { fit, joined, widthOf } from '../shared/labels.js';
import { FONT, base, empty, grid, legend, lines, quietAxis, tooltipBox } from '../shared/look.js';
import { faded, marked } from '../shared/marks.js';
import { valueTexts } from '../shared/numbers.js';
import { bounds, flag, number, text } from '../shared/settings.js';
import { tooltipHtml } from '../shared/tooltip.js';
import { spreadOf } from './spread.js';

/** @typedef {{ readonly name: string, readonly filters: readonly Filter[], readonly values: Map<string, number[]> }} Group */

/** Values of each metric per series; what they are spread over (`columns`) only makes the rows. @param {Input} input */
function read(input) {
  const { data, formData } = input;
  const series = fields(data, columnNames(formData, 'groupby'));
  const over = fields(data, columnNames(formData, 'columns'));
  const metrics = metricFields(data, metricNames(formData, 'metrics', 'metric'), [...series, ...over]);
  const format = text(formData, 'date_format', 'smart_date');
  const texts = series.map((one) => labelOf(input, one, one.type === 'time' && format !== 'smart_date' ? format : undefined));
  const groups = new Map(/** @type {[string, Group][]} */ ([]));
  for (let row = 0; row < data.length; row++) {
    const name = joined(series.map((one, index) => texts[index]?.(one.values[row]) ?? ''));
    const group = groups.get(name) ?? { name, filters: series.map((one) => ({ column: one.name, values: [one.values[row] ?? null] })), values: new Map(metrics.map((one) => [one.label, /** @type {number[]} */ ([])])) };
    groups.set(name, group);
    for (const metric of metrics) {
      const value = numeric(metric.values[row]);
      if (value !== null) group.values.get(metric.label)?.push(value);
    }
  }
  return { groups: [...groups.values()], metrics: metrics.map((one) => one.label) };
}

/** @type {Chart} */
export const chart = (input) => {
  const { formData, size, theme, colorOf, text: word } = input;
  const { groups, metrics } = read(input);
  const rule = text(formData, 'whiskerOptions', 'Tukey');
  const spreads = metrics.map((metric) => groups.map((group) => {
    const values = group.values.get(metric) ?? [];
    return values.length > 0 ? spreadOf(values, rule) : undefined;
  }));
  if (!spreads.some((one) => one.some(Boolean))) return empty(input);

  const texts = valueTexts(input, { format: text(formData, 'number_format') === 'SMART_NUMBER' ? '' : text(formData, 'number_format') });
  const { legend: key, inset } = legend(input, metrics);
  const quiet = quietAxis(theme);
  const colors = metrics.map((name) => (metrics.length === 1 ? (theme.categorical[0] ?? theme.accent) : colorOf(name)));
  const slot = (size.width - 60 - inset.left - inset.right) / groups.length;
  const crowded = groups.some((one) => widthOf(one.name, FONT) > slot - 6);
  const names = groups.map((one) => one.name);
  const layout = text(formData, 'x_ticks_layout', 'auto');
  const turn = layout === '45°' ? 45 : layout === '90°' ? 90 : layout === 'auto' && crowded && slot < 60 ? 38 : 0;
  const labels = layout === 'staggered' ? { interval: 0, formatter: (/** @type {string} */ name, /** @type {number} */ index) => (index % 2 === 1 ? '\n' : '') + fit(name, slot * 2 - 10, FONT) } : turn > 0 ? { rotate: turn, interval: slot < 15 ? 'auto' : 0, formatter: (/** @type {string} */ name) => fit(name, Math.min(110, size.height * 0.28), FONT) } : { interval: 0, formatter: (/** @type {string} */ name) => fit(name, slot - 6, FONT) };
  const boxes = metrics.map((name, place) => ({
    type: 'boxplot', name, boxWidth: [6, Math.max(8, Math.min(44, (slot * 0.5) / metrics.length))],
    itemStyle: { color: alpha(colors[place] ?? theme.accent, 0.18), borderColor: colors[place], borderWidth: 1.5 },
    data: groups.map((group, index) => {
      const one = spreads[place]?.[index];
      return { value: one ? [one.low, one.q1, one.median, one.q3, one.high] : [], ...marked(group.filters), ...(faded(input, group.filters) ? { itemStyle: { opacity: 0.25 } } : {}) };
    }),
  }));
  const points = metrics.length > 1 ? [] : [{
    type: 'scatter', name: metrics[0], symbolSize: 5, itemStyle: { color: alpha(colors[0] ?? theme.accent, 0.55) }, tooltip: { show: true },
    data: (spreads[0] ?? []).flatMap((one, index) => (one?.outliers ?? []).slice(0, 300).map((value) => [index, value])),
  }];
  const zoom = flag(formData, 'zoomable', false) ? { dataZoom: [{ type: 'slider', height: 16, bottom: 2, brushSelect: false }, { type: 'inside' }] } : {};
  const [low, high] = bounds(formData, 'y_axis_bounds');
  const title = (/** @type {'x' | 'y'} */ side) => {
    const name = size.height < 150 ? '' : text(formData, `${side}_axis_title`);
    const gap = number(formData, `${side}_axis_title_margin`);
    return name === '' ? {} : side === 'x' ? { name, nameLocation: 'middle', nameGap: gap ?? (turn > 0 ? 60 : 28), nameTextStyle: { color: theme.inkMuted, fontSize: FONT } } : { name, nameLocation: 'end', nameGap: gap ?? 10, nameTextStyle: { color: theme.inkMuted, fontSize: FONT, align: 'left' } };
  };
  const medians = spreads.flatMap((each) => each.flatMap((one) => (one ? [one.median] : [])));
  const description = word('description', { count: medians.length, least: texts.short(medians.reduce((a, b) => Math.min(a, b))), most: texts.short(medians.reduce((a, b) => Math.max(a, b))) });
  return {
    kind: 'echarts',
    description,
    option: {
      ...base(theme),
      grid: grid({ top: Math.max(10, inset.top + 4), right: 10 + inset.right, bottom: 4 + inset.bottom + ('dataZoom' in zoom ? 24 : 0), left: 4 + inset.left }),
      legend: key,
      ...zoom,
      tooltip: {
        ...tooltipBox(theme),
        trigger: 'item',
        formatter: (/** @type {{ seriesType: string, dataIndex: number, seriesName: string, value: readonly number[] }} */ hit) => {
          if (hit.seriesType === 'scatter') return tooltipHtml(theme, names[hit.value[0] ?? 0] ?? '', [{ name: word('outlier'), value: texts.long(hit.value[1]), strong: true }]);
          const place = metrics.indexOf(hit.seriesName);
          const one = spreads[place]?.[hit.dataIndex];
          if (!one) return '';
          const rows = /** @type {const} */ (['high', 'q3', 'median', 'q1', 'low']).map((part) => ({ name: word(part), value: texts.long(one[part]), strong: part === 'median' }));
          return tooltipHtml(theme, names[hit.dataIndex] || hit.seriesName, [...rows, { name: word('count'), value: String(one.count) }]);
        },
      },
      xAxis: { ...quiet, type: 'category', data: names, ...title('x'), axisLabel: { ...quiet.axisLabel, ...labels } },
      yAxis: { ...quiet, type: 'value', scale: true, ...title('y'), ...(low === undefined ? {} : { min: low }), ...(high === undefined ? {} : { max: high }), splitNumber: lines(size.height), splitLine: { ...quiet.splitLine, show: true }, axisLabel: { ...quiet.axisLabel, formatter: (/** @type {number} */ value) => texts.short(value) } },
      series: [...boxes, ...points],
    },
  };
};
