// @ts-check
/** @import { Chart } from 'karavel-viz' */
import { fields, metricFields, metricNames, numeric } from '../shared/columns.js';
import { conditionColor } from '../shared/conditions.js';
import { SMALL, heroSize, line } from '../shared/headline.js';
import { fit } from '../shared/labels.js';
import { base, empty } from '../shared/look.js';
import { valueTexts } from '../shared/numbers.js';
import { flag, list, number, text } from '../shared/settings.js';

/** @type {Chart} */
export const chart = (input) => {
  const { data, formData, formatters, size, theme } = input;
  const asked = metricNames(formData, 'metric', 'metrics');
  const metric = fields(data, asked)[0] ?? metricFields(data, asked, [])[0];
  const cell = metric?.values[0] ?? null;
  if (!metric || cell === null) return empty(input);

  const moment = metric.type === 'time' || flag(formData, 'force_timestamp_formatting', false);
  const format = text(formData, 'time_format', 'smart_date');
  const when = formatters.time(format === 'smart_date' ? undefined : format);
  const hero = moment ? when(cell) : numeric(cell) === null ? formatters.cell(metric)(cell) : valueTexts(input).short(numeric(cell));
  const note = text(formData, 'subtitle') || text(formData, 'subheader');
  const color = conditionColor(input, list(formData, 'conditional_formatting'), metric.name, cell, metric.values) ?? theme.ink;

  const name = flag(formData, 'show_metric_name', false) ? metric.label : '';
  const small = (/** @type {string[]} */ controls) => {
    const share = controls.map((control) => number(formData, control)).find((one) => one !== undefined);
    return share === undefined ? SMALL : Math.round(Math.max(9, Math.min(share * size.height * 0.6, (share / 0.15) * SMALL, 28)));
  };
  const [above, below] = [small(['metric_name_font_size']), small(['subtitle_font_size', 'subheader_font_size'])];
  const heading = Math.min(heroSize(input, hero, 0.4), Math.max(14, size.height - 8 - (name ? above + 6 : 0) - (note ? below + 6 : 0)));
  const height = heading * 1.1 + (note ? below + 6 : 0) + (name ? above + 6 : 0);
  const top = size.height < 150 ? 2 : Math.round((size.height - height) / 2.3);
  const start = top + (name ? above + 6 : 0);
  const lines = [line(input, hero, start, { size: heading, color, weight: 640 })];
  if (name) lines.push(line(input, fit(name, size.width - 8, above), top, { size: above, color: theme.inkSecondary, weight: 560 }));
  if (note) lines.push(line(input, fit(note, size.width - 8, below), start + Math.round(heading * 1.1) + 4, { size: below, color: theme.inkMuted }));
  return { kind: 'echarts', description: [name, hero, note].filter(Boolean).join(', '), option: { ...base(theme), title: lines, series: [] } };
};
