// @ts-check
/** @import { Data, FormData, Host, Input, OtherChart } from 'karavel-viz' */
/** @import { LonLat } from '../geo/mercator.js' */
import { columnNames } from '../shared/columns.js';
import { list, number, text } from '../shared/settings.js';
import { element } from '../geo/panels.js';
import { byGeometry, extentOf, sizeAt } from './places.js';

/** The chart that was chosen: an id, or Superset's JSON of it. @param {FormData} formData @returns {number | undefined} */
export function selectedId(formData) {
  const value = formData.selected_chart;
  try {
    const read = typeof value === 'string' && value.trim().startsWith('{') ? JSON.parse(value) : value;
    const id = Number(read !== null && typeof read === 'object' ? /** @type {any} */ (read).id : read);
    return Number.isInteger(id) && id > 0 ? id : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} url @param {Record<string, string>} asked */
const asking = (url, asked) => `${url}${url.includes('?') ? '&' : '?'}${Object.entries(asked).map(([key, value]) => `${key}=${value}`).join('&')}`;

/** `layer_configs` as layers of MapLibre. @param {unknown} config @returns {{ url: string, source: Record<string, unknown>, paint: 'raster' | 'line' } | undefined} */
export function layerOf(config) {
  if (config === null || typeof config !== 'object') return undefined;
  const form = /** @type {FormData} */ (config);
  const [url, names, attribution] = [text(form, 'url'), encodeURIComponent(text(form, 'layersParam', text(form, 'typeName'))), text(form, 'attribution')];
  if (!/^https:\/\//.test(url)) return undefined;
  switch (text(form, 'type').toUpperCase()) {
    case 'XYZ':
      return { url, source: { type: 'raster', tiles: [url.replace('{s}.', '')], tileSize: 256, attribution }, paint: 'raster' };
    case 'WMS': {
      const version = text(form, 'version', '1.3.0');
      const asked = { service: 'WMS', request: 'GetMap', version, layers: names, styles: '', format: 'image/png', transparent: 'true', width: '256', height: '256', [version === '1.3.0' ? 'crs' : 'srs']: 'EPSG:3857', bbox: '{bbox-epsg-3857}' };
      return { url, source: { type: 'raster', tiles: [asking(url, asked)], tileSize: 256, attribution }, paint: 'raster' };
    }
    case 'WFS':
      return { url, source: { type: 'geojson', data: asking(url, { service: 'WFS', request: 'GetFeature', version: text(form, 'version', '2.0.0'), typeNames: names, srsName: 'EPSG:4326', outputFormat: 'application/json', count: String(number(form, 'maxFeatures') ?? 1000) }), attribution }, paint: 'line' };
    default:
      return undefined;
  }
}

/** Charts that stand on the map where their geometry is. @param {any} map @param {HTMLElement} root @param {Input} first @param {Host} host @param {(said: string) => void} tell */
export function decorate(map, root, first, host, tell) {
  const box = element('div', 'charts');
  root.append(box);
  let input = first;
  let asked = '';
  let left = false;
  /** @type {{ place: HTMLElement, at: LonLat, leave: () => void }[]} */
  let standing = [];

  const move = () => {
    const { width, height } = sizeAt(input.formData, map.getZoom());
    for (const { place, at } of standing) {
      const { x, y } = map.project(at);
      Object.assign(place.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` });
      place.hidden = x < -width || y < -height || x > input.size.width + width || y > input.size.height + height;
    }
  };
  const clear = () => {
    standing.forEach(({ leave, place }) => {
      leave();
      place.remove();
    });
    standing = [];
  };

  /** @param {OtherChart} other @param {Data} data @param {string} geometry */
  function stand(other, data, geometry) {
    clear();
    const { formData } = input;
    const background = /** @type {any} */ (formData.chart_background_color);
    for (const { at, data: own } of byGeometry(data, geometry).values()) {
      const place = element('div');
      if (background && Number.isFinite(background.r)) place.style.background = `rgba(${Number(background.r)}, ${Number(background.g)}, ${Number(background.b)}, ${Number(background.a ?? 1)})`;
      place.style.borderRadius = `${Math.max(0, number(formData, 'chart_background_border_radius') ?? 10)}%`;
      box.append(place);
      standing.push({ place, at, leave: other.draw(place, [own], { show_legend: false, show_labels: false }) });
    }
    move();
  }

  async function ask() {
    const id = selectedId(input.formData);
    const [geometry] = columnNames(input.formData, 'geom_column');
    const { extra_form_data } = input.formData;
    const key = JSON.stringify([id, geometry, extra_form_data]);
    if (key === asked) return;
    asked = key;
    clear();
    if (!id || !geometry) return tell(input.text('chooseChart'));
    try {
      const other = await host.chart(id);
      const [data] = await other.ask({ groupby: [...list(other.formData, 'groupby'), geometry], row_limit: 50_000, limit: null, series_limit: null, ...(extra_form_data ? { extra_form_data } : {}) });
      if (left || key !== asked || !data) return;
      tell('');
      stand(other, data, geometry);
    } catch (error) {
      tell(`${input.text('noChart')}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  const extent = extentOf(first.formData);
  if (extent) map.setMaxBounds([[extent[0], extent[1]], [extent[2], extent[3]]]);
  map.setMinZoom(number(first.formData, 'min_zoom') ?? 0);
  map.setMaxZoom(number(first.formData, 'max_zoom') ?? 22);
  map.on('move', move);
  map.on('style.load', () => layers().catch((error) => console.warn('A layer of the map', error)));
  async function layers() {
    const { hosts = [] } = /** @type {{ hosts?: readonly string[] }} */ ((await host.settings?.('maps')) ?? {});
    [...list(input.formData, 'layer_configs')].reverse().forEach((config, index) => {
      const layer = layerOf(config);
      const from = /^https:\/\/([^/?#]+)/.exec(layer?.url.replace('{s}.', '') ?? '')?.[1] ?? '';
      if (!layer || !hosts.some((one) => one === from || (one.startsWith('*.') && from.endsWith(one.slice(1))))) return tell(input.text('styleRefused'));
      const id = `config-${index}`;
      map.addSource(id, layer.source);
      map.addLayer(layer.paint === 'raster' ? { id, type: 'raster', source: id } : { id, type: 'line', source: id, paint: { 'line-color': input.theme.accent, 'line-width': 1.2 } });
    });
  }
  let answered = ask();
  return {
    /** @param {Input} next */
    update(next) {
      input = next;
      answered = ask();
      move();
    },
    ready: () => answered,
    dispose() {
      left = true;
      clear();
    },
  };
}
