// @ts-check
/** @import { Cell, Input } from 'karavel-viz' */
/** @import { Config } from './config.js' */
import { alpha } from '../shared/color.js';
import { flag } from '../shared/settings.js';
import { choice } from './config.js';
import { extent } from './rules.js';

/** Bars behind the numbers of a column, as gradients; '' where there is none. @param {Input} input @param {readonly Cell[]} values @param {Config} config @returns {((value: Cell | undefined, color?: string) => string) | undefined} */
export function barsOf({ formData, theme }, values, config) {
  if (!(choice(config, 'showCellBars') ?? flag(formData, 'show_cell_bars', true))) return undefined;
  const range = extent(values);
  const [low, high] = [Math.min(0, range[0]), Math.max(0, range[1])];
  const fromLeft = choice(config, 'alignPositiveNegative') ?? flag(formData, 'align_pn', false);
  const own = choice(config, 'colorPositiveNegative');
  const red = own ?? flag(formData, 'color_pn', true);
  const strength = theme.mode === 'dark' ? 0.24 : 0.13;
  return (value, chosen) => {
    if (typeof value !== 'number') return '';
    const color = alpha(chosen ?? (value < 0 && red ? theme.bad : own === true ? theme.good : (theme.categorical[0] ?? theme.accent)), strength);
    const reach = fromLeft ? Math.max(-low, high) : high - low;
    if (reach === 0 || !Number.isFinite(reach)) return '';
    const [from, to] = fromLeft ? [0, Math.abs(value) / reach] : [(Math.min(0, value) - low) / reach, (Math.max(0, value) - low) / reach];
    const [start, end] = [from, to].map((share) => `${(share * 100).toFixed(1)}%`);
    return `linear-gradient(to right, transparent ${start}, ${color} ${start} ${end}, transparent ${end})`;
  };
}
