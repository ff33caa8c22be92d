// @ts-check
/** @import { Cell, Filter, Input } from 'karavel-viz' */
/** @import { Field } from '../shared/columns.js' */
/** @import { Bounds, LonLat, View } from './mercator.js' */
/** @import { Paint } from './paint.js' */
/** @import { Row } from '../shared/tooltip.js' */
import { columnNames, field, fields, labelOf, metricNames } from '../shared/columns.js';
import { number, text } from '../shared/settings.js';
import { valueTexts } from '../shared/numbers.js';
import { fitted } from './mercator.js';
import { spatialColumns } from './spatial.js';

/**
 * Something on the map. `row` is the first row it stands for, -1 where it stands for several; `value` orders the list that keys go through.
 * @typedef {{ readonly row: number, readonly name: string, readonly value: number, readonly rows: readonly Row[], readonly filters: readonly Filter[] }} Told
 * @typedef {Told & { readonly at: LonLat, readonly radius: number, readonly fill: Paint }} Dot
 * @typedef {Told & { readonly from: LonLat, readonly to: LonLat, readonly color: Paint, readonly toColor: Paint, readonly width: number }} Arc
 * @typedef {Told & { readonly path: readonly LonLat[], readonly color: Paint, readonly width: number }} Line
 * @typedef {Told & { readonly rings: readonly (readonly LonLat[])[], readonly fill: Paint, readonly line: Paint, readonly height: number }} Area
 * @typedef {{ readonly at: LonLat, readonly weight: number }} Weight
 * @typedef {{ readonly at: LonLat, readonly text: string, readonly size: number, readonly color: Paint }} Word
 *
 * @typedef {{ readonly kind: 'dots', readonly items: readonly Dot[], readonly unit: 'meters' | 'pixels', readonly least: number, readonly most: number, readonly stroke?: Paint | undefined, readonly filled?: boolean }} Dots
 * @typedef {{ readonly kind: 'arcs', readonly items: readonly Arc[] }} Arcs
 * @typedef {{ readonly kind: 'lines', readonly items: readonly Line[], readonly unit: 'meters' | 'pixels', readonly least: number, readonly most: number }} Lines
 * @typedef {{ readonly kind: 'areas', readonly items: readonly Area[], readonly filled: boolean, readonly stroked: boolean, readonly extruded: boolean, readonly width: number, readonly opacity: number, readonly pieces?: boolean }} Areas
 * @typedef {{ readonly kind: 'heat', readonly items: readonly Weight[], readonly radius: number, readonly intensity: number, readonly threshold: number, readonly colors: readonly Paint[], readonly mean: boolean }} Heat
 * @typedef {{ readonly kind: 'words', readonly items: readonly Word[] }} Words
 * @typedef {Dots | Arcs | Lines | Areas | Heat | Words} Layer
 *
 * @typedef {{ readonly name: string, readonly color: Paint }} LegendItem
 * @typedef {{ readonly title: string, readonly items?: readonly LegendItem[], readonly ramp?: { readonly colors: readonly Paint[], readonly least: string, readonly most: string } }} Legend
 * @typedef {{ readonly layers: readonly Layer[], readonly bounds: Bounds | undefined, readonly legend?: Legend | undefined, readonly kind: string, readonly lost?: number, readonly entries?: readonly Dot[] }} Scene `entries` stand in the list only
 *
 * Pure: rows become what is on the map, seen by `view`.
 * @typedef {(input: Input, view: View) => Scene} ReadScene
 */

/** @param {Scene} scene @returns {Told[]} */
export const toldOf = (scene) => [...(scene.entries ?? []), ...scene.layers.flatMap((layer) => (layer.kind === 'heat' || layer.kind === 'words' ? [] : /** @type {Told[]} */ ([...layer.items])))];

