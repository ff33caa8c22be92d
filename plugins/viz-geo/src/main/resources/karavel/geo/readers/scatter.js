// @ts-check
/** @import { Dot, ReadScene } from '../scene.js' */
import { field, numeric } from '../../shared/columns.js';
import { metricLabel, text } from '../../shared/settings.js';
import { boundsOf } from '../mercator.js';
import { paint, pickedPaint } from '../paint.js';
import { amount, categories, fieldOf, filterer, placeNames, teller } from '../scene.js';
import { placesOf } from '../spatial.js';

const METERS = /** @type {Record<string, (value: number) => number>} */ ({
  radius_m: (value) => value,
  radius_km: (value) => value * 1000,
  radius_miles: (value) => value * 1609.34,
  square_m: (value) => Math.sqrt(value / Math.PI),
  square_km: (value) => Math.sqrt(value / Math.PI) * 1000,
  square_miles: (value) => Math.sqrt(value / Math.PI) * 1609.34,
});

/** Points whose size is fixed or a metric. @type {ReadScene} */
export function scatter(input) {
  const { data, formData, theme } = input;
  const at = placesOf(data, formData, 'spatial');
  const places = placeNames(input, 'spatial');
  const dimension = fieldOf(input, 'dimension');
  const sized = /** @type {{ type?: unknown, value?: unknown }} */ (formData.point_radius_fixed !== null && typeof formData.point_radius_fixed === 'object' ? formData.point_radius_fixed : {});
  const metric = sized.type === 'metric' ? field(data, metricLabel(sized.value)) : undefined;
  const fixed = Number(sized.value ?? 1000);
  const meters = METERS[text(formData, 'point_unit', 'square_m')] ?? Math.sqrt;
  const multiplier = amount(input, 'multiplier', 1);
  const groups = dimension && categories(input, dimension);
  const own = pickedPaint(formData, 'color_picker') ?? paint(theme.accent, 0.75);
  const tell = teller(input, places);
  const filters = filterer(dimension, places.map((name) => field(data, name)));
  /** @type {Dot[]} */
  const items = [];
  for (let row = 0; row < data.length; row++) {
    const place = at(row);
    if (!place) continue;
    const value = metric ? numeric(metric.values[row]) : Number.isFinite(fixed) ? fixed : 1000;
    const rows = tell(row);
    items.push({ at: place, row, rows, filters: filters(row), value: value ?? 0, name: groups?.nameOf(row) ?? rows[0]?.value ?? '', radius: meters(Math.max(0, value ?? 0)) * multiplier, fill: groups ? paint(groups.colorOf(row), own[3] / 255) : own });
  }
  const legend = groups && { title: dimension.label, items: groups.names.map((name) => ({ name, color: paint(input.colorOf(name)) })) };
  const layer = { kind: /** @type {const} */ ('dots'), items, unit: /** @type {const} */ ('meters'), least: amount(input, 'min_radius', 2), most: amount(input, 'max_radius', 250) };
  return { layers: [layer], bounds: boundsOf(items.map((one) => one.at)), legend, kind: 'points', lost: data.length - items.length };
}
