// @ts-check
/** @import { Annotation, AnnotationLayer, Cell, Input } from 'karavel-viz' */
/** @import { Entry } from './plot.js' */
/** @import { Text } from './numbers.js' */
import { annotationLines } from './annotationLines.js';
import { alpha } from './color.js';
import { fit } from './labels.js';
import { tooltipBox } from './look.js';
import { momentOf } from './moments.js';
import { tooltipHtml } from './tooltip.js';

/**
 * Where a layer is laid over.
 * @typedef {object} Ground
 * @property {readonly Cell[]} xs
 * @property {'category' | 'time' | 'value'} kind
 * @property {boolean} swapped
 * @property {Text} say writes values
 */
/** @typedef {{ readonly series: { readonly name: string, readonly [key: string]: unknown }, readonly entry: Entry | undefined }} Laid */

const MOST_MARKS = 500;
const TYPES = { solid: 'solid', dashed: [6, 4], longDashed: [12, 6], dotted: [2, 4] };
const OPACITY = { '': 1, opacityLow: 0.2, opacityMedium: 0.5, opacityHigh: 0.8 };

/** @param {AnnotationLayer} layer */
export const lineType = ({ style }) => TYPES[style ?? 'solid'] ?? 'solid';

/** @param {AnnotationLayer} layer */
export const opacityOf = ({ opacity }) => OPACITY[opacity ?? ''] ?? 1;

/** Every layer as series that the plot takes among its own. @param {Input} input @param {Ground} ground @returns {readonly Laid[]} */
export function annotationSeries(input, ground) {
  return (input.annotations ?? []).flatMap((annotation) => {
    switch (annotation.layer.annotationType) {
      case 'EVENT':
        return [events(input, ground, annotation)];
      case 'INTERVAL':
        return [intervals(input, ground, annotation)];
      default:
        return annotationLines(input, ground, annotation);
    }
  });
}

/** What a record says: its title, and the rest as lines of a tooltip. @param {Annotation} annotation @param {Readonly<Record<string, Cell>>} record */
function words({ layer, records }, record) {
  const native = layer.sourceType === 'NATIVE' || (records[0] !== undefined && 'short_descr' in records[0]);
  const [titleKey, more] = native ? ['short_descr', ['long_descr']] : [layer.titleColumn ?? '', layer.descriptionColumns ?? []];
  const cell = (/** @type {string} */ name) => (record[name] === null || record[name] === undefined ? '' : String(record[name]));
  return { title: cell(titleKey) || layer.name, lines: more.flatMap((name) => (cell(name) ? [{ name: native ? '' : name, value: cell(name) }] : [])) };
}

/** @param {Annotation} annotation */
function keys({ layer, records }) {
  const native = layer.sourceType === 'NATIVE' || (records[0] !== undefined && 'start_dttm' in records[0]);
  const [first = ''] = Object.keys(records[0] ?? {});
  return native ? { start: 'start_dttm', end: 'end_dttm' } : { start: layer.timeColumn || first, end: layer.intervalEndColumn ?? '' };
}

/** The place of a moment on the axis; undefined beyond it. @param {Ground} ground @param {Cell | undefined} cell @param {boolean} cut moved to the end it lies beyond */
function placeOf({ xs, kind }, cell, cut) {
  const moment = momentOf(cell);
  if (moment === undefined) return undefined;
  const numbers = /** @type {readonly number[]} */ (xs.filter((x) => typeof x === 'number'));
  const [low, high] = [numbers.reduce((a, b) => Math.min(a, b), Infinity), numbers.reduce((a, b) => Math.max(a, b), -Infinity)];
  if (low > high || (!cut && (moment < low || moment > high))) return undefined;
  const inside = Math.min(high, Math.max(low, moment));
  if (kind !== 'category') return inside;
  return xs.findLastIndex((x) => typeof x === 'number' && x <= inside);
}

/** @param {Input} input @param {AnnotationLayer} layer */
const colorOf = ({ theme }, layer) => layer.color || theme.inkSecondary;

/** @param {AnnotationLayer} layer @param {string} color */
const carrier = (layer, color) => ({ type: 'line', name: layer.name, data: [], color, lineStyle: { color }, itemStyle: { color }, showSymbol: false });

/** @param {Input} input @param {Ground} ground @param {Annotation} annotation @returns {Laid} */
function events(input, ground, annotation) {
  const { layer, records } = annotation;
  const { start } = keys(annotation);
  const color = colorOf(input, layer);
  const data = records.slice(0, MOST_MARKS).flatMap((record) => {
    const at = placeOf(ground, record[start], false);
    return at === undefined ? [] : [{ ...words(annotation, record), [ground.swapped ? 'yAxis' : 'xAxis']: at }];
  });
  const style = { color, width: layer.width ?? 1, type: lineType(layer), opacity: opacityOf(layer) };
  const label = { show: layer.showLabel === true, position: 'insideEndTop', distance: 4, color, fontSize: 10, fontFamily: input.theme.fontFamily, formatter: (/** @type {{ data?: { title?: string } }} */ { data: mark }) => fit(mark?.title ?? '', input.size.height * 0.45, 10) };
  const markLine = { animation: false, symbol: ['none', 'none'], lineStyle: style, label, emphasis: { lineStyle: { ...style, width: style.width + 1.5 }, label: { show: true } }, data, tooltip: told(input) };
  return { series: { ...carrier(layer, color), markLine }, entry: undefined };
}

/** @param {Input} input @param {Ground} ground @param {Annotation} annotation @returns {Laid} */
function intervals(input, ground, annotation) {
  const { layer, records } = annotation;
  const { start, end } = keys(annotation);
  const color = colorOf(input, layer);
  const axis = ground.swapped ? 'yAxis' : 'xAxis';
  const beyond = (/** @type {Cell | undefined} */ from, /** @type {Cell | undefined} */ to) => placeOf(ground, from, false) === undefined && placeOf(ground, to, false) === undefined && !spans(ground, momentOf(from), momentOf(to));
  const data = records.slice(0, MOST_MARKS).flatMap((record) => {
    const [from, to] = [placeOf(ground, record[start], true), placeOf(ground, record[end] ?? record[start], true)];
    if (from === undefined || to === undefined || beyond(record[start], record[end])) return [];
    return [[{ ...words(annotation, record), [axis]: from }, { [axis]: to }]];
  });
  const label = { show: layer.showLabel === true, position: 'insideTop', color, fontSize: 10, fontFamily: input.theme.fontFamily, formatter: (/** @type {{ data?: { title?: string } }} */ { data: mark }) => fit(mark?.title ?? '', 110, 10) };
  const itemStyle = { color: alpha(color, 0.16 * opacityOf(layer)), borderWidth: 0 };
  const markArea = { animation: false, itemStyle, label, emphasis: { itemStyle: { color: alpha(color, 0.26) }, label: { show: true } }, data, tooltip: told(input) };
  return { series: { ...carrier(layer, color), markArea }, entry: undefined };
}

/** @param {Ground} ground @param {number | undefined} from @param {number | undefined} to */
const spans = ({ xs }, from, to) => from !== undefined && to !== undefined && xs.some((x) => typeof x === 'number' && x >= from && x <= to);

/** @param {Input} input */
const told = ({ theme }) => ({
  ...tooltipBox(theme),
  show: true,
  trigger: 'item',
  formatter: (/** @type {{ data?: { title?: string, lines?: { name: string, value: string }[] } }} */ { data: mark }) => (mark?.title ? tooltipHtml(theme, mark.title, mark.lines ?? []) : ''),
});
