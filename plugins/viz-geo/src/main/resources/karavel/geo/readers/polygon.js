// @ts-check
/** @import { Area, ReadScene } from '../scene.js' */
import { field, numeric } from '../../shared/columns.js';
import { flag, metricLabel, text } from '../../shared/settings.js';
import { boundsOf } from '../mercator.js';
import { paint, pickedPaint } from '../paint.js';
import { amount, fieldOf, filterer, teller, written } from '../scene.js';
import { linesOf } from '../spatial.js';
import { breaks, stepped } from './breaks.js';

/** Areas, each in one cell, coloured by a metric in steps. @type {ReadScene} */
export function polygon(input) {
  const { data, formData, theme } = input;
  const column = fieldOf(input, 'line_column') ?? field(data, data.columns.find(({ type }) => type === 'text')?.name ?? '');
  const line = linesOf(column, text(formData, 'line_type', 'json'), formData.reverse_long_lat === true);
  const metric = fieldOf(input, 'metric');
  const raised = /** @type {{ type?: unknown, value?: unknown }} */ (formData.point_radius_fixed !== null && typeof formData.point_radius_fixed === 'object' ? formData.point_radius_fixed : {});
  const tall = raised.type === 'metric' ? field(data, metricLabel(raised.value)) : undefined;
  const opacity = Math.max(0.05, Math.min(1, amount(input, 'opacity', 80) / 100));
  const values = (metric?.values ?? []).map(numeric).filter((one) => one !== null);
  const bounds = breaks(input, values);
  const steps = stepped(input, bounds, opacity);
  const plain = pickedPaint(formData, 'fill_color_picker') ?? paint(theme.accent, 0.6);
  const edge = pickedPaint(formData, 'stroke_color_picker') ?? paint(theme.surface, 0.9);
  const tell = teller(input, column ? [column.name] : []);
  const filters = filterer(undefined, [column]);
  const multiplier = amount(input, 'multiplier', 1);
  /** @type {Area[]} */
  const items = [];
  for (let row = 0; row < data.length; row++) {
    const ring = line(row);
    if (ring.length < 3) continue;
    const value = numeric(metric?.values[row]);
    const height = tall ? numeric(tall.values[row]) : raised.type === 'fix' ? numeric(/** @type {number} */ (raised.value)) : value;
    const rows = tell(row);
    items.push({ rings: [ring], row, rows, filters: filters(row), value: value ?? 0, name: rows[0]?.value ?? '', fill: metric ? (value === null ? paint(theme.inkMuted, 0.25) : steps.color(value)) : plain, line: edge, height: Math.max(0, height ?? 0) * multiplier });
  }
  const legend = metric && bounds.length > 1 ? { title: metric.label, items: steps.colors.map((color, step) => ({ name: `${written(bounds[step] ?? null, metric, input)} – ${written(bounds[step + 1] ?? null, metric, input)}`, color })) } : undefined;
  const layer = { kind: /** @type {const} */ ('areas'), items, filled: flag(formData, 'filled', true), stroked: flag(formData, 'stroked', true), extruded: flag(formData, 'extruded', false), width: amount(input, 'line_width', 1), opacity: 1 };
  return { layers: [layer], bounds: boundsOf(items.flatMap((one) => one.rings.flat())), legend, kind: 'polygons', lost: data.length - items.length };
}
