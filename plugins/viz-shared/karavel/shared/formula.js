// @ts-check

/**
 * Formulas of x, worked out without running them as code: numbers, x, pi, e; + - * / % ^, comparisons, `a ? b : c`, and the
 * functions below. `2x` means 2 * x, and what stands before an equals sign (`y =`) is left away.
 */

/** @typedef {(x: number) => number} Formula */

/** @type {Record<string, (...values: number[]) => number>} */
const FUNCTIONS = {
  abs: Math.abs, ceil: Math.ceil, floor: Math.floor, round: Math.round, sign: Math.sign, sqrt: Math.sqrt, cbrt: Math.cbrt, exp: Math.exp,
  log: (value, base) => (base === undefined ? Math.log(value) : Math.log(value) / Math.log(base)), ln: Math.log, log2: Math.log2, log10: Math.log10,
  sin: Math.sin, cos: Math.cos, tan: Math.tan, asin: Math.asin, acos: Math.acos, atan: Math.atan, sinh: Math.sinh, cosh: Math.cosh, tanh: Math.tanh,
  min: Math.min, max: Math.max, pow: Math.pow, mod: (value, by = 1) => value - by * Math.floor(value / by),
};
const CONSTANTS = /** @type {Record<string, number>} */ ({ pi: Math.PI, e: Math.E, tau: 2 * Math.PI });
const TOKEN = /\s*(?:(\d+\.?\d*(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?)|([a-z_]\w*)|(<=|>=|==|!=|\*\*|[-+*/%^()<>?:,]))/iy;
const LONGEST = 1000;
const DEEPEST = 60;

/** @param {string} text @returns {string[]} */
function tokensOf(text) {
  const tokens = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const from = TOKEN.lastIndex;
    const found = TOKEN.exec(text);
    if (!found) {
      if (text.slice(from).trim() === '') break;
      throw new SyntaxError(`"${text.slice(from).trim().slice(0, 12)}" has no meaning here`);
    }
    tokens.push(/** @type {string} */ (found[1] ?? found[2]?.toLowerCase() ?? found[3]));
  }
  return tokens;
}

/** @param {readonly string[]} tokens */
function parser(tokens) {
  let place = 0;
  let depth = 0;
  const peek = () => tokens[place] ?? '';
  const take = (/** @type {string[]} */ ...wanted) => (wanted.includes(peek()) ? tokens[place++] : undefined);
  const need = (/** @type {string} */ sign) => {
    if (take(sign) === undefined) throw new SyntaxError(`"${sign}" is missing${peek() ? ` before "${peek()}"` : ''}`);
  };

  /** @returns {Formula} */
  const choice = () => {
    if (++depth > DEEPEST) throw new SyntaxError('too many parentheses within each other');
    const test = comparison();
    let result = test;
    if (take('?')) {
      const yes = choice();
      need(':');
      const no = choice();
      result = (x) => (test(x) ? yes(x) : no(x));
    }
    depth--;
    return result;
  };
  /** @returns {Formula} */
  const comparison = () => {
    const left = sum();
    const sign = take('<', '<=', '>', '>=', '==', '!=');
    if (sign === undefined) return left;
    const right = sum();
    const holds = /** @type {Record<string, (a: number, b: number) => boolean>} */ ({ '<': (a, b) => a < b, '<=': (a, b) => a <= b, '>': (a, b) => a > b, '>=': (a, b) => a >= b, '==': (a, b) => a === b, '!=': (a, b) => a !== b })[sign];
    return (x) => (holds?.(left(x), right(x)) ? 1 : 0);
  };
  /** @returns {Formula} */
  const sum = () => {
    let left = product();
    for (let sign = take('+', '-'); sign; sign = take('+', '-')) {
      const [before, after, minus] = [left, product(), sign === '-'];
      left = (x) => (minus ? before(x) - after(x) : before(x) + after(x));
    }
    return left;
  };
  /** @returns {Formula} */
  const product = () => {
    let left = signed();
    for (;;) {
      const sign = take('*', '/', '%') ?? (/^[\w.(]/.test(peek()) ? '*' : undefined);
      if (sign === undefined) return left;
      const [before, after] = [left, signed()];
      left = sign === '*' ? (x) => before(x) * after(x) : sign === '/' ? (x) => before(x) / after(x) : (x) => before(x) % after(x);
    }
  };
  /** @returns {Formula} */
  const signed = () => {
    const sign = take('-', '+');
    if (sign === undefined) return power();
    if (++depth > DEEPEST) throw new SyntaxError('too many signs after each other');
    const value = signed();
    depth--;
    return sign === '-' ? (x) => -value(x) : value;
  };
  /** @returns {Formula} */
  const power = () => {
    const base = value();
    if (take('^', '**') === undefined) return base;
    const exponent = signed();
    return (x) => base(x) ** exponent(x);
  };
  /** @returns {Formula} */
  const value = () => {
    if (take('(')) {
      const inner = choice();
      need(')');
      return inner;
    }
    const token = tokens[place++] ?? '';
    if (/^[\d.]/.test(token)) {
      const number = Number(token);
      return () => number;
    }
    if (token === 'x') return (x) => x;
    const constant = Object.hasOwn(CONSTANTS, token) ? CONSTANTS[token] : undefined;
    if (constant !== undefined) return () => constant;
    const call = Object.hasOwn(FUNCTIONS, token) ? FUNCTIONS[token] : undefined;
    if (!call) throw new SyntaxError(token === '' ? 'something is missing at the end' : `"${token}" is unknown; there are x, pi, e, ${Object.keys(FUNCTIONS).join(', ')}`);
    need('(');
    const values = [choice()];
    while (take(',')) values.push(choice());
    need(')');
    return (x) => call(...values.map((one) => one(x)));
  };
  const whole = choice();
  if (place < tokens.length) throw new SyntaxError(`"${peek()}" is one too many`);
  return whole;
}

/**
 * @param {string} text @returns {Formula} what is no number (a division by zero) comes out as NaN or infinite
 * @throws {SyntaxError} saying what is wrong
 */
export function formula(text) {
  if (text.length > LONGEST) throw new SyntaxError(`a formula has at most ${LONGEST} characters`);
  return parser(tokensOf(text.replace(/^\s*[a-z]\w*\s*(?:\(\s*x\s*\))?\s*=(?!=)/i, '')));
}
