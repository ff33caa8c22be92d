// @ts-check
/** @import { Chart } from 'karavel-viz' */
import { readable } from '../shared/color.js';
import { columnNames, fields, labelOf, metricFields, metricNames, numeric } from '../shared/columns.js';
import { escape, fit, widthOf } from '../shared/labels.js';
import { empty } from '../shared/look.js';
import { faded } from '../shared/marks.js';
import { valueTexts } from '../shared/numbers.js';
import { number, text } from '../shared/settings.js';
import { tooltipHtml } from '../shared/tooltip.js';
import { place } from './layout.js';

const MOST_WORDS = 300;
/** Letters are drawn half bold: a little wider than estimated. */
const BOLD = 1.06;

/** The same number for the same word, from 0 to 1 (FNV-1a). @param {string} word */
function mark(word) {
  let hash = 0x811c9dc5;
  for (const sign of word) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0) / 2 ** 32;
}

/** @type {Chart} */
export const chart = (input) => {
  const { data, formData, formatters, size, theme, colorOf, text: word } = input;
  const [series] = fields(data, columnNames(formData, 'series', 'groupby'));
  if (!series) return empty(input);
  const [metric] = metricFields(data, metricNames(formData, 'metric', 'metrics'), [series]);
  const write = labelOf(input, series);
  const found = series.values.flatMap((cell, row) => {
    const value = metric ? (numeric(metric.values[row]) ?? 0) : 1;
    const name = write(cell);
    return cell === null || value <= 0 || name.trim() === '' ? [] : [{ name, value, filters: [{ column: series.name, values: [cell] }] }];
  }).sort((a, b) => b.value - a.value);
  const words = found.slice(0, MOST_WORDS);
  if (words.length === 0) return empty(input);

  const [most, least] = [words[0]?.value ?? 1, words[words.length - 1]?.value ?? 0];
  const from = Math.max(6, number(formData, 'size_from') ?? 10);
  const to = Math.max(from, number(formData, 'size_to') ?? 70);
  // Sizes are meant for a whole card; a small one, or one with many words, has smaller letters.
  const crowd = words.reduce((sum, one) => sum + widthOf(one.name, 1) * (0.25 + 0.75 * Math.sqrt(one.value / most)), 0);
  const fits = Math.sqrt((size.width * size.height * 0.62) / (words.length * 0.0001 + crowd * to * 0.34)) / Math.sqrt(to);
  const scale = Math.min(1, size.width / 420, size.height / 240, Math.max(0.3, fits));
  const longest = words[0] ? widthOf(words[0].name, 1) * BOLD : 1;
  const large = Math.max(8, Math.min(to * scale, (size.width * 0.92) / longest, size.height * 0.5));
  const small = Math.min(large, Math.max(7, from * Math.max(scale, 0.7)));
  const letters = (/** @type {number} */ value) => (most > least ? small + (large - small) * Math.sqrt((value - least) / (most - least)) : (small + large) / 2);
  const rotation = text(formData, 'rotation', 'square');
  const turn = (/** @type {string} */ name, /** @type {number} */ order) => (order === 0 || rotation === 'flat' ? 0 : rotation === 'random' ? Math.round((mark(name) - 0.5) * 6) * 15 : mark(name) < 0.3 ? -90 : 0);

  // More words than colours: paler ones would be hard to read, so the colours come again as they are.
  const palette = theme.categorical;
  const colorAt = (/** @type {string} */ name, /** @type {number} */ order) => readable(order < palette.length ? colorOf(name) : (palette[order % palette.length] ?? theme.accent), theme);

  const measured = words.map((one, order) => {
    const font = Math.round(letters(one.value) * 10) / 10;
    const shown = fit(one.name, Math.max(size.width * 0.8, 40) / BOLD, font);
    return { ...one, text: shown, size: font, width: widthOf(shown, font) * BOLD, turn: turn(one.name, order), color: colorAt(one.name, order) };
  });
  const placed = place(measured, size.width, size.height);
  const texts = valueTexts(input);
  const sum = found.reduce((all, one) => all + one.value, 0);
  const percent = formatters.number('.1%');
  const drawn = placed.map((one) => {
    const { name, value, filters, color } = /** @type {typeof measured[number]} */ (/** @type {unknown} */ (one));
    const tip = tooltipHtml(theme, name, [{ color, name: metric?.label ?? word('count'), value: texts.long(value), strong: true }, { name: word('share'), value: percent(value / sum) }]);
    const back = faded(input, filters) ? ' fill-opacity="0.25"' : '';
    const at = `${Math.round(one.x * 10) / 10} ${Math.round(one.y * 10) / 10}`;
    return `<text transform="translate(${at})${one.turn === 0 ? '' : ` rotate(${one.turn})`}" y="${Math.round(one.size * 3.5) / 10}" text-anchor="middle" font-size="${one.size}" font-weight="600" fill="${color}"${back} data-tip="${escape(tip)}" data-karavel="${escape(JSON.stringify({ filters }))}" aria-label="${escape(`${name}, ${texts.short(value)}`)}">${escape(one.text)}</text>`;
  });
  const description = word('description', { count: placed.length, words: words.slice(0, 5).map((one) => one.name).join(', ') }) + (placed.length < found.length ? ` ${word('left', { count: found.length - placed.length })}` : '');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}" font-family="${escape(theme.fontFamily)}">${drawn.join('')}</svg>`;
  return { kind: 'svg', svg, description };
};
