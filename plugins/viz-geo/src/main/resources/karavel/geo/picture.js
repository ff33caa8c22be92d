// @ts-check
/** @import { Chart, Drawing, Input } from 'karavel-viz' */
/** @import { LonLat, View } from './mercator.js' */
/** @import { Layer, Legend, ReadScene, Scene, Told } from './scene.js' */
import { escape, fit, widthOf } from '../shared/labels.js';
import { faded } from '../shared/marks.js';
import { tooltipHtml } from '../shared/tooltip.js';
import { mayShow, pathOf, ringWithin } from './clip.js';
import { ground } from './ground.js';
import { density } from './density.js';
import { outlines } from './dissolve.js';
import { metersPerPixel, screen } from './mercator.js';
import { css } from './paint.js';
import { legendPlace, toldOf, viewOf } from './scene.js';

/** @typedef {{ readonly input: Input, readonly view: View, readonly project: (at: LonLat) => [number, number], readonly frame: readonly [number, number, number, number] }} Stage */

// More marks than this nobody tells apart; the rest is drawn without tooltips.
const MARKS = 800;
const SHAPES = 6000;
const FONT = 11;

/** @param {Input} input @param {Told} told */
export const tipOf = ({ theme }, told) => tooltipHtml(theme, told.name, told.rows.filter((row) => row.value !== told.name || told.rows.length === 1));

/** What a screen reader says of a mark. @param {Told} told */
export const labelOfMark = (told) => [told.name, ...told.rows.filter((row) => row.value !== told.name).slice(0, 4).map((row) => `${row.name} ${row.value}`)].filter(Boolean).join(', ');

/** @param {Stage} stage @param {Told} told @param {number} index */
function mark({ input }, told, index) {
  const shade = faded(input, told.filters) ? ' opacity="0.25"' : '';
  if (index >= MARKS) return shade;
  const acts = told.filters.length > 0 ? ` data-karavel="${escape(JSON.stringify({ filters: told.filters }))}"` : '';
  return `${shade} data-tip="${escape(tipOf(input, told))}"${acts} aria-label="${escape(labelOfMark(told))}"`;
}

/** Evenly thinned, so that a map of a million points stays one. @template T @param {readonly T[]} items @returns {readonly T[]} */
function thinned(items) {
  const step = Math.ceil(items.length / SHAPES);
  return step <= 1 ? items : items.filter((_, index) => index % step === 0);
}

