// @ts-check
/** @import { Line, ReadScene } from '../scene.js' */
import { field, numeric } from '../../shared/columns.js';
import { text } from '../../shared/settings.js';
import { boundsOf } from '../mercator.js';
import { paint, pickedPaint } from '../paint.js';
import { amount, categories, fieldOf, filterer, teller } from '../scene.js';
import { linesOf } from '../spatial.js';

/** Lines, each in one cell. @type {ReadScene} */
export function path(input) {
  const { data, formData, theme } = input;
  const column = fieldOf(input, 'line_column') ?? field(data, data.columns.find(({ type }) => type === 'text')?.name ?? '');
  const line = linesOf(column, text(formData, 'line_type', 'json'), formData.reverse_long_lat === true);
  const dimension = fieldOf(input, 'dimension');
  const groups = dimension && categories(input, dimension);
  const color = pickedPaint(formData, 'color_picker') ?? paint(theme.accent, 0.85);
  const unit = text(formData, 'line_width_unit', 'meters') === 'pixels' ? 'pixels' : 'meters';
  const tell = teller(input, column ? [column.name] : []);
  const filters = filterer(dimension, [column]);
  const metric = fieldOf(input, 'metric');
  /** @type {Line[]} */
  const items = [];
  for (let row = 0; row < data.length; row++) {
    const found = line(row);
    if (found.length < 2) continue;
    const rows = tell(row);
    items.push({ path: found, row, rows, filters: filters(row), value: numeric(metric?.values[row]) ?? 0, name: groups?.nameOf(row) ?? rows[0]?.value ?? '', color: groups ? paint(groups.colorOf(row), color[3] / 255) : color, width: amount(input, 'line_width', 150) });
  }
  const legend = groups && { title: dimension.label, items: groups.names.map((name) => ({ name, color: paint(input.colorOf(name)) })) };
  return { layers: [{ kind: 'lines', items, unit, least: 1.5, most: 24 }], bounds: boundsOf(items.flatMap((one) => one.path)), legend, kind: 'paths', lost: data.length - items.length };
}
