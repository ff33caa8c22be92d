// @ts-check
/** @import { Chart } from 'karavel-viz' */
/** @import { Link } from '../kin/links.js' */
import { filtersByName, flows, linksOf } from '../kin/links.js';
import { columnNames, field, metricFields, metricNames } from '../shared/columns.js';
import { fit, widthOf } from '../shared/labels.js';
import { FONT, base, empty, tooltipBox } from '../shared/look.js';
import { faded, marked } from '../shared/marks.js';
import { valueTexts } from '../shared/numbers.js';
import { flag, number, text } from '../shared/settings.js';
import { tooltipHtml } from '../shared/tooltip.js';

const MOST_NAMES = 36;

/** Everything between names that are not among the busiest becomes one. @param {readonly Link[]} links @param {string} rest @returns {Link[]} */
function gathered(links, rest) {
  const busiest = new Set([...flows(links).keys()].slice(0, MOST_NAMES));
  const found = new Map(/** @type {[string, Link][]} */ ([]));
  for (const link of links) {
    const [from, to] = [busiest.has(link.source), busiest.has(link.target)];
    const one = { source: from ? link.source : rest, target: to ? link.target : rest, value: link.value, filters: from && to ? link.filters : [] };
    const key = JSON.stringify([one.source, one.target]);
    found.set(key, { ...one, value: one.value + (found.get(key)?.value ?? 0) });
  }
  return [...found.values()];
}

/** @type {Chart} */
export const chart = (input) => {
  const { data, formData, formatters, size, theme, colorOf, text: word } = input;
  const [source, target] = ['groupby', 'columns'].map((control) => columnNames(formData, control).map((name) => field(data, name))[0]);
  if (!source || !target) return empty(input);
  const [metric] = metricFields(data, metricNames(formData, 'metric', 'metrics'), [source, target]);
  const all = linksOf(input, source, target, metric);
  if (all.links.length === 0) return empty(input);

  const rest = word('other');
  const links = flows(all.links).size > MOST_NAMES + 1 ? gathered(all.links, rest) : all.links;
  const nodes = flows(links);
  const names = [...nodes.keys()];
  const colors = new Map(names.map((name) => [name, colorOf(name)]));
  const filters = filtersByName(source, target, links);
  const texts = valueTexts(input, { format: text(formData, 'y_axis_format') });
  const percent = formatters.number('.1%');
  const shown = flag(formData, 'show_labels', true) && Math.min(size.width, size.height) >= 170;
  const longest = names.reduce((most, name) => Math.max(most, widthOf(name, FONT)), 0);
  const side = shown ? Math.min(longest + 12, size.width * 0.22, 130) : 0;
  const radius = Math.max(10, Math.min(size.width / 2 - side - 6, size.height / 2 - (shown ? 20 : 4)));
  const ring = Math.max(4, Math.min(12, radius * 0.08));

  const series = {
    type: 'chord',
    center: ['50%', '50%'],
    radius: [radius - ring, radius],
    startAngle: 90,
    padAngle: names.length > 1 ? Math.min(number(formData, 'pad_angle') ?? 2, 120 / names.length) : 0,
    minAngle: 0,
    data: names.map((name) => ({ name, ...marked(filters(name)), itemStyle: { color: colors.get(name), opacity: faded(input, filters(name)) ? 0.3 : 1 } })),
    links: links.map((link) => ({ source: link.source, target: link.target, value: link.value, ...marked(link.filters), ...(faded(input, link.filters) ? { lineStyle: { opacity: 0.06 } } : {}) })),
    itemStyle: { borderWidth: 0, borderRadius: 2 },
    lineStyle: { color: text(formData, 'link_color', 'source'), opacity: theme.mode === 'dark' ? 0.5 : 0.42, width: 0 },
    label: { show: shown, position: 'outside', distance: 6, color: theme.inkSecondary, fontSize: FONT, fontFamily: theme.fontFamily, formatter: (/** @type {{ name: string }} */ { name }) => fit(name, Math.max(30, side - 8), FONT) },
    labelLayout: { hideOverlap: true },
    emphasis: { focus: 'adjacency', lineStyle: { opacity: 0.8 } },
    blur: { itemStyle: { opacity: 0.25 }, lineStyle: { opacity: 0.05 }, label: { opacity: 0.3 } },
  };
  const tooltip = {
    ...tooltipBox(theme),
    trigger: 'item',
    formatter: (/** @type {{ dataType?: string, name: string, data?: { source?: string, target?: string, value?: number } }} */ { dataType, name, data: hit }) => {
      if (dataType === 'edge' || hit?.source !== undefined) {
        const [from, to] = [hit?.source ?? '', hit?.target ?? ''];
        const there = links.find((one) => one.source === from && one.target === to)?.value ?? 0;
        const back = from === to ? undefined : links.find((one) => one.source === to && one.target === from)?.value;
        const rows = [{ color: colors.get(from), name: `${from} → ${to}`, value: texts.long(there), strong: true }];
        return tooltipHtml(theme, metric?.label ?? word('count'), back === undefined ? rows : [...rows, { color: colors.get(to), name: `${to} → ${from}`, value: texts.long(back), strong: true }]);
      }
      const flow = nodes.get(name);
      if (!flow) return '';
      const rows = [{ name: word('out'), value: texts.long(flow.out), strong: true }, { name: word('in'), value: texts.long(flow.in), strong: true }, { name: word('share'), value: percent((flow.in + flow.out) / (2 * all.sum)) }];
      return tooltipHtml(theme, name, rows);
    },
  };
  const [strongest] = all.links;
  const description = word('description', { names: names.length, count: links.length, source: strongest?.source ?? '', target: strongest?.target ?? '', value: texts.short(strongest?.value ?? 0) });
  return { kind: 'echarts', description, option: { ...base(theme), tooltip, series: [series] } };
};
