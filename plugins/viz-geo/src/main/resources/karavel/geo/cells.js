// @ts-check
/** @import { LonLat } from './mercator.js' */
import { EARTH, flat, globe } from './mercator.js';

/** @typedef {{ readonly ring: readonly LonLat[], readonly center: LonLat, readonly rows: readonly number[], readonly values: readonly number[] }} Bin */
/** @typedef {{ readonly at: LonLat, readonly weight: number, readonly row: number }} Weighed */

/** @param {readonly Weighed[]} points @param {(x: number, y: number) => [string, number, number]} keyOf @param {(x: number, y: number) => [number, number][]} ringOf @returns {Bin[]} */
function binned(points, keyOf, ringOf) {
  /** @type {Map<string, { x: number, y: number, rows: number[], values: number[] }>} */
  const bins = new Map();
  for (const { at, weight, row } of points) {
    const [key, x, y] = keyOf(...flat(at));
    const bin = bins.get(key) ?? { x, y, rows: [], values: [] };
    bins.set(key, bin);
    bin.rows.push(row);
    bin.values.push(weight);
  }
  return [...bins.values()].map(({ x, y, rows, values }) => ({ ring: ringOf(x, y).map(globe), center: globe([x, y]), rows, values }));
}

/** A length on the ground as a share of the world's width, at this latitude. @param {number} meters @param {number} latitude */
export const spread = (meters, latitude) => meters / (EARTH * Math.max(0.05, Math.cos((latitude * Math.PI) / 180)));

/** @param {readonly Weighed[]} points @param {number} side as a share of the world's width @returns {Bin[]} */
export const squares = (points, side) =>
  binned(
    points,
    (x, y) => {
      const [column, row] = [Math.floor(x / side), Math.floor(y / side)];
      return [`${column} ${row}`, (column + 0.5) * side, (row + 0.5) * side];
    },
    (x, y) => [[-1, -1], [1, -1], [1, 1], [-1, 1], [-1, -1]].map(([a = 0, b = 0]) => [x + (a * side) / 2, y + (b * side) / 2]),
  );

/** Standing on a corner. @param {readonly Weighed[]} points @param {number} radius as a share of the world's width @returns {Bin[]} */
export function hexagons(points, radius) {
  const [wide, tall] = [radius * Math.sqrt(3), radius * 1.5];
  return binned(
    points,
    (x, y) => {
      let row = Math.round(y / tall);
      let column = Math.round(x / wide - (row & 1) / 2);
      const [dx, dy] = [x - (column + (row & 1) / 2) * wide, y - row * tall];
      // Near a slanted edge the neighbour may be closer.
      if (Math.abs(dy) * 3 > tall) {
        const other = row + (dy < 0 ? -1 : 1);
        const beside = Math.round(x / wide - (other & 1) / 2);
        const [ex, ey] = [x - (beside + (other & 1) / 2) * wide, y - other * tall];
        if (ex * ex + ey * ey < dx * dx + dy * dy) [row, column] = [other, beside];
      }
      return [`${column} ${row}`, (column + (row & 1) / 2) * wide, row * tall];
    },
    (x, y) => Array.from({ length: 7 }, (_, corner) => {
      const angle = (Math.PI / 3) * corner + Math.PI / 6;
      return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    }),
  );
}

/** @typedef {{ readonly left: number, readonly top: number, readonly side: number, readonly columns: number, readonly rows: number, readonly at: (column: number, row: number) => number }} Raster */

/** Values on a raster, empty cells as 0. @param {readonly Weighed[]} points @param {number} side @param {(values: readonly number[]) => number} statistic @returns {Raster | undefined} */
export function raster(points, side, statistic) {
  /** @type {Map<string, number[]>} */
  const cells = new Map();
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { at, weight } of points) {
    const [x, y] = flat(at);
    const [column, row] = [Math.floor(x / side), Math.floor(y / side)];
    left = Math.min(left, column);
    right = Math.max(right, column);
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
    const key = `${column} ${row}`;
    const values = cells.get(key) ?? [];
    cells.set(key, values);
    values.push(weight);
  }
  if (left > right) return undefined;
  const values = new Map([...cells].map(([key, inside]) => [key, statistic(inside)]));
  return { left: left - 1, top: top - 1, side, columns: right - left + 3, rows: bottom - top + 3, at: (column, row) => values.get(`${column + left - 1} ${row + top - 1}`) ?? 0 };
}
