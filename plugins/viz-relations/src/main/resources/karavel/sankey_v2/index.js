// @ts-check
/** @import { Chart } from 'karavel-viz' */
import { filtersByName, firstFew, flows, linksOf, stepsOf, withoutCircles } from '../kin/links.js';
import { columnNames, field, metricFields, metricNames } from '../shared/columns.js';
import { fit, widthOf } from '../shared/labels.js';
import { FONT, base, empty, tooltipBox } from '../shared/look.js';
import { faded, marked } from '../shared/marks.js';
import { valueTexts } from '../shared/numbers.js';
import { flag, number, text } from '../shared/settings.js';
import { tooltipHtml } from '../shared/tooltip.js';

const MOST_LINKS = 400;
const AGAIN = '\u200b↩';

/** What flows back into a name arrives at a bar of its own: ribbons never run in circles. @type {Chart} */
export const chart = (input) => {
  const { data, formData, formatters, size, theme, colorOf, text: word } = input;
  const [source, target] = ['source', 'target'].map((control) => columnNames(formData, control).map((name) => field(data, name))[0]);
  if (!source || !target) return empty(input);
  const [metric] = metricFields(data, metricNames(formData, 'metric', 'metrics'), [source, target]);
  const all = linksOf(input, source, target, metric);
  if (all.links.length === 0) return empty(input);

  const { links, returns } = withoutCircles(all.links.slice(0, MOST_LINKS), (name) => `${name}${AGAIN}`);
  const nodes = flows(links);
  const nameOf = (/** @type {string} */ id) => (returns.has(id) ? `${id.slice(0, -AGAIN.length)} ↩` : id);
  const colors = new Map([...nodes.keys()].map((id) => [id, colorOf(returns.has(id) ? id.slice(0, -AGAIN.length) : id)]));
  const filters = filtersByName(source, target, links);
  const texts = valueTexts(input);
  const percent = formatters.number('.1%');
  const vertical = text(formData, 'orient', 'horizontal') === 'vertical';
  const shown = flag(formData, 'show_labels', true) && size.width >= 300 && size.height >= 140;
  const withValues = flag(formData, 'show_values', false);
  const ends = [...nodes].filter(([, flow]) => flow.out === 0).map(([id]) => nameOf(id));
  const written = (/** @type {string} */ id) => (withValues ? `${nameOf(id)}  ${texts.short(Math.max(nodes.get(id)?.in ?? 0, nodes.get(id)?.out ?? 0))}` : nameOf(id));
  const columns = stepsOf(links);
  const room = vertical ? 180 : Math.min(size.width * 0.26, 180);
  const side = shown && !vertical ? Math.min(room, ends.reduce((most, name) => Math.max(most, widthOf(name, FONT) + (withValues ? 46 : 0)), 0)) + 10 : 4;

  const between = (size.width - side - 4) / Math.max(1, columns - 1) - (number(formData, 'nodeWidth') ?? 10) - 8;

  const item = (/** @type {string} */ id) => {
    const color = colors.get(id) ?? theme.accent;
    const last = (nodes.get(id)?.out ?? 0) === 0;
    const back = faded(input, filters(id));
    return { name: id, ...marked(filters(id)), itemStyle: { color, opacity: back ? 0.3 : 1 }, label: { position: vertical ? (last ? 'top' : 'bottom') : 'right', formatter: fit(written(id), vertical ? room : last ? side - 8 : Math.min(room, between), FONT).replaceAll('{', '(') } };
  };
  const busy = links.length > 60;
  const series = {
    type: 'sankey',
    orient: vertical ? 'vertical' : 'horizontal',
    left: 4, top: vertical && shown ? 8 : 6, bottom: vertical && shown ? 8 : 6, right: side,
    nodeAlign: text(formData, 'nodeAlign', 'justify'),
    nodeGap: Math.min(number(formData, 'nodeGap') ?? 12, Math.max(1, (vertical ? size.width : size.height) / (nodes.size * 1.4))),
    nodeWidth: number(formData, 'nodeWidth') ?? 10,
    draggable: false,
    layoutIterations: nodes.size > 200 ? 8 : 32,
    data: [...nodes.keys()].map(item),
    links: links.map((link) => ({ source: link.source, target: link.target, value: link.value, ...marked(link.filters), lineStyle: { color: 'gradient', opacity: faded(input, link.filters) ? 0.06 : busy ? 0.25 : 0.32, curveness: 0.5 } })),
    itemStyle: { borderWidth: 0, borderRadius: 2 },
    label: { show: shown, color: theme.inkSecondary, fontSize: FONT, fontFamily: theme.fontFamily, textBorderColor: theme.surface, textBorderWidth: 2, distance: 5 },
    labelLayout: { hideOverlap: true },
    emphasis: { focus: 'adjacency', lineStyle: { opacity: 0.6 } },
    blur: { itemStyle: { opacity: 0.25 }, lineStyle: { opacity: 0.05 }, label: { opacity: 0.3 } },
  };
  const tooltip = {
    ...tooltipBox(theme),
    trigger: 'item',
    formatter: (/** @type {{ dataType?: string, name: string, data?: { source?: string, target?: string, value?: number } }} */ { dataType, name, data: hit }) => {
      if (dataType === 'edge' || hit?.source !== undefined) {
        const [from, to] = [hit?.source ?? '', hit?.target ?? ''];
        const value = hit?.value ?? 0;
        const rows = [{ name: metric?.label ?? word('count'), value: texts.long(value), strong: true, color: colors.get(from) }, { name: word('shareOf', { name: nameOf(from) }), value: percent(value / (nodes.get(from)?.out || 1)) }];
        return tooltipHtml(theme, `${nameOf(from)} → ${nameOf(to)}`, rows);
      }
      const flow = nodes.get(name);
      if (!flow) return '';
      const rows = [...(flow.in > 0 ? [{ name: word('in'), value: texts.long(flow.in), strong: true }] : []), ...(flow.out > 0 ? [{ name: word('out'), value: texts.long(flow.out), strong: true }] : [])];
      return tooltipHtml(theme, nameOf(name), rows);
    },
  };
  const [strongest] = links;
  const description = [word('description', { count: links.length, source: strongest?.source ?? '', target: nameOf(strongest?.target ?? ''), value: texts.short(strongest?.value ?? 0) }), ...(returns.size > 0 ? [word('back', { names: firstFew([...returns].map(nameOf)) })] : []), ...(all.links.length > MOST_LINKS ? [word('most', { count: MOST_LINKS })] : [])].join(' ');
  return { kind: 'echarts', description, option: { ...base(theme), tooltip, series: [series] } };
};
