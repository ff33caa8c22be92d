// @ts-check
/** @import { Theme } from 'karavel-viz' */
/** @import { LonLat } from './mercator.js' */
import { BORDERS, LAKES, LAND, tones } from './ground.js';

const file = (/** @type {string} */ name) => new URL(`../vendor/${name}`, import.meta.url).href;
const collection = (/** @type {object[]} */ geometries) => ({ type: 'FeatureCollection', features: geometries.map((geometry) => ({ type: 'Feature', properties: {}, geometry })) });
const polygons = (/** @type {readonly (readonly (readonly LonLat[])[])[]} */ list) => collection(list.map((coordinates) => ({ type: 'Polygon', coordinates })));

const DETAIL = ['land-0', 'land-1', 'borders', 'inner', 'rivers', 'lakes', 'regions'];
/** From here on the fine grade of land and borders is worth loading. */
export const DETAIL_ZOOM = 3.6;

/** The offline map: what is coarse comes with the bundle's code. @param {Theme} theme @param {string} locale */
export function offlineStyle(theme, locale) {
  const tone = tones(theme);
  const name = ['coalesce', ['get', locale.startsWith('de') ? 'de' : 'en'], ['get', 'en']];
  return {
    version: 8,
    sources: {
      outline: { type: 'geojson', data: polygons(LAND), attribution: 'Natural Earth' },
      water: { type: 'geojson', data: polygons(LAKES.map((ring) => [ring])) },
      edges: { type: 'geojson', data: collection(BORDERS.map((coordinates) => ({ type: 'LineString', coordinates }))) },
      countries: { type: 'geojson', data: file('countries.json') },
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': tone.water } },
      { id: 'outline', type: 'fill', source: 'outline', paint: { 'fill-color': tone.land } },
      { id: 'water', type: 'fill', source: 'water', paint: { 'fill-color': tone.lake } },
      { id: 'edges', type: 'line', source: 'edges', paint: { 'line-color': tone.border, 'line-width': 0.8 } },
      namesLayer('countries', name, tone, theme, { minzoom: 0.5, maxzoom: 7, size: ['interpolate', ['linear'], ['zoom'], 1, 9.5, 6, 14], from: 0.3 }),
    ],
  };
}

/**
 * @param {string} source @param {unknown} name @param {ReturnType<typeof tones>} tone @param {Theme} theme
 * @param {{ minzoom: number, maxzoom: number, size: unknown, from: number }} options `from` is the zoom at which names of rank 0 appear
 */
