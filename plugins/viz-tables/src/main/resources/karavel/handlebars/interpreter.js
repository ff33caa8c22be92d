// @ts-check
/** @import { Block, Call, Expression, Node, Path } from './parser.js' */
import { escape } from '../shared/labels.js';
import { TemplateError } from './lexer.js';
import { parse } from './parser.js';

/** Text that is HTML already. */
export class Html {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }
}

/**
 * @typedef {object} Options what a helper is given after its arguments
 * @property {Readonly<Record<string, unknown>>} hash
 * @property {(context?: unknown, more?: { data?: Record<string, unknown>, params?: readonly unknown[] }) => string} fn the block; '' without one
 * @property {(context?: unknown) => string} inverse
 * @property {boolean} block
 * @property {unknown} context
 */
/** @typedef {(args: readonly unknown[], options: Options) => unknown} Helper */
/** @typedef {{ context: unknown, parent: Scope | undefined, data: Readonly<Record<string, unknown>>, params: Readonly<Record<string, unknown>> }} Scope */

const MOST_STEPS = 400_000;
const MOST_TEXT = 4_000_000;

/** Nothing, false, zero, empty text, an empty list. @param {unknown} value */
export const isEmpty = (value) => value === undefined || value === null || value === false || value === '' || value === 0 || Number.isNaN(value) || (Array.isArray(value) && value.length === 0);

/** Own properties alone: a template reaches data and nothing of the language. @param {unknown} value @param {string} name @returns {unknown} */
export function own(value, name) {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string') return name === 'length' ? value.length : undefined;
  if (typeof value !== 'object' || value instanceof Html) return undefined;
  return Object.hasOwn(value, name) ? /** @type {Record<string, unknown>} */ (value)[name] : undefined;
}

/**
 * Fills a template in. Nothing is compiled: the page's policy forbids it.
 * @param {string} template @param {unknown} context @param {Readonly<Record<string, Helper>>} helpers
 * @param {{ escaped?: boolean }} [how] @returns {string}
 * @throws {TemplateError}
 */
export function render(template, context, helpers, { escaped = true } = {}) {
  let steps = 0;
  let length = 0;
  const nodes = parse(template);
  const root = { context, parent: undefined, data: { root: context }, params: {} };

  /** @param {readonly Node[]} body @param {Scope} scope @returns {string} */
  function write(body, scope) {
    let text = '';
    for (const node of body) {
      if (++steps > MOST_STEPS) throw new TemplateError(1, 'The template writes too much: it repeats more than 400,000 times');
      const piece = node.type === 'text' ? node.text : node.type === 'block' ? block(node, scope) : shown(called(node.call, scope, undefined), node.escaped && escaped);
      length += piece.length;
      if (length > MOST_TEXT) throw new TemplateError(1, 'The template writes too much: more than 4 million signs');
      text += piece;
    }
    return text;
  }

  /** @param {Path} path @param {Scope} from @returns {unknown} */
  function resolve(path, from) {
    let scope = /** @type {Scope | undefined} */ (from);
    for (let level = 0; level < path.up; level++) scope = scope?.parent;
    if (!scope) return undefined;
    const [first, ...rest] = path.parts;
    /** @type {unknown} */
    let value = scope.context;
    if (path.data) value = scope.data;
    else if (first !== undefined && !path.scoped) {
      for (let one = /** @type {Scope | undefined} */ (scope); one; one = one.parent) {
        if (!Object.hasOwn(one.params, first)) continue;
        return rest.reduce((/** @type {unknown} */ inner, name) => own(inner, name), one.params[first]);
      }
    }
    return path.parts.reduce((/** @type {unknown} */ inner, name) => own(inner, name), value);
  }

  /** @param {Expression} one @param {Scope} scope */
  const evaluate = (one, scope) => (one.type === 'literal' ? one.value : one.type === 'path' ? plainOrHelper(one, scope) : called(one, scope, undefined));

  /** @param {Path} path @param {Scope} scope */
  const plainOrHelper = (path, scope) => resolve(path, scope);

  /** @param {Call} call @param {Scope} scope @param {Block | undefined} of @returns {unknown} */
  function called(call, scope, of) {
    const { callee, args, hash, line } = call;
    const name = callee.type === 'path' && !callee.data && !callee.scoped && callee.parts.length === 1 ? callee.parts[0] : undefined;
    const helper = name !== undefined && Object.hasOwn(helpers, name) ? helpers[name] : undefined;
    if (!helper) {
      if (args.length + hash.length > 0) throw new TemplateError(line, `There is no helper "${callee.type === 'path' ? callee.text : callee.value}"`);
      // A name that only stands in quotes is a name all the same.
      return callee.type === 'literal' ? (own(scope.context, String(callee.value)) ?? callee.value) : resolve(callee, scope);
    }
    return helper(args.map((one) => evaluate(one, scope)), {
      hash: Object.fromEntries(hash.map(([key, value]) => [key, evaluate(value, scope)])),
      block: of !== undefined,
      context: scope.context,
      fn: (...given) => (of ? inside(of, scope, given.length > 0 ? given[0] : scope.context, given.length > 0, given[1]) : ''),
      inverse: (...given) => (of?.inverse ? write(of.inverse, given.length > 0 ? nested(scope, given[0], {}, {}) : scope) : ''),
    });
  }

  /** @param {Block} of @param {Scope} scope @param {unknown} context @param {boolean} changed @param {{ data?: Record<string, unknown>, params?: readonly unknown[] }} [more] */
  function inside(of, scope, context, changed, more = {}) {
    const params = Object.fromEntries(of.params.map((name, index) => [name, more.params?.[index]]));
    // A block that keeps its context is no level for "..".
    const same = !changed || (context === scope.context && !more.data && of.params.length === 0);
    return write(of.body, same ? scope : nested(scope, context, more.data ?? {}, params));
  }

  /** @param {Scope} scope @param {unknown} context @param {Record<string, unknown>} data @param {Record<string, unknown>} params @returns {Scope} */
  const nested = (scope, context, data, params) => ({ context, parent: scope, data: { ...scope.data, ...data, _parent: scope.data }, params });

  /** @param {Block} node @param {Scope} scope @returns {string} */
  function block(node, scope) {
    const turned = node.inverted ? { ...node, body: node.inverse ?? [], inverse: node.body } : node;
    const { callee } = node.call;
    const name = callee.type === 'path' && callee.parts.length === 1 && !callee.scoped && !callee.data ? callee.parts[0] : undefined;
    if (name !== undefined && Object.hasOwn(helpers, name)) return shown(called(node.call, scope, turned), false);
    const value = called(node.call, scope, undefined);
    // Without a helper, a block is shown for each of a list, within an object, or if there is anything.
    if (isEmpty(value)) return turned.inverse ? write(turned.inverse, scope) : '';
    if (Array.isArray(value)) return value.map((item, index) => inside(turned, scope, item, true, { data: { index, first: index === 0, last: index === value.length - 1 }, params: [item, index] })).join('');
    return inside(turned, scope, value === true ? scope.context : value, value !== true, { params: [value] });
  }

  return write(nodes, root);
}

/** @param {unknown} value @param {boolean} escaped @returns {string} */
function shown(value, escaped) {
  if (value === null || value === undefined) return '';
  if (value instanceof Html) return value.text;
  const text = Array.isArray(value) ? value.map((one) => shown(one, false)).join(',') : typeof value === 'object' ? '[object Object]' : String(value);
  return escaped ? escape(text) : text;
}
