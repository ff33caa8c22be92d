// @ts-check
/** @import { Chart, Input } from 'karavel-viz' */
/** @import { Field } from '../shared/columns.js' */
/** @import { Link } from '../kin/links.js' */
import { filtersByName, flows, linksOf } from '../kin/links.js';
import { columnNames, field, labelOf, metricFields, metricNames } from '../shared/columns.js';
import { fit, widthOf } from '../shared/labels.js';
import { FONT, base, empty, legend, tooltipBox } from '../shared/look.js';
import { faded, marked } from '../shared/marks.js';
import { valueTexts } from '../shared/numbers.js';
import { number, text } from '../shared/settings.js';
import { tooltipHtml } from '../shared/tooltip.js';
import { fitted, placesByForces } from './forces.js';

const MOST_THINGS = 300;
const MOST_LINKS = 1500;

/** The category of each thing, by either end of its links. @param {Input} input @param {Field} source @param {Field} target @returns {Map<string, string>} */
function categories(input, source, target) {
  const { data, formData } = input;
  const found = new Map(/** @type {[string, string][]} */ ([]));
  for (const [control, end] of /** @type {const} */ ([['target_category', target], ['source_category', source]])) {
    const [kind] = columnNames(formData, control).map((name) => field(data, name));
    if (!kind) continue;
    const [name, category] = [labelOf(input, end), labelOf(input, kind)];
    end.values.forEach((cell, row) => kind.values[row] !== null && found.set(name(cell), category(kind.values[row])));
  }
  return found;
}

