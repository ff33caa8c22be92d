// @ts-check
/** @import { Theme } from 'karavel-viz' */
/** @import { LonLat } from './mercator.js' */
import outline from '../vendor/outline.js';
import { mayShow, pathOf, ringWithin } from './clip.js';

/** Water, land and lines of the map that needs no network. @param {Theme} theme */
export function tones({ mode }) {
  return mode === 'dark'
    ? { water: '#10161f', land: '#1f2733', lake: '#141b25', border: '#475264', inner: '#323c4b', river: '#1a2634', name: '#94a1b5', halo: '#171d27' }
    : { water: '#e3ebf1', land: '#f8f8f5', lake: '#dbe5ed', border: '#b3bcc9', inner: '#dde1e6', river: '#cfdde8', name: '#66718a', halo: '#ffffff' };
}

/** @param {readonly number[]} packed @returns {LonLat[]} */
function unpacked(packed) {
  /** @type {LonLat[]} */
  const line = [];
  let [x, y] = [0, 0];
  for (let at = 0; at < packed.length; at += 2) {
    x += packed[at] ?? 0;
    y += packed[at + 1] ?? 0;
    line.push([x / 100, y / 100]);
  }
  return line;
}

export const LAND = outline.land.map((rings) => rings.map(unpacked));
export const LAKES = outline.lakes.map(unpacked);
export const BORDERS = outline.borders.map(unpacked);

/** The world behind a picture. @param {Theme} theme @param {(at: LonLat) => [number, number]} project @param {{ width: number, height: number }} size */
export function ground(theme, project, { width, height }) {
  const tone = tones(theme);
  const frame = /** @type {const} */ ([-8, -8, width + 8, height + 8]);
  const rings = (/** @type {readonly LonLat[]} */ ring) => {
    const flat = ring.map(project);
    return mayShow(flat, frame) ? pathOf(ringWithin(flat, frame), true) : '';
  };
  const lines = (/** @type {readonly LonLat[]} */ line) => {
    const flat = line.map(project);
    return mayShow(flat, frame) ? pathOf(flat, false) : '';
  };
  const land = LAND.map((one) => one.map(rings).join('')).join('');
  const lakes = LAKES.map(rings).join('');
  const borders = BORDERS.map(lines).join('');
  return (
    `<rect width="${width}" height="${height}" rx="4" fill="${tone.water}"/>` +
    `<path d="${land}" fill="${tone.land}" fill-rule="evenodd"/>` +
    (lakes && `<path d="${lakes}" fill="${tone.lake}"/>`) +
    (borders && `<path d="${borders}" fill="none" stroke="${tone.border}" stroke-width="0.6" stroke-linejoin="round"/>`)
  );
}
