// @ts-check
/** @import { Cell, Input } from 'karavel-viz' */
import { mix } from './color.js';

/** @typedef {{ column?: unknown, operator?: unknown, targetValue?: unknown, targetValueLeft?: unknown, targetValueRight?: unknown, colorScheme?: unknown }} Rule */

/** @param {Rule} rule @param {number} value */
function holds({ operator, targetValue, targetValueLeft, targetValueRight }, value) {
  const [target, left, right] = [targetValue, targetValueLeft, targetValueRight].map(Number);
  switch (operator) {
    case '>': return value > (target ?? 0);
    case '<': return value < (target ?? 0);
    case '≥': return value >= (target ?? 0);
    case '≤': return value <= (target ?? 0);
    case '=': return value === target;
    case '≠': return value !== target;
    case '< x <': return value > (left ?? 0) && value < (right ?? 0);
    case '≤ x ≤': return value >= (left ?? 0) && value <= (right ?? 0);
    case '≤ x <': return value >= (left ?? 0) && value < (right ?? 0);
    case '< x ≤': return value > (left ?? 0) && value <= (right ?? 0);
    default: return operator === 'None' || operator === undefined;
  }
}

/** The colour a rule means: its own, or a token of the theme for Superset's named ones. @param {Input} input @param {unknown} scheme */
function named({ theme }, scheme) {
  if (typeof scheme === 'string' && /^#[0-9a-f]{3,8}$/i.test(scheme)) return scheme;
  return { colorSuccess: theme.good, Green: theme.good, colorError: theme.bad, Red: theme.bad, colorWarning: theme.categorical[1] ?? theme.accent }[String(scheme)] ?? theme.accent;
}

/**
 * The colour conditional formatting gives a value, or undefined. Rules without a target grow stronger with the value.
 * @param {Input} input @param {readonly unknown[]} rules @param {string} column @param {Cell} value @param {readonly Cell[]} all @param {number} [strength] 1: the colour itself, less: a tint on the surface
 */
export function conditionColor(input, rules, column, value, all, strength = 1) {
  if (typeof value !== 'number') return undefined;
  const rule = /** @type {readonly Rule[]} */ (rules).findLast((one) => one !== null && typeof one === 'object' && one.column === column && holds(one, value));
  if (!rule) return undefined;
  const color = named(input, rule.colorScheme);
  if (strength >= 1) return color;
  if (rule.operator !== undefined && rule.operator !== 'None') return mix(input.theme.surface, color, strength);
  const numbers = all.filter((one) => typeof one === 'number');
  const [low, high] = [numbers.reduce((a, b) => Math.min(a, b), Infinity), numbers.reduce((a, b) => Math.max(a, b), -Infinity)];
  return mix(input.theme.surface, color, strength * (high > low ? 0.15 + 0.85 * ((value - low) / (high - low)) : 1));
}
