// @ts-check
/** @import { Cell, Input } from 'karavel-viz' */
/** @import { Series } from './pivot.js' */
import { alpha } from './color.js';
import { CROWD, pointsOf, presentIn } from './crowd.js';
import { faded, marked } from './marks.js';
import { flag, number } from './settings.js';

/**
 * How series are drawn.
 * @typedef {object} Stroke
 * @property {'line' | 'bar' | 'scatter'} mark
 * @property {boolean} [smooth]
 * @property {'start' | 'middle' | 'end'} [step]
 * @property {boolean} [area]
 */
/**
 * @typedef {object} Scene
 * @property {Input} input
 * @property {readonly Cell[]} xs
 * @property {string | undefined} column the x column, if a click on one x shall filter by it
 * @property {boolean} category values stand by position, not by x
 * @property {boolean} swapped bars lie
 * @property {boolean} stacked
 * @property {number} length pixels along the x axis
 * @property {string} stack name of the stack
 * @property {number} axis which value axis
 */

/** @param {Scene} scene @param {Cell} x @param {number | null} value */
const point = ({ category, swapped }, x, value) => (category ? value : swapped ? [value, x] : [x, value]);

/** @param {Scene} scene @param {Series} series @param {Stroke} stroke @param {string} color @param {number} count of series */
export function draw(scene, series, stroke, color, count) {
  const { input } = scene;
  const back = faded(input, series.filters) ? 0.25 : 1;
  const common = {
    name: series.name,
    ...marked(series.filters),
    ...(count > 1 && count <= 30 && !stroke.area ? { emphasis: { focus: 'series' }, blur: { itemStyle: { opacity: 0.25 }, lineStyle: { opacity: 0.25 }, areaStyle: { opacity: 0.06 } } } : {}),
    ...(scene.axis > 0 ? { yAxisIndex: scene.axis } : {}),
    ...(scene.stacked && stroke.mark !== 'scatter' ? { stack: scene.stack, ...(input.formData.stack === 'Stream' ? { stackStrategy: 'all' } : {}) } : {}),
  };
  if (stroke.mark === 'bar') return { ...common, ...bars(scene, series, color, back) };
  if (stroke.mark === 'scatter') return { ...common, ...dots(scene, series, color, back) };
  return { ...common, ...line(scene, series, stroke, color, back, count) };
}

/** The points that are drawn of a series; undefined for all. @param {Scene} scene @param {Series} series @param {Stroke} stroke */
export const drawnPoints = (scene, series, stroke) => pointsOf(series, { category: scene.category, stacked: scene.stacked && stroke.mark !== 'scatter', gaps: stroke.mark === 'line' && !joins(scene, series) });

/** Points far between in a crowd would be no line at all. @param {Scene} scene @param {Series} series */
const joins = ({ input, xs }, { values }) => flag(input.formData, 'connectNulls', false) || (xs.length > 200 && presentIn(values) * 3 < xs.length);

/** @param {Scene} scene @param {Series} series @param {Stroke} stroke @returns {unknown[]} */
function items(scene, series, stroke) {
  const { xs, column, input } = scene;
  const points = drawnPoints(scene, series, stroke);
  if (points) return points.map((index) => point(scene, xs[index] ?? null, series.values[index] ?? null));
  const byPoint = column !== undefined && xs.length <= CROWD;
  return xs.map((x, index) => {
    const value = point(scene, x, series.values[index] ?? null);
    if (!byPoint) return value;
    const filters = [...series.filters, { column, values: [x] }];
    return { value, ...marked(filters), ...(faded(input, filters) ? { itemStyle: { opacity: 0.3 } } : {}) };
  });
}

