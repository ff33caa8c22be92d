// @ts-check

const ENTITIES = /** @type {Record<string, string>} */ ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' });

/** Text for HTML and SVG, whatever the data says. @param {unknown} value */
export const escape = (value) => String(value).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** Share of the font size a character takes in the faces we use; no canvas is at hand to measure with. @param {number} code */
function share(code) {
  if (code > 0x2e7f) return 1;
  const sign = String.fromCharCode(code);
  if (/[iljtfrI.,:;'|!()[\] ]/.test(sign)) return 0.33;
  if (/[mwMW@%]/.test(sign)) return 0.88;
  return /[A-Z0-9]/.test(sign) ? 0.66 : 0.57;
}

/** Width in pixels, estimated. @param {string} text @param {number} size */
export const widthOf = (text, size) => Array.from(text).reduce((sum, sign) => sum + share(sign.codePointAt(0) ?? 0), 0) * size;

/** Cuts to a width, with an ellipsis. @param {string} text @param {number} width @param {number} size */
export function fit(text, width, size) {
  if (widthOf(text, size) <= width) return text;
  let room = width - size * 0.8;
  let kept = '';
  for (const sign of text) {
    room -= share(sign.codePointAt(0) ?? 0) * size;
    if (room < 0) break;
    kept += sign;
  }
  return `${kept.trimEnd()}…`;
}

/** Breaks into at most two lines at a word, if it then fits. @param {string} text @param {number} width @param {number} size @returns {string | undefined} */
export function twoLines(text, width, size) {
  const words = text.split(' ');
  for (let count = words.length; count > 0; count--) {
    const [first, second] = [words.slice(0, count).join(' '), words.slice(count).join(' ')];
    if (widthOf(first, size) <= width) return widthOf(second, size) <= width ? (second ? `${first}\n${second}` : first) : undefined;
  }
  return undefined;
}

/** Joins the parts of a series' name. @param {readonly string[]} parts */
export const joined = (parts) => parts.filter((part) => part !== '').join(', ');
