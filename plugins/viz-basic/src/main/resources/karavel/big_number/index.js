// @ts-check
/** @import { Cell, Chart, Input } from 'karavel-viz' */
import { alpha, picked } from '../shared/color.js';
import { metricFields, metricNames, numeric, xField } from '../shared/columns.js';
import { conditionColor } from '../shared/conditions.js';
import { SMALL, fitted, heroSize, line, noteSize } from '../shared/headline.js';
import { base, empty, tooltipBox } from '../shared/look.js';
import { valueTexts } from '../shared/numbers.js';
import { flag, list, number, text } from '../shared/settings.js';
import { momentText } from '../shared/times.js';
import { tooltipHtml } from '../shared/tooltip.js';

/** @typedef {{ readonly x: Cell, readonly value: number }} Point */

/** @type {Record<string, (values: readonly number[]) => number>} */
const SUMMARIES = {
  sum: (values) => values.reduce((all, value) => all + value, 0),
  mean: (values) => values.reduce((all, value) => all + value, 0) / values.length,
  min: (values) => values.reduce((least, value) => Math.min(least, value)),
  max: (values) => values.reduce((most, value) => Math.max(most, value)),
  median: (values) => {
    const sorted = [...values].sort((a, b) => a - b);
    const middle = sorted.length >> 1;
    return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
  },
};

/** @param {Input} input @returns {{ points: Point[], value: number | null, label: (cell: Cell | undefined) => string, name: string, column: string }} */
function read(input) {
  const { data, formData } = input;
  const asked = metricNames(formData, 'metric', 'metrics');
  const x = xField(data, formData, asked);
  const [metric] = metricFields(data, asked, [x]);
  const points = (metric?.values ?? []).flatMap((cell, row) => {
    const value = numeric(cell);
    return value === null ? [] : [{ x: x?.values[row] ?? row, value }];
  });
  points.sort((a, b) => Number(a.x) - Number(b.x));
  const summary = SUMMARIES[text(formData, 'aggregation')];
  const values = points.map((one) => one.value);
  const whole = text(formData, 'aggregation') === 'raw' ? overall(input, asked) : null;
  const value = values.length === 0 ? whole : (whole ?? (summary ? summary(values) : (values[values.length - 1] ?? null)));
  const label = x?.type === 'time' ? momentText(input, points.map((one) => Number(one.x))) : (/** @type {Cell | undefined} */ cell) => String(cell ?? '');
  return { points, value, label, name: metric?.label ?? '', column: metric?.name ?? '' };
}

/** The metric over the whole time, which is asked by itself: averages of averages are wrong. @param {Input} input @param {readonly string[]} asked */
function overall({ results }, asked) {
  const [only] = results[1] ? metricFields(results[1], asked, []) : [];
  return numeric(only?.values[0]);
}

/** How the newest point stands to the one `compare_lag` before it. @param {Input} input @param {readonly Point[]} points */
function change(input, points) {
  const { formData, formatters, theme, text: word } = input;
  const lag = number(formData, 'compare_lag') ?? 0;
  const [now, before] = [points[points.length - 1]?.value, points[points.length - 1 - lag]?.value];
  if (lag <= 0 || now === undefined || before === undefined) return undefined;
  const share = before === 0 ? null : (now - before) / Math.abs(before);
  const absolute = text(formData, 'compare_as') === 'difference' || share === null;
  const amount = absolute ? valueTexts(input).short(Math.abs(now - before)) : formatters.number('.1%')(Math.abs(share));
  const direction = now > before ? 'up' : now < before ? 'down' : 'same';
  const wish = text(formData, 'increase_is', 'good');
  const good = direction === 'same' || wish === 'neutral' ? undefined : (direction === 'up') === (wish === 'good');
  const suffix = text(formData, 'compare_suffix');
  return {
    good,
    color: good === undefined ? theme.inkSecondary : good ? theme.good : theme.bad,
    text: direction === 'same' ? '' : amount,
    arrow: { up: '▲', down: '▼', same: word('same') }[direction],
    suffix,
    spoken: direction === 'same' ? `${word('same')} ${suffix}`.trim() : `${word(direction, { change: amount })} ${suffix}`.trim(),
  };
}

/** @param {string} label */
const plain = (label) => label.replaceAll('{', '(').replaceAll('}', ')').replaceAll('|', '¦');