/** How rows are told in tooltips: what was chosen, else everything but the places themselves. @param {Input} input @param {readonly string[]} places @returns {(row: number) => Row[]} */
export function teller(input, places) {
  const { data, formData } = input;
  const wanted = columnNames(formData, 'tooltip_contents');
  const chosen = fields(data, wanted);
  const shown = chosen.length > 0 ? chosen : data.columns.flatMap((column) => (places.includes(column.name) ? [] : fields(data, [column.name])));
  const { long } = valueTexts(input);
  const texts = shown.map((one) => (one.type === 'number' ? long : labelOf(input, one)));
  return (row) => shown.map((one, index) => ({ name: one.label, value: (texts[index] ?? String)(one.values[row] ?? null) }));
}

/** What a click on a row filters by: its dimension, else its place. @param {Field | undefined} dimension @param {readonly (Field | undefined)[]} places @returns {(row: number) => Filter[]} */
export const filterer = (dimension, places) => (row) => {
  const by = dimension ? [dimension] : places.filter((one) => one !== undefined);
  return by.flatMap((one) => (one.values[row] === undefined ? [] : [{ column: one.name, values: [one.values[row] ?? null] }]));
};

/** @param {Input} input @param {...string} controls */
export const placeNames = ({ formData }, ...controls) => controls.flatMap((name) => spatialColumns(formData, name));

/** @param {Input} input @param {...string} controls @returns {Field | undefined} */
export const fieldOf = ({ data, formData }, ...controls) => [...columnNames(formData, ...controls), ...metricNames(formData, ...controls)].map((name) => field(data, name)).find(Boolean);

/** Where the map looks at first. @param {Input} input @param {Bounds | undefined} bounds @returns {View} */
export function viewOf({ formData, size }, bounds) {
  const given = formData.viewport;
  const kept = given !== null && typeof given === 'object' ? /** @type {Record<string, unknown>} */ (given) : {};
  const own = {
    longitude: number(formData, 'viewport_longitude') ?? kept.longitude,
    latitude: number(formData, 'viewport_latitude') ?? kept.latitude,
    zoom: number(formData, 'viewport_zoom') ?? kept.zoom,
  };
  const complete = Object.values(own).every((one) => typeof one === 'number' && Number.isFinite(one));
  const tilt = { bearing: Number(kept.bearing) || 0, pitch: Math.min(85, Math.max(0, Number(kept.pitch) || 0)) };
  if (complete && (formData.autozoom === false || !bounds)) {
    return { longitude: Number(own.longitude), latitude: Math.max(-85, Math.min(85, Number(own.latitude))), zoom: Math.max(0, Math.min(22, Number(own.zoom))), ...tilt };
  }
  return { ...fitted(bounds ?? [-150, -50, 165, 72], size), ...(formData.autozoom === false ? {} : tilt) };
}

/** Names and colours of the values of a dimension, most frequent first. @param {Input} input @param {Field} dimension @returns {{ colorOf: (row: number) => string, legend: LegendItem[] | string[], names: string[], nameOf: (row: number) => string }} */
export function categories(input, dimension) {
  const label = labelOf(input, dimension);
  /** @type {Map<string, number>} */
  const counts = new Map();
  dimension.values.forEach((cell) => counts.set(label(cell), (counts.get(label(cell)) ?? 0) + 1));
  const names = [...counts.entries()].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1)).map(([name]) => name);
  const colors = new Map(names.map((name) => [name, input.colorOf(name)]));
  return { names, legend: names, nameOf: (row) => label(dimension.values[row]), colorOf: (row) => colors.get(label(dimension.values[row])) ?? input.theme.accent };
}

/** @param {Input} input @param {string} control @param {number} fallback */
export const amount = ({ formData }, control, fallback) => number(formData, control) ?? fallback;

/** Whether a legend is wanted, and where. @param {Input} input */
export const legendPlace = ({ formData }) => (formData.legend_position === null ? '' : text(formData, 'legend_position', 'tr'));

/** @param {Cell | undefined} cell @param {Field | undefined} metric @param {Input} input */
export const written = (cell, metric, input) => (metric ? valueTexts(input, { format: text(input.formData, 'legend_format') }).short(cell ?? null) : '');
