// @ts-check
/** @import { Heat } from './scene.js' */
/** @import { LonLat } from './mercator.js' */
import { css } from './paint.js';

const CELL = 4;
const FINER = 2;

/** A heat map as small squares, between which values change evenly. @param {Heat} layer @param {(at: LonLat) => [number, number]} project @param {{ width: number, height: number }} size */
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
  const at = (/** @type {number} */ column, /** @type {number} */ row) => values[Math.max(0, Math.min(rows - 1, row)) * columns + Math.max(0, Math.min(columns - 1, column))] ?? 0;
  const fine = side / FINER;
  const stepAt = (/** @type {number} */ x, /** @type {number} */ y) => {
    const [column, row] = [(x + 0.5) / FINER - 0.5, (y + 0.5) / FINER - 0.5];
    const [left, top] = [Math.floor(column), Math.floor(row)];
    const [right, down] = [column - left, row - top];
    const value = (at(left, top) * (1 - right) + at(left + 1, top) * right) * (1 - down) + (at(left, top + 1) * (1 - right) + at(left + 1, top + 1) * right) * down;
    const share = most > 0 ? Math.min(1, (value / most) * intensity) : 0;
    return share < threshold ? -1 : Math.min(steps - 1, Math.floor(share * steps));
  };
  for (let y = 0; y < rows * FINER; y++) {
    for (let x = 0; x < columns * FINER; ) {
      const step = stepAt(x, y);
      let end = x + 1;
      while (end < columns * FINER && stepAt(end, y) === step) end++;
      if (step >= 0) {
        const path = byStep.get(step) ?? [];
        byStep.set(step, path);
        path.push(`M${x * fine} ${y * fine}h${(end - x) * fine}v${fine}h${(x - end) * fine}z`);
      }
      x = end;
    }
  }
  return [...byStep.entries()].sort(([one], [other]) => one - other).map(([step, path]) => {
    const place = (step / (steps - 1)) * (colors.length - 1);
    const [low, high] = [colors[Math.floor(place)], colors[Math.ceil(place)]];
    const color = low && high ? low.map((part, index) => Math.round(part + ((high[index] ?? part) - part) * (place % 1))) : [0, 0, 0, 0];
    return `<path d="${path.join('')}" fill="${css(/** @type {import('./paint.js').Paint} */ (color))}" shape-rendering="crispEdges"/>`;
  }).join('');
}
