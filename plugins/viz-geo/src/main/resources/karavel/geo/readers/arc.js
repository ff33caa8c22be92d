// @ts-check
/** @import { Arc, ReadScene } from '../scene.js' */
import { field, numeric } from '../../shared/columns.js';
import { boundsOf } from '../mercator.js';
import { paint, pickedPaint } from '../paint.js';
import { amount, categories, fieldOf, filterer, placeNames, teller } from '../scene.js';
import { placesOf } from '../spatial.js';

/** From one place to another. @type {ReadScene} */
export function arc(input) {
  const { data, formData, theme } = input;
  const [start, end] = [placesOf(data, formData, 'start_spatial'), placesOf(data, formData, 'end_spatial')];
  const places = placeNames(input, 'start_spatial', 'end_spatial');
  const dimension = fieldOf(input, 'dimension');
  const groups = dimension && categories(input, dimension);
  const color = pickedPaint(formData, 'color_picker') ?? paint(theme.categorical[0] ?? theme.accent, 0.8);
  const toColor = pickedPaint(formData, 'target_color_picker') ?? paint(theme.categorical[1] ?? theme.accent, 0.8);
  const width = amount(input, 'stroke_width', 1.5);
  const tell = teller(input, places);
  const filters = filterer(dimension, places.map((name) => field(data, name)));
  const metric = fieldOf(input, 'metric');
  /** @type {Arc[]} */
  const items = [];
  for (let row = 0; row < data.length; row++) {
    const [from, to] = [start(row), end(row)];
    if (!from || !to) continue;
    const rows = tell(row);
    const own = groups && paint(groups.colorOf(row), color[3] / 255);
    items.push({ from, to, row, rows, filters: filters(row), value: numeric(metric?.values[row]) ?? 0, name: groups?.nameOf(row) ?? rows[0]?.value ?? '', color: own ?? color, toColor: own ?? toColor, width });
  }
  const legend = groups && { title: dimension.label, items: groups.names.map((name) => ({ name, color: paint(input.colorOf(name)) })) };
  return { layers: [{ kind: 'arcs', items }], bounds: boundsOf(items.flatMap((one) => [one.from, one.to])), legend, kind: 'arcs', lost: data.length - items.length };
}
