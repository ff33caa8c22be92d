// @ts-check
/** @import { Chart, Input } from 'karavel-viz' */
/** @import { Series } from '../shared/pivot.js' */
import { mix, quiet } from '../shared/color.js';
import { labelOf } from '../shared/columns.js';
import { fit, widthOf } from '../shared/labels.js';
import { empty } from '../shared/look.js';
import { faded } from '../shared/marks.js';
import { valueTexts } from '../shared/numbers.js';
import { readPart } from '../shared/part.js';
import { number, text } from '../shared/settings.js';
import { round, svgMark, svgRoot, svgText } from '../shared/svg.js';
import { momentText, tickLabels, ticks } from '../shared/times.js';
import { tooltipHtml } from '../shared/tooltip.js';

const BANDS = 3;
const AXIS = 30;
const GAP = 2;
const MOST_CELLS = 6000;

/** Values as each row measures them: as they are, or as changes from its first one. @param {readonly Series[]} series @param {string} scale */
function measured(series, scale) {
  const rows = series.map((one) => {
    const first = one.values.find((value) => value !== null) ?? 0;
    const change = scale === 'change' && first !== 0;
    return { one, values: change ? one.values.map((value) => (value === null ? null : (value - first) / Math.abs(first))) : one.values, change };
  });
  const reach = (/** @type {readonly (number | null)[]} */ values) => values.reduce((/** @type {number} */ most, value) => Math.max(most, Math.abs(value ?? 0)), 0);
  const overall = rows.reduce((most, { values }) => Math.max(most, reach(values)), 0);
  return rows.map((row) => ({ ...row, most: (scale === 'series' ? reach(row.values) : overall) || 1 }));
}

/** @type {Chart} */
export const chart = (input) => {
  const { data, formData, size, theme, text: word } = input;
  const read = readPart(input, { data, form: { ...formData, stack: '' }, stroke: { mark: 'line' }, axis: 0 });
  if (!read) return empty(input);
  const { xs, x } = read;
  const scale = text(formData, 'horizon_color_scale', 'series');
  const wish = number(formData, 'series_height') ?? 25;
  const all = measured(read.series, scale);
  const axis = size.height >= 90 ? AXIS : 0;
  const most = Math.max(1, Math.floor((size.height - axis) / Math.max(10, Math.min(wish, 24))));
  const rows = all.slice(0, most);
  const rest = all.length - rows.length;
  const room = size.height - axis - (rest > 0 ? 14 : 0);
  const height = Math.max(4, Math.min(Math.max(wish, 8) * 2.4, room / rows.length) - GAP);
  const longest = rows.reduce((wide, { one }) => Math.max(wide, widthOf(one.name, 11)), 0);
  const left = size.width < 200 ? 0 : Math.min(longest + 10, size.width * 0.28);
  const width = Math.max(20, size.width - left - 4);
  const place = placing(xs.length, x.type === 'time' ? xs.map(Number) : undefined, width);

  const label = x.type === 'time' ? momentText(input, xs.map(Number)) : labelOf(input, x);
  const drawn = rows.map((row, index) => {
    const top = index * (height + GAP);
    const name = left > 0 ? svgText(theme, fit(row.one.name, left - 8, 11), left - 8, top + height / 2 + 4, { color: theme.inkSecondary, anchor: 'end' }) : '';
    return `<g transform="translate(${round(left)} ${round(top)})"${faded(input, row.one.filters) ? ' opacity="0.3"' : ''}>${bands(input, row, place, width, height)}${marks(input, row, { xs, place, width, height, label })}</g>${name}`;
  });
  const bottom = rows.length * (height + GAP);
  const note = rest > 0 ? svgText(theme, word('more', { count: rest }), left, bottom + 10, { size: 10 }) : '';
  const below = axis > 0 && x.type === 'time' ? timeAxis(input, xs.map(Number), place, { left, width, top: bottom + (rest > 0 ? 14 : 0) }) : '';
  const description = word('spoken', { count: read.series.length, names: rows.slice(0, 5).map(({ one }) => one.name).join('; '), from: label(xs[0]), to: label(xs[xs.length - 1]) });
  return { kind: 'svg', svg: svgRoot(size, drawn.join('') + note + below), description };
};

