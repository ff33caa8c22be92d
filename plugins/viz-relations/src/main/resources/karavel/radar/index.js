// @ts-check
/** @import { Chart, FormData } from 'karavel-viz' */
/** @import { Field } from '../shared/columns.js' */
import { columnNames, fields, labelOf, metricFields, metricNames, numeric } from '../shared/columns.js';
import { fit, joined } from '../shared/labels.js';
import { FONT, base, empty, legend, tooltipBox } from '../shared/look.js';
import { faded, marked } from '../shared/marks.js';
import { valueTexts } from '../shared/numbers.js';
import { flag, text } from '../shared/settings.js';
import { tooltipHtml } from '../shared/tooltip.js';

const MOST_SHAPES = 30;
const MOST_SPOKES = 30;

/** What the author wants at an end of a spoke. @param {FormData} form @param {string} metric @param {'radarMetricMaxValue' | 'radarMetricMinValue'} end @returns {number | undefined} */
function wanted(form, metric, end) {
  const config = /** @type {Record<string, Record<string, unknown> | undefined>} */ (form.column_config ?? {});
  const value = config[metric]?.[end];
  return value === null || value === undefined || value === '' || !Number.isFinite(Number(value)) ? undefined : Number(value);
}

/** From where to where a spoke goes; metrics are measured each by itself. @param {FormData} form @param {Field} metric @param {number} [head] room above the greatest value, for labels */
function spoke(form, metric, head = 1) {
  const values = metric.values.map(numeric).filter((value) => value !== null);
  const [least, most] = [values.reduce((a, b) => Math.min(a, b), Infinity), values.reduce((a, b) => Math.max(a, b), -Infinity)];
  const low = wanted(form, metric.name, 'radarMetricMinValue') ?? Math.min(0, least);
  const high = wanted(form, metric.name, 'radarMetricMaxValue') ?? Math.max(most > 0 ? most * head : most, low);
  return { min: Number.isFinite(low) ? low : 0, max: Number.isFinite(high) && high > low ? high : (Number.isFinite(low) ? low : 0) + 1 };
}

/** @type {Chart} */
export const chart = (input) => {
  const { data, formData, size, theme, colorOf, text: word } = input;
  const groups = fields(data, columnNames(formData, 'groupby'));
  const metrics = metricFields(data, metricNames(formData, 'metrics', 'metric'), groups).slice(0, MOST_SPOKES);
  const rows = Array.from({ length: Math.min(data.length, MOST_SHAPES) }, (_, row) => row).filter((row) => metrics.some((one) => numeric(one.values[row]) !== null));
  if (metrics.length === 0 || rows.length === 0) return empty(input);
  if (metrics.length < 3) return empty(input, 'fewMetrics');

  const texts = groups.map((one) => labelOf(input, one, text(formData, 'date_format', 'smart_date') === 'smart_date' ? undefined : text(formData, 'date_format')));
  const shapes = rows.map((row) => ({
    name: groups.length > 0 ? joined(groups.map((one, index) => texts[index]?.(one.values[row]) ?? '')) : word('all'),
    values: metrics.map((one) => numeric(one.values[row])),
    filters: groups.map((one) => ({ column: one.name, values: [one.values[row] ?? null] })),
  }));
  const names = shapes.map((one) => one.name);
  const { legend: key, inset } = legend(input, names);
  const labels = flag(formData, 'show_labels', false) && shapes.length <= 4 && Math.min(size.width, size.height) >= 220;
  const spokes = metrics.map((metric) => ({ name: metric.label, ...spoke(formData, metric, labels ? 1.12 : 1) }));
  const write = valueTexts(input);
  const named = size.height >= 140 && size.width >= 200 && metrics.length * 26 <= Math.min(size.width, size.height) * Math.PI;
  const [width, height] = [size.width - inset.left - inset.right, size.height - inset.top - inset.bottom];
  const room = named ? Math.max(40, Math.min(120, width * 0.24)) : 4;
  const radius = Math.max(10, Math.min(width / 2 - room, height / 2 - (named ? 24 : 6)));
  const filled = flag(formData, 'area', true);

  const series = {
    type: 'radar',
    symbol: 'circle',
    symbolSize: radius < 60 ? 0 : 5,
    data: shapes.map((shape) => {
      const color = colorOf(shape.name);
      const back = faded(input, shape.filters);
      return {
        name: shape.name,
        // A missing value stands in the middle, as nothing does.
        value: shape.values.map((value, index) => value ?? spokes[index]?.min ?? 0),
        ...marked(shape.filters),
        lineStyle: { color, width: 2, opacity: back ? 0.2 : 1 },
        itemStyle: { color, opacity: back ? 0.2 : 1 },
        areaStyle: { color, opacity: filled ? (back ? 0.03 : Math.max(0.05, 0.2 - shapes.length * 0.02)) : 0 },
        label: { show: labels, position: text(formData, 'label_position', 'top'), color: theme.ink, fontSize: 10, textBorderColor: theme.surface, textBorderWidth: 2, formatter: (/** @type {{ dimensionIndex?: number, value: number }} */ { dimensionIndex = 0, value }) => (text(formData, 'label_type', 'value') === 'key_value' ? `${metrics[dimensionIndex]?.label}: ` : '') + write.short(value) },
      };
    }),
    labelLayout: { hideOverlap: true },
    emphasis: { focus: 'self', lineStyle: { width: 3 }, areaStyle: { opacity: 0.3 } },
    blur: { lineStyle: { opacity: 0.15 }, itemStyle: { opacity: 0.15 }, areaStyle: { opacity: 0.02 } },
  };
  const tooltip = {
    ...tooltipBox(theme),
    trigger: 'item',
    formatter: (/** @type {{ dataIndex: number }} */ { dataIndex }) => {
      const shape = shapes[dataIndex];
      return shape ? tooltipHtml(theme, shape.name, metrics.map((one, index) => ({ color: index === 0 ? colorOf(shape.name) : undefined, name: one.label, value: write.long(shape.values[index] ?? null), strong: true })), { more: (count) => word('more', { count }) }) : '';
    },
  };
  const radar = {
    center: [Math.round(inset.left + width / 2), Math.round(inset.top + height / 2 + (metrics.length === 3 ? radius * 0.12 : 0))],
    radius,
    shape: flag(formData, 'is_circle', false) ? 'circle' : 'polygon',
    indicator: spokes.map(({ name, min, max }) => ({ name, min, max })),
    splitNumber: radius < 60 ? 2 : 4,
    axisName: { show: named, color: theme.inkSecondary, fontSize: FONT, fontFamily: theme.fontFamily, formatter: (/** @type {string} */ name) => fit(name, Math.max(30, width / 2 - radius * 0.75 - 12), FONT) },
    axisNameGap: 8,
    axisLine: { lineStyle: { color: theme.hairline } },
    splitLine: { lineStyle: { color: theme.hairline } },
    splitArea: { show: false },
  };
  const description = word('description', { shapes: shapes.length, metrics: metrics.map((one) => one.label).slice(0, 6).join(', ') });
  return { kind: 'echarts', description, option: { ...base(theme), legend: key, tooltip, radar, series: [series] } };
};
