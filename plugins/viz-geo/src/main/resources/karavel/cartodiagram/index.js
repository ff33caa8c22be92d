// @ts-check
/** @import { Chart, Mount } from 'karavel-viz' */
import { mountScenes } from '../geo/mount.js';
import { pictureOf } from '../geo/picture.js';
import { viewOf } from '../geo/scene.js';
import { decorate } from './charts.js';
import { chosenView, places } from './places.js';

/** @param {import('karavel-viz').Input} input */
function shown(input) {
  const scene = places(input, viewOf(input, undefined));
  return { scenes: [scene], view: chosenView(input, scene.bounds) };
}

/** @type {Chart} */
export function chart(input) {
  const { scenes: [scene], view } = shown(input);
  return pictureOf(input, scene ?? { layers: [], bounds: undefined, kind: 'places' }, view);
}

/** @type {Mount} */
export const mount = mountScenes(() => shown, undefined, decorate);
