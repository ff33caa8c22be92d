// @ts-check
/** @import { Chart, Input } from 'karavel-viz' */
/** @import { Row, Task } from './tasks.js' */
import { inkOn } from '../shared/color.js';
import { fit, widthOf } from '../shared/labels.js';
import { FONT, base, empty, grid, legend, quietAxis, tooltipBox } from '../shared/look.js';
import { faded, marked } from '../shared/marks.js';
import { bounds, flag, number, text } from '../shared/settings.js';
import { momentText, tickLabels, ticks } from '../shared/times.js';
import { tooltipHtml } from '../shared/tooltip.js';
import { zooms } from '../shared/zoom.js';
import { readTasks } from './tasks.js';

const DAY = 86_400_000;

/** How long, in the two greatest parts. @param {number} length */
function duration(length) {
  const parts = [];
  let rest = Math.round(length / 60_000);
  for (const [unit, minutes] of /** @type {const} */ ([['d', 1440], ['h', 60], ['min', 1]])) {
    const whole = Math.floor(rest / minutes);
    rest -= whole * minutes;
    if (whole > 0) parts.push(`${whole} ${unit}`);
  }
  return parts.slice(0, 2).join(' ') || '0 min';
}

/** @type {Chart} */
export const chart = (input) => {
  const { formData, size, theme, text: word } = input;
  const { tasks, rows, kinds, extras } = readTasks(input);
  const [begin] = tasks;
  if (!begin) return empty(input);
  const from = tasks.reduce((least, one) => Math.min(least, one.start), begin.start);
  const to = tasks.reduce((most, one) => Math.max(most, one.end), begin.end);
  const colors = new Map(kinds.map((kind) => [kind, kind === '' ? (theme.categorical[0] ?? theme.accent) : input.colorOf(kind)]));
  const { legend: key, inset } = legend(input, kinds.filter(Boolean));
  const zoom = flag(formData, 'zoomable', false) && size.height >= 160;
  const across = size.width - inset.left - inset.right;
  const longest = rows.reduce((most, row) => Math.max(most, widthOf(row.label, FONT)), 0);
  const beside = Math.min(longest + 10, Math.max(44, across * 0.34));
  const length = Math.max(40, across - beside - 20);
  const down = size.height - inset.top - inset.bottom - (zoom ? 34 : 0) - 34;
  const lanes = rows.reduce((sum, row) => sum + row.lanes, 0);
  const thick = Math.max(3, Math.min(26, (down / Math.max(1, lanes)) * 0.72));
  const lane = down / Math.max(1, lanes);
  const named = rows.reduce((/** @type {Row[]} */ kept, row) => ((row.at + row.lanes / 2 - middle(kept.at(-1))) * lane >= 12 ? [...kept, row] : kept), []);

  const moment = momentText(input, from % DAY === 0 && tasks.every(({ start, end }) => start % DAY === 0 && end % DAY === 0) ? [from, from + DAY] : [from, from + 60_000]);
  const tip = (/** @type {Task} */ task) =>
    tooltipHtml(theme, task.label, [
      ...(task.kind ? [{ color: colors.get(task.kind), name: word('kind'), value: task.kind, strong: true }] : []),
      { name: word('from'), value: moment(task.start) },
      { name: word('to'), value: moment(task.end) },
      { name: word('takes'), value: duration(task.end - task.start), strong: true },
      ...extras(task.row),
    ]);
  const of = new Map(kinds.map((kind) => [kind, tasks.filter((task) => task.kind === kind)]));
  const axis = timeAxis(input, from, to, length);
  const quiet = quietAxis(theme);
  const title = text(formData, 'y_axis_title');
  const bar = (/** @type {any} */ params, /** @type {any} */ api) => {
    const task = of.get(kinds[params.seriesIndex] ?? '')?.[params.dataIndex];
    const [x0, y] = api.coord([api.value(0), api.value(2)]);
    const [x1] = api.coord([api.value(1), api.value(2)]);
    const { x, width: wide, y: top, height: tall } = params.coordSys;
    const [left, right] = [Math.max(x, x0), Math.min(x + wide, Math.max(x1, x0 + 2))];
    if (right <= x || left >= x + wide || y < top - thick || y > top + tall + thick) return undefined;
    const color = colors.get(task?.kind ?? '') ?? theme.accent;
    const label = flag(formData, 'show_value', true) && task && thick >= 13 ? fit(task.caption, right - left - 10, 10) : '';
    const back = api.value(3);
    return {
      type: 'group',
      children: [
        { type: 'rect', shape: { x: left, y: y - thick / 2, width: Math.max(2, right - left), height: thick, r: Math.min(3, thick / 3) }, style: { fill: color, opacity: 0.92 * back }, emphasis: { style: { opacity: 1, shadowBlur: 6, shadowColor: 'rgba(0,0,0,.2)' } } },
        ...(label.length > 3 || (label !== '' && label === task?.caption) ? [{ type: 'text', silent: true, style: { x: left + 6, y, text: label, fill: inkOn(color, theme), fontSize: 10, fontFamily: theme.fontFamily, verticalAlign: 'middle', opacity: back } }] : []),
      ],
    };
  };
  return {
    kind: 'echarts',
    description: word('spoken', { count: tasks.length, rows: rows.length, from: moment(from), to: moment(to) }),
    option: {
      ...base(theme),
      useUTC: true,
      grid: grid({ top: Math.max(8, inset.top + 4), right: 10 + inset.right, bottom: 4 + inset.bottom + (zoom ? 34 : 0), left: 4 + inset.left }),
      legend: key,
      tooltip: { ...tooltipBox(theme), trigger: 'item', formatter: (/** @type {{ seriesIndex: number, dataIndex: number }} */ { seriesIndex, dataIndex }) => {
        const task = of.get(kinds[seriesIndex] ?? '')?.[dataIndex];
        return task ? tip(task) : '';
      } },
      xAxis: axis,
      // A row takes as many steps as tasks lie beside each other in it.
      yAxis: {
        ...quiet, type: 'value', inverse: true, min: 0, max: lanes, interval: 1,
        ...(title ? { name: title, nameLocation: 'start', nameGap: 6, nameTextStyle: { color: theme.inkMuted, fontSize: FONT, align: 'left' } } : {}),
        axisLabel: { ...quiet.axisLabel, show: lane * (lanes / rows.length) >= 6, width: beside, overflow: 'truncate', ellipsis: '…', customValues: named.map(middle), hideOverlap: false, formatter: (/** @type {number} */ value) => rows.find((row) => middle(row) === value)?.label ?? '' },
        axisTick: { show: false },
        splitLine: { show: false },
      },
      ...(zoom ? { dataZoom: zooms(input, { swapped: false, bottom: inset.bottom, right: inset.right }) } : {}),
      series: kinds.map((kind, index) => ({
        type: 'custom', name: kind, color: colors.get(kind), itemStyle: { color: colors.get(kind) }, renderItem: bar, clip: true, encode: { x: [0, 1], y: 2 },
        data: of.get(kind)?.map((task) => ({ value: [task.start, task.end, task.y, faded(input, task.filters) ? 0.3 : 1], name: task.label, ...marked(task.filters) })),
        ...(index === 0 && lane * (lanes / rows.length) >= 8 ? { markLine: between(rows, theme.hairline) } : {}),
      })),
    },
  };
};

