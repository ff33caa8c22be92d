// @ts-check
/** @import { Chart } from 'karavel-viz' */
import { amountScale, shadeOf } from '../shared/color.js';
import { apart, columnNames, fields, labelOf, metricFields, metricNames, numeric } from '../shared/columns.js';
import { fit } from '../shared/labels.js';
import { FONT, base, empty, tooltipBox } from '../shared/look.js';
import { faded, marked } from '../shared/marks.js';
import { valueTexts } from '../shared/numbers.js';
import { flag, number } from '../shared/settings.js';
import { tooltipHtml } from '../shared/tooltip.js';
import { withTable } from './withTable.js';

const MOST_LINES = 3000;
const MOST_AXES = 24;

/** @type {Chart} */
export const chart = (input) => {
  const { data, formData, size, theme, colorOf, text: word } = input;
  const [found] = fields(data, columnNames(formData, 'series', 'groupby'));
  const asked = metricNames(formData, 'metrics', 'metric');
  const [shade] = fields(data, metricNames(formData, 'secondary_metric'));
  const measured = metricFields(data, asked, [found, asked.length > 0 ? undefined : shade]).slice(0, MOST_AXES);
  const named = new Map(apart([...new Map([found, ...measured, shade].flatMap((one) => (one ? [[one.name, one]] : []))).values()]).map((one) => [one.name, one]));
  const [series, second] = [found && named.get(found.name), shade && named.get(shade.name)];
  const metrics = measured.map((one) => named.get(one.name) ?? one);
  const rows = Array.from({ length: Math.min(data.length, MOST_LINES) }, (_, row) => row).filter((row) => metrics.some((one) => numeric(one.values[row]) !== null));
  if (metrics.length === 0 || rows.length === 0) return empty(input);

  const texts = valueTexts(input);
  const nameOf = series ? labelOf(input, series) : () => '';
  const names = rows.map((row) => nameOf(series?.values[row]));
  const amounts = rows.map((row) => numeric(second?.values[row]));
  const present = amounts.filter((value) => value !== null);
  const scale = present.length > 0 ? amountScale(theme, formData, present.reduce((a, b) => Math.min(a, b)), present.reduce((a, b) => Math.max(a, b))) : undefined;
  const few = new Set(names).size <= theme.categorical.length;
  const colors = rows.map((_, index) => {
    const amount = amounts[index] ?? null;
    if (scale) return amount === null ? theme.hairline : shadeOf(scale, amount);
    return few && series ? colorOf(names[index] ?? '') : (theme.categorical[0] ?? theme.accent);
  });
  const description = word('description', { count: rows.length, metrics: metrics.map((one) => one.label).slice(0, 6).join(', ') });
  const bold = (number(formData, 'opacity') ?? 0.6) * (rows.length > 400 ? 0.5 : 1);
  if (flag(formData, 'show_datatable', false) && size.height >= 240) return withTable(input, { metrics, second, rows, names, heading: series?.label ?? '', colors, opacity: bold, short: texts.short, long: texts.long, description });

  const withNames = series !== undefined && flag(formData, 'include_series', false) && new Set(names).size <= 60;
  const shown = size.height >= 120 && size.width >= 180 && (size.width - 80) / Math.max(1, metrics.length - 1) >= 44;
  const key = scale !== undefined && size.height >= 170 && size.width >= 300;
  const count = metrics.length + (withNames ? 1 : 0);
  const left = shown ? 34 : 8;
  const right = key ? 128 : shown ? 44 : 8;
  const between = (size.width - left - right) / Math.max(1, count - 1);

  const axis = { axisLine: { show: true, lineStyle: { color: theme.inkMuted, width: 1, opacity: 0.6 } }, axisTick: { show: false }, splitLine: { show: false }, nameTextStyle: { color: theme.inkSecondary, fontSize: FONT, fontWeight: 560, fontFamily: theme.fontFamily }, nameGap: 10, axisLabel: { color: theme.inkSecondary, fontSize: 10, margin: 5, hideOverlap: true, textBorderColor: theme.surface, textBorderWidth: 3.5 }, areaSelectStyle: { color: theme.accent, borderColor: theme.accent, opacity: 0.2, width: 14 } };
  const room = Math.max(24, between - 10);
  const parallelAxis = [
    ...(withNames ? [{ ...axis, dim: 0, type: 'category', name: shown ? fit(series.label, room, FONT) : '', data: [...new Set(names)], inverse: true, nameLocation: 'start', axisLabel: { ...axis.axisLabel, formatter: (/** @type {string} */ name) => (shown ? fit(name, between - 20, 10) : '') } }] : []),
    ...metrics.map((metric, index) => ({ ...axis, dim: index + (withNames ? 1 : 0), type: 'value', scale: true, splitNumber: Math.max(2, Math.floor(size.height / 85)), name: shown ? fit(metric.label, room, FONT) : '', axisLabel: { ...axis.axisLabel, formatter: (/** @type {number} */ value) => (shown ? texts.short(value) : '') } })),
  ];
  const lines = rows.map((row, index) => {
    const filters = series ? [{ column: series.name, values: [series.values[row] ?? null] }] : [];
    // ECharts takes a hyphen for nothing: the line has a gap there.
    const value = [...(withNames ? [names[index] ?? ''] : []), ...metrics.map((one) => numeric(one.values[row]) ?? '-')];
    return { name: names[index] ?? '', value, ...marked(filters), lineStyle: { color: colors[index], opacity: faded(input, filters) ? 0.06 : bold } };
  });
  const tooltip = {
    ...tooltipBox(theme),
    trigger: 'item',
    formatter: (/** @type {{ dataIndex: number }} */ { dataIndex }) => {
      const row = rows[dataIndex];
      if (row === undefined) return '';
      const list = metrics.map((one) => ({ color: undefined, name: one.label, value: texts.long(one.values[row] ?? null), strong: true }));
      const color = second ? [{ color: colors[dataIndex], name: second.label, value: texts.long(second.values[row] ?? null), strong: true }] : [];
      return tooltipHtml(theme, names[dataIndex] ?? '', [...color, ...list], { more: (more) => word('more', { count: more }) });
    },
  };
  const visualMap = scale && second && key ? { visualMap: { type: 'continuous', seriesIndex: [], min: scale.min, max: scale.max, calculable: false, hoverLink: false, orient: 'vertical', right: 6, bottom: 6, padding: 0, itemWidth: 8, itemHeight: Math.min(90, size.height * 0.4), align: 'right', text: [`${texts.short(scale.max)}`, texts.short(scale.min)], textGap: 6, textStyle: { color: theme.inkMuted, fontSize: FONT, fontFamily: theme.fontFamily }, inRange: { color: scale.colors } }, title: { text: fit(second.label, 76, FONT), right: 6, bottom: 6 + Math.min(90, size.height * 0.4) + 38, padding: 0, textStyle: { color: theme.inkMuted, fontSize: FONT, fontWeight: 400, fontFamily: theme.fontFamily } } } : {};
  return {
    kind: 'echarts',
    description,
    option: {
      ...base(theme),
      ...visualMap,
      tooltip,
      parallel: { left, right, top: shown ? 34 : 8, bottom: 12, layout: 'horizontal', axisExpandable: false },
      parallelAxis,
      series: [{ type: 'parallel', data: lines, smooth: flag(formData, 'smooth', false) ? 0.35 : 0, lineStyle: { width: rows.length > 300 ? 1 : 1.5 }, inactiveOpacity: 0.04, activeOpacity: Math.min(1, bold + 0.2), emphasis: { lineStyle: { width: 3, opacity: 1 } }, progressive: 0 }],
    },
  };
};
