// @ts-check
/** @import { Chart, Filter, FormData, Input, Needs } from 'karavel-viz' */
import { finder } from '../maps/match.js';
import { leftOut, markOf, placed, ramp, sheet } from '../maps/picture.js';
import { colorScale } from '../maps/scale.js';
import { columnNames, field, labelOf, metricFields, metricNames, numeric } from '../shared/columns.js';
import { escape, fit } from '../shared/labels.js';
import { empty } from '../shared/look.js';
import { faded } from '../shared/marks.js';
import { valueTexts } from '../shared/numbers.js';
import { text } from '../shared/settings.js';
import { tooltipHtml } from '../shared/tooltip.js';

/** @typedef {[code: string, english: string, german: string, known: string[], x: number, y: number, path: string]} Region */
/** @typedef {{ readonly width: number, readonly height: number, readonly frames: readonly number[][], readonly regions: readonly Region[] }} Land */
/** @typedef {{ region: Region, name: string, filters: Filter[], metric: number | null, row: number }} Found */

/** Where the country's drawing lies. @param {FormData} formData */
const address = (formData) => {
  const name = text(formData, 'select_country', 'usa').toLowerCase();
  return /^[a-z][a-z0-9_]*$/.test(name) ? `../geometry/countries/${name}.js` : '';
};

/** @type {Needs} */
export const needs = (formData) => [address(formData)].filter((one) => one !== '');

/** Codes, also without the country's own; names in the languages we have; then what is less certain. @param {Land} land */
function regionBy(land) {
  const byCode = finder(land.regions, ([code]) => [code, code.slice(code.indexOf('-') + 1)]);
  const byName = finder(land.regions, ([, english, german, known]) => [english, german, ...known]);
  return (/** @type {unknown} */ cell) => byCode(cell) ?? byName(cell);
}

/** @param {Input} input @param {Land} land */
function read(input, land) {
  const { data, formData, locale } = input;
  const [named = ''] = columnNames(formData, 'entity');
  const entity = field(data, named) ?? field(data, data.columns.find((column) => column.type === 'text')?.name ?? '');
  const [metric] = metricFields(data, metricNames(formData, 'metric'), [entity]);
  /** @type {Map<Region, Found>} */
  const found = new Map();
  /** @type {Set<string>} */
  const missing = new Set();
  if (entity) {
    const find = regionBy(land);
    const label = labelOf(input, entity);
    entity.values.forEach((cell, row) => {
      if (cell === null) return;
      const region = find(cell);
      if (!region) missing.add(label(cell));
      else if (!found.has(region)) {
        const name = region[locale.startsWith('de') ? 2 : 1];
        found.set(region, { region, name, filters: [{ column: entity.name, values: [cell] }], metric: numeric(metric?.values[row]), row });
      }
    });
  }
  const all = [...found.values()].sort((one, other) => (other.metric ?? -Infinity) - (one.metric ?? -Infinity) || one.row - other.row);
  return { metric, all, missing: [...missing] };
}

/** @type {Chart} */
export function chart(input) {
  const { formData, size, theme, parts = {}, text: word } = input;
  const land = /** @type {Land | undefined} */ (parts[address(formData)]);
  if (!land) return unknown(input);
  const { metric, all, missing } = read(input, land);
  if (all.length === 0 && missing.length === 0) return empty(input);
  const values = all.flatMap((one) => (one.metric === null ? [] : [one.metric]));
  const scale = colorScale(values, theme, text(formData, 'color_scale', 'linear'));
  const { short, long } = valueTexts(input, { format: text(formData, 'number_format') });
  const legend = values.length > 0 && size.height >= 150 && size.width >= 260;
  const inset = size.height < 100 ? 0 : 4;
  const at = placed(land, { left: inset, top: inset, width: size.width - 2 * inset, height: size.height - 2 * inset - (legend ? 24 : 0) });
  const fill = (/** @type {Found} */ one) => (one.metric === null ? theme.hairline : scale.color(one.metric));
  const label = (/** @type {Found} */ one) => (metric ? `${one.name}, ${metric.label} ${long(one.metric)}` : one.name);
  const tip = (/** @type {Found} */ one) => tooltipHtml(theme, one.name, metric ? [{ name: metric.label, value: long(one.metric), color: fill(one), strong: true }] : []);
  const shown = new Set(all.map((one) => one.region));
  const thin = Math.round(60 / at.scale) / 100;
  const drawn = [
    `<g transform="${at.transform}" stroke="${theme.surface}" stroke-width="${thin}" stroke-linejoin="round">`,
    `<g fill="none" stroke="${theme.hairline}">${land.frames.map(([x, y, width, height]) => `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${4 / at.scale}"/>`).join('')}</g>`,
    `<g fill="${theme.mode === 'dark' ? theme.hairline : theme.sunken}">${land.regions.map((region) => (shown.has(region) ? '' : `<path d="${region[6]}"/>`)).join('')}</g>`,
    ...all.map((one) => `<path d="${one.region[6]}" fill="${fill(one)}"${faded(input, one.filters) ? ' opacity="0.3"' : ''}${markOf({ tip: tip(one), label: label(one), filters: one.filters })}/>`),
    '</g>',
    legend && metric ? ramp(input, scale, short, metric.label, { left: 4, top: size.height - 16 }) : '',
    leftOut(input, missing),
  ];
  const top = all.slice(0, 5).map(label).join('; ');
  const description = word('description', { count: all.length, top }) + (missing.length > 0 ? ` ${word('missing', { count: missing.length })}` : '');
  return { kind: 'svg', svg: sheet(input, drawn), description };
}

/** @param {Input} input @returns {ReturnType<Chart>} */
function unknown(input) {
  const { formData, size, theme, text: word } = input;
  const said = word('noCountry', { country: text(formData, 'select_country') });
  const line = `<text x="${size.width / 2}" y="${size.height / 2}" text-anchor="middle" fill="${theme.inkMuted}">${escape(fit(said, size.width - 16, 12))}</text>`;
  return { kind: 'svg', svg: sheet(input, [line]), description: said };
}
