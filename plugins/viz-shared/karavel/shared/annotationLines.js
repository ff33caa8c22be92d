// @ts-check
/** @import { Annotation, AnnotationLayer, Cell, Input } from 'karavel-viz' */
/** @import { Ground, Laid } from './annotations.js' */
import { lineType, opacityOf } from './annotations.js';
import { formula } from './formula.js';
import { momentOf } from './moments.js';

/** Formulas and series of other charts, as lines. @param {Input} input @param {Ground} ground @param {Annotation} annotation @returns {readonly Laid[]} */
export function annotationLines(input, ground, annotation) {
  const { layer } = annotation;
  if (layer.annotationType === 'TIME_SERIES') return series(input, ground, annotation);
  const numbers = worked(String(layer.value ?? ''), ground.xs);
  // A layer that cannot be drawn says so in the legend.
  if (!numbers) return [{ series: { type: 'line', name: `⚠ ${layer.name}`, data: [] }, entry: undefined }];
  return [line(input, ground, layer, layer.name, ground.xs, numbers)];
}

/** @param {string} text @param {readonly Cell[]} xs @returns {(number | null)[] | undefined} */
function worked(text, xs) {
  try {
    const value = formula(text);
    return xs.map((x, index) => {
      const number = value(typeof x === 'number' ? x : index);
      return Number.isFinite(number) ? number : null;
    });
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/**
 * Long records: the first field, or the one that is named, is x; texts tell series apart; numbers are drawn.
 * @param {Input} input @param {Ground} ground @param {Annotation} annotation @returns {readonly Laid[]}
 */
function series(input, ground, { layer, records }) {
  const names = Object.keys(records[0] ?? {});
  const time = layer.timeColumn && names.includes(layer.timeColumn) ? layer.timeColumn : (names[0] ?? '');
  const texts = names.filter((name) => name !== time && records.some((record) => typeof record[name] === 'string'));
  const found = new Map(/** @type {[string, { xs: Cell[], values: (number | null)[] }][]} */ ([]));
  const measured = names.filter((name) => name !== time && !texts.includes(name));
  for (const record of records) {
    const x = ground.kind === 'category' ? (record[time] ?? null) : momentOf(record[time]);
    if (x === undefined || x === null) continue;
    for (const measure of measured) {
      const parts = [measured.length > 1 ? measure : '', ...texts.map((name) => String(record[name] ?? ''))].filter(Boolean);
      const name = [layer.name, ...parts].join(', ');
      const one = found.get(name) ?? { xs: [], values: [] };
      found.set(name, one);
      const value = record[measure];
      one.xs.push(x);
      one.values.push(typeof value === 'number' ? value : null);
    }
  }
  return [...found].map(([name, { xs, values }]) => line(input, ground, layer, name, xs, values));
}

/** @param {Input} input @param {Ground} ground @param {AnnotationLayer} layer @param {string} name @param {readonly Cell[]} xs @param {readonly (number | null)[]} values @returns {Laid} */
function line(input, ground, layer, name, xs, values) {
  const color = layer.color || input.colorOf(name);
  const own = xs === ground.xs;
  const point = (/** @type {Cell} */ x, /** @type {number | null} */ value) => (ground.swapped ? [value, x] : [x, value]);
  const named = (/** @type {Cell} */ x) => (ground.kind === 'category' ? ground.xs.indexOf(x) : x);
  const data = xs.map((x, index) => (own && ground.kind === 'category' ? (values[index] ?? null) : point(named(x), values[index] ?? null)));
  const opacity = opacityOf(layer);
  return {
    series: {
      type: 'line', name, data, color, z: 3, showSymbol: layer.showMarkers === true || values.length === 1, symbol: 'circle', symbolSize: 5, connectNulls: true, sampling: 'lttb',
      lineStyle: { color, width: layer.width ?? 1, type: lineType(layer), opacity: layer.hideLine ? 0 : opacity }, itemStyle: { color, opacity },
      ...(layer.showLabel ? { endLabel: { show: true, formatter: name.replaceAll('{', '('), color, fontSize: 10, fontFamily: input.theme.fontFamily } } : {}),
    },
    entry: { name, color, values, say: (index) => ground.say(values[index] ?? null), stack: '', aligned: own },
  };
}
