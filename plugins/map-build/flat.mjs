// From the globe to small flat drawings.
import { geoArea } from 'd3-geo';
import { geoProject } from 'd3-geo-projection';
import { feature } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';

const parts = (geometry) => (!geometry ? [] : geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : []);
export const polygons = (geometry) => parts(geometry).filter((rings) => rings.length > 0);

/** Rings as d3 wants them: clockwise around what is inside. */
export function wound(geometry) {
  const right = (rings) => (geoArea({ type: 'Polygon', coordinates: rings }) > 2 * Math.PI ? rings.map((ring) => [...ring].reverse()) : rings);
  return { type: 'MultiPolygon', coordinates: polygons(geometry).map(right) };
}

export const projected = (geometry, projection) => geoProject(geometry, projection);

/** Area of a ring in the plane, without its sign. */
export const ringArea = (ring) => Math.abs(ring.reduce((sum, [x, y], index) => {
  const [a, b] = ring[(index + 1) % ring.length];
  return sum + x * b - a * y;
}, 0)) / 2;

/**
 * Neighbours keep their common border. @param {Record<string, object>} geometries flat ones by name @param {number} least area of a bend that is kept
 * @returns {Record<string, object>} likewise
 */
export function simplified(geometries, least) {
  const made = presimplify(topology(geometries, 1e5));
  const small = simplify(made, least);
  return Object.fromEntries(Object.keys(geometries).map((name) => [name, feature(small, small.objects[name]).geometry]));
}

const step = (value) => (value < 0 ? String(value) : ` ${value}`);

function ringPath(ring) {
  const points = ring.map(([x, y]) => [Math.round(x), Math.round(y)]);
  let [x, y] = points[0];
  let path = `M${x}${step(y)}l`;
  let count = 0;
  for (const [a, b] of points.slice(1, -1)) {
    if (a === x && b === y) continue;
    path += (count ? step(a - x) : a - x) + step(b - y);
    [x, y] = [a, b];
    count++;
  }
  return count < 2 ? '' : `${path}z`;
}

/** Whole numbers, each point from the one before. @param {object} geometry flat @param {number} least area of a part that is kept, the largest is kept anyway */
export function path(geometry, least) {
  const parts = polygons(geometry).filter((rings) => rings[0]?.length > 3);
  const sizes = parts.map((rings) => ringArea(rings[0]));
  const most = Math.max(...sizes);
  return parts
    .filter((_, index) => sizes[index] >= least || sizes[index] === most)
    .map((rings, index) => rings.filter((ring, at) => at === 0 || ringArea(ring) >= least).map(ringPath).join(''))
    .join('');
}

export function bounds(list) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const geometry of list)
    for (const [ring] of polygons(geometry))
      for (const [x, y] of ring) {
        box[0] = Math.min(box[0], x);
        box[1] = Math.min(box[1], y);
        box[2] = Math.max(box[2], x);
        box[3] = Math.max(box[3], y);
      }
  return box;
}

/** Where a label or a bubble stands: inside the largest part, far from its edge. */
export function heart(geometry) {
  const largest = polygons(geometry).sort((one, other) => ringArea(other[0]) - ringArea(one[0]))[0];
  if (!largest) return [0, 0];
  const [west, north, east, south] = bounds([{ type: 'Polygon', coordinates: largest }]);
  let best = [(west + east) / 2, (north + south) / 2];
  let far = -Infinity;
  const STEPS = 24;
  for (let row = 1; row < STEPS; row++) {
    for (let column = 1; column < STEPS; column++) {
      const at = [west + ((east - west) * column) / STEPS, north + ((south - north) * row) / STEPS];
      const distance = inside(at, largest) ? edge(at, largest) : -1;
      if (distance > far) [far, best] = [distance, at];
    }
  }
  return best.map(Math.round);
}

function inside([x, y], rings) {
  let odd = false;
  for (const ring of rings)
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [[a, b], [c, d]] = [ring[i], ring[j]];
      if (b > y !== d > y && x < ((c - a) * (y - b)) / (d - b) + a) odd = !odd;
    }
  return odd;
}

function edge([x, y], rings) {
  let least = Infinity;
  for (const ring of rings)
    for (let i = 1; i < ring.length; i++) {
      const [[a, b], [c, d]] = [ring[i - 1], ring[i]];
      const length = (c - a) ** 2 + (d - b) ** 2;
      const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - a) * (c - a) + (y - b) * (d - b)) / length));
      least = Math.min(least, (x - a - share * (c - a)) ** 2 + (y - b - share * (d - b)) ** 2);
    }
  return Math.sqrt(least);
}
