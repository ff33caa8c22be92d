// @ts-check
/** @import { Cell, Drawing, Input } from 'karavel-viz' */
/** @import { Field } from './columns.js' */
/** @import { Pivoted } from './pivot.js' */
/** @import { Stroke, Scene } from './strokes.js' */
import { picked } from './color.js';
import { columnNames, fields, metricFields, metricNames, xField } from './columns.js';
import { widthOf } from './labels.js';
import { FONT, base, empty, grid, legend } from './look.js';
import { valueTexts } from './numbers.js';
import { contribution, pivot } from './pivot.js';
import { flag, text } from './settings.js';
import { draw, roundEnds } from './strokes.js';
import { axisTooltip } from './axisTooltip.js';
import { valueAxis } from './yaxis.js';
import { xAxis } from './xaxis.js';

const MOST_LABELS = 480;

/** One drawing for everything that has an x axis, a value axis and series. @param {Input} input @param {Stroke} stroke @returns {Drawing} */
export function timeseries(input, stroke) {
  const { data, formData, size, theme } = input;
  const metricsAsked = metricNames(formData, 'metrics', 'metric');
  const dimensions = fields(data, columnNames(formData, 'groupby'));
  const x = xField(data, formData, [...metricsAsked, ...dimensions.map((one) => one.name)]);
  const metrics = withComparisons(input, metricFields(data, metricsAsked, [x, ...dimensions]));
  if (!x || metrics.length === 0 || data.length === 0) return empty(input);

  const stack = stroke.mark === 'scatter' ? undefined : formData.stack;
  const stacked = stack === true || (typeof stack === 'string' && stack !== '');
  const expanded = stack === 'Expand';
  const mode = expanded ? 'row' : text(formData, 'contributionMode');
  const { xs, series } = prepared(pivot(x, dimensions, metrics, input), { mode, filled: stacked && stroke.mark === 'line', positive: flag(formData, 'logAxis', false) });
  if (xs.length === 0 || !series.some((one) => one.values.some((value) => value !== null))) return empty(input);

  const swapped = stroke.mark === 'bar' && text(formData, 'orientation') === 'horizontal';
  const texts = valueTexts(input, { percent: mode === 'row' || mode === 'column' });
  const names = series.map((one) => one.name);
  const { legend: key, inset } = legend(input, names);
  const zoom = flag(formData, 'zoomable', false) && size.height >= 160;
  const most = series.reduce((all, one) => Math.max(all, ...[0, ...one.values.slice(0, CROWD)].map((value) => Math.abs(value ?? 0))), 0);
  const across = size.width - inset.left - inset.right - 24 - (swapped ? 0 : widthOf(texts.short(most), FONT));
  const length = swapped ? size.height - inset.top - inset.bottom - 30 : across;
  const horizontal = xAxis(input, x, xs, { bars: stroke.mark === 'bar', upright: swapped, length });
  const category = horizontal.kind === 'category';

  /** @type {Scene} */
  const scene = { input, xs, category, swapped, stacked, length, column: category ? x.name : undefined };
  const colors = names.map((name) => (names.length === 1 && dimensions.length === 0 ? (picked(formData, 'color_picker') ?? theme.categorical[0] ?? theme.accent) : input.colorOf(name)));
  const drawn = series.map((one, index) => draw(scene, one, stroke, colors[index] ?? theme.accent, series.length));
  if (stroke.mark === 'bar') roundEnds(/** @type {any} */ (drawn), series, { stacked, swapped, count: xs.length, length });
  labelValues(drawn, scene, series, texts.short, stroke);
  if (stack === 'Stream') drawn.unshift(/** @type {any} */ (streamBase(xs, series, category)));

  const vertical = valueAxis(input, series, { texts, swapped, stacked, expanded, stream: stack === 'Stream' });
  const top = Math.max(10, inset.top + 4);
  const named = titled(horizontal.axis, text(formData, 'x_axis_title'));
  if (vertical.zero && drawn[0]) Object.assign(drawn[0], { markLine: zeroLine(theme.inkMuted, swapped) });
  return {
    kind: 'echarts',
    option: {
      ...base(theme),
      useUTC: true,
      grid: grid({ top, right: 10 + inset.right, bottom: 4 + inset.bottom + (zoom ? 30 : 0), left: 4 + inset.left }),
      legend: key,
      tooltip: axisTooltip(input, { xs, series, colors, label: horizontal.label, value: texts.long, stacked, swapped, mark: stroke.mark }),
      xAxis: swapped ? vertical.axis : named,
      yAxis: swapped ? named : vertical.axis,
      ...(zoom ? { dataZoom: zooms(swapped) } : {}),
      series: drawn,
    },
  };
}

