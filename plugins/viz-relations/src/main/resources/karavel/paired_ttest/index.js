// @ts-check
/** @import { Cell, Chart, Filter, Input } from 'karavel-viz' */
/** @import { Field } from '../shared/columns.js' */
import { mix } from '../shared/color.js';
import { columnNames, fields, labelOf, metricFields, metricNames, numeric, xField } from '../shared/columns.js';
import { escape, joined } from '../shared/labels.js';
import { empty } from '../shared/look.js';
import { faded } from '../shared/marks.js';
import { valueTexts } from '../shared/numbers.js';
import { number, text } from '../shared/settings.js';
import { svgMark } from '../shared/svg.js';
import { pairedTest } from './student.js';

const MOST_GROUPS = 500;

/** @typedef {{ values: Map<Cell, number>, filters: readonly Filter[] }} Group */

/** The values of each group by time. @param {Input} input @param {Field} x @param {readonly Field[]} dimensions @param {Field} metric @returns {Map<string, Group>} */
function groupsOf(input, x, dimensions, metric) {
  const texts = dimensions.map((one) => labelOf(input, one));
  const groups = new Map(/** @type {[string, Group][]} */ ([]));
  for (let row = 0; row < input.data.length; row++) {
    const value = numeric(metric.values[row]);
    if (value === null) continue;
    const name = joined(dimensions.map((one, index) => texts[index]?.(one.values[row]) ?? ''));
    const group = groups.get(name) ?? { values: new Map(), filters: dimensions.map((one) => ({ column: one.name, values: [one.values[row] ?? null] })) };
    group.values.set(x.values[row] ?? null, value);
    if (groups.size < MOST_GROUPS || groups.has(name)) groups.set(name, group);
  }
  return groups;
}

/** @type {Chart} */
export const chart = (input) => {
  const { data, formData, text: word } = input;
  const asked = metricNames(formData, 'metrics', 'metric');
  const names = columnNames(formData, 'groupby');
  const x = xField(data, formData, [...asked, ...names]);
  const dimensions = fields(data, names).filter((one) => one.name !== x?.name);
  const metrics = metricFields(data, asked, [x, ...dimensions]);
  if (!x || metrics.length === 0 || data.length === 0) return empty(input);
  if (dimensions.length === 0) return empty(input, 'noGroups');
  const tables = metrics.map((metric) => ({ metric, groups: groupsOf(input, x, dimensions, metric) })).filter((one) => one.groups.size > 0);
  if (tables.length === 0) return empty(input);
  if (tables.every((one) => one.groups.size < 2)) return empty(input, 'oneGroup');

  const made = tables.map(({ metric, groups }) => table(input, metric, dimensions, groups));
  const html = `<div style="padding:2px 6px 8px;font-size:12px;line-height:1.4;color:${input.theme.ink};font-variant-numeric:tabular-nums">${made.map((one) => one.html).join('')}</div>`;
  return { kind: 'html', html, description: word('description', { metrics: metrics.map((one) => one.label).join(', '), significant: made.reduce((sum, one) => sum + one.significant, 0), count: made.reduce((sum, one) => sum + one.count, 0) }) };
};

