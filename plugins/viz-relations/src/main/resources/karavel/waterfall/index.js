// @ts-check
/** @import { Chart } from 'karavel-viz' */
/** @import { Step } from './steps.js' */
import { picked } from '../shared/color.js';
import { columnNames, fields, labelOf, metricFields, metricNames, xField } from '../shared/columns.js';
import { fit, widthOf } from '../shared/labels.js';
import { FONT, base, empty, grid, legend, lines, quietAxis, tooltipBox } from '../shared/look.js';
import { faded, marked } from '../shared/marks.js';
import { valueTexts } from '../shared/numbers.js';
import { bounds, flag, text } from '../shared/settings.js';
import { tooltipHtml } from '../shared/tooltip.js';
import { steps } from './steps.js';

const MOST_STEPS = 300;
const KINDS = /** @type {const} */ (['increase', 'decrease', 'total']);

/** @type {Chart} */
export const chart = (input) => {
  const { data, formData, size, theme, text: word } = input;
  const asked = metricNames(formData, 'metric', 'metrics');
  const groups = columnNames(formData, 'groupby', 'columns');
  const x = xField(data, formData, [...asked, ...groups]);
  const [part] = fields(data, groups).filter((one) => one.name !== x?.name);
  const [metric] = metricFields(data, asked, [x, part]);
  if (!x || !metric) return empty(input);
  const format = text(formData, 'x_axis_time_format');
  const totalName = text(formData, 'total_label') || word('total');
  const list = steps(input, x, part, metric, { x: labelOf(input, x, format.startsWith('smart_date') ? undefined : format), total: totalName, wanted: flag(formData, 'show_total', true) }).slice(0, MOST_STEPS);
  if (list.length === 0) return empty(input);

  const names = { increase: text(formData, 'increase_label') || word('increase'), decrease: text(formData, 'decrease_label') || word('decrease'), total: totalName };
  const colors = { increase: picked(formData, 'increase_color') ?? theme.good, decrease: picked(formData, 'decrease_color') ?? theme.bad, total: picked(formData, 'total_color') ?? theme.categorical[0] ?? theme.accent };
  const present = KINDS.filter((kind) => list.some((one) => one.kind === kind));
  const { legend: key, inset } = legend(input, present.map((kind) => names[kind]));
  const texts = valueTexts(input);
  const signed = (/** @type {Step} */ one, /** @type {'short' | 'long'} */ how) => (one.kind === 'increase' ? '+' : '') + texts[how](one.change);
  const room = (size.width - 60 - inset.left - inset.right) / list.length;
  const widest = list.reduce((most, one) => Math.max(most, widthOf(signed(one, 'short'), 10)), 0);
  const shown = flag(formData, 'show_value', true) && room >= widest + 2 && size.height >= 140;

  // A bar that floats stands on an unseen one; one that crosses zero is two, above and below.
  const [low, high] = [(/** @type {Step} */ one) => Math.min(one.from, one.to), (/** @type {Step} */ one) => Math.max(one.from, one.to)];
  const base0 = (/** @type {Step} */ one) => (low(one) > 0 ? low(one) : high(one) < 0 ? high(one) : 0);
  const above = (/** @type {Step} */ one) => Math.max(0, high(one)) - Math.max(0, low(one));
  const below = (/** @type {Step} */ one) => Math.min(0, low(one)) - Math.min(0, high(one));
  const bars = present.flatMap((kind) => [above, below].map((length, side) => ({
    type: 'bar', name: names[kind], stack: 'steps', barCategoryGap: room < 8 ? '8%' : '28%', barMaxWidth: 90,
    itemStyle: { color: colors[kind], borderRadius: room < 10 ? 0 : 2 },
    data: list.map((one) => {
      const value = one.kind === kind ? length(one) : 0;
      const main = side === (one.change < 0 && one.to < 0 && one.from <= 0 ? 1 : high(one) > 0 ? 0 : 1);
      return { value, ...marked(one.filters), itemStyle: { ...(low(one) < 0 && high(one) > 0 ? { borderRadius: 0 } : {}), ...(faded(input, one.filters) ? { opacity: 0.3 } : {}) }, label: { show: shown && main && one.kind === kind } };
    }),
    label: { show: false, position: side === 0 ? 'top' : 'bottom', distance: 4, fontSize: 10, fontFamily: theme.fontFamily, color: theme.inkSecondary, formatter: (/** @type {{ dataIndex: number }} */ { dataIndex }) => (list[dataIndex] ? signed(list[dataIndex], 'short') : '') },
    emphasis: { focus: 'none' },
  })));
  const joints = list.length <= 80 ? list.slice(0, -1).map((one, index) => [{ coord: [index, one.to] }, { coord: [index + 1, one.to] }]) : [];
  const floor = { type: 'bar', stack: 'steps', silent: true, data: list.map(base0), itemStyle: { color: 'transparent' }, tooltip: { show: false }, emphasis: { disabled: true }, markLine: { silent: true, symbol: 'none', animation: false, label: { show: false }, lineStyle: { color: theme.inkMuted, width: 1, type: 'dashed', opacity: 0.5 }, data: joints } };

  const quiet = quietAxis(theme);
  const [least, most] = bounds(formData, 'y_axis_bounds');
  const title = (/** @type {string} */ name, /** @type {boolean} */ flat) => (name && size.height >= 150 ? { name, nameLocation: flat ? 'middle' : 'end', nameGap: flat ? 28 : 10, nameTextStyle: { color: theme.inkMuted, fontSize: FONT, align: flat ? 'center' : 'left' } } : {});
  const layout = text(formData, 'x_ticks_layout', 'auto');
  const longest = list.reduce((far, one) => Math.max(far, widthOf(one.label, FONT)), 0);
  const turn = layout === '45°' ? 45 : layout === '90°' ? 90 : layout === 'auto' && longest > room - 2 && longest > 24 && size.height >= 220 ? 38 : 0;
  const truncated = flag(formData, 'truncateYAxis', false) && list.every((one) => low(one) >= 0 || one.kind === 'total');
  const start = truncated ? list.filter((one) => one.kind !== 'total').slice(1).reduce((a, one) => Math.min(a, low(one)), Infinity) * 0.95 : undefined;
  const [lowest, highest] = [list.reduce((a, one) => Math.min(a, low(one)), 0), list.reduce((a, one) => Math.max(a, high(one)), 0)];
  // What is written below a bar needs room above the names.
  const cellar = shown && lowest < 0 && least === undefined ? { min: lowest - (highest - lowest) * 0.07 } : {};
  const tooltip = {
    ...tooltipBox(theme),
    trigger: 'axis',
    axisPointer: { type: 'shadow', shadowStyle: { color: theme.inkMuted, opacity: 0.1 } },
    formatter: (/** @type {readonly { dataIndex: number }[]} */ [hit]) => {
      const one = list[hit?.dataIndex ?? -1];
      if (!one) return '';
      const rows = [{ color: colors[one.kind], name: names[one.kind], value: signed(one, 'long'), strong: true }];
      const heading = one.within && one.within !== one.label ? `${one.within} · ${one.label}` : one.label;
      return tooltipHtml(theme, heading, one.kind === 'total' ? rows : [...rows, { color: undefined, name: word('soFar'), value: texts.long(one.to), strong: false }]);
    },
  };
  const last = list[list.length - 1];
  const description = word('description', { count: list.filter((one) => one.kind !== 'total').length, total: texts.short(last?.to ?? 0) });
  return {
    kind: 'echarts',
    description,
    option: {
      ...base(theme),
      legend: key,
      tooltip,
      grid: grid({ top: Math.max(shown ? 18 : 10, inset.top + (shown ? 14 : 4)), right: 12 + inset.right, bottom: 4 + inset.bottom, left: 4 + inset.left }),
      xAxis: { ...quiet, type: 'category', data: list.map((one) => one.label), ...title(text(formData, 'x_axis_label'), true), axisLabel: { ...quiet.axisLabel, show: size.height >= 90, ...(turn ? { rotate: turn } : {}), ...(layout === 'staggered' ? { formatter: (/** @type {string} */ label, /** @type {number} */ index) => (index % 2 === 1 ? `\n${label}` : label) } : { formatter: (/** @type {string} */ label) => fit(label, turn ? 110 : Math.max(60, room * 1.6), FONT) }), ...(turn ? { interval: Math.max(0, Math.ceil(16 / room) - 1), hideOverlap: false } : {}) } },
      yAxis: { ...quiet, type: 'value', splitNumber: lines(size.height), ...title(text(formData, 'y_axis_label'), false), ...(least !== undefined ? { min: least } : start !== undefined && Number.isFinite(start) && start > 0 ? { min: Number(start.toPrecision(2)) } : {}), ...cellar, ...(most !== undefined ? { max: most } : {}), splitLine: { ...quiet.splitLine, show: true, ...('min' in cellar ? { showMinLine: false } : {}) }, axisLine: { show: false }, axisLabel: { ...quiet.axisLabel, show: size.height >= 80, ...('min' in cellar ? { showMinLabel: false } : {}), formatter: (/** @type {number} */ value) => texts.short(value) } },
      series: [floor, ...bars],
    },
  };
};