/** Where an x lies. @param {number} count @param {readonly number[] | undefined} times @param {number} width @returns {(index: number) => number} */
function placing(count, times, width) {
  const [first = 0, last = 1] = [times?.[0], times?.[count - 1]];
  if (times && last > first) return (index) => (((times[index] ?? 0) - first) / (last - first)) * width;
  return (index) => (count > 1 ? (index / (count - 1)) * width : width / 2);
}

/** Layers upon each other: each shows what goes beyond the one before, stronger; what is below zero hangs from above in the other colour. @param {Input} input @param {ReturnType<typeof measured>[number]} row @param {(index: number) => number} place @param {number} width @param {number} height */
function bands({ theme }, { values, most }, place, width, height) {
  const [up, down] = [theme.categorical[0] ?? theme.accent, theme.categorical[4] ?? theme.bad];
  const ground = quiet(theme);
  const layers = [`<rect width="${round(width)}" height="${round(height)}" fill="${ground}" rx="2"/>`];
  for (const sign of [1, -1]) {
    for (let band = 0; band < BANDS; band++) {
      const share = (/** @type {number | null} */ value) => Math.max(0, Math.min(1, (((value ?? 0) * sign) / most) * BANDS - band));
      if (!values.some((value) => share(value) > 0)) break;
      const edge = (/** @type {number} */ part) => (sign > 0 ? height * (1 - part) : height * part);
      const line = values.map((value, index) => `${round(place(index))} ${round(edge(share(value)))}`);
      const base = sign > 0 ? height : 0;
      const color = mix(ground, sign > 0 ? up : down, 0.34 + 0.33 * band);
      layers.push(`<path d="M${round(place(0))} ${base} L${line.join(' ')} L${round(place(values.length - 1))} ${base} Z" fill="${color}"/>`);
    }
  }
  return layers.join('');
}

/** @param {Input} input @param {ReturnType<typeof measured>[number]} row @param {{ xs: readonly import('karavel-viz').Cell[], place: (index: number) => number, width: number, height: number, label: (x: any) => string }} ground */
function marks(input, { one, values, change }, { xs, place, width, height, label }) {
  const { theme, formatters } = input;
  const texts = valueTexts(input);
  const say = change ? formatters.number('+.1%') : texts.long;
  const step = Math.max(1, Math.ceil((xs.length * 12) / MOST_CELLS), Math.ceil(xs.length / (width / 5)));
  const cells = [];
  for (let index = 0; index < xs.length; index += step) {
    const [from, to] = [index === 0 ? 0 : (place(index) + place(index - 1)) / 2, index + step >= xs.length ? width : (place(index + step - 1) + place(index + step)) / 2];
    const value = values[index] ?? null;
    if (value === null) continue;
    const at = label(xs[index]);
    const tip = tooltipHtml(theme, at, [{ name: one.name, value: say(value), strong: true }, ...(change ? [{ name: '', value: texts.long(one.values[index] ?? null) }] : [])]);
    cells.push(`<rect x="${round(from)}" width="${round(Math.max(0.5, to - from))}" height="${round(height)}" fill="transparent"${svgMark({ tip, filters: one.filters, label: `${one.name}, ${at}: ${say(value)}` })}/>`);
  }
  return cells.join('');
}

/** @param {Input} input @param {readonly number[]} times @param {(index: number) => number} place @param {{ left: number, width: number, top: number }} at */
function timeAxis({ formData, formatters, theme }, times, place, { left, width, top }) {
  const grain = text(formData, 'time_grain_sqla');
  const chosen = ticks(times, width, grain);
  const labels = tickLabels(formatters, chosen.times, chosen.level, { quarters: grain === 'P3M', below: true });
  const [first = 0, last = first] = [times[0], times[times.length - 1]];
  return chosen.times
    .map((time) => {
      const x = left + (last > first ? ((time - first) / (last - first)) * width : place(0));
      const [own = '', outer = ''] = (labels.get(time) ?? '').split('\n');
      const anchor = x - left < 14 ? 'start' : left + width - x < 14 ? 'end' : 'middle';
      return svgText(theme, own, x, top + 12, { anchor }) + (outer ? svgText(theme, outer, x, top + 25, { anchor }) : '');
    })
    .join('');
}
