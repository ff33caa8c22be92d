// @ts-check
/** @import { ReadScene } from '../scene.js' */
import { text } from '../../shared/settings.js';
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
  return { layers: [layer], bounds: boundsOf(items.map((one) => one.at)), legend: items.length > 0 ? { title, ramp: { colors: colors.map(([r, g, b]) => [r, g, b, 255]), least: input.text('low'), most: input.text('high') } } : undefined, kind: 'heat', lost: input.data.length - items.length };
}
