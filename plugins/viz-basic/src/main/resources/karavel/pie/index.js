// @ts-check
/** @import { Chart, Input } from 'karavel-viz' */
/** @import { Share } from '../shared/shares.js' */
import { inkOn } from '../shared/color.js';
import { fit, widthOf } from '../shared/labels.js';
import { FONT, base, empty, legend, tooltipBox } from '../shared/look.js';
import { faded, marked } from '../shared/marks.js';
import { valueTexts } from '../shared/numbers.js';
import { flag, number, text } from '../shared/settings.js';
import { atMost, byTemplate, labelParts, sharesOf } from '../shared/shares.js';
import { tooltipHtml } from '../shared/tooltip.js';

const LEAST_RADIUS = 46;
const MOST_SLICES = 60;

/**
 * Where the ring lies. Labels go when they would squeeze it; a legend then names the slices.
 * @param {Input} input @param {readonly string[]} names @param {readonly number[]} widths of the labels
 */
function place(input, names, widths) {
  const { formData, size } = input;
  const outside = flag(formData, 'labels_outside', true);
  const wanted = flag(formData, 'show_labels', true);
  const asked = flag(formData, 'show_legend', false);
  const longest = widths.reduce((most, width) => Math.max(most, width), 0);
  const side = outside ? Math.min(longest, size.width * 0.26, 130) + 22 : 0;
  const measure = (/** @type {{ top: number, right: number, bottom: number, left: number }} */ inset, /** @type {boolean} */ labels) => {
    const [width, height] = [size.width - inset.left - inset.right, size.height - inset.top - inset.bottom];
    return { radius: Math.min(width / 2 - (labels ? side : 0) - 4, height / 2 - (labels && outside ? 20 : 4)), x: inset.left + width / 2, y: inset.top + height / 2 };
  };
  const first = legend({ ...input, formData: { ...formData, show_legend: asked } }, names, { needed: names.length > 0 });
  const ring = measure(first.inset, wanted);
  if (wanted && longest > 0 && ring.radius >= (outside ? LEAST_RADIUS : 60)) return { ...ring, key: first.legend, labels: true, side: side - 22 };
  const beside = size.width > size.height * 1.25 ? 'right' : 'bottom';
  const second = asked && !wanted ? first : legend({ ...input, formData: { ...formData, show_legend: asked || wanted } }, names, { needed: names.length > 0, place: asked && size.width < 200 ? undefined : beside });
  return { ...measure(second.inset, false), key: second.legend, labels: false, side: 0 };
}

/** @param {Input} input @param {readonly Share[]} shares @param {number} sum @returns {Share[]} */
function gathered({ formData, text: word }, shares, sum) {
  const least = number(formData, 'threshold_for_other') ?? 0;
  const small = shares.filter((one) => (one.value / sum) * 100 < least);
  if (least <= 0 || small.length < 2) return [...shares];
  const rest = small.reduce((all, one) => all + one.value, 0);
  return [...shares.filter((one) => !small.includes(one)), { name: word('other'), value: rest, filters: [] }];
}

