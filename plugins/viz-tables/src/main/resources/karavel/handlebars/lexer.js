// @ts-check

/**
 * @typedef {object} Piece text, or what stands between mustaches
 * @property {'text' | 'mustache' | 'raw' | 'open' | 'inverse' | 'else' | 'close' | 'comment'} kind
 * @property {string} text
 * @property {number} line
 * @property {boolean} left whether white space before it goes
 * @property {boolean} right whether white space after it goes
 */

/** A template that is wrong: where, and what. */
export class TemplateError extends Error {
  /** @param {number} line @param {string} message */
  constructor(line, message) {
    super(message);
    this.name = 'TemplateError';
    this.line = line;
  }
}

/** Cuts a template into its pieces. @param {string} source @returns {Piece[]} */
export function pieces(source) {
  /** @type {Piece[]} */
  const found = [];
  let at = 0;
  let line = 1;
  const plain = (/** @type {string} */ text) => {
    if (text === '') return;
    const last = found.at(-1);
    if (last?.kind === 'text') last.text += text;
    else found.push({ kind: 'text', text, line, left: false, right: false });
  };
  const pass = (/** @type {number} */ to) => {
    for (let sign = at; sign < to; sign++) if (source[sign] === '\n') line++;
    at = to;
  };
  while (at < source.length) {
    const open = source.indexOf('{{', at);
    if (open < 0) {
      plain(source.slice(at));
      break;
    }
    const before = source.slice(at, open);
    if (before.endsWith('\\') && !before.endsWith('\\\\')) {
      // \{{ is text up to the next mustache.
      const next = source.indexOf('{{', open + 2);
      plain(before.slice(0, -1) + source.slice(open, next < 0 ? source.length : next));
      pass(next < 0 ? source.length : next);
      continue;
    }
    plain(before.endsWith('\\\\') ? before.slice(0, -1) : before);
    pass(open);
    const piece = mustache(source, at, line);
    found.push(piece.made);
    pass(piece.end);
  }
  trimLines(found);
  return found.filter((one) => one.kind !== 'comment' && (one.kind !== 'text' || one.text !== ''));
}

/** @param {string} source @param {number} at @param {number} line @returns {{ made: Piece, end: number }} */
function mustache(source, at, line) {
  const comment = /^\{\{(~?)!--([\s\S]*?)--(~?)\}\}/.exec(source.slice(at));
  if (comment) return { made: { kind: 'comment', text: '', line, left: comment[1] === '~', right: comment[3] === '~' }, end: at + comment[0].length };
  if (source.startsWith('{{{{', at)) throw new TemplateError(line, 'Raw blocks {{{{…}}}} are not supported');
  const triple = /^\{\{(~?)\{/.exec(source.slice(at, at + 5));
  const begin = at + (triple ? triple[0].length : source[at + 2] === '~' ? 3 : 2);
  const end = closing(source, begin, triple ? '}' : '', line);
  const left = source[at + 2] === '~';
  const right = source[end.at - 1] === '~' || end.tilde;
  const inner = source.slice(begin, end.inner).trim();
  const piece = (/** @type {Piece['kind']} */ kind, /** @type {string} */ text) => ({ made: { kind, text: text.trim(), line, left, right }, end: end.at + 2 });
  if (triple) return piece('raw', inner);
  const rest = inner.slice(1);
  switch (inner[0]) {
    case '!': return piece('comment', '');
    case '&': return piece('raw', rest);
    case '#':
      if (rest[0] === '>' || rest[0] === '*') throw new TemplateError(line, 'Partials and decorators are not supported');
      return piece('open', rest);
    case '^': return rest.trim() === '' ? piece('else', '') : piece('inverse', rest);
    case '/': return piece('close', rest);
    case '>': throw new TemplateError(line, `There are no partials to include: {{${inner}}}`);
    case undefined: throw new TemplateError(line, 'An expression is missing between {{ and }}');
    default: return /^else(\s|$)/.test(inner) ? piece('else', inner.slice(4)) : piece('mustache', inner);
  }
}

/** Where a mustache ends, texts in it left aside. @param {string} source @param {number} from @param {string} extra @param {number} line */
function closing(source, from, extra, line) {
  const comment = source[from] === '!';
  let quote = '';
  for (let at = from; at < source.length; at++) {
    const sign = source[at];
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (!comment && (sign === '"' || sign === "'")) quote = sign;
    else if (!comment && sign === '[') {
      const end = source.indexOf(']', at);
      if (end > 0) at = end;
    } else if (source.startsWith(`${extra}}}`, at) || source.startsWith(`${extra}~}}`, at)) {
      const tilde = source[at + extra.length] === '~' || source[at - 1] === '~';
      return { at: at + extra.length + (source[at + extra.length] === '~' ? 1 : 0), inner: source[at - 1] === '~' ? at - 1 : at, tilde };
    }
  }
  throw new TemplateError(line, 'A {{ is never closed');
}

/** A block's tag or a comment alone on its line takes the line with it. @param {Piece[]} found */
function trimLines(found) {
  const original = found.map((one) => one.text);
  found.forEach((piece, index) => {
    const [before, after] = [found[index - 1], found[index + 1]];
    const alone = ['open', 'inverse', 'else', 'close', 'comment'].includes(piece.kind);
    if (alone && (!before || before.kind === 'text') && (!after || after.kind === 'text')) {
      const [head, tail] = [before ? (original[index - 1] ?? '') : '', after ? (original[index + 1] ?? '') : ''];
      const first = !before || (index === 1 && /^[ \t]*$/.test(head));
      const starts = first || /\n[ \t]*$/.test(head);
      const ends = !after || (index === found.length - 2 && /^[ \t]*$/.test(tail)) || /^[ \t]*\r?\n/.test(tail);
      if (starts && ends) {
        if (before) before.text = before.text.replace(/[ \t]*$/, '');
        if (after) after.text = after.text.replace(/^[ \t]*\r?\n?/, '');
      }
    }
  });
  found.forEach((piece, index) => {
    const [before, after] = [found[index - 1], found[index + 1]];
    if (piece.left && before?.kind === 'text') before.text = before.text.trimEnd();
    if (piece.right && after?.kind === 'text') after.text = after.text.trimStart();
  });
}
