// @ts-check
/** @import { Chart, Input } from 'karavel-viz' */
/** @import { Part } from '../kin/hierarchy.js' */
import { depthOf, hierarchy, largestFirst, leavesOf } from '../kin/hierarchy.js';
import { amountScale, inkOn, mix, shadeOf } from '../shared/color.js';
import { columnNames, fields, metricFields, metricNames } from '../shared/columns.js';
import { fit, widthOf } from '../shared/labels.js';
import { FONT, base, empty, tooltipBox } from '../shared/look.js';
import { faded, marked } from '../shared/marks.js';
import { valueTexts } from '../shared/numbers.js';
import { flag, number, text } from '../shared/settings.js';
import { labelParts } from '../shared/shares.js';
import { tooltipHtml } from '../shared/tooltip.js';

const MOST_CHILDREN = 120;

/** Rings of a hierarchy. @type {Chart} */
export const chart = (input) => {
  const { data, formData, formatters, size, theme, colorOf, text: word } = input;
  const levels = fields(data, columnNames(formData, 'columns', 'groupby'));
  const [metric, found] = metricFields(data, metricNames(formData, 'metric', 'secondary_metric', 'metrics'), levels);
  const second = found?.name === metric?.name ? undefined : found;
  const { roots, sum } = hierarchy(input, levels, metric, second);
  if (roots.length === 0 || !metric) return empty(input);

  const texts = valueTexts(input);
  const percent = formatters.number('.1%');
  const rings = depthOf(roots);
  const slices = leavesOf(roots);
  const radius = Math.min(size.width, size.height) / 2 - 4;
  const shown = flag(formData, 'show_labels', true) && radius >= 70;
  const hole = radius * (rings === 1 ? 0.5 : 0.26);
  const thick = (radius - hole) / rings;
  const least = (number(formData, 'show_labels_threshold') ?? 1) / 100;
  const type = text(formData, 'label_type', 'key');
  const scale = second ? ratioScale(input, roots) : undefined;

  /** @param {Part} part @param {number} depth @param {string} hue @param {number} rank among its siblings @returns {object} */
  const drawn = (part, depth, hue, rank) => {
    const color = scale ? shadeOf(scale, ratio(part)) : mix(hue, theme.surface, Math.min(0.55, depth * 0.2 + (depth > 0 ? Math.min(rank, 4) * 0.03 : 0)));
    const { head, tail } = labelParts(type, { name: part.name, value: texts.short(part.value), percent: percent(part.value / sum) });
    const arc = (part.value / sum) * 2 * Math.PI * (hole + thick * (depth + 0.5));
    const { label, rotate } = placed(head, tail, Math.min(arc, hole + thick * depth + thick / 2) - 8, thick - 8);
    const visible = shown && part.value / sum >= least && Math.min(arc, thick) >= FONT + 3 && (label === head || label.length > 4);
    const children = largestFirst(part.children).slice(0, MOST_CHILDREN);
    return {
      name: part.name,
      value: part.value,
      second: part.second,
      ...marked(part.filters),
      // A line around a very thin slice would leave nothing of it.
      itemStyle: { color, opacity: faded(input, part.filters) ? 0.3 : 1, ...(arc < 8 ? { borderWidth: arc < 3 ? 0 : 0.5, borderRadius: 0 } : {}) },
      label: { show: visible, rotate, color: inkOn(color, theme), formatter: label.replaceAll('{', '(') },
      ...(children.length > 0 ? { children: children.map((child, index) => drawn(child, depth + 1, hue, index)) } : {}),
    };
  };

  const series = {
    type: 'sunburst',
    radius: [hole, radius],
    center: ['50%', '50%'],
    sort: null,
    nodeClick: false,
    data: roots.slice(0, MOST_CHILDREN).map((root, index) => drawn(root, 0, colorOf(root.name), index)),
    itemStyle: { borderColor: theme.surface, borderWidth: slices > 400 ? 0 : 1.5, borderRadius: slices > 120 ? 0 : 3 },
    label: { align: 'center', fontSize: FONT, fontFamily: theme.fontFamily, textBorderWidth: 0, minAngle: 0 },
    emphasis: { focus: 'ancestor' },
    blur: { itemStyle: { opacity: 0.35 }, label: { opacity: 0.35 } },
  };
  const tooltip = {
    ...tooltipBox(theme),
    trigger: 'item',
    formatter: (/** @type {{ treePathInfo?: readonly { name: string, value?: number }[], data?: { second?: number }, value: number }} */ { treePathInfo = [], data: item, value }) => {
      const path = treePathInfo.slice(1);
      if (path.length === 0) return '';
      const rows = [{ name: metric.label, value: texts.long(value), strong: true }, { name: word('share'), value: percent(value / sum), strong: false }];
      const above = treePathInfo[treePathInfo.length - 2]?.value;
      if (path.length > 1 && above) rows.push({ name: word('shareOf', { name: path[path.length - 2]?.name ?? '' }), value: percent(value / above), strong: false });
      if (second) rows.push({ name: second.label, value: texts.long(item?.second ?? 0), strong: false });
      return tooltipHtml(theme, path.map((one) => one.name).join(' › '), rows);
    },
  };
  const key = scale && second && size.width >= radius * 2 + 130 ? colorKey(input, scale, second.label, metric.label) : {};
  const total = texts.short(sum);
  const big = Math.min(24, (hole * 1.5) / (widthOf(total, 1) || 1));
  const middle = flag(formData, 'show_total', true) && hole >= 26 ? { title: { text: total, left: 'center', top: 'middle', ...(hole >= 40 ? { subtext: fit(metric.label, hole * 1.5, FONT), itemGap: 3 } : {}), padding: 0, textStyle: { fontFamily: theme.fontFamily, fontSize: big, lineHeight: big * 1.15, fontWeight: 640, color: theme.ink }, subtextStyle: { fontFamily: theme.fontFamily, fontSize: FONT, color: theme.inkMuted } } } : {};
  const [largest] = roots;
  const description = word('description', { count: roots.length, total, name: largest?.name ?? '', share: percent((largest?.value ?? 0) / sum) });
  return { kind: 'echarts', description, option: { ...base(theme), ...middle, ...key, tooltip, series: [series] } };
};

