// @ts-check
/** @import { Piece } from './lexer.js' */
import { TemplateError, pieces } from './lexer.js';

/** @typedef {{ type: 'literal', value: unknown }} Literal */
/** @typedef {{ type: 'path', up: number, data: boolean, parts: readonly string[], scoped: boolean, text: string }} Path `scoped`: begins with this or .., so it is no helper */
/** @typedef {{ type: 'call', callee: Path | Literal, args: readonly Expression[], hash: readonly (readonly [string, Expression])[], line: number }} Call */
/** @typedef {Literal | Path | Call} Expression */
/**
 * @typedef {{ type: 'text', text: string } | { type: 'write', call: Call, escaped: boolean } | Block} Node
 * @typedef {{ type: 'block', call: Call, params: readonly string[], body: readonly Node[], inverse: readonly Node[] | undefined, inverted: boolean, line: number }} Block
 */

/** @param {string} source @returns {readonly Node[]} */
export function parse(source) {
  const all = pieces(source);
  let at = 0;

  /** @param {string | undefined} until name of the block we are in @param {number} line @returns {{ nodes: Node[], end: Piece | undefined }} */
  function body(until, line) {
    /** @type {Node[]} */
    const nodes = [];
    for (;;) {
      const piece = all[at++];
      if (!piece) {
        if (until !== undefined) throw new TemplateError(line, `{{#${until}}} is never closed`);
        return { nodes, end: undefined };
      }
      if (piece.kind === 'text') nodes.push({ type: 'text', text: piece.text });
      else if (piece.kind === 'mustache' || piece.kind === 'raw') nodes.push({ type: 'write', call: expression(piece).call, escaped: piece.kind === 'mustache' });
      else if (piece.kind === 'open' || piece.kind === 'inverse') nodes.push(block(piece));
      else {
        if (until === undefined) throw new TemplateError(piece.line, piece.kind === 'else' ? '{{else}} outside of a block' : `{{/${piece.text}}} closes nothing`);
        return { nodes, end: piece };
      }
    }
  }

  /** @param {Piece} piece @returns {Block} */
  function block(piece) {
    const { call, params } = expression(piece);
    const name = call.callee.type === 'path' ? call.callee.text : String(call.callee.value);
    const first = body(name, piece.line);
    const made = { type: /** @type {const} */ ('block'), call, params, body: first.nodes, inverse: /** @type {Node[] | undefined} */ (undefined), inverted: piece.kind === 'inverse', line: piece.line };
    let end = first.end;
    /** @type {{ inverse: readonly Node[] | undefined }} */
    let inner = made;
    while (end?.kind === 'else') {
      if (inner.inverse !== undefined) throw new TemplateError(end.line, `{{#${name}}} has a second {{else}}`);
      if (end.text === '') {
        const rest = body(name, piece.line);
        inner.inverse = rest.nodes;
        end = rest.end;
      } else {
        const { call: next, params: names } = expression({ ...end, kind: 'open' });
        const rest = body(name, piece.line);
        /** @type {Block} */
        const chained = { type: 'block', call: next, params: names, body: rest.nodes, inverse: undefined, inverted: false, line: end.line };
        inner.inverse = [chained];
        inner = chained;
        end = rest.end;
      }
    }
    if (end?.text !== name) throw new TemplateError(end?.line ?? piece.line, `{{#${name}}} is closed by {{/${end?.text}}}`);
    return made;
  }

  return body(undefined, 1).nodes;
}

const TOKEN = /\s*(?:(as)\s+\|([^|]*)\||([()])|"([^"]*)"|'([^']*)'|([\w$-]+|\[[^\]]*\])\s*=(?!=)|((?:@|\.\.?\/|\.\.?(?=$|[\s)])|\[[^\]]*\]|[^\s()=|'"[\]])(?:\[[^\]]*\]|[^\s()=|'"[\]])*))/y;

/** What stands in one mustache. @param {Piece} piece @returns {{ call: Call, params: string[] }} */
function expression({ text, line }) {
  let at = 0;
  /** @type {string[]} */
  let params = [];
  const wrong = () => new TemplateError(line, `What is meant by {{${text}}}?`);

  /** @returns {RegExpExecArray | undefined} */
  function next() {
    if (text.slice(at).trim() === '') return undefined;
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text);
    if (!token) throw wrong();
    at = TOKEN.lastIndex;
    return token;
  }
  /** @param {RegExpExecArray} token @returns {Expression} */
  function value(token) {
    const [, , , bracket, double, single, , word] = token;
    if (bracket === '(') return call(true);
    if (double !== undefined || single !== undefined) return { type: 'literal', value: double ?? single };
    if (word === undefined) throw wrong();
    return operand(word, line);
  }
  /** @param {boolean} inner @returns {Call} */
  function call(inner) {
    const first = next();
    if (!first) throw wrong();
    const callee = value(first);
    if (callee.type === 'call') throw wrong();
    /** @type {Expression[]} */
    const args = [];
    /** @type {[string, Expression][]} */
    const hash = [];
    for (let token = next(); ; token = next()) {
      if (!token) {
        if (inner) throw new TemplateError(line, `A ( is never closed in {{${text}}}`);
        break;
      }
      if (token[3] === ')') {
        if (!inner) throw wrong();
        break;
      }
      if (token[1] !== undefined) params = (token[2] ?? '').trim().split(/\s+/).filter(Boolean);
      else if (token[6] !== undefined) {
        const given = next();
        if (!given) throw wrong();
        hash.push([token[6].replace(/^\[|\]$/g, ''), value(given)]);
      } else args.push(value(token));
    }
    return { type: 'call', callee, args, hash, line };
  }
  return { call: call(false), params };
}

const LITERALS = new Map(/** @type {[string, unknown][]} */ ([['true', true], ['false', false], ['null', null], ['undefined', undefined]]));

/** @param {string} word @param {number} line @returns {Literal | Path} */
function operand(word, line) {
  if (LITERALS.has(word)) return { type: 'literal', value: LITERALS.get(word) };
  if (/^-?\d+(\.\d+)?$/.test(word)) return { type: 'literal', value: Number(word) };
  const data = word.startsWith('@');
  let up = 0;
  let scoped = false;
  const parts = [];
  for (const [, bracketed, plain] of (data ? word.slice(1) : word).matchAll(/\[([^\]]*)\]|([^./[\]]+|\.\.|\.(?=\/|$)(?<=^\.))/g)) {
    if (bracketed !== undefined) parts.push(bracketed);
    else if (plain === '..') {
      if (parts.length > 0) throw new TemplateError(line, `.. stands only at the beginning of a path, not in ${word}`);
      up++;
      scoped = true;
    } else if ((plain === 'this' || plain === '.') && parts.length === 0) scoped = true;
    else if (plain !== undefined) parts.push(plain);
  }
  return { type: 'path', up, data, parts, scoped, text: word };
}
