// @ts-check
/** @import { Chart, Input } from 'karavel-viz' */
import { fields, metricFields, metricNames, numeric } from '../shared/columns.js';
import { conditionColor } from '../shared/conditions.js';
import { SMALL, fitted, heroSize, line } from '../shared/headline.js';
import { base, empty } from '../shared/look.js';
import { valueTexts } from '../shared/numbers.js';
import { flag, list, text } from '../shared/settings.js';

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

  const heading = heroSize(input, hero, 0.4);
  const height = heading * 1.1 + (note ? SMALL + 6 : 0);
  const top = size.height < 150 ? 2 : Math.round((size.height - height) / 2.3);
  const lines = [line(input, hero, top, { size: heading, color, weight: 640 })];
  if (note) lines.push(line(input, fitted(input, note), top + Math.round(heading * 1.1) + 4, { size: SMALL, color: theme.inkMuted }));
  return { kind: 'echarts', description: [hero, note].filter(Boolean).join(', '), option: { ...base(theme), title: lines, series: [] } };
};
