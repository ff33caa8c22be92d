// @ts-check
/** @import { Data, FormData, Input } from 'karavel-viz' */
/** @import { Bounds, LonLat, View } from '../geo/mercator.js' */
/** @import { Dot, ReadScene } from '../geo/scene.js' */
import { columnNames, field } from '../shared/columns.js';
import { number, text } from '../shared/settings.js';
import { boundsOf, globe } from '../geo/mercator.js';
import { paint } from '../geo/paint.js';
import { filterer, viewOf } from '../geo/scene.js';
import { parsed } from '../geo/spatial.js';

const WKT = /^\s*POINT\s*Z?\s*\(\s*(-?[\d.]+)\s+(-?[\d.]+)/i;

/** Where a geometry stands: a point itself, of anything else its middle. @param {unknown} cell @returns {LonLat | undefined} */
export function spotOf(cell) {
  const wkt = typeof cell === 'string' ? WKT.exec(cell) : null;
  if (wkt) return [Number(wkt[1]), Number(wkt[2])];
  const value = /** @type {any} */ (parsed(cell));
  const coordinates = value?.coordinates ?? value?.geometry?.coordinates ?? (Array.isArray(value) ? value : undefined);
  /** @type {LonLat[]} */
  const found = [];
  const walk = (/** @type {unknown} */ part) => {
    if (!Array.isArray(part) || found.length > 10_000) return;
    if (Number.isFinite(part[0]) && Number.isFinite(part[1])) found.push([part[0], part[1]]);
    else part.forEach(walk);
  };
  walk(coordinates);
  const bounds = boundsOf(found.filter(([, lat]) => Math.abs(lat) <= 90));
  return bounds && [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2];
}

/** @param {Input} input */
export const geometryColumn = ({ data, formData }) => field(data, columnNames(formData, 'geom_column')[0] ?? '') ?? field(data, data.columns.find(({ type }) => type === 'text')?.name ?? '');

/** A dot at each geometry: where charts will stand, and what pictures have. @type {ReadScene} */
export function places(input) {
  const column = geometryColumn(input);
  const filters = filterer(undefined, [column]);
  /** @type {Map<string, Dot>} */
  const byPlace = new Map();
  let lost = 0;
  (column?.values ?? []).forEach((cell, row) => {
    const at = spotOf(cell);
    if (!at) {
      lost++;
      return;
    }
    const key = at.join();
    if (!byPlace.has(key)) byPlace.set(key, { at, row, name: `${at[1].toFixed(3)}, ${at[0].toFixed(3)}`, value: 0, rows: [], filters: filters(row), radius: 5, fill: paint(input.theme.accent, 0.85) });
  });
  const items = [...byPlace.values()];
  return { layers: [{ kind: 'dots', items, unit: 'pixels', least: 3, most: 12, stroke: paint(input.theme.surface) }], bounds: boundsOf(items.map((one) => one.at)), kind: 'places', lost };
}

/** Superset's `map_view`: fitted to the data, or as chosen. @param {Input} input @param {Bounds | undefined} bounds @returns {View} */
export function chosenView(input, bounds) {
  const form = /** @type {FormData} */ (input.formData.map_view !== null && typeof input.formData.map_view === 'object' ? input.formData.map_view : {});
  const [latitude, longitude, zoom] = ['latitude', 'longitude', 'zoom'].map((name) => number(form, `fixed${name.charAt(0).toUpperCase()}${name.slice(1)}`) ?? number(form, name));
  const custom = text(form, 'mode', 'FIT_DATA') === 'CUSTOM' && latitude !== undefined && longitude !== undefined && zoom !== undefined;
  if (!custom) return viewOf({ ...input, formData: { ...input.formData, autozoom: true } }, bounds);
  return { latitude: Math.max(-85, Math.min(85, latitude)), longitude, zoom: Math.max(0, Math.min(22, zoom)), bearing: 0, pitch: 0 };
}

/** Superset's `map_max_extent`, in degrees or in metres of the Mercator plane. @param {FormData} formData @returns {Bounds | undefined} */
export function extentOf(formData) {
  const form = /** @type {FormData} */ (formData.map_max_extent !== null && typeof formData.map_max_extent === 'object' ? formData.map_max_extent : {});
  const [west, south, east, north] = ['MinX', 'MinY', 'MaxX', 'MaxY'].map((name) => number(form, `fixed${name}`) ?? number(form, `${name.charAt(0).toLowerCase()}${name.slice(1)}`));
  if (text(form, 'extentMode') !== 'CUSTOM' || west === undefined || south === undefined || east === undefined || north === undefined) return undefined;
  const half = 20_037_508.34;
  const flat = [west, south, east, north].some((value) => Math.abs(value) > 360);
  const at = (/** @type {number} */ x, /** @type {number} */ y) => (flat ? globe([(x + half) / (2 * half), (half - y) / (2 * half)]) : [x, y]);
  const [[a = 0, b = 0], [c = 0, d = 0]] = [at(west, south), at(east, north)];
  return [a, b, c, d];
}

/** Superset's `chart_size`, which may grow with the zoom. @param {FormData} formData @param {number} zoom */
export function sizeAt(formData, zoom) {
  const form = /** @type {any} */ (formData.chart_size !== null && typeof formData.chart_size === 'object' ? formData.chart_size : {});
  const at = form.values?.[Math.round(zoom)] ?? {};
  const clamp = (/** @type {unknown} */ value, /** @type {number} */ fallback) => Math.max(24, Math.min(600, Number.isFinite(Number(value)) && Number(value) > 0 ? Number(value) : fallback));
  return { width: clamp(at.width ?? form.configs?.width, 100), height: clamp(at.height ?? form.configs?.height, 100) };
}

/** The rows of each geometry, without the column that told them apart. @param {Data} data @param {string} name @returns {Map<string, { at: LonLat, data: Data }>} */
export function byGeometry(data, name) {
  const place = data.columns.findIndex((column) => column.name === name);
  /** @type {Map<string, { at: LonLat, rows: number[] }>} */
  const groups = new Map();
  (data.values[place] ?? []).forEach((cell, row) => {
    const at = spotOf(cell);
    if (!at) return;
    const group = groups.get(at.join()) ?? { at, rows: [] };
    groups.set(at.join(), group);
    group.rows.push(row);
  });
  const without = (/** @type {readonly any[]} */ list) => list.filter((_, index) => index !== place);
  return new Map([...groups].map(([key, { at, rows }]) => [key, { at, data: { columns: without(data.columns), values: without(data.values).map((column) => rows.map((row) => column[row])), length: rows.length } }]));
}