/** One table per metric. @param {Input} input @param {Field} metric @param {readonly Field[]} dimensions @param {Map<string, Group>} groups */
function table(input, metric, dimensions, groups) {
  const { formData, formatters, size, theme, text: word } = input;
  const wanted = text(formData, 'control_group');
  const [first = ''] = groups.keys();
  const control = groups.has(wanted) ? wanted : first;
  const base = groups.get(control)?.values ?? new Map();
  const level = number(formData, 'significance_level') ?? 0.05;
  const digits = Math.max(1, Math.min(size.width < 300 ? 4 : 12, Math.round(number(formData, 'pvalue_precision') ?? 6)));
  const lifts = Math.max(0, Math.min(12, Math.round(number(formData, 'liftvalue_precision') ?? 4)));
  const [pText, liftText, tText, value] = [formatters.number(`.${digits}f`), formatters.number(`.${lifts}f`), formatters.number('.4f'), valueTexts(input).short];
  const tests = [...groups].filter(([name]) => name !== control).map(([name, { values, filters }]) => {
    const times = [...base.keys()].filter((time) => values.has(time));
    return { name, filters, ...pairedTest(times.map((time) => base.get(time) ?? 0), times.map((time) => values.get(time) ?? 0)) };
  });
  const reach = tests.reduce((most, one) => Math.max(most, Math.abs(one.lift ?? 0)), 0);
  const [withBars, withMeans, withT, withLift] = [760, 600, 430, 260].map((least) => size.width >= least);
  const line = `border-bottom:1px solid ${theme.hairline}`;
  const pad = size.width < 300 ? 5 : 10;
  const cell = `padding:5px ${pad}px;${line};white-space:nowrap`;
  const right = `${cell};text-align:right`;
  const head = (/** @type {string} */ label, left = false) => `<th scope="col" style="padding:4px ${pad}px;text-align:${left ? 'left' : 'right'};${line};color:${theme.inkMuted};font-weight:560;white-space:nowrap">${escape(label)}</th>`;
  const p = (/** @type {number | null} */ one) => (one === null ? '–' : one < 10 ** -digits ? `&lt; ${escape(pText(10 ** -digits))}` : escape(pText(one)));
  const bar = (/** @type {number | null} */ lift) => {
    if (!withBars || lift === null || reach === 0) return '';
    const share = Math.round((Math.abs(lift) / reach) * 50);
    const color = mix(theme.surface, lift < 0 ? (theme.diverging[0] ?? theme.bad) : (theme.diverging[theme.diverging.length - 1] ?? theme.accent), 0.8);
    return `<span style="display:inline-block;vertical-align:middle;width:80px;height:8px;margin-left:10px;background:linear-gradient(${theme.hairline},${theme.hairline}) center/1px 100% no-repeat"><span style="display:block;height:8px;border-radius:2px;width:${share}%;margin-left:${lift < 0 ? 50 - share : 50}%;background:${color}"></span></span>`;
  };
  const rows = tests.map((one) => {
    const sure = one.p !== null && one.p < level;
    const verdict = one.pairs < 2 ? word('fewPairs') : one.t === null ? word('same') : sure ? `${one.mean > 0 ? '▲' : '▼'} ${word('yes')}` : word('no');
    const strong = sure ? `font-weight:600;color:${theme.ink}` : `color:${theme.inkMuted}`;
    const means = withMeans ? `<td style="${right}">${escape(value(one.mean))}</td>` : '';
    const more = means + (withT ? `<td style="${right}">${one.t === null ? '–' : escape(tText(one.t))}</td><td style="${right}">${one.freedom}</td>` : '');
    const lift = withLift ? `<td style="${right}">${one.lift === null ? '–' : `${escape(liftText(one.lift * 100))} %`}${bar(one.lift)}</td>` : '';
    const chosen = faded(input, one.filters) ? ' style="opacity:0.35"' : '';
    return `<tr${chosen}><th scope="row" style="${cell};text-align:left;font-weight:400;color:${theme.ink};max-width:${Math.round(size.width * 0.36)}px;overflow:hidden;text-overflow:ellipsis"><span${svgMark({ filters: one.filters, label: one.name })}>${escape(one.name)}</span></th>${more}<td style="${right}">${p(one.p)}</td>${lift}<td style="${right};${strong}">${escape(verdict)}</td></tr>`;
  });
  const caption = `<caption style="text-align:left;padding:6px ${pad}px 2px"><strong style="font-weight:600;font-size:13px">${escape(metric.label)}</strong> <span style="color:${theme.inkMuted}">${escape(word('against', { control, level }))}</span></caption>`;
  const columns = [head(joined(dimensions.map((one) => one.label)), true), ...(withMeans ? [head(word('difference'))] : []), ...(withT ? [head('t'), head(word('freedom'))] : []), head(word('p')), ...(withLift ? [head(word('lift'))] : []), head(word('significant'))];
  const html = `<table style="border-collapse:collapse;width:100%;margin-bottom:10px">${caption}<thead><tr>${columns.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return { html, count: tests.length, significant: tests.filter((one) => one.p !== null && one.p < level).length };
}
