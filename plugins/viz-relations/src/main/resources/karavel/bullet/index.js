// @ts-check
/** @import { Chart, FormData } from 'karavel-viz' */
import { mix } from '../shared/color.js';
import { columnNames, fields, labelOf, metricFields, metricNames, numeric } from '../shared/columns.js';
import { escape, fit, joined, widthOf } from '../shared/labels.js';
import { FONT, empty } from '../shared/look.js';
import { faded } from '../shared/marks.js';
import { valueTexts } from '../shared/numbers.js';
import { text } from '../shared/settings.js';
import { tooltipHtml } from '../shared/tooltip.js';

const MOST_BARS = 40;

/** Numbers and their names, written with commas. @param {FormData} form @param {string} values @param {string} names */
function listed(form, values, names) {
  const labels = text(form, names).split(',').map((one) => one.trim());
  const numbers = (Array.isArray(form[values]) ? form[values] : text(form, values).split(',')).map((one) => (String(one).trim() === '' ? NaN : Number(one)));
  return numbers.map((value, index) => ({ value, label: labels[index] ?? '' })).filter((one) => Number.isFinite(one.value));
}

/** Ticks at round numbers. @param {number} low @param {number} high @param {number} count */
function ticks(low, high, count) {
  const rough = (high - low) / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((one) => one * power >= rough) ?? 10);
  const first = Math.ceil(low / step - 1e-9);
  return Array.from({ length: Math.max(0, Math.floor(high / step + 1e-9) - first + 1) }, (_, index) => (first + index) * step);
}

const round = (/** @type {number} */ value) => Math.round(value * 10) / 10;