/** @type {Chart} */
export const chart = (input) => {
  const { data, formData, size, theme, colorOf, text: word } = input;
  const [source, target] = ['source', 'target'].map((control) => columnNames(formData, control).map((name) => field(data, name))[0]);
  if (!source || !target) return empty(input);
  const asked = metricNames(formData, 'metric', 'metrics');
  const [metric] = asked.length > 0 ? metricFields(data, asked, [source, target]) : [];
  const all = linksOf(input, source, target, metric);
  const kept = new Set([...flows(all.links).keys()].slice(0, MOST_THINGS));
  const links = all.links.filter((one) => kept.has(one.source) && kept.has(one.target)).slice(0, MOST_LINKS);
  if (links.length === 0) return empty(input);

  const things = flows(links);
  const names = [...things.keys()];
  const weight = (/** @type {string} */ name) => (things.get(name)?.in ?? 0) + (things.get(name)?.out ?? 0);
  const kinds = categories(input, source, target);
  const kindNames = [...new Set(names.map((name) => kinds.get(name) ?? ''))].filter(Boolean).sort();
  const { legend: key, inset } = legend(input, kindNames, { needed: kindNames.length > 1 });
  const colors = new Map(names.map((name) => [name, kinds.get(name) ? colorOf(kinds.get(name) ?? '') : kinds.size > 0 ? theme.inkMuted : (theme.categorical[0] ?? theme.accent)]));
  const most = weight(names[0] ?? '');
  const small = Math.min(size.width, size.height) < 220;
  const middle = Math.min(number(formData, 'baseNodeSize') ?? 20, Math.max(4, Math.sqrt((size.width * size.height) / names.length) / 3));
  // On a circle things stand side by side.
  const widest = text(formData, 'layout', 'force') === 'circular' ? (Math.PI * Math.min(size.width, size.height) * 0.8) / names.length : Infinity;
  const diameter = (/** @type {string} */ name) => Math.max(3, Math.min(widest, middle * (0.5 + 1.1 * Math.sqrt(weight(name) / most))));
  const strongest = links[0]?.value ?? 1;
  const thin = Math.min(number(formData, 'baseEdgeWidth') ?? 3, links.length > 400 ? 1.2 : links.length > 150 ? 2 : 6);
  const least = number(formData, 'showSymbolThreshold') ?? 0;
  const named = new Set(names.filter((name, index) => weight(name) >= least && index < (size.width * size.height) / 3200));

  const circular = text(formData, 'layout', 'force') === 'circular';
  const margin = small ? 14 : circular ? Math.min(110, size.width * 0.2) : 40;
  const frame = { left: inset.left + margin, top: inset.top + 18, width: Math.max(20, size.width - inset.left - inset.right - 2 * margin), height: Math.max(20, size.height - inset.top - inset.bottom - 40) };
  const at = new Map(names.map((name, index) => [name, index]));
  const pairs = links.map((one) => /** @type {[number, number, number]} */ ([at.get(one.source) ?? 0, at.get(one.target) ?? 0, one.value / strongest]));
  const around = names.map((_, index) => ({ x: Math.sin((index / names.length) * 2 * Math.PI), y: -Math.cos((index / names.length) * 2 * Math.PI) }));
  // In steps: a page and a picture of it, a pixel apart, shall not get another layout.
  const [wide, high] = [frame.width, frame.height].map((length) => Math.max(40, Math.round(length / 40) * 40));
  const how = { width: wide ?? 40, height: high ?? 40, length: number(formData, 'edgeLength') ?? 400, repulsion: number(formData, 'repulsion') ?? 1000, gravity: number(formData, 'gravity') ?? 0.3, friction: number(formData, 'friction') ?? 0.2 };
  const places = fitted(circular ? around : placesByForces(names.length, pairs, how), frame);
  const filters = filtersByName(source, target, links);
  const texts = valueTexts(input);
  const roam = formData.roam === 'scale' || formData.roam === 'move' ? formData.roam : formData.roam !== false;

  const sideOf = (/** @type {string} */ name, /** @type {number} */ x) => {
    const needed = Math.min(130, widthOf(name, FONT)) + diameter(name) / 2 + 6;
    return (circular && x < frame.left + frame.width / 2 - 1) || x + needed > size.width ? 'left' : 'right';
  };

  const series = {
    type: 'graph',
    layout: 'none',
    coordinateSystem: null,
    left: 0, top: 0, right: 0, bottom: 0, width: size.width, height: size.height,
    preserveAspect: false,
    roam,
    draggable: formData.draggable === true,
    selectedMode: formData.selectedMode === 'single' || formData.selectedMode === 'multiple' ? formData.selectedMode : false,
    scaleLimit: { min: 0.4, max: 12 },
    categories: kindNames.map((name) => ({ name, itemStyle: { color: colorOf(name) } })),
    data: [...corners(size), ...names.map((name, index) => {
      const back = faded(input, filters(name));
      const kind = kindNames.indexOf(kinds.get(name) ?? '');
      return { name, value: weight(name), x: places[index]?.x ?? 0, y: places[index]?.y ?? 0, symbolSize: diameter(name), ...(kind >= 0 ? { category: kind } : {}), ...marked(filters(name)), itemStyle: { color: colors.get(name), opacity: back ? 0.25 : 1 }, label: { show: named.has(name) && !small, position: sideOf(name, places[index]?.x ?? 0) } };
    })],
    links: links.map((link) => ({ source: link.source, target: link.target, value: link.value, ...marked(link.filters), lineStyle: { width: Math.max(0.6, thin * (0.25 + 1.5 * (link.value / strongest))), opacity: faded(input, link.filters) ? 0.08 : links.length > 400 ? 0.25 : 0.4, ...(link.source === link.target ? { curveness: 0.6 } : {}) } })),
    edgeSymbol: text(formData, 'edgeSymbol', 'none,arrow').split(',').slice(0, 2),
    edgeSymbolSize: small || links.length > 200 ? 0 : 7,
    itemStyle: { borderColor: theme.surface, borderWidth: 1.5 },
    lineStyle: { color: circular ? 'source' : theme.inkMuted, curveness: circular ? 0.25 : 0.06 },
    label: { position: 'right', distance: 4, color: theme.inkSecondary, fontSize: FONT, fontFamily: theme.fontFamily, textBorderColor: theme.surface, textBorderWidth: 2, formatter: (/** @type {{ name: string }} */ { name }) => fit(name, 130, FONT) },
    labelLayout: { hideOverlap: true, moveOverlap: 'shiftY' },
    emphasis: { focus: 'adjacency', label: { show: true, color: theme.ink }, lineStyle: { opacity: 0.8, width: 3 } },
    select: { itemStyle: { borderColor: theme.ink, borderWidth: 2 } },
    blur: { itemStyle: { opacity: 0.2 }, lineStyle: { opacity: 0.04 }, label: { opacity: 0.2 } },
  };
  const tooltip = {
    ...tooltipBox(theme),
    trigger: 'item',
    formatter: (/** @type {{ dataType?: string, name: string, data?: { source?: string, target?: string, value?: number } }} */ { dataType, name, data: hit }) => {
      if (dataType === 'edge' || hit?.source !== undefined) return tooltipHtml(theme, `${hit?.source} → ${hit?.target}`, [{ name: metric?.label ?? word('count'), value: texts.long(hit?.value ?? 0), strong: true }]);
      const flow = things.get(name);
      if (!flow) return '';
      const near = links.filter((one) => one.source === name || one.target === name).length;
      const rows = [{ color: colors.get(name), name: metric?.label ?? word('count'), value: texts.long(flow.in + flow.out), strong: true }, { name: word('links'), value: String(near) }];
      const kind = kinds.get(name);
      return tooltipHtml(theme, name, kind ? [...rows, { name: word('category'), value: kind }] : rows);
    },
  };
  const cut = links.length < all.links.length ? ` ${word('most', { count: names.length })}` : '';
  const description = word('description', { things: names.length, links: links.length, name: names[0] ?? '' }) + cut;
  return { kind: 'echarts', description, option: { ...base(theme), legend: key, tooltip, series: [series] } };
};

/** Two unseen marks keep ECharts from stretching what is placed already. @param {Input['size']} size */
const corners = ({ width, height }) =>
  [[0, 0], [width, height]].map(([x, y], index) => ({ name: `\u200b${index}`, x, y, symbolSize: 0.01, silent: true, tooltip: { show: false }, label: { show: false }, itemStyle: { opacity: 0 } }));
