// @ts-check
/** @import { Chart, Input } from 'karavel-viz' */
/** @import { Member } from './family.js' */
import { columnNames, field, labelOf, metricFields, metricNames } from '../shared/columns.js';
import { fit, widthOf } from '../shared/labels.js';
import { FONT, base, empty, tooltipBox } from '../shared/look.js';
import { faded, marked } from '../shared/marks.js';
import { valueTexts } from '../shared/numbers.js';
import { number, text } from '../shared/settings.js';
import { tooltipHtml } from '../shared/tooltip.js';
import { branches, family, lastNames, leaves, levels } from './family.js';

const MOST_MEMBERS = 1500;
const ORIENTS = ['LR', 'RL', 'TB', 'BT'];

/** @type {Chart} */
export const chart = (input) => {
  const { data, formData, size, theme, text: word } = input;
  const [id, parent, name] = ['id', 'parent', 'name'].map((control) => columnNames(formData, control).map((one) => field(data, one))[0]);
  if (!id || !parent) return empty(input);
  const asked = metricNames(formData, 'metric', 'metrics');
  const [metric] = asked.length > 0 ? metricFields(data, asked, [id, parent, name]) : [];
  const written = labelOf(input, name ?? id);
  const names = (name ?? id).values.map((cell) => written(cell));
  const { roots, drawn, lost, problem } = family({ ids: id.values, parents: parent.values, names, root: text(formData, 'root_node_id'), most: MOST_MEMBERS });
  if (problem) return empty(input, problem);
  if (roots.length === 0) return empty(input);

  const texts = valueTexts(input);
  const radial = text(formData, 'layout', 'orthogonal') === 'radial';
  const orient = ORIENTS.find((one) => one === formData.orient) ?? 'LR';
  const upright = orient === 'TB' || orient === 'BT';
  const depth = levels(roots) + (roots.length > 1 ? 1 : 0);
  const crowd = leaves(roots);
  const across = radial ? Math.PI * Math.min(size.width, size.height) * 0.8 : upright ? size.width : size.height;
  const roomy = size.height >= 150 && size.width >= 280;
  const [shown, innerShown] = [roomy && across / crowd >= 5, roomy && (across / crowd >= 5 || (!radial && across / branches(roots) >= 11))];
  const ends = lastNames(roots);
  const column = radial ? Math.min(size.width, size.height) / 2 / depth : upright ? size.width / crowd : size.width / (depth + 0.5);
  const longest = Math.min(ends.reduce((most, one) => Math.max(most, widthOf(one, FONT)), 0) + 10, radial ? 90 : size.width * 0.26);
  const rim = shown ? Math.min(longest, Math.min(size.width, size.height) * 0.24) : 8;
  const first = Math.min(roots.length > 1 ? 0 : widthOf(roots[0]?.name ?? '', FONT) + 10, size.width * 0.2);
  const [before, after] = innerShown && !shown ? [first + 6, 10] : shown ? [text(formData, 'node_label_position', 'left') === 'left' ? first + 6 : 14, longest + 8] : [8, 8];
  const color = theme.categorical[0] ?? theme.accent;
  // ECharts fills its own empty circle with white, whatever the theme.
  const hollow = text(formData, 'symbol', 'emptyCircle') === 'emptyCircle';

  /** @param {Member} member @returns {object} */
  const item = (member) => {
    const filters = member.row >= 0 ? [{ column: id.name, values: [id.values[member.row] ?? null] }] : [{ column: parent.name, values: [member.id] }];
    const leaf = member.children.length === 0;
    const room = leaf ? (radial ? rim - 8 : longest) : radial && column < 56 && member !== roots[0] ? 0 : Math.max(40, column - 16);
    return { name: member.name, ...(metric && member.row >= 0 ? { value: metric.values[member.row] ?? null } : {}), ...marked(filters), ...(faded(input, filters) ? { itemStyle: { opacity: 0.3 } } : {}), label: { formatter: room === 0 ? ' ' : fit(member.name, room, FONT).replaceAll('{', '(') }, children: member.children.map(item) };
  };
  const list = roots.map(item);
  const label = { show: shown, fontSize: FONT, fontFamily: theme.fontFamily, color: theme.inkSecondary, textBorderColor: theme.surface, textBorderWidth: 2, distance: 5 };
  const turned = upright && column < 60 ? { rotate: -90, align: orient === 'TB' ? 'left' : 'right', verticalAlign: 'middle' } : {};
  const inset = radial ? { left: rim, right: rim, top: rim, bottom: rim } : orient === 'LR' ? { left: before, right: after, top: 6, bottom: 6 } : orient === 'RL' ? { left: after, right: before, top: 6, bottom: 6 } : { left: 12, right: 12, top: orient === 'TB' ? 24 : column < 60 ? longest : 24, bottom: orient === 'BT' ? 24 : column < 60 && shown ? longest : 24 };
  if (lost > 0) inset.bottom += 20;
  const series = {
    type: 'tree',
    data: list.length === 1 ? list : [{ name: '', symbolSize: 0.01, tooltip: { show: false }, label: { show: false }, lineStyle: { opacity: 0 }, children: list }],
    layout: radial ? 'radial' : 'orthogonal',
    orient,
    ...inset,
    symbol: hollow ? 'circle' : text(formData, 'symbol'),
    symbolSize: Math.min(number(formData, 'symbolSize') ?? 7, Math.max(2, (across / crowd) * 0.8)),
    initialTreeDepth: -1,
    expandAndCollapse: true,
    roam: formData.roam === 'scale' || formData.roam === 'move' ? formData.roam : formData.roam !== false,
    itemStyle: { color: hollow ? theme.surface : color, borderColor: color, borderWidth: 1.5 },
    lineStyle: { color: theme.inkMuted, opacity: 0.45, width: 1.2, curveness: 0.5 },
    // Around the root ECharts turns each name outwards by itself.
    label: { ...label, show: innerShown, ...(radial ? {} : { position: upright ? (orient === 'TB' ? 'top' : 'bottom') : text(formData, 'node_label_position', 'left') }) },
    leaves: { label: { ...label, ...(radial ? {} : { position: upright ? (orient === 'TB' ? 'bottom' : 'top') : orient === 'RL' ? 'left' : text(formData, 'child_label_position', 'right') }), ...turned } },
    labelLayout: { hideOverlap: true },
    emphasis: { focus: text(formData, 'emphasis', 'descendant') === 'ancestor' ? 'ancestor' : 'descendant', label: { color: theme.ink }, lineStyle: { opacity: 0.9 } },
    blur: { itemStyle: { opacity: 0.25 }, lineStyle: { opacity: 0.12 }, label: { opacity: 0.3 } },
  };
  const tooltip = {
    ...tooltipBox(theme),
    trigger: 'item',
    formatter: (/** @type {{ treeAncestors?: readonly { name: string }[], name: string, value?: number | null }} */ { treeAncestors = [], name: one, value }) => {
      const path = treeAncestors.slice(1).map((each) => each.name).filter(Boolean).join(' › ');
      return tooltipHtml(theme, path || one, metric && value !== undefined ? [{ name: metric.label, value: texts.long(value), strong: true }] : []);
    },
  };
  const description = [word('description', { count: drawn, levels: levels(roots), name: roots[0]?.name ?? '' }), ...(lost > 0 ? [word('lost', { count: lost })] : [])].join(' ');
  return { kind: 'echarts', description, option: { ...base(theme), tooltip, series: [series], ...lostNote(input, lost) } };
};

/** What is not drawn is not silent. @param {Input} input @param {number} lost */
const lostNote = ({ size, theme, text: word }, lost) =>
  lost > 0 && size.height >= 150 ? { title: { text: fit(word('lost', { count: lost }), size.width - 12, FONT), left: 4, bottom: 4, padding: 0, textStyle: { fontSize: FONT, fontWeight: 400, color: theme.inkMuted, fontFamily: theme.fontFamily } } } : {};
