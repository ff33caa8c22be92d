// @ts-check

/** @typedef {readonly [number, number]} Point */
/** @typedef {readonly [left: number, top: number, right: number, bottom: number]} Frame */

/** @typedef {{ readonly inside: (at: Point) => boolean, readonly meet: (one: Point, other: Point) => Point }} Edge */

/** @param {Frame} frame @returns {Edge[]} */
function edges([left, top, right, bottom]) {
  const upright = (/** @type {number} */ x) => (/** @type {Point} */ [a, b], /** @type {Point} */ [c, d]) => /** @type {Point} */ ([x, b + ((d - b) * (x - a)) / (c - a)]);
  const level = (/** @type {number} */ y) => (/** @type {Point} */ [a, b], /** @type {Point} */ [c, d]) => /** @type {Point} */ ([a + ((c - a) * (y - b)) / (d - b), y]);
  return [
    { inside: ([x]) => x >= left, meet: upright(left) },
    { inside: ([x]) => x <= right, meet: upright(right) },
    { inside: ([, y]) => y >= top, meet: level(top) },
    { inside: ([, y]) => y <= bottom, meet: level(bottom) },
  ];
}

/** What of a ring lies in a frame. @param {readonly Point[]} ring @param {Frame} frame @returns {readonly Point[]} */
export function ringWithin(ring, frame) {
  let kept = ring;
  for (const { inside, meet } of edges(frame)) {
    if (kept.length === 0 || kept.every(inside)) continue;
    /** @type {Point[]} */
    const next = [];
    kept.forEach((one, index) => {
      const before = /** @type {Point} */ (kept[(index + kept.length - 1) % kept.length]);
      if (inside(one) !== inside(before)) next.push(meet(before, one));
      if (inside(one)) next.push(one);
    });
    kept = next;
  }
  return kept;
}

/** Whether any of it may be seen. @param {readonly Point[]} line @param {Frame} frame */
export function mayShow(line, [left, top, right, bottom]) {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of line) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    north = Math.min(north, y);
    south = Math.max(south, y);
  }
  return west <= right && east >= left && north <= bottom && south >= top;
}

/** A path of whole tenths. @param {readonly Point[]} line @param {boolean} closed */
export function pathOf(line, closed) {
  let [x, y] = [NaN, NaN];
  let made = '';
  for (const [a, b] of line) {
    const [c, d] = [Math.round(a * 10) / 10, Math.round(b * 10) / 10];
    if (c === x && d === y) continue;
    made += `${made === '' ? 'M' : 'L'}${c} ${d}`;
    [x, y] = [c, d];
  }
  return made === '' ? '' : made + (closed ? 'Z' : '');
}
