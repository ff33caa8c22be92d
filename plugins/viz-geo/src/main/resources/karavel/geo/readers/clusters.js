// @ts-check
/** @import { Cell, Data, Input } from 'karavel-viz' */
/** @import { Dot, Layer, ReadScene, Word } from '../scene.js' */
import Supercluster from '../../vendor/supercluster.js';
import { columnNames, field, labelOf, numeric } from '../../shared/columns.js';
import { valueTexts } from '../../shared/numbers.js';
import { list, text } from '../../shared/settings.js';
import { boundsOf } from '../mercator.js';
import { inkOn } from '../../shared/color.js';
import { css, paint } from '../paint.js';
import { amount, fieldOf, filterer, teller } from '../scene.js';
import { statistic } from '../statistics.js';

const AUTO = 60;

/** @param {Input} input @returns {import('../paint.js').Paint} */
function colorOf({ formData, theme }) {
  const value = formData.mapbox_color;
  const parts = Array.isArray(value) ? value.map(Number) : [];
  return parts.length >= 3 && parts.every(Number.isFinite) ? [parts[0] ?? 0, parts[1] ?? 0, parts[2] ?? 0, 255] : paint(typeof value === 'string' && value !== '' ? value : theme.accent);
}

/** What is seen everywhere: a little more than the globe, so that clusters at its edge are whole. */
const EVERYWHERE = /** @type {[number, number, number, number]} */ ([-180, -85, 180, 85]);

/** Points that lie close are gathered, anew for each zoom. @type {ReadScene} */
export function clusters(input, view) {
  const { data, formData } = input;
  const [x = '', y = ''] = [columnNames(formData, 'all_columns_x')[0], columnNames(formData, 'all_columns_y')[0]];
  const [lons, lats] = [field(data, x), field(data, y)];
  const radius = Math.max(0, amount(input, 'clustering_radius', AUTO));
  const labels = list(formData, 'mapbox_label').map(String);
  const labelled = labels[0] === undefined || labels[0] === 'count' ? undefined : field(data, labels[0]);
  const sized = text(formData, 'point_radius') === 'Auto' ? undefined : fieldOf(input, 'point_radius');
  const unit = text(formData, 'point_radius_unit', 'Pixels');
  const meters = unit === 'Kilometers' ? 1000 : unit === 'Miles' ? 1609.34 : 1;
  const gather = statistic(text(formData, 'pandas_aggfunc', 'sum'));
  const color = colorOf(input);
  const alpha = Math.max(0.05, Math.min(1, amount(input, 'global_opacity', 1)));
  const tell = teller(input, [x, y]);
  const filters = filterer(undefined, [lons, lats]);
  const { short } = valueTexts(input);

  const features = Array.from({ length: data.length }, (_, row) => ({ row, lon: numeric(lons?.values[row]), lat: numeric(lats?.values[row]) })).flatMap(({ row, lon, lat }) =>
    lon === null || lat === null || Math.abs(lat) > 90 || Math.abs(lon) > 180 ? [] : [{ type: 'Feature', geometry: { type: 'Point', coordinates: [lon, lat] }, properties: { row, values: [numeric(labelled?.values[row])] } }],
  );
  const index = new Supercluster({
    radius: Math.max(radius, 0.01), maxZoom: 16, extent: 512, minPoints: radius > 0 ? 2 : Infinity,
    map: (/** @type {any} */ one) => ({ values: one.values }),
    reduce: (/** @type {any} */ into, /** @type {any} */ one) => {
      into.values = [...into.values, ...one.values];
    },
  }).load(features);
  const found = /** @type {any[]} */ (index.getClusters(EVERYWHERE, Math.max(0, Math.min(16, Math.round(view.zoom)))));
  const most = found.reduce((all, one) => Math.max(all, one.properties.point_count ?? 1), 1);
  /** @type {Dot[]} */ const gathered = [];
  /** @type {Dot[]} */ const single = [];
  /** @type {Word[]} */ const words = [];
  const ink = paint(inkOn(css(color), input.theme));
  const cell = labelled && labelOf(input, labelled);
  for (const { geometry, properties } of found) {
    const at = /** @type {[number, number]} */ (geometry.coordinates);
    const count = properties.point_count ?? 1;
    const values = /** @type {number[]} */ (properties.values.filter((/** @type {unknown} */ one) => one !== null));
    if (count > 1) {
      const size = Math.max(11, Math.sqrt(count / most) * Math.min(AUTO, Math.max(radius, 16)) * 0.62);
      const value = labelled ? (values.length > 0 ? gather(values) : null) : count;
      gathered.push({ at, row: -1, name: input.text('points', { count }), value: count, rows: labelled ? [{ name: labelled.label, value: short(value), strong: true }] : [], filters: [], radius: size, fill: [color[0], color[1], color[2], Math.round(alpha * 190)] });
      if (labels.length > 0 && value !== null) words.push({ at, text: short(value), size: Math.max(10, Math.min(15, size * 0.6)), color: ink });
    } else {
      const rows = tell(properties.row);
      const own = sized ? numeric(sized.values[properties.row]) : null;
      single.push({ at, row: properties.row, name: cell ? cell(labelled.values[properties.row]) : (rows[0]?.value ?? ''), value: 1, rows, filters: filters(properties.row), radius: own === null ? 5 : Math.max(0, own) * meters, fill: [color[0], color[1], color[2], Math.round(alpha * 230)] });
    }
  }
  /** @type {Layer[]} */
  const layers = [
    { kind: 'dots', items: single, unit: sized && unit !== 'Pixels' ? 'meters' : 'pixels', least: 3, most: 120, stroke: paint(input.theme.surface, 0.8) },
    { kind: 'dots', items: gathered, unit: 'pixels', least: 4, most: 80, stroke: paint(input.theme.surface, 0.6) },
    { kind: 'words', items: words },
  ];
  return { layers, bounds: boundsOf(features.map((one) => /** @type {[number, number]} */ (one.geometry.coordinates))), kind: 'clusters', lost: data.length - features.length };
}
