// @ts-check
/** @import { Cell, Chart, Input } from 'karavel-viz' */
/** @import { Block } from './layout.js' */
/** @import { Part } from '../kin/hierarchy.js' */
/** @import { Division } from './parts.js' */
/** @import { Field } from '../shared/columns.js' */
import { depthOf } from '../kin/hierarchy.js';
import { amountScale, inkOn, mix, shadeOf } from '../shared/color.js';
import { columnNames, fields, metricFields, metricNames } from '../shared/columns.js';
import { escape, fit, widthOf } from '../shared/labels.js';
import { FONT, empty } from '../shared/look.js';
import { faded } from '../shared/marks.js';
import { valueTexts } from '../shared/numbers.js';
import { flag, number } from '../shared/settings.js';
import { tooltipHtml } from '../shared/tooltip.js';
import { blocks } from './layout.js';
import { division } from './parts.js';

const MOST_BLOCKS = 2500;
const HEAD = 18;

/** With several metrics each is a part of the first column. @param {Division} divided @param {readonly Field[]} metrics @param {Field | undefined} second @returns {Part[]} */
function parts({ of }, metrics, second) {
  if (metrics.length < 2) return of(metrics[0], second).roots;
  return metrics.flatMap((metric) => {
    const { roots, whole } = of(metric, second);
    const sum = roots.reduce((all, one) => all + one.value, 0);
    const known = whole !== undefined && Number.isFinite(whole);
    return sum > 0 ? [{ name: metric.label, value: known && whole !== 0 ? Math.abs(whole) : sum, ...(whole === undefined ? {} : { amount: known ? whole : null }), second: roots.reduce((all, one) => all + one.second, 0), filters: [], children: new Map(roots.map((one, index) => [index, one])) }] : [];
  });
}

