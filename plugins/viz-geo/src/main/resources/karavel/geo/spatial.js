// @ts-check
/** @import { Cell, Data, FormData } from 'karavel-viz' */
/** @import { Field } from '../shared/columns.js' */
/** @import { LonLat } from './mercator.js' */
import { field, numeric } from '../shared/columns.js';
import { cellOf, placeOfHash, polyline } from './geohash.js';

/** @typedef {{ readonly type?: unknown, readonly lonCol?: unknown, readonly latCol?: unknown, readonly lonlatCol?: unknown, readonly delimiter?: unknown, readonly reverseCheckbox?: unknown, readonly geohashCol?: unknown }} Spatial */

/** @param {FormData} form @param {string} name @returns {Spatial} */
const spatialOf = (form, name) => {
  const value = form[name];
  return value !== null && typeof value === 'object' ? value : {};
};

const named = (/** @type {unknown} */ value) => (typeof value === 'string' ? value : '');

/** The columns a spatial control uses. @param {FormData} form @param {string} name */
export function spatialColumns(form, name) {
  const { type, lonCol, latCol, lonlatCol, geohashCol } = spatialOf(form, name);
  if (type === 'delimited') return [named(lonlatCol)].filter(Boolean);
  return type === 'geohash' ? [named(geohashCol)].filter(Boolean) : [named(lonCol), named(latCol)].filter(Boolean);
}

/** @param {number | null} lon @param {number | null} lat @returns {LonLat | undefined} */
const place = (lon, lat) => (lon === null || lat === null || Math.abs(lat) > 90 || Math.abs(lon) > 540 ? undefined : [lon, lat]);

/** @param {unknown} text @param {boolean} reversed @param {string} delimiter */
function split(text, reversed, delimiter) {
  const [one = '', other = ''] = String(text ?? '').trim().split(delimiter.trim() === '' ? /\s+/ : delimiter);
  const [first, second] = [numeric(one), numeric(other)];
  return reversed ? place(second, first) : place(first, second);
}

/** Where each row is; undefined where it cannot be told. @param {Data} data @param {FormData} form @param {string} name @returns {(row: number) => LonLat | undefined} */
export function placesOf(data, form, name) {
  const spatial = spatialOf(form, name);
  const column = (/** @type {unknown} */ of) => field(data, named(of));
  if (spatial.type === 'geohash') {
    const hashes = column(spatial.geohashCol);
    return (row) => placeOfHash(hashes?.values[row]);
  }
  const reversed = spatial.reverseCheckbox === true;
  if (spatial.type === 'delimited') {
    const texts = column(spatial.lonlatCol);
    const delimiter = named(spatial.delimiter) || ',';
    return (row) => split(texts?.values[row], reversed, delimiter);
  }
  const [lons, lats] = [column(spatial.lonCol), column(spatial.latCol)];
  return (row) => place(numeric(lons?.values[row]), numeric(lats?.values[row]));
}

/** @param {unknown} part @returns {LonLat[]} */
function pairs(part) {
  if (!Array.isArray(part)) return [];
  if (part.length > 0 && Array.isArray(part[0]) && Array.isArray(part[0][0])) return pairs(part[0]);
  return part.flatMap((pair) => (Array.isArray(pair) && Number.isFinite(pair[0]) && Number.isFinite(pair[1]) && Math.abs(pair[1]) <= 90 ? [/** @type {LonLat} */ ([pair[0], pair[1]])] : []));
}

/** Anything that JSON can say of a line: a list of places, `{geometry}`, a GeoJSON geometry. @param {unknown} cell @returns {unknown} */
export function parsed(cell) {
  if (typeof cell !== 'string') return cell;
  try {
    return JSON.parse(cell);
  } catch {
    return undefined;
  }
}

/** @param {unknown} value @returns {unknown} */
const coordinates = (value) => {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const { coordinates: own, geometry, path, polygon } = /** @type {Record<string, unknown>} */ (value);
  return own ?? (geometry && coordinates(geometry)) ?? path ?? polygon;
};

/**
 * The line of each row. @param {Field | undefined} column @param {string} type `json`, `polyline`, `geohash` or `zipcode` @param {boolean} reversed
 * @returns {(row: number) => LonLat[]}
 */
export function linesOf(column, type, reversed) {
  const turned = (/** @type {LonLat[]} */ line) => (reversed ? line.map(([lon, lat]) => /** @type {LonLat} */ ([lat, lon])) : line);
  return (row) => {
    const cell = column?.values[row];
    if (cell === null || cell === undefined) return [];
    if (type === 'polyline') return turned(polyline(String(cell)));
    if (type === 'geohash') {
      const box = cellOf(cell);
      return box ? [[box[0], box[1]], [box[2], box[1]], [box[2], box[3]], [box[0], box[3]], [box[0], box[1]]] : [];
    }
    return turned(pairs(coordinates(parsed(cell))));
  };
}
