// @ts-check
/** @import { Input } from 'karavel-viz' */
import { fit, widthOf } from './labels.js';
import { number } from './settings.js';

/** With the card's own margin this stands below its title. */
const LEFT = 4;
const USUAL = 34;
export const SMALL = 12;

/** The size of a hero number: as the author asks, as the card allows. @param {Input} input @param {string} hero @param {number} share of the height by default */
export function heroSize({ formData, size }, hero, share) {
  const wanted = number(formData, 'header_font_size') ?? share;
  const asked = Math.max(wanted * size.height * 0.75, Math.min((USUAL * wanted) / 0.4, size.height * 0.46));
  const room = (size.width - 2 * LEFT) / (widthOf(hero, 1) * 1.08 || 1);
  return Math.round(Math.max(14, Math.min(asked, 60, room, size.height - 6)));
}

/** One line of text as part of the drawing. @param {Input} input @param {string} text @param {number} top @param {{ size: number, color: string, weight?: number, rich?: object }} style */
export const line = ({ theme }, text, top, { size, color, weight = 400, rich }) => ({
  text,
  left: LEFT,
  top,
  padding: 0,
  textStyle: { fontFamily: theme.fontFamily, fontSize: size, fontWeight: weight, color, lineHeight: Math.round(size * 1.1), ...(rich ? { rich } : {}) },
});

/** Size of a line below the number: as the author asks, within reason. @param {Input} input */
export const noteSize = ({ formData, size }) => Math.round(Math.max(10, Math.min((SMALL * (number(formData, 'subtitle_font_size') ?? number(formData, 'subheader_font_size') ?? 0.15)) / 0.15, size.height / 6, 30)));

/** @param {Input} input @param {string} text */
export const fitted = ({ size }, text, font = SMALL) => fit(text, size.width - 2 * LEFT, font);