/** @type {Chart} */
export const chart = (input) => {
  const { data, formData, size, theme, text: word } = input;
  const groups = fields(data, columnNames(formData, 'groupby'));
  const [metric] = metricFields(data, metricNames(formData, 'metric', 'metrics'), groups);
  const labels = groups.map((one) => labelOf(input, one));
  const rows = (metric?.values ?? []).flatMap((cell, row) => {
    const value = numeric(cell);
    return value === null ? [] : [{ value, name: joined(groups.map((one, index) => labels[index]?.(one.values[row]) ?? '')), filters: groups.map((one) => ({ column: one.name, values: [one.values[row] ?? null] })) }];
  }).slice(0, MOST_BARS);
  if (!metric || rows.length === 0) return empty(input);

  const ranges = listed(formData, 'ranges', 'range_labels').sort((a, b) => a.value - b.value);
  const markers = listed(formData, 'markers', 'marker_labels');
  const lines = listed(formData, 'marker_lines', 'marker_line_labels');
  const values = [...rows, ...ranges, ...markers, ...lines].map((one) => one.value);
  const [least, most] = [values.reduce((a, b) => Math.min(a, b), 0), values.reduce((a, b) => Math.max(a, b), 0)];
  const [low, high] = [least < 0 ? least * 1.05 : 0, ranges.length > 0 && most === ranges[ranges.length - 1]?.value ? most : most > 0 ? most * 1.08 : least < 0 ? 0 : 1];
  const texts = valueTexts(input, { format: text(formData, 'y_axis_format') });
  const named = groups.length > 0;
  const roomy = size.width >= 180;
  const left = named && roomy ? Math.min(size.width * 0.28, rows.reduce((far, one) => Math.max(far, widthOf(one.name, 12)), 0) + 18) : roomy ? Math.max(8, widthOf(texts.short(low), FONT) / 2 + 4) : 8;
  const right = roomy ? Math.min(90, rows.reduce((far, one) => Math.max(far, widthOf(texts.short(one.value), 13)), 0) + 14) : 8;
  const axis = size.height >= 90 && roomy ? 20 : 2;
  const notes = size.height >= 110 && roomy && [...markers, ...lines].some((one) => one.label) ? 18 : 4;
  const lane = (size.height - axis - notes) / rows.length;
  const thick = Math.max(3, Math.min(46, lane * 0.62));
  const x = (/** @type {number} */ value) => left + ((Math.min(high, Math.max(low, value)) - low) / (high - low)) * Math.max(10, size.width - left - right);
  const total = rows.length * Math.min(lane, thick * 1.9);
  const top = notes + Math.max(0, (size.height - axis - notes - total) / 2);
  const step = total / rows.length;
  const color = theme.categorical[0] ?? theme.accent;
  const core = ranges.length > 0 ? 0.18 : 0.32;
  const every = Math.max(1, Math.ceil(14 / step));
  const shade = (/** @type {number} */ index) => mix(theme.surface, theme.inkMuted, 0.34 - (0.24 * index) / Math.max(1, ranges.length - 1));
  const zero = x(0);

  const drawn = rows.map((one, index) => {
    const middle = top + step * (index + 0.5);
    const band = ranges.map((range, place) => ({ ...range, place })).reverse().map((range) => `<rect x="${round(Math.min(zero, x(range.value)))}" y="${round(middle - thick / 2)}" width="${round(Math.abs(x(range.value) - zero))}" height="${round(thick)}" rx="2" fill="${shade(range.place)}"/>`);
    const reached = ranges.find((range) => one.value <= range.value)?.label;
    const list = [{ color, name: metric.label, value: texts.long(one.value), strong: true }, ...(reached ? [{ name: word('range'), value: reached }] : []), ...[...markers, ...lines].map((mark) => ({ name: mark.label || word('target'), value: texts.long(mark.value) }))];
    const said = `${one.name || metric.label}: ${texts.short(one.value)}${reached ? `, ${reached}` : ''}`;
    const filters = one.filters.length > 0 ? ` data-karavel="${escape(JSON.stringify({ filters: one.filters }))}"` : '';
    const bar = `<rect x="${round(Math.min(zero, x(one.value)))}" y="${round(middle - thick * core)}" width="${round(Math.max(1, Math.abs(x(one.value) - zero)))}" height="${round(thick * core * 2)}" rx="2" fill="${color}"${faded(input, one.filters) ? ' fill-opacity="0.3"' : ''} data-tip="${escape(tooltipHtml(theme, one.name, list))}" aria-label="${escape(said)}"${filters}/>`;
    const across = lines.map((mark) => `<path d="M${round(x(mark.value))} ${round(middle - thick * 0.36)}V${round(middle + thick * 0.36)}" stroke="${theme.ink}" stroke-width="2.4"/>`);
    const tip = Math.max(3.5, Math.min(6, thick * 0.16));
    const triangles = markers.map((mark) => `<path d="M${round(x(mark.value))} ${round(middle - thick * 0.2)}l${round(-tip)} ${round(-tip * 1.6)}h${round(tip * 2)}Z" fill="${theme.categorical[1] ?? theme.ink}" stroke="${theme.surface}"/>`);
    const written = roomy && index % every === 0;
    const name = named && written ? `<text x="${round(left - 10)}" y="${round(middle + 4)}" text-anchor="end" font-size="12" fill="${theme.inkSecondary}">${escape(fit(one.name, left - 14, 12))}</text>` : '';
    const value = written ? `<text x="${round(size.width - right + 10)}" y="${round(middle + 4.5)}" font-size="13" font-weight="600" fill="${theme.ink}">${escape(texts.short(one.value))}</text>` : '';
    return [...band, bar, ...across, ...triangles, name, value].join('');
  });
  /** The middle of a text that shall not be cut at either side. @param {number} at @param {string} label */
  const within = (at, label) => Math.min(size.width - widthOf(label, FONT) / 2 - 2, Math.max(widthOf(label, FONT) / 2 + 2, at));
  const bottom = Math.min(size.height - 20, top + total - (step - thick) / 2 + 4);
  const scale = axis > 10 ? ticks(low, high, Math.max(2, Math.floor((size.width - left - right) / 90))).map((value) => `<path d="M${round(x(value))} ${round(bottom)}v4" stroke="${theme.inkMuted}" stroke-opacity="0.6"/><text x="${round(within(x(value), texts.short(value)))}" y="${round(bottom + 16)}" text-anchor="middle" font-size="${FONT}" fill="${theme.inkMuted}">${escape(texts.short(value))}</text>`) : [];
  let last = -Infinity;
  const words = notes > 10 ? [...markers.map((one) => ({ ...one, ink: theme.inkSecondary })), ...lines.map((one) => ({ ...one, ink: theme.ink }))].filter((one) => one.label).sort((a, b) => a.value - b.value).flatMap((one) => {
    const label = fit(one.label, 110, FONT);
    const at = within(x(one.value), label);
    const free = at - widthOf(label, FONT) / 2 > last + 6;
    if (free) last = at + widthOf(label, FONT) / 2;
    return free ? [`<text x="${round(at)}" y="${round(Math.max(11, top + (step - thick) / 2 - 6))}" text-anchor="middle" font-size="${FONT}" fill="${one.ink}">${escape(label)}</text>`] : [];
  }) : [];
  const description = rows.slice(0, 8).map((one) => `${one.name || metric.label}: ${texts.short(one.value)}`).join(', ') + [...markers, ...lines].map((one) => `, ${one.label || word('target')}: ${texts.short(one.value)}`).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}" font-family="${escape(theme.fontFamily)}">${drawn.join('')}${scale.join('')}${words.join('')}</svg>`;
  return { kind: 'svg', svg, description };
};
