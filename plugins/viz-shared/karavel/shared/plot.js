// @ts-check
/** @import { Cell, Drawing, FormData, Input } from 'karavel-viz' */
/** @import { Part, Read } from './part.js' */
/** @import { Scene } from './strokes.js' */
/** @import { Extent } from './extent.js' */
/** @import { Text } from './numbers.js' */
import { annotationSeries } from './annotations.js';
import { axisTooltip } from './axisTooltip.js';
import { picked } from './color.js';
import { reach, united } from './extent.js';
import { forecasts } from './forecast.js';
import { widthOf } from './labels.js';
import { FONT, base, empty, grid, legend } from './look.js';
import { valueTexts } from './numbers.js';
import { aligned, readPart } from './part.js';
import { flag, text } from './settings.js';
import { streamBase } from './stream.js';
import { draw, drawnPoints, roundEnds } from './strokes.js';
import { labelValues } from './valueLabels.js';
import { kindOf, xAxis } from './xaxis.js';
import { valueAxis } from './yaxis.js';
import { zooms } from './zoom.js';

/**
 * What a drawn series is to the tooltip.
 * @typedef {object} Entry
 * @property {string} name
 * @property {string} color
 * @property {readonly (number | null)[]} values
 * @property {(index: number) => string} say
 * @property {string} stack which stack it is part of
 * @property {Text} [write] any number as it writes its own
 * @property {boolean} [aligned] false where it is not over the chart's own x
 * @property {readonly number[] | undefined} [points] which of the chart's x its values are at, if not at each
 */

/**
 * One drawing of all parts over one x axis.
 * @param {Input} input @param {readonly Part[]} wanted @param {readonly FormData[]} axes settings of the first and the second value axis, under the names of the first
 * @returns {Drawing}
 */
export function plot(input, wanted, axes) {
  const { formData, size, theme } = input;
  const { xs, parts } = aligned(wanted.flatMap((part) => readPart(input, part) ?? []));
  const [first] = parts;
  if (!first) return empty(input);

  const bars = parts.some((one) => one.part.stroke.mark === 'bar');
  const swapped = parts.length === 1 && bars && text(formData, 'orientation') === 'horizontal';
  const kind = kindOf(input, first.x, xs, bars);
  const texts = axes.map((form, axis) => valueTexts({ ...input, formData: form }, { percent: parts.some((one) => one.part.axis === axis && one.percent) }));
  const textOf = (/** @type {Read} */ one) => texts[one.part.axis] ?? /** @type {{ short: Text, long: Text }} */ (texts[0]);
  const named = nameApart(parts);
  // Series take their colours before what is laid over them.
  const palettes = named.map((one) => colorsOf(input, one, named.length === 1));
  const layers = annotationSeries(input, { xs, kind, swapped, say: textOf(first).long });
  const names = [...named.flatMap((one) => one.series.filter((each) => !each.role).map((each) => each.name)), ...layers.map(({ series }) => series.name)];
  const { legend: key, inset } = legend(input, [...new Set(names)]);
  const zoom = flag(formData, 'zoomable', false) && size.height >= 160;
  const side = (/** @type {number} */ axis) => named.filter((one) => one.part.axis === axis).reduce((most, one) => Math.max(most, widthOf(textOf(one).short(reach(one.extent)), FONT)), 0);
  const across = size.width - inset.left - inset.right - 24 - (swapped ? 0 : side(0) + side(1));
  const length = swapped ? size.height - inset.top - inset.bottom - 30 : across;
  const horizontal = xAxis(input, first.x, xs, { bars, upright: swapped, length });
  const category = kind === 'category';

  const drawn = /** @type {any[]} */ ([]);
  const entries = /** @type {(Entry | undefined)[]} */ ([]);
  const add = (/** @type {object} */ series, /** @type {Entry | undefined} */ entry) => {
    drawn.push(series);
    entries.push(entry);
  };
  named.forEach((one, index) => {
    const { part, stacked, stack } = one;
    /** @type {Scene} */
    const scene = { input: one.input, xs, category, swapped, stacked, length, column: category ? first.x.name : undefined, stack: `stack ${index}`, axis: part.axis };
    const { short, long } = textOf(one);
    const leads = one.series.filter((each) => !each.role);
    const colors = palettes[index] ?? [];
    if (stack === 'Stream') add(streamBase(scene, leads), undefined);
    const own = leads.map((each, place) => draw(scene, each, part.stroke, colors[place] ?? theme.accent, leads.filter((other) => !other.compared).length));
    if (part.stroke.mark === 'bar') roundEnds(/** @type {any} */ (own), leads, { stacked, swapped, count: xs.length, length });
    labelValues(own, scene, leads, short, part.stroke, stack === 'Expand' || one.percent);
    own.forEach((series, place) => {
      const lead = leads[place];
      if (!lead) return;
      const points = drawnPoints(scene, lead, part.stroke);
      const values = points ? points.map((index) => lead.values[index] ?? null) : lead.values;
      add(series, { name: lead.name, color: colors[place] ?? theme.accent, values, points, say: (at) => long(values[at] ?? null), write: long, stack: stacked ? scene.stack : '' });
    });
    for (const { series, entry } of forecasts(scene, one.series, leads, colors, long)) add(series, entry);
  });

  const vertical = /** @type {{ axis: object, zero: boolean }[]} */ (axes.flatMap((form, axis) => {
    const on = named.filter((one) => one.part.axis === axis);
    if (on.length === 0) return axis === 0 ? [{ axis: { type: 'value', show: false }, zero: false }] : [];
    return [valueAxis({ ...input, formData: form }, on, { texts: texts[axis] ?? textOf(first), swapped, second: axis > 0 })];
  }));
  if (vertical[0]?.zero && drawn[0]) Object.assign(drawn[0], { markLine: zeroLine(theme.inkMuted, swapped) });
  for (const { series, entry } of layers) add(series, entry);

  const scenes = { entries, xs, label: horizontal.label, swapped, mark: first.part.stroke.mark, whole: !named.some((one) => one.percent) };
  const values = vertical.map(({ axis }) => axis);
  return {
    kind: 'echarts',
    description: spoken(input, names, xs, horizontal.label, united(named.map((one) => one.extent)), textOf(first).long),
    option: {
      ...base(theme),
      useUTC: true,
      grid: grid({ top: Math.max(10, inset.top + 4), right: (values.length > 1 ? 4 : 10) + inset.right + (zoom && swapped ? 26 : 0), bottom: 4 + inset.bottom + (zoom && !swapped ? 34 : 0), left: 4 + inset.left }),
      legend: key,
      tooltip: axisTooltip(input, scenes),
      xAxis: swapped ? values : horizontal.axis,
      yAxis: swapped ? horizontal.axis : values,
      ...(zoom ? { dataZoom: zooms(input, { swapped, bottom: inset.bottom, right: inset.right }) } : {}),
      series: drawn,
    },
  };
}

