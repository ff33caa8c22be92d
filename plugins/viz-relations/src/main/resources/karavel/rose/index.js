// @ts-check
/** @import { Chart } from 'karavel-viz' */
import { columnNames, fields, labelOf, metricFields, metricNames, xField } from '../shared/columns.js';
import { fit, widthOf } from '../shared/labels.js';
import { FONT, base, empty, legend, tooltipBox } from '../shared/look.js';
import { faded, marked } from '../shared/marks.js';
import { valueTexts } from '../shared/numbers.js';
import { pivot } from '../shared/pivot.js';
import { flag, text } from '../shared/settings.js';
import { tooltipHtml } from '../shared/tooltip.js';

const MOST_WEDGES = 120;

/** Wedges around a circle, one per time, stacked by series. @type {Chart} */
export const chart = (input) => {
  const { data, formData, formatters, size, theme, colorOf, text: word } = input;
  const asked = metricNames(formData, 'metrics', 'metric');
  const groups = columnNames(formData, 'groupby');
  const x = xField(data, formData, [...asked, ...groups]);
  const dimensions = fields(data, groups).filter((one) => one.name !== x?.name);
  const metrics = metricFields(data, asked, [x, ...dimensions]);
  if (!x || metrics.length === 0) return empty(input);
  const all = pivot(x, dimensions, metrics, input);
  const from = Math.max(0, all.xs.length - MOST_WEDGES);
  const xs = all.xs.slice(from);
  const drawn = all.series.map((one) => ({ ...one, values: one.values.slice(from).map((value) => (value !== null && value > 0 ? value : null)) }));
  const series = drawn.filter((one) => !one.compared).slice(0, 60);
  const sums = xs.map((_, index) => series.reduce((sum, one) => sum + (one.values[index] ?? 0), 0));
  // What was at another time is an outline of the whole: stacked upon the rest it would tell a wrong amount.
  const others = [...new Set(drawn.filter((one) => one.compared).map((one) => one.offset ?? ''))].map((name) => {
    const parts = drawn.filter((one) => one.compared && one.offset === name);
    return { name, values: xs.map((_, index) => parts.reduce((sum, one) => sum + (one.values[index] ?? 0), 0)) };
  });
  const most = [sums, ...others.map((one) => one.values)].flat().reduce((a, b) => Math.max(a, b), 0);
  if (most <= 0) return empty(input);

  const format = text(formData, 'x_axis_time_format');
  const write = labelOf(input, x, format.startsWith('smart_date') ? undefined : format);
  const texts = valueTexts(input);
  const percent = formatters.number('.1%');
  const names = series.map((one) => one.name);
  const colors = names.map((name) => colorOf(name));
  const { legend: key, inset } = legend(input, [...names, ...others.map((one) => one.name)]);
  const byArea = flag(formData, 'rose_area_proportion', true);
  // Stacked radii whose areas are as the amounts: each wedge reaches to the root of what is below and in it.
  const reach = (/** @type {number} */ amount) => (byArea ? Math.sqrt(amount / most) : amount / most);
  const below = xs.map(() => 0);
  const rings = series.map((one) => one.values.map((value, index) => {
    const before = below[index] ?? 0;
    below[index] = before + (value ?? 0);
    return value === null ? 0 : reach(before + value) - reach(before);
  }));

  const shown = size.width >= 260 && size.height >= 200;
  const longest = xs.reduce((/** @type {number} */ far, cell) => Math.max(far, widthOf(write(cell), FONT)), 0);
  const [width, height] = [size.width - inset.left - inset.right, size.height - inset.top - inset.bottom];
  const radius = Math.max(8, Math.min(width / 2 - (shown ? Math.min(longest, 80) + 8 : 4), height / 2 - (shown ? 18 : 4)));
  const every = Math.max(1, Math.ceil((xs.length * Math.max(24, FONT * 1.6)) / (2 * Math.PI * radius)));
  const rows = (/** @type {number} */ index) => series.flatMap((one, place) => (one.values[index] === null ? [] : [{ color: colors[place], name: one.name, value: texts.long(one.values[index]), amount: one.values[index] ?? 0, strong: true }])).sort((a, b) => b.amount - a.amount);
  const rich = flag(formData, 'rich_tooltip', true);
  const tooltip = {
    ...tooltipBox(theme),
    trigger: 'item',
    formatter: (/** @type {{ dataIndex: number, seriesName: string }} */ { dataIndex, seriesName }) => {
      const list = rows(dataIndex);
      const own = list.filter((one) => one.name === seriesName);
      const total = sums[dataIndex] ?? 0;
      const then = others.map((one) => ({ name: one.name, value: texts.long(one.values[dataIndex]) }));
      if (!rich && own[0]) return tooltipHtml(theme, write(xs[dataIndex]), [...own, { name: word('share'), value: percent(own[0].amount / (total || 1)) }, ...then]);
      return tooltipHtml(theme, write(xs[dataIndex]), [...list, ...then], { more: (count) => word('more', { count }), summary: list.length > 1 ? { name: word('total'), value: texts.long(total), strong: true } : undefined });
    },
  };
  const option = {
    ...base(theme),
    legend: key,
    tooltip,
    polar: { center: [Math.round(inset.left + width / 2), Math.round(inset.top + height / 2)], radius },
    angleAxis: { type: 'category', data: xs.map(write), startAngle: 90, axisLine: { show: true, lineStyle: { color: theme.hairline } }, axisTick: { show: false }, splitLine: { show: false }, axisLabel: { show: shown, color: theme.inkMuted, fontSize: FONT, interval: (/** @type {number} */ index) => index % every === 0, formatter: (/** @type {string} */ label) => fit(label, 80, FONT) } },
    radiusAxis: { type: 'value', min: 0, max: 1, interval: 0.25, axisLine: { show: false }, axisTick: { show: false }, axisLabel: { show: false }, splitLine: { show: true, lineStyle: { color: theme.hairline } } },
    series: [...series.map((one, index) => ({
      type: 'bar', coordinateSystem: 'polar', name: one.name, stack: 'all', barCategoryGap: '0%',
      data: (rings[index] ?? []).map((value) => ({ value, ...(faded(input, one.filters) ? { itemStyle: { opacity: 0.25 } } : {}) })),
      ...marked(one.filters),
      itemStyle: { color: colors[index], borderColor: theme.surface, borderWidth: xs.length > 60 ? 0.4 : 1.2, borderRadius: 0 },
      emphasis: { focus: 'series' }, blur: { itemStyle: { opacity: 0.3 } },
    })), ...others.map((one, index) => ({
      type: 'bar', coordinateSystem: 'polar', name: one.name, stack: `before ${index}`, barGap: '-100%', barCategoryGap: '0%', silent: true, z: 3,
      data: one.values.map(reach),
      itemStyle: { color: 'transparent', borderColor: theme.ink, borderWidth: 1.2, borderType: index === 0 ? [4, 3] : [1, 3], opacity: 0.75 },
    }))],
  };
  const peak = sums.indexOf(sums.reduce((a, b) => Math.max(a, b), 0));
  return { kind: 'echarts', option, description: word('description', { count: xs.length, series: series.length, when: write(xs[peak]), value: texts.short(sums[peak] ?? 0) }) };
};