/** @param {Stage} stage @param {Layer} layer @returns {string} */
function drawn(stage, layer) {
  const { project, frame, view, input } = stage;
  const seen = ([x, y] = /** @type {[number, number]} */ ([0, 0]), around = 0) => x >= frame[0] - around && x <= frame[2] + around && y >= frame[1] - around && y <= frame[3] + around;
  const pixel = metersPerPixel(view.zoom, view.latitude);
  switch (layer.kind) {
    case 'dots':
      return thinned(layer.items).map((dot, index) => {
        const radius = Math.max(layer.least, Math.min(layer.most, layer.unit === 'pixels' ? dot.radius : dot.radius / metersPerPixel(view.zoom, dot.at[1])));
        const [x, y] = project(dot.at);
        if (!seen([x, y], radius)) return '';
        const edge = layer.stroke ? ` stroke="${css(layer.stroke)}"` : '';
        return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${radius.toFixed(1)}" fill="${layer.filled === false ? 'none' : css(dot.fill)}"${edge}${mark(stage, dot, index)}/>`;
      }).join('');
    case 'arcs':
      return thinned(layer.items).map((arc, index) => {
        const [[a, b], [c, d]] = [project(arc.from), project(arc.to)];
        if (!mayShow([[a, b], [c, d]], frame)) return '';
        const lift = Math.hypot(c - a, d - b) * 0.22;
        const [x, y] = [(a + c) / 2, (b + d) / 2 - lift];
        const bow = (/** @type {number[]} */ points, /** @type {import('./paint.js').Paint} */ color) => {
          const [e, f, g, h, i, j] = points.map((one) => one.toFixed(1));
          return `<path d="M${e} ${f}Q${g} ${h} ${i} ${j}" stroke="${css(color)}"/>`;
        };
        const [m, n] = [(a + 2 * x + c) / 4, (b + 2 * y + d) / 4];
        const halves = css(arc.color) === css(arc.toColor) ? bow([a, b, x, y, c, d], arc.color) : bow([a, b, (a + x) / 2, (b + y) / 2, m, n], arc.color) + bow([m, n, (x + c) / 2, (y + d) / 2, c, d], arc.toColor);
        return `<g fill="none" stroke-width="${arc.width}" stroke-linecap="round"${mark(stage, arc, index)}>${halves}</g>`;
      }).join('');
    case 'lines':
      return thinned(layer.items).map((line, index) => {
        const flat = line.path.map(project);
        if (!mayShow(flat, frame)) return '';
        const width = Math.max(layer.least, Math.min(layer.most, layer.unit === 'pixels' ? line.width : line.width / pixel));
        return `<path d="${pathOf(flat, false)}" fill="none" stroke="${css(line.color)}" stroke-width="${width.toFixed(1)}" stroke-linejoin="round" stroke-linecap="round"${mark(stage, line, index)}/>`;
      }).join('');
    case 'areas':
      return areas(stage, layer);
    case 'heat':
      return density(layer, project, input.size);
    default:
      return layer.items.map((word) => {
        const [x, y] = project(word.at);
        return seen([x, y]) ? `<text x="${x.toFixed(1)}" y="${(y + word.size * 0.35).toFixed(1)}" text-anchor="middle" font-size="${word.size}" font-weight="600" fill="${css(word.color)}">${escape(word.text)}</text>` : '';
      }).join('');
  }
}

/** @param {Stage} stage @param {Extract<Layer, { kind: 'areas' }>} layer */
function areas(stage, layer) {
  const { project, frame } = stage;
  const within = (/** @type {import('./scene.js').Area} */ area) => area.rings.flatMap((ring) => {
    const flat = ring.map(project);
    return mayShow(flat, frame) ? [ringWithin(flat, frame)] : [];
  });
  const edge = (/** @type {import('./scene.js').Area} */ area) => (layer.stroked ? ` stroke="${css(area.line)}" stroke-width="${Math.min(layer.width, 3)}" stroke-linejoin="round"` : '');
  if (layer.items.length <= MARKS * 2 && layer.pieces !== true) {
    return layer.items.map((area, index) => {
      const path = within(area).map((ring) => pathOf(ring, true)).join('');
      return path && `<path d="${path}" fill="${layer.filled ? css(area.fill) : 'none'}" fill-rule="evenodd"${edge(area)}${mark(stage, area, index)}/>`;
    }).join('');
  }
  // Many pieces of few colours: the outline of each.
  /** @type {Map<string, { first: import('./scene.js').Area, rings: (readonly import('./clip.js').Point[])[] }>} */
  const byColor = new Map();
  for (const area of layer.items) {
    const key = css(area.fill);
    const group = byColor.get(key) ?? { first: area, rings: [] };
    byColor.set(key, group);
    group.rings.push(...within(area));
  }
  return [...byColor].map(([color, { first, rings }], index) => `<path d="${outlines(rings).map((ring) => pathOf(ring, true)).join('')}" fill="${color}"${mark(stage, first, index)}/>`).join('');
}

/** @param {readonly import('./paint.js').Paint[]} colors @param {number} share @returns {import('./paint.js').Paint} */
function between(colors, share) {
  const place = share * (colors.length - 1);
  const [low, high] = [colors[Math.floor(place)], colors[Math.ceil(place)]];
  return low && high ? /** @type {import('./paint.js').Paint} */ (low.map((part, index) => Math.round(part + ((high[index] ?? part) - part) * (place % 1)))) : [0, 0, 0, 0];
}

