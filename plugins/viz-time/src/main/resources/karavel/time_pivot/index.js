// @ts-check
/** @import { Chart, Filter, Input } from 'karavel-viz' */
/** @import { Cut } from './periods.js' */
import { alpha, mix, picked } from '../shared/color.js';
import { metricNames, numeric, xField } from '../shared/columns.js';
import { measures } from '../shared/measures.js';
import { base, empty, grid, lines, quietAxis, tooltipBox, legend } from '../shared/look.js';
import { faded, marked } from '../shared/marks.js';
import { valueTexts } from '../shared/numbers.js';
import { bounds, flag, text } from '../shared/settings.js';
import { momentText, tickLabels, ticks } from '../shared/times.js';
import { tooltipHtml } from '../shared/tooltip.js';
import { cutOf } from './periods.js';

const MOST = 30;
const NAMES = { year: '%Y', month: '%b %Y', week: '%b %-d, %Y', day: '%b %-d, %Y' };
const SHAPES = /** @type {Record<string, object>} */ ({ basis: { smooth: 0.4 }, cardinal: { smooth: 0.3 }, monotone: { smooth: 0.3, smoothMonotone: 'x' }, 'step-before': { step: 'start' }, 'step-after': { step: 'end' } });

/** @typedef {{ readonly name: string, readonly start: number, readonly filters: readonly Filter[], readonly points: readonly (readonly [number, number | null])[] }} Piece */

/** The pieces of time, the newest first, laid over the newest one's time. @param {Input} input @param {Cut} cut @returns {Piece[]} */
function pieces(input, cut) {
  const { data, formData, formatters } = input;
  const asked = metricNames(formData, 'metric', 'metrics');
  const x = xField(data, formData, asked);
  const [metric] = measures(data, asked, [x]);
  const found = new Map(/** @type {[number, [number, number | null][]][]} */ ([]));
  (x?.values ?? []).forEach((time, row) => {
    if (typeof time !== 'number' || x?.type !== 'time') return;
    const start = cut.start(time);
    found.set(start, [...(found.get(start) ?? []), [time - start, numeric(metric?.values[row])]]);
  });
  const newest = Math.max(...found.keys());
  const name = formatters.time(NAMES[cut.unit]);
  return [...found].sort(([a], [b]) => b - a).map(([start, points]) => ({ name: name(start), start, filters: x ? [{ column: x.name, values: [start], until: cut.end(start) }] : [], points: points.sort(([a], [b]) => a - b).map(([offset, value]) => [newest + offset, value]) }));
}