/** @type {Chart} */
export const chart = (input) => {
  const { formData, formatters, theme, colorOf, text: word } = input;
  const { shares: all, sum } = sharesOf(input);
  const shares = gathered(input, atMost(all.filter((one) => one.value > 0), MOST_SLICES, word('other')), sum);
  if (shares.length === 0) return empty(input);

  const texts = valueTexts(input);
  const percent = formatters.number('.1%');
  const type = text(formData, 'label_type', 'key_percent');
  const template = type === 'template' ? text(formData, 'label_template') : '';
  const parts = shares.map((one) => {
    const said = { name: one.name, value: texts.short(one.value), percent: percent(one.value / sum) };
    if (!template) return labelParts(type === 'template' ? 'key_percent' : type, said);
    const [head = '', ...more] = byTemplate(template, said).split('\n');
    return { head, tail: more.join('\n') };
  });
  const least = (number(formData, 'show_labels_threshold') ?? 5) / 100;
  const ring = place(input, shares.map((one) => one.name), parts.map(({ head, tail }, index) => ((shares[index]?.value ?? 0) / sum < least ? 0 : [head, ...tail.split('\n')].reduce((most, line) => Math.max(most, widthOf(line, FONT)), 0))));
  const outside = flag(formData, 'labels_outside', true);
  const donut = flag(formData, 'donut', true);
  const outer = (ring.radius * Math.min(number(formData, 'outerRadius') ?? 70, 80)) / (ring.labels ? 70 : 75);
  const radius = Math.max(8, Math.min(outer, ring.radius));
  const inner = donut ? Math.min(0.9, (number(formData, 'innerRadius') ?? 45) / (number(formData, 'outerRadius') || 70)) * radius : 0;
  const colors = shares.map((one) => colorOf(one.name));

  const slices = shares.map((one, index) => {
    const color = colors[index] ?? theme.accent;
    const { head = '', tail = '' } = parts[index] ?? {};
    const show = ring.labels && one.value / sum >= least;
    const lines = [head ? `{head|${plain(fit(head, outside ? ring.side : radius - inner + 10, FONT))}}` : '', ...tail.split('\n').map((line) => (line ? `{tail|${plain(line)}}` : ''))].filter(Boolean);
    const ink = outside ? {} : { rich: rich(inkOn(color, theme), inkOn(color, theme)) };
    const back = faded(input, one.filters) ? 0.3 : 1;
    return { name: one.name, value: one.value, ...marked(one.filters), itemStyle: { color, opacity: back }, label: { show, formatter: lines.join('\n'), ...ink }, labelLine: { show: show && outside && flag(formData, 'label_line', true) } };
  });

  const series = {
    type: 'pie',
    center: [Math.round(ring.x), Math.round(ring.y)],
    radius: [Math.round(inner), Math.round(radius)],
    ...(text(formData, 'roseType') ? { roseType: text(formData, 'roseType') } : {}),
    minAngle: shares.length > 30 ? 0 : 1,
    avoidLabelOverlap: true,
    itemStyle: { borderColor: theme.surface, borderWidth: shares.length > 30 ? 0.5 : shares.length > 1 ? 2 : 0, borderRadius: shares.length > 1 ? Math.min(5, (radius - inner) / 6) : 0 },
    label: { position: outside ? 'outside' : 'inside', alignTo: 'none', bleedMargin: 2, distanceToLabelLine: 4, rich: rich(theme.inkSecondary, theme.ink), lineHeight: 14 },
    labelLine: { length: 8, length2: 8, minTurnAngle: 100, lineStyle: { color: theme.inkMuted, opacity: 0.5, width: 1 } },
    emphasis: { scale: true, scaleSize: 3, label: { show: false } },
    data: slices,
  };
  const middle = donut && flag(formData, 'show_total', true) && inner >= 30 ? total(input, ring, inner, texts.short(sum), word('total')) : {};
  const tooltip = {
    ...tooltipBox(theme),
    trigger: 'item',
    formatter: (/** @type {{ dataIndex: number }} */ { dataIndex }) => {
      const one = shares[dataIndex];
      return one ? tooltipHtml(theme, one.name, [{ color: colors[dataIndex], name: percent(one.value / sum), value: texts.long(one.value), strong: true }]) : '';
    },
  };
  const description = word('description', { count: shares.length, total: texts.short(sum), name: shares[0]?.name ?? '', share: percent((shares[0]?.value ?? 0) / sum) });
  return { kind: 'echarts', description, option: { ...base(theme), ...middle, legend: ring.key, tooltip, series: [series] } };
};

/** Braces mean styles to ECharts. @param {string} label */
const plain = (label) => label.replaceAll('{', '(').replaceAll('}', ')').replaceAll('|', '¦');

/** @param {string} head @param {string} tail */
const rich = (head, tail) => ({ head: { color: head, fontSize: FONT, lineHeight: 14 }, tail: { color: tail, fontSize: FONT, fontWeight: 600, lineHeight: 14 } });

/** @param {Input} input @param {{ x: number, y: number }} ring @param {number} inner @param {string} value @param {string} name */
function total({ theme }, ring, inner, value, name) {
  const size = Math.max(13, Math.min(28, inner * 0.42, (inner * 1.55) / widthOf(value, 1)));
  const style = { fontFamily: theme.fontFamily, align: 'center' };
  const gap = inner >= 44;
  return {
    title: {
      text: value, left: ring.x, top: ring.y, textAlign: 'center', textVerticalAlign: 'middle', padding: 0, itemGap: 2,
      ...(gap ? { subtext: name } : {}),
      textStyle: { ...style, fontSize: size, fontWeight: 640, color: theme.ink, lineHeight: size * 1.1 },
      subtextStyle: { ...style, fontSize: FONT, color: theme.inkMuted },
    },
  };
}
