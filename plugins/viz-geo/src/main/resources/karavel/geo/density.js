// @ts-check
/** @import { Heat } from './scene.js' */
/** @import { LonLat } from './mercator.js' */
import { css } from './paint.js';

const CELL = 4;

/** A heat map as small squares. @param {Heat} layer @param {(at: LonLat) => [number, number]} project @param {{ width: number, height: number }} size */
export function density({ items, radius, intensity, threshold, colors, mean }, project, { width, height }) {
  const side = Math.max(CELL, Math.ceil(Math.sqrt((width * height) / 24_000)));
  const [columns, rows] = [Math.ceil(width / side), Math.ceil(height / side)];
  const [sums, counts] = [new Float64Array(columns * rows), new Float64Array(columns * rows)];
  const reach = Math.max(1, Math.ceil(radius / side));
  // Weights of the same cell are spread once.
  const [own, ownCount] = [new Float64Array(columns * rows), new Float64Array(columns * rows)];
  for (const { at, weight } of items) {
    const [x, y] = project(at);
    const [column, row] = [Math.floor(x / side), Math.floor(y / side)];
    if (column < 0 || row < 0 || column >= columns || row >= rows) continue;
    own[row * columns + column] = (own[row * columns + column] ?? 0) + weight;
    ownCount[row * columns + column] = (ownCount[row * columns + column] ?? 0) + 1;
  }
  own.forEach((weight, at) => {
    if (weight === 0) return;
    const [column, row] = [at % columns, Math.floor(at / columns)];
    for (let y = Math.max(0, row - reach); y <= Math.min(rows - 1, row + reach); y++) {
      for (let x = Math.max(0, column - reach); x <= Math.min(columns - 1, column + reach); x++) {
        const distance = ((x - column) ** 2 + (y - row) ** 2) / (reach * reach);
        if (distance > 1) continue;
        // deck.gl's own bell.
        const share = Math.exp(-18 * distance);
        sums[y * columns + x] = (sums[y * columns + x] ?? 0) + weight * share;
        counts[y * columns + x] = (counts[y * columns + x] ?? 0) + (ownCount[at] ?? 0) * share;
      }
    }
  });
  const values = mean ? sums.map((value, at) => (counts[at] ? value / (counts[at] ?? 1) : 0)) : sums;
  const most = values.reduce((one, other) => Math.max(one, other), 0);
  /** @type {Map<number, string[]>} */
  const byStep = new Map();
  const steps = 24;
  values.forEach((value, at) => {
    const share = most > 0 ? Math.min(1, (value / most) * intensity) : 0;
    if (share < threshold) return;
    const step = Math.min(steps - 1, Math.floor(share * steps));
    const path = byStep.get(step) ?? [];
    byStep.set(step, path);
    path.push(`M${(at % columns) * side} ${Math.floor(at / columns) * side}h${side}v${side}h-${side}z`);
  });
  return [...byStep.entries()].sort(([one], [other]) => one - other).map(([step, path]) => {
    const place = (step / (steps - 1)) * (colors.length - 1);
    const [low, high] = [colors[Math.floor(place)], colors[Math.ceil(place)]];
    const color = low && high ? low.map((part, index) => Math.round(part + ((high[index] ?? part) - part) * (place % 1))) : [0, 0, 0, 0];
    return `<path d="${path.join('')}" fill="${css(/** @type {import('./paint.js').Paint} */ (color))}" shape-rendering="crispEdges"/>`;
  }).join('');
}