/** @param {Scene} scene @param {Series} series @param {Stroke} stroke @param {string} color @param {number} back @param {number} count */
function line(scene, series, stroke, color, back, count) {
  const { input, xs, length, stacked } = scene;
  const { values } = series;
  const alone = (/** @type {number} */ index) => (values[index] ?? null) !== null && (values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null;
  const isolated = xs.length <= CROWD && values.some((_, index) => alone(index));
  const all = flag(input.formData, 'markerEnabled', false) || (xs.length <= 12 && length / xs.length >= 44 && count <= 6 && !stroke.area);
  const size = number(input.formData, 'markerSize') ?? 6;
  const fill = number(input.formData, 'opacity') ?? 0.2;
  const soft = stacked || count > 1 ? alpha(color, fill) : { type: 'linear', x: 0, y: 0, x2: 0, y2: 1, colorStops: [{ offset: 0, color: alpha(color, Math.min(1, fill * 1.4)) }, { offset: 1, color: alpha(color, fill * 0.15) }] };
  return {
    type: 'line',
    data: items(scene, series, stroke),
    color,
    showSymbol: all || isolated,
    symbol: 'circle',
    symbolSize: all || !isolated ? size : (/** @type {unknown} */ _, /** @type {{ dataIndex: number }} */ { dataIndex }) => (alone(dataIndex) ? size : 0),
    itemStyle: { color, borderColor: input.theme.surface, borderWidth: 1.5, opacity: back * (series.compared ? 0.5 : 1) },
    lineStyle: { color, width: stroke.area ? 1.6 : 1.9, opacity: back * (series.compared ? 0.75 : 1), cap: 'round', join: 'round', ...(series.compared ? { type: [5, 4] } : {}) },
    ...(stroke.area && !series.compared ? { areaStyle: { color: soft, opacity: back } } : {}),
    ...(stroke.smooth ? { smooth: 0.35, smoothMonotone: 'x' } : {}),
    ...(stroke.step ? { step: stroke.step } : {}),
    ...(xs.length > CROWD ? { sampling: 'lttb' } : {}),
    connectNulls: joins(scene, series),
  };
}

/** @param {Scene} scene @param {Series} series @param {string} color @param {number} back */
function bars(scene, series, color, back) {
  const { xs } = scene;
  if (xs.length > CROWD) return { type: 'bar', data: items(scene, series, { mark: 'bar' }), large: true, itemStyle: { color } };
  return { type: 'bar', data: items(scene, series, { mark: 'bar' }), itemStyle: { color, opacity: back * (series.compared ? 0.45 : 1) }, barMaxWidth: 56, barMinHeight: 1, barGap: '10%', barCategoryGap: scene.stacked || scene.xs.length > 40 ? '18%' : '24%' };
}

/** @param {Scene} scene @param {Series} series @param {string} color @param {number} back */
function dots(scene, series, color, back) {
  const size = number(scene.input.formData, 'markerSize') ?? (scene.xs.length > 400 ? 5 : 7);
  const crowd = scene.xs.length > CROWD;
  return { type: 'scatter', data: items(scene, series, { mark: 'scatter' }), symbolSize: crowd ? 3 : size, ...(crowd ? { large: true } : {}), itemStyle: { color, opacity: crowd ? 0.45 : 0.75 * back } };
}

/**
 * Rounds the free end of each bar: the outermost one of a stack, on the side it grows to.
 * @param {{ data: unknown[], itemStyle?: object }[]} drawn @param {readonly Series[]} series @param {{ stacked: boolean, swapped: boolean, count: number, length: number }} scene
 */
export function roundEnds(drawn, series, { stacked, swapped, count, length }) {
  if (count * series.length > CROWD) return;
  const radius = length / Math.max(1, count * (stacked ? 1 : series.length)) < 8 ? 1 : 3;
  const up = swapped ? [0, radius, radius, 0] : [radius, radius, 0, 0];
  const down = swapped ? [radius, 0, 0, radius] : [0, 0, radius, radius];
  for (let index = 0; index < count; index++) {
    const [top, bottom] = [1, -1].map((sign) => series.findLastIndex((one) => (one.values[index] ?? 0) * sign > 0));
    drawn.forEach((one, place) => {
      const value = series[place]?.values[index] ?? 0;
      const outer = !stacked || place === (value > 0 ? top : bottom);
      if (value === 0 || !outer) return;
      const item = one.data[index];
      const known = item !== null && typeof item === 'object' && !Array.isArray(item) ? /** @type {{ itemStyle?: object }} */ (item) : { value: item };
      one.data[index] = { ...known, itemStyle: { .../** @type {{ itemStyle?: object }} */ (known).itemStyle, borderRadius: value > 0 ? up : down } };
    });
  }
}
