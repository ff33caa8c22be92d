// @ts-check
/** @import { Cell, Input } from 'karavel-viz' */
/** @import { Entry } from './plot.js' */
import { tooltipBox } from './look.js';
import { flag } from './settings.js';
import { tooltipHtml } from './tooltip.js';

/** @typedef {{ readonly seriesIndex?: number, readonly dataIndex: number, readonly value?: unknown }} Hit */

/**
 * Everything at one x; or one mark alone where the author wants that.
 * @param {Input} input
 * @param {{ entries: readonly (Entry | undefined)[], xs: readonly Cell[], label: (value: Cell | undefined) => string, swapped: boolean, mark: string, whole: boolean }} scene
 * `entries` by the place of their series, `whole`: values add up
 */
export function axisTooltip(input, { entries, xs, label, swapped, mark, whole }) {
  const { formData, formatters, theme, text } = input;
  const rich = flag(formData, 'rich_tooltip', true) && xs.length > 0;
  const byValue = flag(formData, 'tooltipSortByMetric', false);
  const shares = flag(formData, 'showTooltipPercentage', false) && whole;
  const percent = formatters.number('.1%');
  const more = (/** @type {number} */ count) => text('more', { count });
  const formatter = (/** @type {Hit | readonly Hit[]} */ hit) => {
    const hits = /** @type {readonly Hit[]} */ (Array.isArray(hit) ? hit : [hit]);
    const rows = hits.flatMap(({ seriesIndex = -1, dataIndex }) => {
      const entry = entries[seriesIndex];
      const number = entry?.values[dataIndex] ?? null;
      return !entry || number === null ? [] : [{ color: entry.color, name: entry.name, value: entry.say(dataIndex), number, place: seriesIndex, stack: entry.stack, strong: true, at: entry.points ? entry.points[dataIndex] : dataIndex, own: entry.aligned !== false }];
    });
    const [first] = rows;
    if (!first) return '';
    const stacks = new Set(rows.map((row) => row.stack));
    const sum = rows.reduce((all, row) => all + row.number, 0);
    rows.sort((a, b) => (byValue ? b.number - a.number : a.stack && a.stack === b.stack ? b.place - a.place : a.place - b.place));
    const named = shares && sum !== 0 && rows.length > 1 ? rows.map((row) => ({ ...row, value: `${row.value}  (${percent(row.number / sum)})` })) : rows;
    const added = whole && stacks.size === 1 && first.stack !== '' && rows.length > 1 && flag(formData, 'showTooltipTotal', true);
    const total = added ? { name: text('total'), value: sayLike(entries[first.place], sum), strong: true } : undefined;
    const at = rows.find((row) => row.own);
    const x = at ? xs[at.at ?? 0] : xOf(hits[0], swapped);
    return tooltipHtml(theme, label(x), named, { more, summary: total });
  };
  const pointer = mark === 'bar' ? { type: 'shadow', shadowStyle: { color: theme.inkMuted, opacity: 0.1 } } : { type: 'line', axis: swapped ? 'y' : 'x', lineStyle: { color: theme.inkMuted, width: 1, type: 'solid', opacity: 0.6 } };
  return { show: true, ...tooltipBox(theme), trigger: rich ? 'axis' : 'item', axisPointer: { ...pointer, label: { show: false } }, formatter };
}

/** A number as an entry writes its own. @param {Entry | undefined} entry @param {number} value */
const sayLike = (entry, value) => entry?.write?.(value) ?? String(value);

/** @param {Hit | undefined} hit @param {boolean} swapped @returns {Cell | undefined} */
const xOf = (hit, swapped) => (Array.isArray(hit?.value) ? hit.value[swapped ? 1 : 0] : undefined);
