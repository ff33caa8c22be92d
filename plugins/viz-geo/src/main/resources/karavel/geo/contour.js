// @ts-check
/** @import { LonLat } from './mercator.js' */
/** @import { Raster } from './cells.js' */
import { globe } from './mercator.js';

/** @typedef {[x: number, y: number, value: number]} Corner */

/** The part of a triangle or polygon whose values lie on one side of a bound. @param {readonly Corner[]} corners @param {number} bound @param {1 | -1} side */
function cut(corners, bound, side) {
  /** @type {Corner[]} */
  const kept = [];
  corners.forEach((one, index) => {
    const next = /** @type {Corner} */ (corners[(index + 1) % corners.length]);
    const [a, b] = [(one[2] - bound) * side, (next[2] - bound) * side];
    if (a >= 0) kept.push(one);
    if (a >= 0 !== b >= 0) {
      const share = a / (a - b);
      kept.push([one[0] + (next[0] - one[0]) * share, one[1] + (next[1] - one[1]) * share, bound]);
    }
  });
  return kept;
}

/** Each square between four centres as two triangles. @param {Raster} grid @param {(triangle: Corner[]) => void} each */
function triangles({ left, top, side, columns, rows, at }, each) {
  const corner = (/** @type {number} */ column, /** @type {number} */ row) => /** @type {Corner} */ ([(left + column + 0.5) * side, (top + row + 0.5) * side, at(column, row)]);
  for (let row = 0; row < rows - 1; row++) {
    for (let column = 0; column < columns - 1; column++) {
      const [a, b, c, d] = [corner(column, row), corner(column + 1, row), corner(column + 1, row + 1), corner(column, row + 1)];
      if (a[2] === 0 && b[2] === 0 && c[2] === 0 && d[2] === 0) continue;
      each([a, b, c]);
      each([a, c, d]);
    }
  }
}

/** Areas between two values. @param {Raster} grid @param {number} low @param {number} high @returns {LonLat[][]} */
export function bands(grid, low, high) {
  /** @type {LonLat[][]} */
  const found = [];
  triangles(grid, (triangle) => {
    const inside = cut(cut(triangle, low, 1), high, -1);
    if (inside.length > 2) found.push([...inside, /** @type {Corner} */ (inside[0])].map(([x, y]) => globe([x, y])));
  });
  return found;
}

/** Lines of one value, joined end to end. @param {Raster} grid @param {number} bound @returns {LonLat[][]} */
export function lines(grid, bound) {
  /** @type {Map<string, { key: string, at: [number, number] }[]>} */
  const ends = new Map();
  const keyOf = (/** @type {number} */ x, /** @type {number} */ y) => `${Math.round((x / grid.side) * 1000)} ${Math.round((y / grid.side) * 1000)}`;
  triangles(grid, (triangle) => {
    const crossed = triangle.flatMap((one, index) => {
      const next = /** @type {Corner} */ (triangle[(index + 1) % 3]);
      if (one[2] >= bound === next[2] >= bound) return [];
      const share = (bound - one[2]) / (next[2] - one[2]);
      return [/** @type {[number, number]} */ ([one[0] + (next[0] - one[0]) * share, one[1] + (next[1] - one[1]) * share])];
    });
    const [from, to] = crossed;
    if (!from || !to) return;
    const [a, b] = [keyOf(...from), keyOf(...to)];
    if (a === b) return;
    ends.set(a, [...(ends.get(a) ?? []), { key: b, at: to }]);
    ends.set(b, [...(ends.get(b) ?? []), { key: a, at: from }]);
  });
  /** @type {LonLat[][]} */
  const found = [];
  for (const start of ends.keys()) {
    let key = start;
    /** @type {LonLat[]} */
    const line = [];
    for (let next = ends.get(key)?.pop(); next; next = ends.get(key)?.pop()) {
      const back = ends.get(next.key);
      const index = back?.findIndex((one) => one.key === key) ?? -1;
      if (back && index >= 0) {
        const [from] = back.splice(index, 1);
        if (line.length === 0 && from) line.push(globe(from.at));
      }
      line.push(globe(next.at));
      key = next.key;
    }
    if (line.length > 1) found.push(line);
  }
  return found;
}