const CROWD = 5000;

/** Columns the server added beside a metric for a comparison in time. @param {Input} input @param {readonly Field[]} metrics */
function withComparisons({ data }, metrics) {
  const added = data.columns.filter((column) => column.type === 'number' && metrics.some((metric) => column.name.startsWith(`${metric.name}__`)));
  return [...metrics, ...fields(data, added.map((column) => column.name)).filter((one) => !metrics.some((metric) => metric.name === one.name))];
}

/** @param {Pivoted} pivoted @param {{ mode: string, filled: boolean, positive: boolean }} how @returns {Pivoted} */
function prepared(pivoted, { mode, filled, positive }) {
  const { xs, series } = mode === 'row' || mode === 'column' ? contribution(pivoted, mode) : pivoted;
  const change = (/** @type {number | null} */ value) => (filled ? (value ?? 0) : positive && value !== null && value <= 0 ? null : value);
  return { xs, series: filled || positive ? series.map((one) => ({ ...one, values: one.values.map(change) })) : series };
}

/** @param {Record<string, unknown>} axis @param {string} name */
const titled = (axis, name) => (name ? { ...axis, name, nameLocation: 'middle', nameGap: 26, nameTextStyle: { fontSize: FONT } } : axis);

/** @param {string} color @param {boolean} swapped */
const zeroLine = (color, swapped) => ({
  silent: true, symbol: 'none', animation: false, label: { show: false }, lineStyle: { color, width: 1, type: 'solid', opacity: 0.7 }, emphasis: { disabled: true }, data: [swapped ? { xAxis: 0 } : { yAxis: 0 }],
});

/** @param {boolean} swapped */
const zooms = (swapped) => {
  const axis = swapped ? { yAxisIndex: 0 } : { xAxisIndex: 0 };
  return [{ type: 'inside', ...axis, zoomOnMouseWheel: 'ctrl', moveOnMouseWheel: false }, { type: 'slider', ...axis, ...(swapped ? { width: 16, right: 2 } : { height: 16, bottom: 6 }), brushSelect: false, showDetail: false }];
};

/** Half of everything below the zero line, unseen, so that the stream flows around it. @param {readonly Cell[]} xs @param {Pivoted['series']} series @param {boolean} category */
const streamBase = (xs, series, category) => ({
  type: 'line', name: '', stack: 'all', silent: true, showSymbol: false, lineStyle: { opacity: 0 }, areaStyle: { opacity: 0 }, tooltip: { show: false }, stackStrategy: 'all',
  data: xs.map((x, index) => {
    const half = -series.reduce((sum, one) => sum + (one.values[index] ?? 0), 0) / 2;
    return category ? half : [x, half];
  }),
});

/** @param {object[]} drawn @param {Scene} scene @param {Pivoted['series']} series @param {(value: Cell | undefined) => string} short @param {Stroke} stroke */
function labelValues(drawn, scene, series, short, stroke) {
  const { input, stacked, swapped, xs } = scene;
  if (!flag(input.formData, 'show_value', false) || xs.length * series.length > MOST_LABELS || (swapped && scene.length / xs.length < 11)) return;
  const style = { show: true, fontSize: 10, fontFamily: input.theme.fontFamily, color: input.theme.inkSecondary, distance: 4 };
  const onlyTotal = stacked && flag(input.formData, 'only_total', true);
  drawn.forEach((one, place) => {
    const own = series[place]?.values ?? [];
    const sum = (/** @type {number} */ index) => series.reduce((all, each) => all + (each.values[index] ?? 0), 0);
    const last = (/** @type {number} */ index) => series.findLastIndex((each) => (each.values[index] ?? 0) !== 0) === place;
    const formatter = (/** @type {{ dataIndex: number }} */ { dataIndex }) => (onlyTotal ? (last(dataIndex) ? short(sum(dataIndex)) : '') : (own[dataIndex] ?? null) === null ? '' : short(own[dataIndex]));
    const outside = swapped ? 'right' : 'top';
    const position = stacked && !onlyTotal && stroke.mark === 'bar' ? 'inside' : outside;
    Object.assign(one, { label: { ...style, position, ...(position === 'inside' ? { color: input.theme.surface } : {}), formatter }, labelLayout: { hideOverlap: true } });
  });
}
