// @ts-check
/** @import { Cell, Chart, Filter, Input } from 'karavel-viz' */
import { inkOn, mix } from '../shared/color.js';
import { columnNames, fields, labelOf, metricFields, metricNames, numeric } from '../shared/columns.js';
import { widthOf } from '../shared/labels.js';
import { FONT, base, empty, tooltipBox } from '../shared/look.js';
import { faded, marked } from '../shared/marks.js';
import { valueTexts } from '../shared/numbers.js';
import { flag, text } from '../shared/settings.js';
import { labelParts } from '../shared/shares.js';
import { tooltipHtml } from '../shared/tooltip.js';

const MOST_CHILDREN = 150;

/** @typedef {{ name: string, value: number, filters: Filter[], children: Map<Cell, Node> }} Node */

/** @param {Input} input @returns {Map<Cell, Node>} */
function tree(input) {
  const { data, formData } = input;
  const levels = fields(data, columnNames(formData, 'groupby'));
  const [metric] = metricFields(data, metricNames(formData, 'metric', 'metrics'), levels);
  const format = text(formData, 'date_format', 'smart_date');
  const texts = levels.map((one) => labelOf(input, one, format === 'smart_date' || one.type !== 'time' ? undefined : format));
  /** @type {Map<Cell, Node>} */
  const roots = new Map();
  for (let row = 0; row < data.length && metric; row++) {
    const value = numeric(metric.values[row]) ?? 0;
    if (value <= 0) continue;
    let siblings = roots;
    /** @type {Filter[]} */
    let filters = [];
    levels.forEach((level, depth) => {
      const cell = level.values[row] ?? null;
      filters = [...filters, { column: level.name, values: [cell] }];
      const node = siblings.get(cell) ?? { name: texts[depth]?.(cell) ?? '', value: 0, filters, children: new Map() };
      node.value += value;
      siblings.set(cell, node);
      siblings = node.children;
    });
  }
  return roots;
}

/** @type {Chart} */
export const chart = (input) => {
  const { formData, formatters, size, theme, colorOf, text: word } = input;
  const roots = [...tree(input).values()];
  if (roots.length === 0) return empty(input);
  const sum = roots.reduce((all, one) => all + one.value, 0);
  const nested = roots.some((one) => one.children.size > 0);
  const texts = valueTexts(input);
  const percent = formatters.number('.1%');
  const type = text(formData, 'label_type', 'key_value');
  const shown = flag(formData, 'show_labels', true);
  const upper = shown && nested && flag(formData, 'show_upper_labels', true) && size.height >= 180;

  /** @param {Node} node @param {string} color @param {number} rank among its siblings @returns {object} */
  const drawn = (node, color, rank) => {
    const children = [...node.children.values()].sort((a, b) => b.value - a.value).slice(0, MOST_CHILDREN);
    const shade = children.length > 0 ? color : mix(color, theme.surface, Math.min(0.42, rank * 0.09));
    const { head, tail } = labelParts(type, { name: node.name, value: texts.short(node.value), percent: percent(node.value / sum) });
    const ink = inkOn(shade, theme);
    // About how wide a narrow rectangle of this area is: half a number would be a wrong number.
    const side = Math.sqrt((node.value / sum) * size.width * size.height * 0.85);
    const lines = Math.min(widthOf(head, FONT), 26) <= side * 0.72 - 10 ? [head, widthOf(tail, FONT) <= side * 0.6 - 12 ? tail : ''].filter(Boolean) : [];
    return {
      name: node.name,
      value: node.value,
      ...marked(node.filters),
      itemStyle: { color: shade, borderColor: theme.surface, opacity: children.length === 0 && faded(input, node.filters) ? 0.3 : 1 },
      label: { color: ink, formatter: lines.join('\n').replaceAll('{', '(') || ' ' },
      upperLabel: { formatter: head.replaceAll('{', '(') },
      ...(children.length > 0 ? { children: children.map((child, index) => drawn(child, color, index)) } : {}),
    };
  };
  const series = {
    type: 'treemap',
    animation: false,
    left: 2, right: 2, top: 2, bottom: 2,
    roam: false,
    nodeClick: false,
    breadcrumb: { show: false },
    data: roots.sort((a, b) => b.value - a.value).slice(0, MOST_CHILDREN).map((root, index) => drawn(root, nested ? colorOf(root.name) : (theme.categorical[0] ?? theme.accent), nested ? 0 : index)),
    label: { show: shown, position: [0, 0], padding: [7, 4, 2, 8], fontSize: FONT, lineHeight: 15, overflow: 'truncate', ellipsis: '…', textBorderWidth: 0, fontFamily: theme.fontFamily },
    upperLabel: { show: upper, height: 20, color: theme.inkSecondary, fontSize: FONT, fontWeight: 600, padding: [0, 2] },
    itemStyle: { borderColor: theme.surface, borderWidth: 0, gapWidth: 2, borderRadius: 3 },
    levels: [{ itemStyle: { borderWidth: 0, gapWidth: nested ? 6 : 2 }, upperLabel: { show: false } }, { itemStyle: { gapWidth: 2, borderColor: theme.surface, ...(nested ? { borderWidth: upper ? 1 : 0 } : {}) }, upperLabel: { show: upper } }, { itemStyle: { gapWidth: 1, borderColor: theme.surface } }],
    emphasis: { itemStyle: { opacity: 0.88 }, upperLabel: { show: upper, color: theme.ink } },
  };
  const tooltip = {
    ...tooltipBox(theme),
    trigger: 'item',
    formatter: (/** @type {{ treePathInfo?: readonly { name: string }[], value: number }} */ { treePathInfo = [], value }) => {
      const path = treePathInfo.slice(1).map((one) => one.name).join(' › ');
      return path ? tooltipHtml(theme, path, [{ name: percent(value / sum), value: texts.long(value), strong: true }]) : '';
    },
  };
  const [largest] = roots;
  const description = word('description', { count: roots.length, total: texts.short(sum), name: largest?.name ?? '', share: percent((largest?.value ?? 0) / sum) });
  return { kind: 'echarts', description, option: { ...base(theme), tooltip, series: [series] } };
};
