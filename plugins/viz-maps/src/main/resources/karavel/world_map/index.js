// @ts-check
/** @import { Cell, Chart, Drawing, Filter, Input } from 'karavel-viz' */
import land from '../geometry/world.js';
import { colorScale } from '../maps/scale.js';
import { leftOut, markOf, placed, ramp, sheet } from '../maps/picture.js';
import { COUNTRIES, countryBy } from './countries.js';
import { alpha, picked } from '../shared/color.js';
import { columnNames, field, labelOf, metricFields, metricNames, numeric } from '../shared/columns.js';
import { empty } from '../shared/look.js';
import { faded } from '../shared/marks.js';
import { valueTexts } from '../shared/numbers.js';
import { flag, number, text } from '../shared/settings.js';
import { tooltipHtml } from '../shared/tooltip.js';

/** @typedef {import('./countries.js').Country} Country */
/** @typedef {{ country: Country, name: string, filters: Filter[], metric: number | null, bubble: number | null, row: number }} Found */

/** @param {Input} input */
function read(input) {
  const { data, formData, locale } = input;
  const [named = ''] = columnNames(formData, 'entity');
  const entity = field(data, named) ?? field(data, data.columns.find((column) => column.type === 'text')?.name ?? '');
  const [metric] = metricFields(data, metricNames(formData, 'metric'), [entity]);
  const second = metricNames(formData, 'secondary_metric').map((name) => field(data, name)).find(Boolean);
  if (!entity) return undefined;
  const find = countryBy(text(formData, 'country_fieldtype', 'cca2'));
  const label = labelOf(input, entity);
  /** @type {Map<Country, Found>} */
  const found = new Map();
  /** @type {Set<string>} */
  const missing = new Set();
  entity.values.forEach((cell, row) => {
    if (cell === null) return;
    const country = find(cell);
    if (!country) missing.add(label(cell));
    else if (!found.has(country)) {
      const name = locale.startsWith('de') ? country.german : country.english;
      found.set(country, { country, name, filters: [{ column: entity.name, values: [cell] }], metric: numeric(metric?.values[row]), bubble: numeric(second?.values[row]), row });
    }
  });
  const all = [...found.values()].sort((one, other) => (other.metric ?? -Infinity) - (one.metric ?? -Infinity) || one.row - other.row);
  return { metric, second, all, missing: [...missing] };
}

/** @type {Chart} */
export function chart(input) {
  const { formData, size, theme, colorOf } = input;
  const found = read(input);
  if (!found || input.data.length === 0 || (found.all.length === 0 && found.missing.length === 0)) return empty(input);
  const { metric, second, all, missing } = found;
  const byCountry = text(formData, 'color_by', 'metric') === 'country';
  const values = all.flatMap((one) => (one.metric === null ? [] : [one.metric]));
  const scale = colorScale(values, theme, text(formData, 'color_scale', 'linear'));
  const { short, long } = valueTexts(input);
  const legend = !byCountry && values.length > 0 && size.height >= 150 && size.width >= 300;
  const at = placed(land, { left: 0, top: 0, width: size.width, height: size.height - (legend ? 22 : 0) });
  const fill = (/** @type {Found} */ one) => (byCountry ? colorOf(one.name) : one.metric === null ? theme.hairline : scale.color(one.metric));
  const tip = (/** @type {Found} */ one) =>
    tooltipHtml(theme, one.name, [
      ...(metric ? [{ name: metric.label, value: long(one.metric), color: fill(one), strong: true }] : []),
      ...(second && second !== metric ? [{ name: second.label, value: long(one.bubble), color: undefined }] : []),
    ]);
  const label = (/** @type {Found} */ one) => [one.name, metric && `${metric.label} ${long(one.metric)}`, second && `${second.label} ${long(one.bubble)}`].filter(Boolean).join(', ');

  const bubbles = flag(formData, 'show_bubbles', false) ? all.filter((one) => (one.bubble ?? one.metric ?? 0) > 0) : [];
  const amount = (/** @type {Found} */ one) => one.bubble ?? one.metric ?? 0;
  const most = bubbles.reduce((one, other) => Math.max(one, amount(other)), 0);
  const largest = Math.min(number(formData, 'max_bubble_size') ?? 25, size.height / 4, size.width / 8);
  const color = picked(formData, 'color_picker') ?? theme.categorical[1] ?? theme.accent;
  const shown = new Set(all.map((one) => one.country));
  const bubbled = new Set(bubbles);
  const shade = (/** @type {Found} */ one) => (faded(input, one.filters) ? ' opacity="0.3"' : '');

  const parts = [
    `<g transform="${at.transform}" stroke="${theme.surface}" stroke-width="${Math.round(60 / at.scale) / 100}" stroke-linejoin="round">`,
    `<g fill="${theme.mode === 'dark' ? theme.hairline : theme.sunken}">${COUNTRIES.map((country) => (shown.has(country) ? '' : `<path d="${country.path}"/>`)).join('')}</g>`,
    ...all.map((one) => `<path d="${one.country.path}" fill="${fill(one)}"${shade(one)}${markOf({ tip: tip(one), label: label(one), filters: one.filters, quiet: bubbled.has(one) })}/>`),
    '</g>',
    ...[...bubbles].sort((one, other) => amount(other) - amount(one)).map((one) => {
      const radius = Math.max(1.5, Math.sqrt(amount(one) / most) * largest);
      const [x, y] = [at.left + one.country.x * at.scale, at.top + one.country.y * at.scale];
      const look = byCountry ? colorOf(one.name) : color;
      return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${radius.toFixed(1)}" fill="${alpha(look, 0.45)}" stroke="${alpha(look, 0.9)}"${shade(one)}${markOf({ tip: tip(one), label: label(one), filters: one.filters })}/>`;
    }),
    legend && metric ? ramp(input, scale, short, metric.label, { left: 4, top: size.height - 16 }) : '',
    leftOut(input, missing),
  ];
  return { kind: 'svg', svg: sheet(input, parts), description: describe(input, all, label, missing) };
}

/** @param {Input} input @param {readonly Found[]} all @param {(one: Found) => string} label @param {readonly string[]} missing */
function describe({ text: word }, all, label, missing) {
  const top = all.slice(0, 5).map(label).join('; ');
  return word('description', { count: all.length, top }) + (missing.length > 0 ? ` ${word('missing', { count: missing.length })}` : '');
}
