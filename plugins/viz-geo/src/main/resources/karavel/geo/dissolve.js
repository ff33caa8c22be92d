// @ts-check
/** @import { Point } from './clip.js' */

const tenth = (/** @type {number} */ value) => Math.round(value * 10) / 10;

/**
 * Rings without the edges along which two of them meet, joined anew. What winds around a point stays the same, so that the
 * outline of pieces that lie side by side is filled as they were, yet without seams. Corners lie on whole tenths.
 * @param {readonly (readonly Point[])[]} rings @returns {Point[][]}
 */
export function outlines(rings) {
  /** @type {Map<string, Point>} */ const corners = new Map();
  /** Corner → where edges lead from it. @type {Map<string, string[]>} */ const edges = new Map();
  const corner = (/** @type {Point} */ [x, y]) => {
    const at = /** @type {Point} */ ([tenth(x), tenth(y)]);
    const key = at.join(' ');
    if (!corners.has(key)) corners.set(key, at);
    return key;
  };
  for (const ring of rings) {
    const keys = ring.map(corner);
    keys.forEach((from, index) => {
      const to = /** @type {string} */ (keys[(index + 1) % keys.length]);
      if (from === to) return;
      const back = edges.get(to);
      const met = back?.indexOf(from) ?? -1;
      if (back && met >= 0) back.splice(met, 1);
      else edges.set(from, [...(edges.get(from) ?? []), to]);
    });
  }
  /** @type {Point[][]} */ const found = [];
  for (const start of edges.keys()) {
    // As many edges lead to a corner as from it: who goes on comes home.
    for (let key = edges.get(start)?.pop(); key; key = edges.get(start)?.pop()) {
      const line = [start];
      for (; key && key !== start; key = edges.get(key)?.pop()) line.push(key);
      found.push(line.map((one) => /** @type {Point} */ (corners.get(one))));
    }
  }
  return found;
}
