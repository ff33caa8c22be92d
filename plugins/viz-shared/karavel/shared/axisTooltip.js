// @ts-check
/** @import { Cell, Input } from 'karavel-viz' */
/** @import { Series } from './pivot.js' */
import { tooltipBox } from './look.js';
import { flag } from './settings.js';
import { tooltipHtml } from './tooltip.js';

/** @typedef {{ readonly seriesName?: string, readonly dataIndex: number }} Hit */

/**
 * Everything at one x, greatest first; or one mark alone where the author wants that.
 * @param {Input} input
 * @param {{ xs: readonly Cell[], series: readonly Series[], colors: readonly string[], label: (value: Cell | undefined) => string, value: (value: Cell | undefined) => string, stacked: boolean, swapped: boolean, mark: string }} scene
 */
export function axisTooltip(input, { xs, series, colors, label, value, stacked, swapped, mark }) {
  const { formData, theme, text } = input;
  const rich = flag(formData, 'rich_tooltip', true) && xs.length > 0;
  const byName = new Map(series.map((one, index) => [one.name, index]));
  const more = (/** @type {number} */ count) => text('more', { count });
  const formatter = (/** @type {Hit | readonly Hit[]} */ hit) => {
    const hits = /** @type {readonly Hit[]} */ (Array.isArray(hit) ? hit : [hit]).filter((one) => byName.has(one.seriesName ?? ''));
    const index = hits[0]?.dataIndex ?? -1;
    const rows = hits.flatMap((one) => {
      const place = byName.get(one.seriesName ?? '') ?? 0;
      const number = series[place]?.values[index] ?? null;
      return number === null ? [] : [{ color: colors[place], name: one.seriesName ?? '', value: value(number), number, place, strong: true }];
    });
    if (rows.length === 0) return '';
    rows.sort((a, b) => (stacked ? b.place - a.place : b.number - a.number));
    const sum = stacked && rows.length > 1 && flag(formData, 'showTooltipTotal', true) ? { name: text('total'), value: value(rows.reduce((all, row) => all + row.number, 0)), strong: true } : undefined;
    return tooltipHtml(theme, label(xs[index]), rows, { more, summary: sum });
  };
  const pointer = mark === 'bar' ? { type: 'shadow', shadowStyle: { color: theme.inkMuted, opacity: 0.1 } } : { type: 'line', axis: swapped ? 'y' : 'x', lineStyle: { color: theme.inkMuted, width: 1, type: 'solid', opacity: 0.6 } };
  return { show: true, ...tooltipBox(theme), trigger: rich ? 'axis' : 'item', axisPointer: { ...pointer, label: { show: false } }, formatter };
}
