// @ts-check
/** @import { Cell, Input, Theme } from 'karavel-viz' */
import { mix } from '../shared/color.js';
import { list } from '../shared/settings.js';

/**
 * Conditional formatting under Superset's names, of its older and its newer versions.
 * @typedef {object} Rule
 * @property {unknown} [column]
 * @property {unknown} [operator]
 * @property {unknown} [targetValue]
 * @property {unknown} [targetValueLeft]
 * @property {unknown} [targetValueRight]
 * @property {unknown} [colorScheme]
 * @property {unknown} [useGradient]
 * @property {unknown} [toAllRow]
 * @property {unknown} [toTextColor]
 * @property {unknown} [columnFormatting] another column's name, or ENTIRE_ROW
 * @property {unknown} [objectFormatting] TEXT_COLOR, BACKGROUND_COLOR or CELL_BAR
 */
/** @typedef {{ background?: string, color?: string, bar?: string }} Look */
/** @typedef {{ target: string | true, kind: keyof Look, on: readonly Cell[], look: (value: Cell) => string | undefined }} Made `target` true is the whole row */

/** @param {Rule} rule @param {Cell} value */
export function holds({ operator, targetValue, targetValueLeft, targetValueRight }, value) {
  const [target, left, right] = [targetValue, targetValueLeft, targetValueRight].map((one) => (one === null || one === undefined || one === '' ? NaN : Number(one)));
  const number = typeof value === 'number' ? value : NaN;
  const words = value === null ? undefined : String(value).toLocaleLowerCase();
  const wanted = String(targetValue ?? '').toLocaleLowerCase();
  switch (operator) {
    case '>': return number > (target ?? NaN);
    case '<': return number < (target ?? NaN);
    case '≥': return number >= (target ?? NaN);
    case '≤': return number <= (target ?? NaN);
    case '=': return typeof value === 'number' ? number === target : words !== undefined && words === wanted;
    case '≠': return typeof value === 'number' ? number !== target : words !== undefined && words !== wanted;
    case '< x <': return number > (left ?? NaN) && number < (right ?? NaN);
    case '≤ x ≤': return number >= (left ?? NaN) && number <= (right ?? NaN);
    case '≤ x <': return number >= (left ?? NaN) && number < (right ?? NaN);
    case '< x ≤': return number > (left ?? NaN) && number <= (right ?? NaN);
    case 'begins with': return words?.startsWith(wanted) ?? false;
    case 'ends with': return words?.endsWith(wanted) ?? false;
    case 'containing': return words?.includes(wanted) ?? false;
    case 'not containing': return words !== undefined && !words.includes(wanted);
    case 'is true': return value === true || value === 1;
    case 'is false': return value === false || value === 0;
    case 'is null': return value === null;
    case 'is not null': return value !== null;
    default: return (operator === 'None' || operator === undefined) && value !== null;
  }
}

/** The colour a rule means: its own, or a token of the theme for Superset's named ones. @param {Theme} theme @param {unknown} scheme */
export function named(theme, scheme) {
  if (typeof scheme === 'string' && /^#[0-9a-f]{3,8}$/i.test(scheme)) return scheme;
  return { colorSuccess: theme.good, Green: theme.good, colorError: theme.bad, Red: theme.bad, colorWarning: theme.categorical[1] ?? theme.accent, colorPrimary: theme.accent }[String(scheme)] ?? theme.accent;
}

/** How far a value is on its way from where a rule begins to hold to the farthest value, 0 to 1. @param {Rule} rule @param {number} value @param {readonly [number, number]} extent */
function progress({ operator, targetValue, targetValueLeft, targetValueRight }, value, [low, high]) {
  const between = (/** @type {number} */ from, /** @type {number} */ to) => (from === to || !Number.isFinite(to - from) ? 1 : Math.min(1, Math.max(0, (value - from) / (to - from))));
  const target = Number(targetValue);
  switch (operator) {
    case '>': case '≥': return between(target, high);
    case '<': case '≤': return between(target, low);
    case '≠': return Math.abs(value - target) / (Math.max(Math.abs(low - target), Math.abs(high - target)) || 1);
    case '< x <': case '≤ x ≤': case '≤ x <': case '< x ≤': return between(Number(targetValueLeft), Number(targetValueRight));
    case 'None': case undefined: return between(low, high);
    default: return 1;
  }
}

/** @param {readonly Cell[]} values @returns {readonly [number, number]} */
export function extent(values) {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (typeof value !== 'number') continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

/** @param {Rule} rule @returns {keyof Look} */
const kindOf = ({ objectFormatting, toTextColor }) => (objectFormatting === 'TEXT_COLOR' || (objectFormatting === undefined && toTextColor === true) ? 'color' : objectFormatting === 'CELL_BAR' ? 'bar' : 'background');

/** @param {Rule} rule @returns {string | true} */
const targetOf = ({ column, columnFormatting, toAllRow }) => (columnFormatting === 'ENTIRE_ROW' || (columnFormatting === undefined && toAllRow === true) ? true : typeof columnFormatting === 'string' && columnFormatting ? columnFormatting : String(column));

/**
 * The author's rules, ready to be asked. @param {Input} input @param {(column: string) => readonly Cell[] | undefined} valuesOf of a column by its name in the answer
 * @returns {readonly Made[]} those about columns that are there
 */
export function rulesOf({ formData, theme }, valuesOf) {
  const strength = theme.mode === 'dark' ? 0.4 : 0.28;
  return list(formData, 'conditional_formatting').flatMap((given) => {
    if (given === null || typeof given !== 'object') return [];
    const rule = /** @type {Rule} */ (given);
    const on = valuesOf(String(rule.column));
    if (!on) return [];
    const color = named(theme, rule.colorScheme);
    const kind = kindOf(rule);
    const range = extent(on);
    const graded = rule.useGradient !== false;
    const shade = (/** @type {Cell} */ value) => {
      if (!holds(rule, value)) return undefined;
      const share = graded && typeof value === 'number' ? 0.25 + 0.75 * progress(rule, value, range) : 1;
      if (kind === 'color') return mix(theme.inkMuted, theme.mode === 'dark' ? mix(color, '#ffffff', 0.15) : mix(color, '#000000', 0.12), Math.max(0.55, share));
      return kind === 'bar' ? color : mix(theme.surface, color, strength * share);
    };
    return [{ target: targetOf(rule), kind, on, look: shade }];
  });
}

/** What the rules say of a cell: the last that holds, rows before columns. @param {readonly Made[]} rules @param {string} column @param {number} row @returns {Look | undefined} */
export function lookOf(rules, column, row) {
  /** @type {Look | undefined} */
  let look;
  for (const whole of [true, false]) {
    for (const rule of rules) {
      if ((rule.target === true) !== whole || (!whole && rule.target !== column)) continue;
      const found = rule.look(rule.on[row] ?? null);
      if (found !== undefined) look = { ...look, [rule.kind]: found };
    }
  }
  return look;
}
