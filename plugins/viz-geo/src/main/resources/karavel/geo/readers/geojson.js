// @ts-check
/** @import { LonLat } from '../mercator.js' */
/** @import { Area, Dot, Layer, Line, ReadScene, Told } from '../scene.js' */
import { field } from '../../shared/columns.js';
import { flag, text } from '../../shared/settings.js';
import { boundsOf } from '../mercator.js';
import { paint, pickedPaint } from '../paint.js';
import { amount, fieldOf, filterer, teller } from '../scene.js';
import { parsed } from '../spatial.js';

const isPlace = (/** @type {unknown} */ one) => Array.isArray(one) && Number.isFinite(one[0]) && Number.isFinite(one[1]) && Math.abs(one[1]) <= 90;
const places = (/** @type {unknown} */ list) => /** @type {LonLat[]} */ (Array.isArray(list) ? list.filter(isPlace) : []);
const parts = (/** @type {unknown} */ list) => /** @type {unknown[]} */ (Array.isArray(list) ? list : []);
const GOOD = /^(#([0-9a-f]{3}){1,2}|rgba?\([\d\s.,/%]+\))$/i;

/** Features of whatever a cell holds: a feature, a collection, a bare geometry. @param {unknown} value @returns {{ geometry: Record<string, unknown>, properties: Record<string, unknown> }[]} */
function features(value) {
  if (value === null || typeof value !== 'object') return [];
  const { type, features: inner, geometry, properties, geometries } = /** @type {Record<string, unknown>} */ (value);
  if (type === 'FeatureCollection') return parts(inner).flatMap(features);
  if (type === 'GeometryCollection') return parts(geometries).flatMap(features);
  const own = properties !== null && typeof properties === 'object' ? /** @type {Record<string, unknown>} */ (properties) : {};
  if (type === 'Feature') return geometry === null || typeof geometry !== 'object' ? [] : [{ geometry: /** @type {Record<string, unknown>} */ (geometry), properties: own }];
  return typeof type === 'string' ? [{ geometry: /** @type {Record<string, unknown>} */ (value), properties: {} }] : [];
}

/** Features in GeoJSON, with the colours their properties name. @type {ReadScene} */
export function geojson(input) {
  const { data, formData, theme } = input;
  const column = fieldOf(input, 'geojson', 'geojson_column') ?? field(data, data.columns.find(({ type }) => type === 'text')?.name ?? '');
  const fill = pickedPaint(formData, 'fill_color_picker') ?? paint(theme.accent, 0.5);
  const line = pickedPaint(formData, 'stroke_color_picker') ?? paint(theme.accent);
  const width = amount(input, 'line_width', 1);
  const radius = amount(input, 'point_radius_scale', 100);
  const tell = teller(input, column ? [column.name] : []);
  const filters = filterer(undefined, [column]);
  /** @type {Dot[]} */ const dots = [];
  /** @type {Line[]} */ const lines = [];
  /** @type {Area[]} */ const areas = [];
  let lost = 0;
  for (let row = 0; row < data.length; row++) {
    const found = features(parsed(column?.values[row]));
    if (found.length === 0) lost++;
    for (const { geometry, properties } of found) {
      const own = (/** @type {string[]} */ names, /** @type {import('../paint.js').Paint} */ fallback) => {
        const named = names.map((name) => properties[name]).find((one) => typeof one === 'string' && GOOD.test(one));
        return typeof named === 'string' ? paint(named, fallback[3] / 255) : fallback;
      };
      const name = String(properties.name ?? properties.title ?? '');
      const rows = [...tell(row), ...Object.entries(properties).flatMap(([key, value]) => (value !== null && typeof value !== 'object' && !/color|^fill|^stroke/i.test(key) ? [{ name: key, value: String(value).slice(0, 200) }] : []))];
      /** @type {Told} */
      const told = { row, rows, name: name || rows[0]?.value || '', value: 0, filters: filters(row) };
      const [inside, edge] = [own(['fillColor', 'fill', 'color'], fill), own(['strokeColor', 'stroke', 'color'], line)];
      const { type, coordinates } = geometry;
      const each = type === 'Point' ? [coordinates] : type === 'MultiPoint' ? parts(coordinates) : [];
      for (const at of each.filter(isPlace)) dots.push({ ...told, at: /** @type {LonLat} */ (at), radius, fill: inside });
      for (const one of type === 'LineString' ? [coordinates] : type === 'MultiLineString' ? parts(coordinates) : []) if (places(one).length > 1) lines.push({ ...told, path: places(one), color: edge, width });
      for (const one of type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? parts(coordinates) : []) {
        const rings = parts(one).map(places).filter((ring) => ring.length > 2);
        if (rings.length > 0) areas.push({ ...told, rings, fill: inside, line: edge, height: Number(properties.elevation) || 0 });
      }
    }
  }
  const unit = /** @type {'meters' | 'pixels'} */ (text(formData, 'point_radius_units', 'meters') === 'pixels' ? 'pixels' : 'meters');
  const stroked = flag(formData, 'stroked', true);
  /** @type {Layer[]} */
  const layers = [
    { kind: 'areas', items: areas, filled: flag(formData, 'filled', true), stroked, extruded: flag(formData, 'extruded', false), width, opacity: 1 },
    { kind: 'lines', items: lines, unit: 'pixels', least: 1, most: 20 },
    { kind: 'dots', items: dots, unit, least: 3, most: 60, stroke: stroked ? line : undefined, filled: flag(formData, 'filled', true) },
  ];
  const bounds = boundsOf([...dots.map((one) => one.at), ...lines.flatMap((one) => one.path), ...areas.flatMap((one) => one.rings.flat())]);
  return { layers: layers.filter((layer) => layer.items.length > 0), bounds, kind: 'features', lost };
}