/** @param {Row | undefined} row */
const middle = (row) => (row ? row.at + row.lanes / 2 : -Infinity);

/** Lines between the rows. @param {readonly Row[]} rows @param {string} color */
const between = (rows, color) => ({ silent: true, symbol: 'none', animation: false, label: { show: false }, emphasis: { disabled: true }, lineStyle: { color, width: 1, type: 'solid' }, data: rows.slice(1).map((row) => ({ yAxis: row.at })) });

/** @param {Input} input @param {number} from @param {number} to @param {number} length */
function timeAxis({ formData, formatters, size, theme }, from, to, length) {
  const quiet = quietAxis(theme);
  const [low, high] = bounds(formData, 'x_axis_time_bounds');
  const pad = (to - from || DAY) * 0.015;
  const [least, most] = [low ?? from - pad, high ?? to + pad];
  const own = text(formData, 'x_axis_time_format', 'smart_date');
  const format = own.startsWith('smart_date') ? undefined : formatters.time(own);
  const step = (to - from || DAY) / 40;
  const span = Array.from({ length: 41 }, (_, index) => from + index * step);
  const chosen = ticks(span, length, '', format ? widthOf(format(to), FONT) + 14 : undefined, size.height < 170);
  const labels = tickLabels(formatters, chosen.times, chosen.level, { quarters: false, below: size.height >= 170 });
  const values = [...chosen.times];
  const zoomed = flag(formData, 'zoomable', false);
  const title = text(formData, 'x_axis_title');
  const minor = flag(formData, 'minorTicks', false) ? { minorTick: { show: true, length: 3, lineStyle: { color: theme.hairline } } } : {};
  return {
    ...quiet, type: 'time', min: least, max: most, ...minor,
    ...(title && size.height > 110 ? { name: title, nameLocation: 'middle', nameGap: number(formData, 'x_axis_title_margin') ?? 30, nameTextStyle: { color: theme.inkMuted, fontSize: FONT } } : {}),
    splitLine: { show: true, lineStyle: { color: theme.hairline, type: [2, 3] } },
    ...(zoomed
      ? { axisLabel: { ...quiet.axisLabel, formatter: format ?? formatters.time('smart_date') } }
      : { axisTick: { show: false, customValues: values }, axisLabel: { ...quiet.axisLabel, lineHeight: 14, verticalAlign: 'top', hideOverlap: false, customValues: values, formatter: (/** @type {number} */ time) => format?.(time) ?? labels.get(time) ?? '' } }),
  };
}
