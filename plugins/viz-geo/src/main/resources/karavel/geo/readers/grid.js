// @ts-check
/** @import { ReadScene } from '../scene.js' */
import { flag } from '../../shared/settings.js';
import { hexagons, spread, squares } from '../cells.js';
import { boundsOf, TILE } from '../mercator.js';
import { amount } from '../scene.js';
import { gathered, weighed } from './gathered.js';

/** @param {import('../cells.js').Weighed[]} points */
const middle = (points) => {
  const bounds = boundsOf(points.map((one) => one.at));
  return bounds ? (bounds[1] + bounds[3]) / 2 : 0;
};

/** Squares on the ground. @type {ReadScene} */
export function grid(input) {
  const points = weighed(input);
  const side = spread(Math.max(1, amount(input, 'grid_size', 2000)), middle(points));
  return gathered(input, squares(points, side), { kind: 'cells', lost: input.data.length - points.length, extruded: flag(input.formData, 'extruded', true) });
}

/** Hexagons on the ground. @type {ReadScene} */
export function hex(input) {
  const points = weighed(input);
  const radius = spread(Math.max(1, amount(input, 'grid_size', 2000)), middle(points));
  return gathered(input, hexagons(points, radius), { kind: 'cells', lost: input.data.length - points.length, extruded: flag(input.formData, 'extruded', true) });
}

/** Squares of so many pixels, whatever the map shows. @type {ReadScene} */
export function screengrid(input, view) {
  const points = weighed(input);
  const side = Math.max(4, amount(input, 'grid_size', 20)) / (TILE * 2 ** view.zoom);
  return gathered(input, squares(points, side), { kind: 'cells', lost: input.data.length - points.length, extruded: false, flatColor: true });
}

