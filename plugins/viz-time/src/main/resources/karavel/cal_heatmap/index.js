// @ts-check
/** @import { Chart, Input } from 'karavel-viz' */
/** @import { Measure } from '../shared/measures.js' */
/** @import { Unit } from './calendar.js' */
import { amountScale, inkOn, quiet, shadeOf } from '../shared/color.js';
import { metricNames, numeric, xField } from '../shared/columns.js';
import { fit, widthOf } from '../shared/labels.js';
import { empty } from '../shared/look.js';
import { measures } from '../shared/measures.js';
import { faded } from '../shared/marks.js';
import { valueTexts } from '../shared/numbers.js';
import { flag, number, text } from '../shared/settings.js';
import { round, svgMark, svgRoot, svgText } from '../shared/svg.js';
import { tooltipHtml } from '../shared/tooltip.js';
import { blocksOf, layout } from './blocks.js';
import { DAY, after, startOf, unitsOf } from './calendar.js';

/** Beyond this many, cells have no tooltips of their own: they are as small as dots. */
const MOST_MARKS = 4000;
const LEGEND = 26;

const HEADS = { year: '%Y', month: '%b %Y', week: '%b %-d', day: '%b %-d', hour: '%b %-d, %H:00', min: '%H:%M' };
const MOMENTS = { year: '%Y', month: '%B %Y', week: '%b %-d, %Y', day: '%a, %b %-d, %Y', hour: '%b %-d, %Y %H:%M', min: '%b %-d, %Y %H:%M' };

/** Values by the beginning of the unit they lie in; several in one are added up. @param {readonly unknown[]} times @param {Measure} metric @param {Unit} inner */
function valuesOf(times, metric, inner) {
  const values = new Map(/** @type {[number, number][]} */ ([]));
  times.forEach((time, row) => {
    const value = numeric(metric.values[row]);
    if (typeof time !== 'number' || value === null) return;
    const start = startOf(time, inner);
    values.set(start, (values.get(start) ?? 0) + value);
  });
  return values;
}

/** @type {Chart} */
export const chart = (input) => {
  const { data, formData, size, text: word } = input;
  const asked = metricNames(formData, 'metrics', 'metric');
  const x = xField(data, formData, asked);
  const metrics = measures(data, asked, [x]);
  const { domain, inner } = unitsOf(text(formData, 'domain_granularity', 'month'), text(formData, 'subdomain_granularity', 'day'));
  if (!x || x.type !== 'time' || metrics.length === 0) return empty(input);
  const sets = metrics.map((metric) => ({ name: metric.label, values: valuesOf(x.values, metric, inner) })).filter(({ values }) => values.size > 0);
  const times = sets.flatMap(({ values }) => [...values.keys()]);
  if (times.length === 0) return empty(input);
  const [first, last] = [times.reduce((a, b) => Math.min(a, b)), times.reduce((a, b) => Math.max(a, b))];
  const share = size.height / sets.length;
  const drawn = sets.map((set, index) => `<g transform="translate(0 ${round(index * share)})">${calendar(input, set, { column: x.name, first, last, domain, inner, height: share, named: sets.length > 1 || flag(formData, 'show_metric_name', false) })}</g>`);
  const say = input.formatters.time(MOMENTS[inner]);
  const description = word('spoken', { names: sets.map(({ name }) => name).join('; '), from: say(first), to: say(last) });
  return { kind: 'svg', svg: svgRoot(size, drawn.join('')), description };
};

/**
 * @param {Input} input @param {{ name: string, values: Map<number, number> }} set
 * @param {{ column: string, first: number, last: number, domain: Unit, inner: Unit, height: number, named: boolean }} how
 */
function calendar(input, { name, values }, { column: timed, first, last, domain, inner, height, named }) {
  const { formData, formatters, size, theme } = input;
  const all = [...values.values()];
  const scale = amountScale(theme, formData, all.reduce((a, b) => Math.min(a, b)), all.reduce((a, b) => Math.max(a, b)));
  const steps = Math.max(2, number(formData, 'steps') ?? 10);
  const shade = (/** @type {number} */ value) => shadeOf(scale, seen(stepped(value, scale, steps), scale, theme.mode));
  const head = named && height >= 60 ? 18 : 0;
  const foot = flag(formData, 'show_legend', true) && height >= 130 ? LEGEND : 0;
  const stacked = domain === 'year';
  const days = inner === 'day' && domain !== 'week';
  const left = (stacked ? 34 : 0) + (days && size.width >= 260 ? 28 : 0);
  const placed = layout(blocksOf(first, last, domain, inner), {
    width: size.width - 2, height: height - head - foot - 2, most: Math.max(4, (number(formData, 'cell_size') ?? 10) * 2), padding: Math.max(0, Math.min(8, number(formData, 'cell_padding') ?? 2)), stacked, left, heads: inner !== 'min',
  });
  const { size: cell, blocks } = placed;
  const radius = Math.min(cell / 2, number(formData, 'cell_radius') ?? (cell >= 8 ? 2 : 1));
  const step = cell + Math.max(0, Math.min(8, number(formData, 'cell_padding') ?? 2));
  const own = text(formData, 'x_axis_time_format');
  const moment = formatters.time(own && !own.startsWith('smart_date') ? own : MOMENTS[inner]);
  const texts = valueTexts(input);
  const written = flag(formData, 'show_values', false) && cell >= 20;
  const many = blocks.reduce((sum, { cells }) => sum + cells.length, 0) > MOST_MARKS;
  const nothing = quiet(theme);
  const paths = new Map(/** @type {[string, string[]][]} */ ([]));
  const marks = [];
  const labels = [];
  for (const [index, block] of blocks.entries()) {
    for (const { time, column, row } of block.cells) {
      const value = values.get(time);
      const [cx, cy] = [round(block.x + column * step), round(block.y + row * step)];
      const color = value === undefined ? nothing : shade(value);
      if (many || value === undefined) {
        const path = paths.get(color) ?? [];
        path.push(square(cx, cy, round(cell), many ? 0 : radius));
        paths.set(color, path);
        continue;
      }
      const tip = tooltipHtml(theme, moment(time), [{ name, value: texts.long(value), strong: true }]);
      const filters = [{ column: timed, values: [time], until: after(time, inner) }];
      marks.push(`<rect x="${cx}" y="${cy}" width="${round(cell)}" height="${round(cell)}" rx="${radius}" fill="${color}"${faded(input, filters) ? ' fill-opacity="0.25"' : ''}${svgMark({ tip, filters, label: `${moment(time)}: ${texts.long(value)}` })}/>`);
      if (written) labels.push(svgText(theme, fit(texts.short(value), cell - 2, 9), cx + cell / 2, cy + cell / 2 + 3, { size: 9, color: inkOn(color, theme), anchor: 'middle' }));
    }
    labels.push(stacked ? yearLabels(input, block, { step, first: index === 0, inner }) : svgText(theme, fit(formatters.time(HEADS[domain])(block.start), Math.max(24, block.columns * step + 4), 11), block.x, block.y - 5));
  }
  if (days && left >= 28 && cell >= 7) labels.push(...weekdays(input, blocks, { step, left }));
  const empties = [...paths].map(([color, path]) => `<path d="${path.join('')}" fill="${color}"/>`).join('');
  const title = head > 0 ? svgText(theme, fit(name, size.width - 8, 12), 0, 12, { size: 12, color: theme.inkSecondary, weight: 560 }) : '';
  const key = foot > 0 ? legend(input, scale, steps, Math.min(height - 12, head + placed.height + 16), left) : '';
  return `${title}<g transform="translate(1 ${head})">${empties}${marks.join('')}<g pointer-events="none">${labels.join('')}</g></g>${key}`;
}