/** @type {Chart} */
export const chart = (input) => {
  const { formData, formatters, size, theme, text: word } = input;
  const cut = cutOf(text(formData, 'freq', 'W-MON'));
  const all = pieces(input, cut);
  const [newest] = all;
  if (!newest || !all.some(({ points }) => points.some(([, value]) => value !== null))) return empty(input);
  const shown = all.slice(0, MOST);
  const color = picked(formData, 'color_picker') ?? theme.categorical[0] ?? theme.accent;
  const texts = valueTexts(input);
  const { legend: key, inset } = legend(input, shown.map(({ name }) => name), { needed: flag(formData, 'show_legend', true) && shown.length > 1 });
  const shape = SHAPES[text(formData, 'line_interpolation', 'linear')] ?? {};
  const tone = (/** @type {number} */ age) => (age === 0 ? color : mix(theme.inkMuted, theme.surface, Math.min(0.75, 0.15 + (0.6 * age) / Math.max(4, shown.length))));

  const times = [...new Set(shown.flatMap(({ points }) => points.map(([time]) => time)))].sort((a, b) => a - b);
  const axis = timeAxis(input, cut, times, size.width - inset.left - inset.right - 70);
  const [low, high] = bounds(formData, 'y_axis_bounds');
  const title = text(formData, 'y_axis_label');
  const log = flag(formData, 'y_log_scale', false);
  const quiet = quietAxis(theme);
  const moment = { year: formatters.time('%b %-d'), month: formatters.time('%b %-d'), week: formatters.time('%A'), day: formatters.time('%H:%M') }[cut.unit];
  const exact = momentText(input, times);
  return {
    kind: 'echarts',
    description: word('spoken', { count: shown.length, newest: newest.name, oldest: shown[shown.length - 1]?.name ?? '' }),
    option: {
      ...base(theme),
      useUTC: true,
      grid: grid({ top: Math.max(10, inset.top + 4), right: 10 + inset.right, bottom: 4 + inset.bottom, left: 4 + inset.left }),
      legend: key,
      tooltip: {
        ...tooltipBox(theme),
        trigger: 'axis',
        axisPointer: { type: 'line', lineStyle: { color: theme.inkMuted, width: 1, type: 'solid', opacity: 0.6 }, label: { show: false } },
        formatter: (/** @type {unknown} */ given) => {
          const hits = /** @type {readonly { seriesIndex: number, dataIndex: number }[]} */ ([given].flat());
          const rows = hits.flatMap(({ seriesIndex, dataIndex }) => {
            const age = shown.length - 1 - seriesIndex;
            const [, value = null] = shown[age]?.points[dataIndex] ?? [];
            return value === null ? [] : [{ color: tone(age), name: shown[age]?.name ?? '', value: texts.long(value), strong: age === 0, age }];
          });
          const first = hits[0];
          const time = first && shown[shown.length - 1 - first.seriesIndex]?.points[first.dataIndex]?.[0];
          if (time === undefined || rows.length === 0) return '';
          rows.sort((a, b) => a.age - b.age);
          return tooltipHtml(theme, cut.unit === 'day' ? moment(time) : cut.unit === 'week' ? moment(time) : cut.unit === 'year' ? moment(time) : exact(time), rows, { more: (count) => word('more', { count }) });
        },
      },
      xAxis: axis,
      yAxis: {
        ...quiet,
        type: log ? 'log' : 'value',
        ...(title ? { name: title, nameLocation: 'end', nameGap: 10, nameTextStyle: { color: theme.inkMuted, fontSize: 11, align: 'left' } } : {}),
        ...(low !== undefined ? { min: low } : {}),
        ...(high !== undefined ? { max: high } : {}),
        scale: flag(formData, 'y_axis_showminmax', false),
        splitNumber: lines(size.height),
        splitLine: { ...quiet.splitLine, show: true },
        axisLabel: { ...quiet.axisLabel, show: size.height >= 80, formatter: (/** @type {number} */ value) => texts.short(value) },
      },
      // The newest lies on top.
      series: shown
        .map(({ name, filters, points }, age) => {
          const back = faded(input, filters);
          const chosen = !back && input.filterState.selected.length > 0;
          const drawn = chosen && age > 0 ? theme.inkSecondary : tone(age);
          return {
            type: 'line', name, ...marked(filters), triggerLineEvent: true, data: points.map(([time, value]) => [time, log && value !== null && value <= 0 ? null : value]), color: tone(age), showSymbol: points.length === 1, symbolSize: 5, z: chosen ? 5 : age === 0 ? 4 : 2,
            lineStyle: { color: drawn, width: age === 0 || chosen ? 2.6 : 1.2, opacity: back ? 0.3 : 1 }, itemStyle: { color: drawn }, ...(age === 0 ? { areaStyle: { color: alpha(color, back ? 0.03 : 0.07) } } : {}), ...shape, emphasis: { focus: 'series', lineStyle: { width: 2.6 } }, blur: { lineStyle: { opacity: 0.3 } },
            ...(points.length > 2000 ? { sampling: 'lttb' } : {}),
          };
        })
        .reverse(),
    },
  };
};

/** The newest piece's time, named without what changes from piece to piece. @param {Input} input @param {Cut} cut @param {readonly number[]} times @param {number} length */
function timeAxis({ formData, formatters, size, theme }, cut, times, length) {
  const quiet = quietAxis(theme);
  const own = text(formData, 'x_axis_format');
  const format = own && !own.startsWith('smart_date') ? own : { year: '%b', month: '%-d', week: '%a', day: '%H:%M' }[cut.unit];
  const grain = text(formData, 'time_grain_sqla');
  const chosen = ticks(times, length, cut.unit === 'year' && times.length > 12 ? 'P1M' : grain, cut.unit === 'year' ? 32 : 40);
  const labels = cut.unit === 'year' && !own ? tickLabels(formatters, chosen.times, 'month', { quarters: false, below: false }) : undefined;
  const say = formatters.time(format);
  const first = chosen.times[0];
  const values = [...chosen.times];
  const title = text(formData, 'x_axis_label');
  return {
    ...quiet, type: 'time', boundaryGap: false,
    ...(title && size.height > 110 ? { name: title, nameLocation: 'middle', nameGap: 24, nameTextStyle: { color: theme.inkMuted, fontSize: 11 } } : {}),
    axisTick: { show: false, customValues: values },
    axisLabel: { ...quiet.axisLabel, customValues: values, formatter: (/** @type {number} */ time) => (labels && time !== first && /^\d{4}$/.test(labels.get(time) ?? '') ? say(time) : labels?.get(time) ?? say(time)) },
  };
}