/** One colour a series, that of another time like its own. @param {Input} input @param {Read} part @param {boolean} only */
function colorsOf({ colorOf, formData, theme }, { grouped, series }, only) {
  const leads = series.filter((each) => !each.role);
  if (only && leads.length === 1 && !grouped) return [picked(formData, 'color_picker') ?? theme.categorical[0] ?? theme.accent];
  return leads.map((each) => colorOf(each.compared ? (each.of ?? each.name) : each.name));
}

/** Two parts may have series of the same name. @param {readonly Read[]} parts @returns {readonly Read[]} */
function nameApart(parts) {
  const taken = new Set(/** @type {string[]} */ ([]));
  return parts.map((one, index) => {
    const mine = new Set(one.series.map((each) => each.name));
    const series = one.series.map((each) => (taken.has(each.name) ? { ...each, name: `${each.name} (${index + 1})` } : each));
    mine.forEach((name) => taken.add(name));
    return { ...one, series };
  });
}

const NAMED = 5;

/** What the chart shows, in a sentence. @param {Input} input @param {readonly string[]} names @param {readonly Cell[]} xs @param {Text} label @param {Extent} extent @param {Text} say */
function spoken({ text: word }, names, xs, label, { low, high }, say) {
  const shown = names.slice(0, NAMED).join('; ') + (names.length > NAMED ? `; ${word('more', { count: names.length - NAMED })}` : '');
  return word('spoken', { names: shown, from: label(xs[0]), to: label(xs[xs.length - 1]), low: say(low), high: say(high) });
}

/** @param {string} color @param {boolean} swapped */
const zeroLine = (color, swapped) => ({
  silent: true, symbol: 'none', animation: false, label: { show: false }, lineStyle: { color, width: 1, type: 'solid', opacity: 0.7 }, emphasis: { disabled: true }, data: [swapped ? { xAxis: 0 } : { yAxis: 0 }],
});