/** @type {Chart} */
export const chart = (input) => {
  const { data, formData, formatters, size, theme, colorOf, text: word } = input;
  const asked = metricNames(formData, 'metrics', 'metric');
  const divided = division(input, asked, fields(data, columnNames(formData, 'groupby')));
  const { levels, adds, timed, kind } = divided;
  const [second] = fields(data, metricNames(formData, 'secondary_metric').filter((name) => !asked.includes(name)));
  const metrics = metricFields(data, asked, [...levels, second]);
  const roots = parts(divided, metrics, second);
  if (roots.length === 0) return empty(input);

  const shift = metrics.length > 1 ? 1 : 0;
  const log = flag(formData, 'log_scale', false);
  const how = {
    // Moments are no parts to choose from.
    limit: (/** @type {number} */ depth) => (timed && depth === shift ? 0 : (number(formData, 'partition_limit') ?? 5)),
    threshold: (/** @type {number} */ depth) => (timed && depth === shift ? 0 : (number(formData, 'partition_threshold') ?? 0.05)),
    rest: word('other'),
    adds,
    weight: (/** @type {number} */ value) => (log ? Math.log1p(value) : value),
    order: (/** @type {readonly Part[]} */ some, /** @type {number} */ depth) => {
      const when = (/** @type {Part} */ one) => Number(one.filters[one.filters.length - 1]?.values[0] ?? Infinity);
      return [...some].sort((a, b) => (levels[depth - shift]?.type === 'time' ? when(a) - when(b) : a.name === word('other') && a.filters.length === 0 ? 1 : b.name === word('other') && b.filters.length === 0 ? -1 : b.value - a.value));
    },
    equal: (/** @type {number} */ depth) => flag(formData, 'equal_date_size', true) && levels[depth - shift]?.type === 'time',
  };
  const list = blocks(roots, how).slice(0, MOST_BLOCKS);
  const columns = depthOf(roots);
  const heads = [...(shift ? [word('metric')] : []), ...levels.map((one) => one.label)];
  const top = size.height >= 130 && size.width >= 200 ? HEAD : 0;
  const wide = size.width / columns;
  const ratios = second ? list.map((one) => one.second / one.value) : [];
  const scale = second ? amountScale(theme, formData, ratios.reduce((a, b) => Math.min(a, b), Infinity), ratios.reduce((a, b) => Math.max(a, b), -Infinity)) : undefined;
  const plain = valueTexts(input, { percent: kind === 'percent' });
  const signed = (/** @type {(value: Cell) => string} */ write) => (/** @type {number | null} */ value) => (kind !== '' && value !== null && value > 0 ? `+${write(value)}` : write(value));
  const texts = { short: signed(plain.short), long: signed(plain.long) };
  const percent = formatters.number('.1%');
  const sum = roots.reduce((all, one) => all + one.value, 0);
  const strong = (/** @type {Block} */ block) => mix(colorOf(block.path[0] ?? ''), theme.surface, Math.min(0.6, block.depth * 0.2));
  // What became less is hollow: a sign alone is easily missed.
  const less = (/** @type {Block} */ block) => !scale && (block.amount ?? 0) < 0;
  const colorAt = (/** @type {Block} */ block) => (scale ? shadeOf(scale, block.second / block.value) : less(block) ? mix(strong(block), theme.surface, 0.8) : strong(block));

  const drawn = list.map((block) => {
    const [x, y] = [block.depth * wide, top + block.from * (size.height - top)];
    const height = (block.to - block.from) * (size.height - top);
    const gap = height > 4 ? 1 : height > 1.5 ? 0.5 : 0;
    const color = colorAt(block);
    const rows = [{ color, name: shift ? (block.path[0] ?? '') : (metrics[0]?.label ?? ''), value: texts.long(block.amount), strong: true }];
    const shares = adds && flag(formData, 'rich_tooltip', true) ? [{ name: word('share'), value: percent(block.value / sum) }, ...(block.depth > 0 ? [{ name: word('shareOf', { name: block.path[block.depth - 1] ?? '' }), value: percent(block.share) }] : [])] : [];
    const other = second ? [{ name: second.label, value: texts.long(block.second) }] : [];
    const tip = tooltipHtml(theme, block.path.join(' › '), [...rows, ...shares, ...other]);
    const marks = block.filters.length > 0 ? ` data-karavel="${escape(JSON.stringify({ filters: block.filters }))}"` : '';
    const said = `${block.path.join(', ')}: ${texts.short(block.amount)}${adds ? `, ${percent(block.value / sum)}` : ''}`;
    const line = less(block) && height > 3 ? ` stroke="${strong(block)}" stroke-width="1.5"` : '';
    const box = `<rect x="${round(x + (block.depth > 0 ? 1 : 0))}" y="${round(y + gap / 2)}" width="${round(Math.max(0.5, wide - (block.depth > 0 ? 1 : 0)))}" height="${round(Math.max(0.3, height - gap))}" rx="${height > 8 ? 3 : 1}" fill="${color}"${line}${faded(input, block.filters) ? ' fill-opacity="0.3"' : ''} data-tip="${escape(tip)}" aria-label="${escape(said)}"${marks}/>`;
    return box + label(input, block, { x, y, wide, height, color, value: texts.short(block.amount) });
  });
  const titles = top > 0 ? heads.slice(0, columns).map((name, index) => `<text x="${round(index * wide + 3)}" y="12" font-size="${FONT}" font-weight="560" fill="${theme.inkMuted}">${escape(fit(name, wide - 10, FONT))}</text>`) : [];
  const facts = { count: list.length, columns, name: list[0]?.name ?? '' };
  const description = adds ? word('description', { ...facts, share: percent(list[0]?.share ?? 0) }) : word('amounts', { ...facts, value: texts.short(list[0]?.amount ?? null) });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}" font-family="${escape(theme.fontFamily)}">${titles.join('')}${drawn.join('')}</svg>`;
  return { kind: 'svg', svg, description };
};

/** @param {number} value */
const round = (value) => Math.round(value * 100) / 100;

/** Name and, where it fits whole, value. @param {Input} input @param {Block} block @param {{ x: number, y: number, wide: number, height: number, color: string, value: string }} place */
function label({ theme }, block, { x, y, wide, height, color, value }) {
  if (height < 13 || wide < 34) return '';
  const room = wide - 16;
  const beside = widthOf(block.name, FONT) + widthOf(value, FONT) + 10 <= room;
  const below = !beside && height >= 32 && widthOf(value, FONT) <= room;
  const ink = inkOn(color, theme);
  const line = height >= 40 ? y + 17 : y + height / 2 + (below ? -3 : 4);
  const name = `<text x="${round(x + 9)}" y="${round(line)}" font-size="${FONT}" fill="${ink}" pointer-events="none">${escape(fit(block.name, room, FONT))}</text>`;
  if (beside) return `${name}<text x="${round(x + wide - 8)}" y="${round(line)}" text-anchor="end" font-size="${FONT}" font-weight="600" fill="${ink}" pointer-events="none">${escape(value)}</text>`;
  return below ? `${name}<text x="${round(x + 9)}" y="${round(line + 14)}" font-size="${FONT}" font-weight="600" fill="${ink}" pointer-events="none">${escape(value)}</text>` : name;
}