/** @type {Chart} */
export const chart = (input) => {
  const { formData, size, theme } = input;
  const { points, value, label, name, column } = read(input);
  if (value === null) return empty(input);
  const texts = valueTexts(input);
  const hero = texts.short(value);
  const delta = change(input, points);
  const subtitle = text(formData, 'subtitle') || text(formData, 'subheader');
  const last = points[points.length - 1];
  const format = text(formData, 'time_format');
  const stamped = format && !format.startsWith('smart_date') ? input.formatters.time(format) : label;
  const stamp = flag(formData, 'show_timestamp', false) && last ? stamped(last.x) : '';

  const heading = heroSize(input, hero, 0.4);
  const named = flag(formData, 'show_metric_name', false) && size.height >= 70 ? name : '';
  const under = named ? SMALL + 6 : 0;
  const ink = conditionColor(input, list(formData, 'conditional_formatting'), column, value, points.map((one) => one.value)) ?? theme.ink;
  const lines = [...(named ? [line(input, fitted(input, named), 2, { size: SMALL, color: theme.inkMuted })] : []), line(input, hero, 2 + under, { size: heading, color: ink, weight: 640 })];
  let below = under + Math.round(heading * 1.1) + 6;
  const font = noteSize(input);
  const notes = [delta ? noteOf(delta, theme.inkMuted, input) : undefined, ...(subtitle ? [{ text: plain(fitted(input, subtitle, font)), rich: undefined, font }] : []), ...(stamp ? [{ text: plain(fitted(input, stamp)), rich: undefined }] : [])];
  for (const note of notes) {
    const own = (note && 'font' in note ? note.font : undefined) ?? SMALL;
    if (!note || below + own + 2 > size.height) continue;
    lines.push(line(input, note.text, below, { size: own, color: theme.inkMuted, ...(note.rich ? { rich: note.rich } : {}) }));
    below += own + 6;
  }
  const trend = flag(formData, 'show_trend_line', true) && points.length > 1 && size.height - below >= 26;
  const color = picked(formData, 'color_picker') ?? (delta?.good === false ? (theme.categorical[4] ?? theme.bad) : (theme.categorical[0] ?? theme.accent));
  const description = [hero, delta?.spoken, subtitle].filter(Boolean).join(', ');
  return { kind: 'echarts', description, option: { ...base(theme), title: lines, ...(trend ? trendOf(input, points, color, below + 4, label) : { series: [] }) } };
};

/** @param {NonNullable<ReturnType<typeof change>>} delta @param {string} muted @param {Input} input */
function noteOf(delta, muted, input) {
  const head = [delta.arrow, delta.text].filter(Boolean).join(' ');
  const tail = fitted(input, `${head} ${delta.suffix}`).slice(head.length).trim();
  return { text: `{head|${plain(head)}}${tail ? `{tail|${plain(tail)}}` : ''}`, rich: { head: { color: delta.color, fontSize: SMALL, fontWeight: 560 }, tail: { color: muted, fontSize: SMALL, padding: [0, 0, 0, 8] } } };
}

/** @param {Input} input @param {readonly Point[]} points @param {string} color @param {number} top @param {(cell: Cell | undefined) => string} label */
function trendOf(input, points, color, top, label) {
  const { theme, formData } = input;
  const values = points.map((one) => one.value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const zero = flag(formData, 'start_y_axis_at_zero', false);
  const floor = zero ? Math.min(0, low) : low - (high - low || Math.abs(high) || 1) * 0.08;
  const long = valueTexts(input).long;
  const end = points.length - 1;
  return {
    grid: { left: 4, right: 6, top, bottom: 4 },
    xAxis: { show: false, type: 'category', boundaryGap: false, data: points.map((_, index) => index) },
    yAxis: { show: false, type: 'value', min: floor, max: zero ? Math.max(0, high) : high },
    tooltip: {
      ...tooltipBox(theme),
      trigger: 'axis',
      axisPointer: { type: 'line', lineStyle: { color: theme.inkMuted, width: 1, type: 'solid', opacity: 0.5 } },
      formatter: (/** @type {readonly { dataIndex: number }[]} */ [hit]) => {
        const point = points[hit?.dataIndex ?? -1];
        return point ? tooltipHtml(theme, '', [{ name: label(point.x), value: long(point.value), strong: true }]) : '';
      },
    },
    series: [
      {
        type: 'line', data: values, color, symbol: 'circle', showSymbol: false, symbolSize: 6, smooth: 0.3, sampling: 'lttb',
        lineStyle: { width: 1.7, color, cap: 'round' }, itemStyle: { color, borderColor: theme.surface, borderWidth: 1.5 },
        areaStyle: { color: alpha(color, 0.13), origin: 'start' },
        markPoint: { symbol: 'circle', symbolSize: 6, silent: true, animation: false, label: { show: false }, itemStyle: { color, borderColor: theme.surface, borderWidth: 1.5 }, data: [{ coord: [end, values[end]] }] },
      },
    ],
  };
}
