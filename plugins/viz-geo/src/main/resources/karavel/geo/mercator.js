// @ts-check

/** @typedef {readonly [number, number]} LonLat */
/** @typedef {readonly [west: number, south: number, east: number, north: number]} Bounds */
/** @typedef {{ readonly longitude: number, readonly latitude: number, readonly zoom: number, readonly bearing: number, readonly pitch: number }} View */

export const TILE = 512;
export const EARTH = 40_075_016.686;
const MOST = 85.051129;

const clamp = (/** @type {number} */ value, /** @type {number} */ low, /** @type {number} */ high) => Math.max(low, Math.min(high, value));

/** The world as a square from 0 to 1. @param {LonLat} at @returns {[number, number]} */
export function flat([lon, lat]) {
  const angle = (clamp(lat, -MOST, MOST) * Math.PI) / 180;
  return [(lon + 180) / 360, 0.5 - Math.log(Math.tan(Math.PI / 4 + angle / 2)) / (2 * Math.PI)];
}

/** @param {readonly [number, number]} place @returns {[number, number]} */
export const globe = ([x, y]) => [x * 360 - 180, (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI];

/** What a pixel is on the ground. @param {number} zoom @param {number} latitude */
export const metersPerPixel = (zoom, latitude) => (EARTH * Math.cos((latitude * Math.PI) / 180)) / (TILE * 2 ** zoom);

/** @param {Iterable<LonLat>} places @returns {Bounds | undefined} */
export function boundsOf(places) {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of places) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return west <= east ? [west, south, east, north] : undefined;
}

/** The view that shows all of it. @param {Bounds} bounds @param {{ width: number, height: number }} size @param {{ padding?: number, most?: number }} [options] @returns {View} */
export function fitted([west, south, east, north], { width, height }, { padding = 28, most = 14 } = {}) {
  const [[left, bottom], [right, top]] = [flat([west, south]), flat([east, north])];
  const inset = Math.min(padding, width / 6, height / 6);
  const scale = Math.min((width - 2 * inset) / Math.max(right - left, 1e-9), (height - 2 * inset) / Math.max(bottom - top, 1e-9));
  const [longitude, latitude] = globe([(left + right) / 2, (top + bottom) / 2]);
  return { longitude, latitude, zoom: clamp(Math.log2(scale / TILE), Math.log2(Math.max(width, height) / TILE / 1.6), most), bearing: 0, pitch: 0 };
}

/** From the globe to pixels of a picture that looks straight down. @param {View} view @param {{ width: number, height: number }} size @returns {(at: LonLat) => [number, number]} */
export function screen(view, { width, height }) {
  const scale = TILE * 2 ** view.zoom;
  const [x, y] = flat([view.longitude, view.latitude]);
  return (at) => {
    const [a, b] = flat(at);
    return [(a - x) * scale + width / 2, (b - y) * scale + height / 2];
  };
}