/** @param {Part} part */
const ratio = (part) => part.second / part.value;

/** Colours by the second metric in relation to the first. @param {Input} input @param {readonly Part[]} roots */
function ratioScale({ formData, theme }, roots) {
  /** @param {readonly Part[]} parts @returns {number[]} */
  const ratios = (parts) => parts.flatMap((part) => [ratio(part), ...ratios([...part.children.values()])]);
  const all = ratios(roots);
  return amountScale(theme, formData, all.reduce((a, b) => Math.min(a, b), Infinity), all.reduce((a, b) => Math.max(a, b), -Infinity));
}

/** What the colours mean. @param {Input} input @param {{ colors: string[], min: number, max: number }} scale @param {string} second @param {string} first */
function colorKey({ formatters, theme }, { colors, min, max }, second, first) {
  const write = formatters.number(Math.abs(max) <= 1 && Math.abs(min) <= 1 ? '.0%' : '.3~s');
  const style = { color: theme.inkMuted, fontSize: FONT, fontFamily: theme.fontFamily };
  return {
    visualMap: { type: 'continuous', seriesIndex: [], min, max, calculable: false, hoverLink: false, orient: 'vertical', right: 4, bottom: 4, padding: 0, itemWidth: 8, itemHeight: 72, align: 'left', text: [`${write(max)}  ${fit(`${second} / ${first}`, 110, FONT)}`, write(min)], textGap: 6, textStyle: style, inRange: { color: colors } },
  };
}

/**
 * A label along the arc where it fits whole, else along the radius; a number that does not fit whole is left out.
 * @param {string} head @param {string} tail @param {number} arc @param {number} thick
 */
function placed(head, tail, arc, thick) {
  for (const text of [[head, tail].filter(Boolean).join(' '), head || tail]) {
    if (widthOf(text, FONT) <= arc) return { label: text, rotate: 'tangential' };
    if (widthOf(text, FONT) <= thick) return { label: text, rotate: 'radial' };
  }
  if (!head) return { label: '', rotate: 'radial' };
  return arc > thick ? { label: fit(head, arc, FONT), rotate: 'tangential' } : { label: fit(head, thick, FONT), rotate: 'radial' };
}