const namesLayer = (source, name, tone, theme, { minzoom, maxzoom, size, from }) => ({
  id: `names-${source}`, type: 'symbol', source, minzoom, maxzoom,
  filter: ['<=', ['-', ['get', 'rank'], ['*', 1.6, ['-', ['zoom'], from]]], 0.5],
  layout: { 'text-field': name, 'text-font': [theme.fontFamily.split(',')[0]?.replace(/["']/g, '').trim() || 'sans-serif'], 'text-size': size, 'text-max-width': 7, 'text-padding': 4, 'symbol-sort-key': ['get', 'rank'] },
  paint: { 'text-color': tone.name, 'text-halo-color': tone.halo, 'text-halo-width': 1.2 },
});

/** Lays the fine grade over the coarse one, once. @param {any} map @param {Theme} theme @param {string} locale */
export function addDetail(map, theme, locale) {
  if (map.getSource('land-0')) return;
  const tone = tones(theme);
  for (const name of DETAIL) map.addSource(name, { type: 'geojson', data: file(`${name}.json`), tolerance: 0.3 });
  const before = 'names-countries';
  const add = (/** @type {Record<string, unknown>} */ layer) => map.addLayer(layer, before);
  for (const name of ['land-0', 'land-1']) add({ id: name, type: 'fill', source: name, minzoom: DETAIL_ZOOM, paint: { 'fill-color': tone.land, 'fill-outline-color': tone.land } });
  add({ id: 'lakes', type: 'fill', source: 'lakes', minzoom: DETAIL_ZOOM, paint: { 'fill-color': tone.lake } });
  add({ id: 'rivers', type: 'line', source: 'rivers', minzoom: DETAIL_ZOOM, paint: { 'line-color': tone.river, 'line-width': ['interpolate', ['linear'], ['zoom'], 4, 0.6, 8, 2] } });
  add({ id: 'inner', type: 'line', source: 'inner', minzoom: DETAIL_ZOOM, paint: { 'line-color': tone.inner, 'line-width': 0.8 } });
  add({ id: 'borders', type: 'line', source: 'borders', minzoom: DETAIL_ZOOM, paint: { 'line-color': tone.border, 'line-width': ['interpolate', ['linear'], ['zoom'], 4, 0.9, 8, 1.6] } });
  const name = ['coalesce', ['get', locale.startsWith('de') ? 'de' : 'en'], ['get', 'en']];
  map.addLayer(namesLayer('regions', name, tone, theme, { minzoom: 4.5, maxzoom: 24, size: ['interpolate', ['linear'], ['zoom'], 5, 10, 10, 13], from: 2.6 }), before);
  const hide = () => {
    if (!map.getLayer('outline') || !map.isSourceLoaded('land-0') || !map.isSourceLoaded('land-1')) return;
    for (const id of ['outline', 'water', 'edges']) map.setLayerZoomRange(id, 0, DETAIL_ZOOM);
    map.off('sourcedata', hide);
  };
  map.on('sourcedata', hide);
}

/** @typedef {{ readonly tiles?: readonly string[], readonly hosts?: readonly string[], readonly mapboxKey?: string, readonly attribution?: string }} MapSettings */

const hostOf = (/** @type {string} */ address) => /^https?:\/\/([^/?#]+)/.exec(address)?.[1]?.toLowerCase() ?? '';

/** @param {string} address @param {MapSettings} settings */
const allowed = (address, { hosts = [] }) => {
  const host = hostOf(address.replace('{s}.', ''));
  return host !== '' && hosts.some((one) => one === host || (one.startsWith('*.') && host.endsWith(one.slice(1))));
};

/** Tiles as one layer. @param {string} url @param {MapSettings} settings @param {number} size */
const tiled = (url, { attribution = '' }, size) => ({
  version: 8,
  sources: { tiles: { type: 'raster', tiles: url.includes('{s}') ? ['a', 'b', 'c'].map((one) => url.replace('{s}', one)) : [url], tileSize: size, attribution } },
  layers: [{ id: 'tiles', type: 'raster', source: 'tiles' }],
});

/**
 * What a chart's `mapbox_style` means here; undefined for the offline map, `refused` for what this server does not allow.
 * @param {string} wanted @param {MapSettings} settings @returns {{ style?: unknown, refused?: boolean }}
 */
export function chosenStyle(wanted, settings) {
  const own = settings.tiles?.[0];
  if (wanted === '' || wanted === 'default') return own && allowed(own, settings) ? { style: own.includes('{z}') ? tiled(own, settings, 256) : own } : {};
  if (/^(karavel|offline)/.test(wanted)) return {};
  const mapbox = /^mapbox:\/\/styles\/([\w.-]+\/[\w.-]+)$/.exec(wanted);
  if (mapbox) {
    const url = `https://api.mapbox.com/styles/v1/${mapbox[1]}/tiles/512/{z}/{x}/{y}?access_token=${encodeURIComponent(settings.mapboxKey ?? '')}`;
    return settings.mapboxKey && allowed(url, settings) ? { style: tiled(url, { attribution: '© Mapbox © OpenStreetMap' }, 512) } : { refused: true };
  }
  const address = wanted.replace(/^tile:\/\//, '');
  if (!allowed(address, settings)) return { refused: true };
  return { style: address.includes('{z}') ? tiled(address, settings, 256) : address };
}