/** @param {number} x @param {number} y @param {number} side @param {number} radius */
function square(x, y, side, radius) {
  if (radius === 0) return `M${x} ${y}h${side}v${side}h${-side}z`;
  const line = round(side - 2 * radius);
  const arc = (/** @type {number} */ dx, /** @type {number} */ dy) => `a${radius} ${radius} 0 0 1 ${dx * radius} ${dy * radius}`;
  return `M${round(x + radius)} ${y}h${line}${arc(1, 1)}v${line}${arc(-1, 1)}h${-line}${arc(-1, -1)}v${-line}${arc(1, -1)}z`;
}

/** The weakest shade still has to be told from no value. @param {number} value @param {{ min: number, max: number }} scale @param {string} mode */
function seen(value, { min, max }, mode) {
  if (min < 0) return value;
  const least = mode === 'dark' ? 0.2 : 0.1;
  return min + (max - min) * least + (value - min) * (1 - least);
}

/** @param {number} value @param {{ min: number, max: number }} scale @param {number} steps */
function stepped(value, { min, max }, steps) {
  if (max <= min) return max;
  const place = Math.min(steps - 1, Math.floor(((value - min) / (max - min)) * steps));
  return min + (place / (steps - 1)) * (max - min);
}

/** @param {Input} input @param {import('./blocks.js').Block & { x: number, y: number }} block @param {{ step: number, first: boolean, inner: Unit }} how */
function yearLabels({ formatters, theme }, block, { step, first, inner }) {
  const year = svgText(theme, formatters.time('%Y')(block.start), 0, block.y + (block.rows * step) / 2 + 4, { color: theme.inkSecondary });
  if (!first || inner === 'min') return year;
  const month = formatters.time('%b');
  const begins = block.cells.filter(({ time }, index) => index === 0 || new Date(time).getUTCMonth() !== new Date(block.cells[index - 1]?.time ?? 0).getUTCMonth());
  const wide = begins.every(({ column }, index) => index === 0 || (column - (begins[index - 1]?.column ?? 0)) * step >= 24);
  return year + begins.filter((_, index) => wide || index % 3 === 0).map(({ column, time }) => svgText(theme, month(time), block.x + column * step, block.y - 5)).join('');
}

/** Monday, Wednesday and Friday beside the rows. @param {Input} input @param {readonly { x: number, y: number }[]} blocks @param {{ step: number, left: number }} how */
function weekdays({ formatters, theme }, blocks, { step, left }) {
  const name = formatters.time('%a');
  return blocks.filter((block) => block.x === left).flatMap((block) => [0, 2, 4].map((row) => svgText(theme, fit(name(4 * DAY + row * DAY), 26, 10), left - 6, block.y + row * step + step / 2 + 3, { size: 10, anchor: 'end' })));
}

/** @param {Input} input @param {{ colors: readonly string[], min: number, max: number }} scale @param {number} steps @param {number} y @param {number} left */
function legend(input, scale, steps, y, left) {
  const { theme } = input;
  const { short } = valueTexts(input);
  const [low, high] = [short(scale.min), short(scale.max)];
  const x = left + widthOf(low, 10) + 6;
  const count = Math.min(steps, 12);
  const ramp = Array.from({ length: count }, (_, index) => `<rect x="${round(x + index * 14)}" y="${round(y)}" width="12" height="8" rx="1.5" fill="${shadeOf(scale, seen(scale.min + (index / (count - 1)) * (scale.max - scale.min), scale, theme.mode))}"/>`).join('');
  return svgText(theme, low, left, y + 8, { size: 10 }) + ramp + svgText(theme, high, x + count * 14 + 4, y + 8, { size: 10 });
}
