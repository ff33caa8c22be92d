// @ts-check

/** @typedef {{ x: number, y: number }} Place */

const STEPS_TIMES_PAIRS = 4e6;

/**
 * Places by forces (Fruchterman and Reingold 1991): things push each other away, links pull, all are drawn to the middle.
 * Begins on a sunflower's spiral in place of chance, so the same links always lie the same way.
 * @param {number} count @param {readonly (readonly [number, number, number])[]} links pairs of places with a pull from 0 to 1
 * @param {{ width: number, height: number, length: number, repulsion: number, gravity: number, friction: number }} how
 * @returns {Place[]}
 */
export function placesByForces(count, links, { width, height, length, repulsion, gravity, friction }) {
  const turn = Math.PI * (3 - Math.sqrt(5));
  const places = Array.from({ length: count }, (_, index) => {
    const radius = Math.sqrt((index + 0.5) / count) / 2;
    return { x: width * (0.5 + radius * Math.cos(index * turn)), y: height * (0.5 + radius * Math.sin(index * turn)) };
  });
  const ideal = Math.sqrt((width * height) / count) * 0.8 * Math.sqrt(length / 400);
  const push = ideal * ideal * (repulsion / 1000);
  const steps = Math.max(30, Math.min(400, Math.round(STEPS_TIMES_PAIRS / (count * count))));
  let heat = Math.min(width, height) / 6;
  const cool = (0.02 + friction * 0.02) * (400 / steps);
  const [xs, ys] = [Float64Array.from(places, (one) => one.x), Float64Array.from(places, (one) => one.y)];
  const [dx, dy] = [new Float64Array(count), new Float64Array(count)];
  const at = (/** @type {Float64Array} */ list, /** @type {number} */ index) => list[index] ?? 0;
  for (let step = 0; step < steps; step++) {
    for (let a = 0; a < count; a++) {
      const [x0, y0] = [at(xs, a), at(ys, a)];
      let [x, y] = [(width / 2 - x0) * gravity * 1.5, (height / 2 - y0) * gravity * 1.5 * (width / height)];
      for (let b = 0; b < count; b++) {
        if (a === b) continue;
        const [across, down] = [x0 - at(xs, b) || (b - a) * 1e-3, y0 - at(ys, b) || 1e-3];
        const force = push / (across * across + down * down + 1e-3);
        x += across * force;
        y += down * force;
      }
      dx[a] = x;
      dy[a] = y;
    }
    for (const [a, b, pull] of links) {
      if (a === b) continue;
      const [x, y] = [at(xs, a) - at(xs, b), at(ys, a) - at(ys, b)];
      const force = (Math.hypot(x, y) / ideal) * (0.4 + 0.6 * pull);
      dx[a] = at(dx, a) - x * force;
      dy[a] = at(dy, a) - y * force;
      dx[b] = at(dx, b) + x * force;
      dy[b] = at(dy, b) + y * force;
    }
    for (let index = 0; index < count; index++) {
      const far = Math.hypot(at(dx, index), at(dy, index)) || 1;
      xs[index] = at(xs, index) + (at(dx, index) / far) * Math.min(far, heat);
      ys[index] = at(ys, index) + (at(dy, index) / far) * Math.min(far, heat);
    }
    heat *= 1 - cool;
  }
  return places.map((_, index) => ({ x: at(xs, index), y: at(ys, index) }));
}

/** Fits places into a frame, both ways alike unless that wastes more than half of it. @param {readonly Place[]} places @param {{ left: number, top: number, width: number, height: number }} frame @returns {Place[]} */
export function fitted(places, { left, top, width, height }) {
  const low = (/** @type {'x' | 'y'} */ side) => places.reduce((least, one) => Math.min(least, one[side]), Infinity);
  const high = (/** @type {'x' | 'y'} */ side) => places.reduce((most, one) => Math.max(most, one[side]), -Infinity);
  const [x, y] = [low('x'), low('y')];
  const [wide, tall] = [high('x') - x, high('y') - y];
  const scale = [wide > 0 ? width / wide : Infinity, tall > 0 ? height / tall : Infinity];
  const both = Math.min(scale[0] ?? 1, scale[1] ?? 1);
  const [across, down] = [Math.min(scale[0] ?? 1, both * 1.8), Math.min(scale[1] ?? 1, both * 1.8)].map((one) => (Number.isFinite(one) ? one : 0));
  return places.map((one) => ({ x: left + width / 2 + (one.x - x - wide / 2) * (across ?? 0), y: top + height / 2 + (one.y - y - tall / 2) * (down ?? 0) }));
}
