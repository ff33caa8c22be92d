// @ts-check
/** @import { Chart, Input } from 'karavel-viz' */
/** @import { Field } from '../shared/columns.js' */
import { columnNames, field, fields, labelOf, numeric } from '../shared/columns.js';
import { joined, widthOf } from '../shared/labels.js';
import { FONT, base, empty, grid, legend, lines, quietAxis, tooltipBox } from '../shared/look.js';
import { marked } from '../shared/marks.js';
import { valueTexts } from '../shared/numbers.js';
import { flag, number, text } from '../shared/settings.js';
import { tooltipHtml } from '../shared/tooltip.js';
import { binAt, binsOf } from './bins.js';

/** Values, and how often each occurs: rows may be counted already. @param {Input} input */
function read({ data, formData }) {
  const [name = ''] = columnNames(formData, 'column', 'all_columns_x');
  const groups = fields(data, columnNames(formData, 'groupby'));
  const taken = (/** @type {string} */ one) => groups.some((group) => group.name === one);
  const column = field(data, name) ?? fields(data, data.columns.filter((one) => one.type === 'number' && !taken(one.name)).map((one) => one.name))[0];
  const counts = data.columns.find((one) => one.type === 'number' && one.name !== column?.name && !taken(one.name));
  return { column, groups, weight: counts ? field(data, counts.name) : undefined };
}

/** @type {Chart} */
export const chart = (input) => {
  const { formData, formatters, size, theme, colorOf, text: word } = input;
  const { column, groups, weight } = read(input);
  const values = column?.values.map(numeric) ?? [];
  const present = values.filter((value) => value !== null);
  if (!column || present.length === 0) return empty(input);

  const bins = binsOf(present, Math.min(200, Math.max(1, number(formData, 'bins') ?? 20)));
  const series = countsOf(values, groups, weight, bins, input);
  const [normalize, cumulative] = [flag(formData, 'normalize', false), flag(formData, 'cumulative', false)];
  const all = [...series.values()].reduce((sum, counts) => sum + counts.reduce((a, b) => a + b, 0), 0) || 1;
  const shaped = [...series].map(([name, counts]) => {
    let sum = 0;
    return { name, values: counts.map((count) => (cumulative ? (sum += count) : count) / (normalize ? all : 1)) };
  });

  const texts = valueTexts(input, { percent: normalize });
  const edge = (/** @type {number} */ value) => formatters.number(text(formData, 'x_axis_format') || (Math.abs(value) >= 10_000 ? 'SMART_NUMBER' : ',.6~g'))(value);
  const names = shaped.map((one) => one.name);
  const { legend: key, inset } = legend(input, names);
  const colors = names.map((name) => (groups.length === 0 ? (theme.categorical[0] ?? theme.accent) : colorOf(name)));
  const title = { x: text(formData, 'x_axis_title'), y: text(formData, 'y_axis_title') };
  const quiet = quietAxis(theme);
  const longest = bins.reduce((most, bin) => Math.max(most, widthOf(edge(bin.from), FONT)), 0) + 16;
  const every = Math.max(1, Math.ceil((bins.length * longest) / Math.max(60, size.width - 70 - inset.left - inset.right)));
  const radius = size.width / bins.length < 12 ? 1 : 3;
  const [first, last] = [bins[0] ?? { from: 0, to: 1 }, bins[bins.length - 1] ?? { from: 0, to: 1 }];
  const sums = bins.map((_, index) => shaped.reduce((sum, one) => sum + (one.values[index] ?? 0), 0));
  const peak = bins[sums.indexOf(sums.reduce((a, b) => Math.max(a, b), -Infinity))];
  const description = word('description', { count: formatters.number(',d')(all), least: edge(present.reduce((a, b) => Math.min(a, b))), most: edge(present.reduce((a, b) => Math.max(a, b))), peak: peak ? `${edge(peak.from)} – ${edge(peak.to)}` : '' });
  return {
    kind: 'echarts',
    description,
    option: {
      ...base(theme),
      grid: grid({ top: Math.max(10, inset.top + 4), right: 12 + inset.right, bottom: 4 + inset.bottom, left: 4 + inset.left }),
      legend: key,
      tooltip: {
        ...tooltipBox(theme),
        trigger: 'axis',
        axisPointer: { type: 'shadow', shadowStyle: { color: theme.inkMuted, opacity: 0.1 } },
        formatter: (/** @type {readonly { dataIndex: number }[]} */ [hit]) => {
          const bin = bins[hit?.dataIndex ?? -1];
          if (!bin) return '';
          const rows = shaped.map((one, index) => ({ color: colors[index], name: one.name || column.label, value: texts.long(one.values[hit?.dataIndex ?? 0]), strong: true }));
          return tooltipHtml(theme, `${cumulative ? '≤ ' : `${edge(bin.from)} – `}${edge(bin.to)}`, rows);
        },
      },
      // Bars stand on a row of bins; what is written below are their ends, so it needs an axis of numbers.
      xAxis: [
        { ...quiet, type: 'category', data: bins.map((bin) => edge(bin.from)), axisLabel: { show: false } },
        { ...quiet, type: 'value', position: 'bottom', min: first.from, max: last.to, interval: (first.to - first.from) * every, axisPointer: { show: false }, axisLabel: { ...quiet.axisLabel, formatter: (/** @type {number} */ value) => edge(Number(value.toPrecision(12))) }, ...(title.x ? { name: title.x, nameLocation: 'middle', nameGap: 26, nameTextStyle: { color: theme.inkMuted, fontSize: FONT } } : {}) },
      ],
      yAxis: { ...quiet, type: 'value', splitNumber: lines(size.height), ...(normalize ? {} : { minInterval: 1 }), splitLine: { ...quiet.splitLine, show: true }, axisLabel: { ...quiet.axisLabel, formatter: (/** @type {number} */ value) => texts.short(value) }, ...(title.y ? { name: title.y, nameLocation: 'end', nameGap: 10, nameTextStyle: { align: 'left', color: theme.inkMuted } } : {}) },
      series: shaped.map((one, index) => ({
        type: 'bar', name: one.name, xAxisIndex: 0, data: one.values, stack: 'all', barCategoryGap: bins.length > 60 ? '4%' : '8%',
        ...marked([]),
        itemStyle: { color: colors[index], borderRadius: shaped.length === 1 || index === shaped.length - 1 ? [radius, radius, 0, 0] : 0 },
        ...(flag(formData, 'show_value', false) && bins.length <= 40 ? { label: { show: true, position: 'top', fontSize: 10, color: theme.inkSecondary, formatter: (/** @type {{ value: number }} */ { value }) => (value === 0 ? '' : texts.short(value)) }, labelLayout: { hideOverlap: true } } : {}),
      })),
    },
  };
};

/** @param {readonly (number | null)[]} values @param {readonly Field[]} groups @param {Field | undefined} weight @param {readonly import('./bins.js').Bin[]} bins @param {Input} input */
function countsOf(values, groups, weight, bins, input) {
  const texts = groups.map((one) => labelOf(input, one));
  /** @type {Map<string, number[]>} */
  const series = new Map();
  values.forEach((value, row) => {
    if (value === null) return;
    const name = joined(groups.map((one, index) => texts[index]?.(one.values[row]) ?? ''));
    let counts = series.get(name);
    if (!counts) series.set(name, (counts = new Array(bins.length).fill(0)));
    const place = binAt(bins, value);
    counts[place] = (counts[place] ?? 0) + (weight ? (numeric(weight.values[row]) ?? 0) : 1);
  });
  return series;
}
