// @ts-check
/** @import { Drawing, Input, Theme } from 'karavel-viz' */
import { escape, fit, widthOf } from './labels.js';
import { flag, number, text } from './settings.js';

export const FONT = 11;

/** Type and axes as everywhere; the host's theme says the same, but a picture made elsewhere has only this. @param {Theme} theme */
export const base = (theme) => ({
  color: [...theme.categorical],
  textStyle: { fontFamily: theme.fontFamily, fontSize: FONT, color: theme.inkSecondary },
});

/** @param {Theme} theme */
export const quietAxis = (theme) => ({
  axisLine: { show: false, onZero: false },
  axisTick: { show: false },
  axisLabel: { color: theme.inkMuted, fontSize: FONT, fontFamily: theme.fontFamily, hideOverlap: true },
  splitLine: { show: false, lineStyle: { color: theme.hairline, width: 1 } },
});

/** The plot's frame; labels and axis names are kept inside the picture. @param {{ top?: number, right?: number, bottom?: number, left?: number }} inset */
export const grid = ({ top = 10, right = 12, bottom = 4, left = 4 }) => ({
  top, right, bottom, left, outerBoundsMode: 'same', outerBoundsContain: 'all', outerBounds: { top: 0, right: 4, bottom: 2, left: 2 },
});

/** How many lines across a plot of this height are enough. @param {number} height */
export const lines = (height) => (height < 120 ? 2 : height < 220 ? 3 : height < 420 ? 4 : 6);

/**
 * The legend and the room it takes. One unnamed series needs none: the card's title says what it is.
 * @param {Input} input @param {readonly string[]} names @param {{ needed?: boolean, place?: string }} [options]
 * @returns {{ legend: Record<string, unknown>, inset: { top: number, right: number, bottom: number, left: number } }}
 */
export function legend({ formData, size, theme }, names, options = {}) {
  const inset = { top: 0, right: 0, bottom: 0, left: 0 };
  const wanted = flag(formData, 'show_legend', true) && (options.needed ?? names.length > 1);
  if (!wanted || size.height < 90 || size.width < 140) return { legend: { show: false }, inset };
  const chosen = options.place ?? text(formData, 'legendOrientation', 'top');
  const place = chosen === 'left' || chosen === 'right' || chosen === 'bottom' ? chosen : 'top';
  const upright = place === 'left' || place === 'right';
  const longest = names.reduce((most, name) => Math.max(most, widthOf(name, FONT)), 0);
  const room = Math.min(longest + 4, upright ? Math.max(size.width * 0.32, 60) : Math.min(220, size.width * 0.6));
  const plain = text(formData, 'legendType', 'scroll') === 'plain';
  const margin = number(formData, 'legendMargin');
  inset[place] = Math.max(margin ?? 0, upright ? room + 34 : plain ? 22 * rows(names, room, size.width) + 2 : 24);
  const style = { color: theme.inkSecondary, fontSize: FONT, fontFamily: theme.fontFamily, lineHeight: 16 };
  const look = { icon: 'roundRect', itemWidth: 10, itemHeight: 4, itemGap: upright ? 8 : 12, textStyle: style, inactiveColor: theme.hairline, inactiveBorderColor: theme.hairline, itemStyle: { borderWidth: 0 }, lineStyle: { width: 0 } };
  const pages = { pageIconSize: 9, pageIconColor: theme.inkSecondary, pageIconInactiveColor: theme.hairline, pageTextStyle: { color: theme.inkMuted, fontSize: FONT }, pageButtonGap: 6, pageButtonItemGap: 4 };
  const position = upright ? { orient: 'vertical', [place]: 2, top: 'middle', height: Math.min(names.length * 26, size.height - 12) } : { orient: 'horizontal', [place]: 0, left: 0, right: 0 };
  return { legend: { show: true, type: plain ? 'plain' : 'scroll', ...look, ...pages, ...position, data: inOrder(names, formData.legendSort), formatter: (/** @type {string} */ name) => fit(name, room, FONT) }, inset };
}

/** Lines that a legend takes which lists all; more than four would leave no room. @param {readonly string[]} names @param {number} room @param {number} width */
function rows(names, room, width) {
  let [line, used] = [1, 0];
  for (const name of names) {
    const own = Math.min(room, widthOf(name, FONT)) + 30;
    if (used + own > width && used > 0) [line, used] = [line + 1, 0];
    used += own;
  }
  return Math.min(4, line);
}

/** @param {readonly string[]} names @param {unknown} sort */
const inOrder = (names, sort) => (sort === 'asc' || sort === 'desc' ? [...names].sort((a, b) => (a < b ? -1 : 1) * (sort === 'asc' ? 1 : -1)) : [...names]);

/** @param {Theme} theme */
export const tooltipBox = (theme) => ({
  confine: false,
  backgroundColor: theme.mode === 'dark' ? '#262e3a' : theme.surface,
  borderColor: theme.hairline,
  borderWidth: 1,
  padding: [8, 12],
  textStyle: { color: theme.ink, fontSize: 12, fontFamily: theme.fontFamily },
});

/** A calm word in place of a chart. @param {Input} input @param {string} [why] which of the plugin's messages says it @returns {Drawing} */
export function empty({ size, theme, text: word }, why = 'noData') {
  const { width, height } = size;
  const title = word(why);
  const bars = height < 90 ? '' : [9, 15, 6, 12].map((tall, index) => `<rect x="${index * 9}" y="${18 - tall}" width="6" height="${tall}" rx="1.5"/>`).join('');
  const middle = height / 2;
  const line = `<text x="${width / 2}" y="${middle + (bars ? 22 : 4)}" text-anchor="middle" font-family="${escape(theme.fontFamily)}" font-size="12" fill="${theme.inkMuted}">${escape(fit(title, width - 16, 12))}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><g fill="${theme.hairline}" transform="translate(${width / 2 - 16.5} ${middle - 20})">${bars}</g>${line}</svg>`;
  return { kind: 'svg', svg, description: title };
}
