// @ts-check
/** @import { Chart } from 'karavel-viz' */
import { mix } from '../shared/color.js';
import { columnNames, fields, labelOf, metricFields, metricNames, numeric } from '../shared/columns.js';
import { fit, joined, widthOf } from '../shared/labels.js';
import { FONT, base, empty, tooltipBox } from '../shared/look.js';
import { faded, marked } from '../shared/marks.js';
import { valueTexts } from '../shared/numbers.js';
import { flag, number, text } from '../shared/settings.js';
import { tooltipHtml } from '../shared/tooltip.js';
import { bands, ends } from './scale.js';

const MOST_POINTERS = 10;

/** @type {Chart} */
export const chart = (input) => {
  const { data, formData, formatters, size, theme, colorOf, text: word } = input;
  const groups = fields(data, columnNames(formData, 'groupby'));
  const [metric] = metricFields(data, metricNames(formData, 'metric', 'metrics'), groups);
  const labels = groups.map((one) => labelOf(input, one, text(formData, 'date_format', 'smart_date') === 'smart_date' ? undefined : text(formData, 'date_format')));
  const values = (metric?.values ?? []).flatMap((cell, row) => {
    const value = numeric(cell);
    const filters = groups.map((one) => ({ column: one.name, values: [one.values[row] ?? null] }));
    return value === null ? [] : [{ value, filters, name: joined(groups.map((one, index) => labels[index]?.(one.values[row]) ?? '')) }];
  }).slice(0, MOST_POINTERS);
  if (!metric || values.length === 0) return empty(input);

  const texts = valueTexts(input);
  const around = text(formData, 'value_formatter', '{value}');
  const written = (/** @type {number} */ value) => (around.includes('{value}') ? around.replaceAll('{value}', texts.short(value)) : texts.short(value));
  const scale = ends(formData, values.map((one) => one.value), text(formData, 'number_format').includes('%'));
  const zones = bands(formData, theme, scale);
  const zoneOf = (/** @type {number} */ value) => zones.find(([end]) => (value - scale.min) / (scale.max - scale.min) <= end + 1e-9)?.[1];
  const one = values.length === 1;
  const colors = values.map((each) => (one ? (zoneOf(each.value) ?? theme.categorical[0] ?? theme.accent) : colorOf(each.name)));
  const [start, end] = [number(formData, 'start_angle') ?? 225, number(formData, 'end_angle') ?? -45];
  const listed = !one && size.width >= 320 && size.height >= 120;
  const side = listed ? Math.min(size.width * 0.4, 190) : 0;
  const width = size.width - side;
  // The usual dial is open below: it may be larger than its circle's box.
  const open = start === 225 && end === -45;
  const radius = Math.max(12, Math.min(width / 2 - 6, (size.height - 8) / (open ? 1.72 : 2)));
  const center = [width / 2, open ? 4 + radius : size.height / 2];
  const large = radius >= 70;
  const ring = Math.max(5, Math.min(18, radius * 0.16));
  // Where colors meet a round end would lie over its neighbor: a bar ends as what it lies on does.
  const round = zones.length === 0 && flag(formData, 'round_cap', true);
  // A bar that begins below zero would tell a wrong amount; the pointer does not.
  const progress = flag(formData, 'show_progress', true) && !(scale.min < 0 && flag(formData, 'show_pointer', true));
  const own = progress && !one && !flag(formData, 'overlap', false);
  const thin = own ? Math.max(3, Math.min(12, (radius * 0.5) / values.length - 2)) : ring;
  const pointer = flag(formData, 'show_pointer', true) && !own;
  const least = Math.min(scale.max, Math.max(scale.min, 0));

  const lines = large && flag(formData, 'show_split_line', false);

  const hero = written(values[0]?.value ?? 0);
  const font = number(formData, 'font_size') ?? Math.max(12, Math.min(34, radius * 0.3, (radius * 1.25) / (widthOf(hero, 1) || 1)));
  // Under an open dial the labels of its ends stand beside the number: where that is wide, they give way.
  const inside = radius - ring - (lines ? 26 : 24);
  const widestEnd = Math.max(...[scale.min, scale.max].map((value) => widthOf(texts.short(value), FONT)));
  const crowded = one && open && widthOf(hero, font) / 2 + 8 > inside * 0.707 - widestEnd;
  const isEnd = (/** @type {number} */ value) => Math.min(Math.abs(value - scale.min), Math.abs(scale.max - value)) < (scale.max - scale.min) * 1e-6;

  const dial = (/** @type {number} */ index) => {
    const reach = own ? radius - index * (thin + 3) : radius;
    return {
      type: 'gauge',
      center, radius: reach, startAngle: start, endAngle: end, min: scale.min, max: scale.max,
      splitNumber: number(formData, 'split_number') ?? 5,
      axisLine: { roundCap: round, lineStyle: { width: own ? thin : ring, color: zones.length > 0 && !own ? zones.map(([to, color]) => [to, mix(color, theme.surface, progress ? 0.72 : 0)]) : [[1, mix(theme.surface, theme.inkMuted, 0.18)]] } },
      axisTick: { show: index === 0 && large && flag(formData, 'show_axis_tick', false), distance: 4, length: 4, lineStyle: { color: theme.inkMuted, width: 1 } },
      splitLine: { show: index === 0 && lines, distance: 4, length: lines ? 8 : 0, lineStyle: { color: theme.inkMuted, width: 1.5 } },
      axisLabel: { show: index === 0 && radius >= 105 && !own, distance: lines ? 26 : 24, color: theme.inkMuted, fontSize: FONT, fontFamily: theme.fontFamily, formatter: (/** @type {number} */ value) => (crowded && isEnd(value) ? '' : texts.short(Math.round(value * 1e6) / 1e6)) },
    };
  };
  const bar = (/** @type {number} */ index) => ({ show: progress, overlap: true, width: own ? thin : ring, roundCap: round, clip: true, itemStyle: { color: colors[index] } });
  const needle = (/** @type {number} */ index) => ({ show: pointer, icon: NEEDLE, length: '62%', width: Math.max(3, radius * 0.05), offsetCenter: [0, 0], itemStyle: { color: one ? theme.inkSecondary : colors[index] } });
  const series = values.map((each, index) => ({
    ...dial(index),
    name: each.name || metric.label,
    data: [{ value: Math.min(scale.max, Math.max(scale.min, each.value)), name: each.name, ...marked(each.filters), itemStyle: { color: colors[index], opacity: faded(input, each.filters) ? 0.25 : 1 } }],
    progress: bar(index),
    pointer: needle(index),
    anchor: { show: pointer && index === values.length - 1, size: Math.max(6, radius * 0.1), showAbove: true, itemStyle: { color: theme.surface, borderColor: one ? theme.inkSecondary : theme.inkMuted, borderWidth: 2 } },
    title: { show: false },
    detail: { show: one, offsetCenter: [0, pointer ? (open ? '62%' : '45%') : open ? '4%' : 0], fontSize: font, fontWeight: 640, fontFamily: theme.fontFamily, color: theme.ink, formatter: () => hero },
    ...(index > 0 && !own ? { axisLine: { show: false, lineStyle: { width: ring } } } : {}),
    z: 2 + index,
  }));
  const tooltip = {
    ...tooltipBox(theme),
    trigger: 'item',
    formatter: (/** @type {{ seriesIndex: number }} */ { seriesIndex }) => {
      const each = values[seriesIndex];
      if (!each) return '';
      const share = formatters.number('.1%')((each.value - least) / ((each.value < least ? least - scale.min : scale.max - least) || 1));
      return tooltipHtml(theme, each.name || metric.label, [{ color: colors[seriesIndex], name: each.name ? metric.label : word('value'), value: texts.long(each.value), strong: true }, { name: word('ofScale', { max: texts.short(each.value < least ? scale.min : scale.max) }), value: share }]);
    },
  };
  // Beside several rings their names and values, in the order from the outer ring inwards.
  const step = Math.min(22, (size.height - 8) / values.length);
  const top = Math.max(2, center[1] === undefined ? 0 : size.height / 2 - (values.length * step) / 2);
  const rows = listed ? values.map((each, index) => ({ text: `{dot|●} {name|${plain(fit(each.name, side - 84, 12))}}  {value|${plain(written(each.value))}}`, left: width + 4, top: Math.round(top + index * step), padding: 0, textStyle: { fontFamily: theme.fontFamily, fontSize: 12, rich: { dot: { color: colors[index], fontSize: 10 }, name: { color: theme.inkSecondary, fontSize: 12 }, value: { color: theme.ink, fontSize: 12, fontWeight: 600 } } } })) : [];
  const description = values.map((each) => `${each.name || metric.label}: ${written(each.value)}`).join(', ') + `. ${word('description', { min: texts.short(scale.min), max: texts.short(scale.max) })}`;
  return { kind: 'echarts', description, option: { ...base(theme), title: rows, tooltip, series } };
};

/** Tapered, and without a tail beyond the middle. */
const NEEDLE = 'path://M4.5 0h1L10 100H0z';

/** Braces mean styles to ECharts. @param {string} label */
const plain = (label) => label.replaceAll('{', '(').replaceAll('}', ')').replaceAll('|', '¦');