/** @param {Input} input @param {Legend | undefined} legend */
function legendOf(input, legend) {
  const place = legendPlace(input);
  const { size, theme } = input;
  if (!legend || place === '' || size.width < 280 || size.height < 180) return '';
  const shown = (legend.items ?? []).slice(0, Math.max(1, Math.floor((size.height * 0.6 - 34) / 17)));
  const ramp = legend.ramp;
  const wide = Math.min(190, Math.max(widthOf(legend.title, FONT), ...shown.map((one) => widthOf(one.name, FONT) + 16), ramp ? 140 : 0) + 16);
  const tall = 26 + (ramp ? 28 : shown.length * 17) + (shown.length < (legend.items?.length ?? 0) ? 15 : 0);
  const left = place.endsWith('l') ? 8 : size.width - wide - 8;
  const top = place.startsWith('b') ? size.height - tall - 8 : 8;
  const line = (/** @type {number} */ x, /** @type {number} */ y, /** @type {string} */ words, /** @type {string} */ color, anchor = 'start') => `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="${color}">${escape(fit(words, wide - 30, FONT))}</text>`;
  const title = `<text x="${left + 8}" y="${top + 17}" fill="${theme.ink}" font-weight="600">${escape(fit(legend.title, wide - 16, FONT))}</text>`;
  const rows = shown.map((one, index) => `<circle cx="${left + 13}" cy="${top + 30 + index * 17}" r="4.5" fill="${css(one.color)}"/>${line(left + 23, top + 34 + index * 17, one.name, theme.inkSecondary)}`).join('');
  const steps = 20;
  const bars = ramp ? Array.from({ length: steps }, (_, step) => `<rect x="${(left + 8 + (step * (wide - 16)) / steps).toFixed(1)}" y="${top + 25}" width="${((wide - 16) / steps + 0.4).toFixed(1)}" height="7" fill="${css(between(ramp.colors, step / (steps - 1)))}"/>`).join('') + line(left + 8, top + 46, ramp.least, theme.inkMuted) + line(left + wide - 8, top + 46, ramp.most, theme.inkMuted, 'end') : '';
  return `<g aria-hidden="true"><rect x="${left}" y="${top}" width="${wide}" height="${tall}" rx="5" fill="${theme.surface}" fill-opacity="0.9" stroke="${theme.hairline}"/>${title}${rows}${bars}</g>`;
}

/** What a person who cannot see the map should hear. @param {Input} input @param {Scene} scene */
export function describe({ text: word }, scene) {
  const told = toldOf(scene);
  const top = [...told].sort((one, other) => other.value - one.value).slice(0, 5).map(labelOfMark).filter(Boolean).join('; ');
  const count = told.length || scene.layers.reduce((all, layer) => all + layer.items.length, 0);
  return word(top === '' ? 'describedPlain' : 'described', { count, top });
}

/** @param {Input} input @param {Scene} scene @param {View} view @param {readonly Scene[]} [more] @returns {Drawing} */
export function pictureOf(input, scene, view, more = []) {
  const { size, theme } = input;
  const project = screen(view, size);
  const stage = { input, view, project, frame: /** @type {const} */ ([-20, -20, size.width + 20, size.height + 20]) };
  const layers = [scene, ...more].flatMap((one) => one.layers).map((layer) => drawn(stage, layer));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}" font-family="${escape(theme.fontFamily)}" font-size="${FONT}">${ground(theme, project, size)}${layers.join('')}${legendOf(input, scene.legend)}</svg>`;
  return { kind: 'svg', svg, description: describe(input, scene) };
}

/** The scene and where the map looks, which a few scenes depend on. @param {ReadScene} read @param {Input} input @returns {{ scene: Scene, view: View }} */
export function sceneOf(read, input) {
  const first = read(input, viewOf(input, undefined));
  const view = viewOf(input, first.bounds);
  return { scene: read.length > 1 ? read(input, view) : first, view };
}

/** @param {ReadScene} read @returns {Chart} */
export const drawMap = (read) => (input) => {
  const { scene, view } = sceneOf(read, input);
  return pictureOf(input, scene, { ...view, bearing: 0, pitch: 0 });
};
