// @ts-check
/** @import { ReadScene } from '../scene.js' */
import { text } from '../../shared/settings.js';
import { valueTexts } from '../../shared/numbers.js';
import { squares } from '../cells.js';
import { boundsOf } from '../mercator.js';
import { along } from '../paint.js';
import { amount } from '../scene.js';
import { metricOf, weighed } from './gathered.js';

/** How dense rows are, smoothed. @type {ReadScene} */
export function heatmap(input) {
  const { theme } = input;
  const points = weighed(input);
  const items = points.map(({ at, weight }) => ({ at, weight: Math.max(0, weight) }));
  const colors = [0, 0.2, 0.4, 0.6, 0.8, 1].map((share) => along(theme.mode === 'dark' ? [...theme.sequential, '#f2fbff'] : theme.sequential, 0.15 + 0.85 * share, 0.25 + 0.75 * share));
  const layer = {
    kind: /** @type {const} */ ('heat'), items, radius: Math.max(2, amount(input, 'radius_pixels', 30)), intensity: Math.max(0.01, amount(input, 'intensity', 1)),
    threshold: 0.04, colors, mean: text(input.formData, 'aggregation', 'SUM').toUpperCase() === 'MEAN',
  };
  const title = metricOf(input)?.label ?? input.text('count');
  const bounds = boundsOf(items.map((one) => one.at));
  const { long } = valueTexts(input);
  // Heat has no marks: its hottest squares stand in the list.
  const side = bounds ? Math.max(bounds[2] - bounds[0], bounds[3] - bounds[1], 0.01) / 360 / 24 : 1;
  const entries = squares(points, side).map((bin) => {
    const value = bin.values.reduce((all, one) => all + one, 0);
    return { at: bin.center, row: -1, name: `${bin.center[1].toFixed(2)}, ${bin.center[0].toFixed(2)}`, value, rows: [{ name: title, value: long(value), strong: true }], filters: [], radius: 0, fill: along(theme.sequential, 1) };
  }).sort((one, other) => other.value - one.value).slice(0, 50);
  return { layers: [layer], bounds, entries, legend: items.length > 0 ? { title, ramp: { colors: colors.map(([r, g, b]) => [r, g, b, 255]), least: input.text('low'), most: input.text('high') } } : undefined, kind: 'heat', lost: input.data.length - items.length };
}
