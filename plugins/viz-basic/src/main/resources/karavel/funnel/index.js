// @ts-check
/** @import { Chart } from 'karavel-viz' */
import { mix } from '../shared/color.js';
import { fit, widthOf } from '../shared/labels.js';
import { FONT, base, empty, legend, tooltipBox } from '../shared/look.js';
import { faded, marked } from '../shared/marks.js';
import { valueTexts } from '../shared/numbers.js';
import { flag, text } from '../shared/settings.js';
import { atMost, labelParts, sharesOf } from '../shared/shares.js';
import { tooltipHtml } from '../shared/tooltip.js';

const TYPES = ['key', 'value', 'percent', 'key_value', 'key_percent', 'key_value_percent', 'value_percent'];

const MOST_STEPS = 100;

/** Steps as centred bars, named at the left, with what is left of them at the right. @type {Chart} */
export const chart = (input) => {
  const { formData, formatters, size, theme, colorOf, text: word } = input;
  const shares = atMost(sharesOf(input).shares.filter((one) => one.value > 0), MOST_STEPS, word('other'));
  if (text(formData, 'sort', 'descending') !== 'none') shares.sort((a, b) => (formData.sort === 'ascending' ? a.value - b.value : b.value - a.value));
  const most = shares.reduce((all, one) => Math.max(all, one.value), 0);
  if (most === 0) return empty(input);

  const texts = valueTexts(input);
  const percent = formatters.number('.1~%');
  const way = text(formData, 'percent_calculation_type', 'first_step');
  const sum = shares.reduce((all, one) => all + one.value, 0);
  const whole = (/** @type {number} */ index) => (way === 'total' ? sum : way === 'prev_step' ? (shares[index - 1]?.value ?? shares[0]?.value ?? 1) : (shares[0]?.value ?? 1));
  // Superset counts the kinds of labels.
  const kind = (/** @type {string} */ control) => (TYPES[Number(formData[control] ?? NaN)] ?? (text(formData, control, 'key_value_percent')));
  const said = (/** @type {number} */ index) => ({ name: shares[index]?.name ?? '', value: texts.short(shares[index]?.value ?? 0), percent: percent((shares[index]?.value ?? 0) / whole(index)) });
  const narrow = size.width < 320;
  const parts = shares.map((_, index) => {
    const full = labelParts(kind('label_type'), said(index));
    return narrow && full.tail.includes(' · ') ? { ...full, tail: full.tail.split(' · ')[0] ?? '' } : full;
  });
  const labels = flag(formData, 'show_labels', true) && size.width >= 180;
  const side = (/** @type {'head' | 'tail'} */ part, /** @type {number} */ share) => (labels ? Math.min(size.width * share, parts.reduce((all, one) => Math.max(all, widthOf(one[part], FONT)), 0) + 16) : 0);
  const [left, right] = [side('head', 0.32), side('tail', 0.32)];
  const color = theme.categorical[0] ?? theme.accent;
  // With a legend each step has its own colour, else they fade.
  const { legend: key, inset } = legend({ ...input, formData: { ...formData, show_legend: flag(formData, 'show_legend', false) } }, shares.map((one) => one.name));
  const shade = (/** @type {number} */ index) => (key.show ? colorOf(shares[index]?.name ?? '') : mix(color, theme.surface, shares.length < 2 ? 0 : (index / (shares.length - 1)) * 0.55));

  const axis = { show: false, type: 'value', min: -most / 2, max: most / 2 };
  const drawn = shares.map((one, index) => ({ value: one.value, ...marked(one.filters), itemStyle: { color: shade(index), borderRadius: 3, opacity: faded(input, one.filters) ? 0.3 : 1 } }));
  const every = Math.ceil((14 * shares.length) / size.height);
  const interval = (/** @type {number} */ index) => index % every === 0;
  const categories = shares.map((one) => one.name);
  const note = { show: labels, axisLine: { show: false }, axisTick: { show: false }, type: 'category', inverse: true, data: categories };
  const write = (/** @type {'head' | 'tail'} */ part, /** @type {number} */ room) => (/** @type {string} */ _, /** @type {number} */ index) => fit(parts[index]?.[part] ?? '', room - 12, FONT);
  const [first, last] = [shares[0], shares[shares.length - 1]];
  const description = word('description', { count: shares.length, first: first?.name ?? '', from: texts.short(first?.value ?? 0), last: last?.name ?? '', to: texts.short(last?.value ?? 0) });
  return {
    kind: 'echarts',
    description,
    option: {
      ...base(theme),
      legend: key.show ? { ...key, selectedMode: false } : key,
      grid: { top: 4 + inset.top, bottom: 4 + inset.bottom, left: left + 4 + inset.left, right: right + 4 + inset.right, outerBoundsMode: 'none' },
      tooltip: {
        ...tooltipBox(theme),
        trigger: 'item',
        formatter: (/** @type {{ dataIndex: number }} */ { dataIndex }) => {
          const one = shares[dataIndex];
          if (!one) return '';
          const before = shares[dataIndex - 1];
          if (!flag(formData, 'show_tooltip_labels', true)) return tooltipHtml(theme, one.name, [{ color: shade(dataIndex), name: word('amount'), value: texts.long(one.value), strong: true }]);
          if (formData.tooltip_label_type !== undefined) {
            const { head, tail } = labelParts(kind('tooltip_label_type'), { ...said(dataIndex), value: texts.long(one.value) });
            return tooltipHtml(theme, '', [{ color: shade(dataIndex), name: head, value: tail, strong: true }]);
          }
          const rows = [{ color: shade(dataIndex), name: word('amount'), value: texts.long(one.value), strong: true }, { name: word('ofFirst'), value: percent(one.value / (shares[0]?.value ?? 1)) }];
          return tooltipHtml(theme, one.name, before ? [...rows, { name: word('ofPrevious'), value: percent(one.value / before.value) }] : rows);
        },
      },
      xAxis: axis,
      yAxis: [
        { ...note, axisLabel: { show: labels, color: theme.inkSecondary, fontSize: FONT, interval, hideOverlap: false, formatter: write('head', left) } },
        { ...note, position: 'right', axisLabel: { show: labels, color: theme.ink, fontWeight: 560, fontSize: FONT, interval, hideOverlap: false, formatter: write('tail', right) } },
      ],
      series: [
        { type: 'bar', stack: 'funnel', stackStrategy: 'all', silent: true, data: shares.map((one) => -one.value / 2), itemStyle: { opacity: 0 }, tooltip: { show: false } },
        { type: 'bar', stack: 'funnel', stackStrategy: 'all', data: drawn, barCategoryGap: '14%' },
        ...(key.show ? shares.map((one, index) => ({ type: 'bar', name: one.name, stack: 'funnel', data: [], itemStyle: { color: shade(index) }, tooltip: { show: false } })) : []),
      ],
    },
  };
};
