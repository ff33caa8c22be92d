// @ts-check

/** Coefficients of Lanczos' approximation of the gamma function (g = 7, nine terms). */
const LANCZOS = [0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7];

/** Logarithm of the gamma function, for arguments from one half on. @param {number} x */
export function logGamma(x) {
  const shifted = x - 1;
  const sum = LANCZOS.reduce((all, one, index) => all + (index === 0 ? one : one / (shifted + index)), 0);
  const t = shifted + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(sum);
}

/** The continued fraction of the incomplete beta function, by Lentz' method. @param {number} x @param {number} a @param {number} b */
function fraction(x, a, b) {
  const tiny = 1e-300;
  const safe = (/** @type {number} */ value) => (Math.abs(value) < tiny ? tiny : value);
  let [c, d] = [1, 1 / safe(1 - ((a + b) * x) / (a + 1))];
  let result = d;
  for (let m = 1; m <= 500; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / safe(1 + even * d);
    c = safe(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / safe(1 + odd * d);
    c = safe(1 + odd / c);
    const step = d * c;
    result *= step;
    if (Math.abs(step - 1) < 1e-15) break;
  }
  return result;
}

/** The regularised incomplete beta function I_x(a, b). @param {number} x @param {number} a @param {number} b @returns {number} */
export function incompleteBeta(x, a, b) {
  if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  return x < (a + 1) / (a + b + 2) ? (front * fraction(x, a, b)) / a : 1 - (front * fraction(1 - x, b, a)) / b;
}

/** How likely Student's t lies as far from zero as this one, either way: I_x(n/2, 1/2) with x = n / (n + t²). @param {number} t @param {number} freedom */
export const twoTailed = (t, freedom) => incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5);

/**
 * The paired t-test. Without at least two pairs, or where all differences are the same, there is no t.
 * @param {readonly number[]} control @param {readonly number[]} values of the same times
 * @returns {{ pairs: number, mean: number, t: number | null, freedom: number, p: number | null, lift: number | null }}
 */
export function pairedTest(control, values) {
  const pairs = Math.min(control.length, values.length);
  const differences = Array.from({ length: pairs }, (_, index) => (values[index] ?? 0) - (control[index] ?? 0));
  const mean = differences.reduce((sum, one) => sum + one, 0) / (pairs || 1);
  const [sum, base] = [values.reduce((all, one) => all + one, 0), control.reduce((all, one) => all + one, 0)];
  const lift = base === 0 ? null : sum / base - 1;
  const freedom = Math.max(0, pairs - 1);
  const variance = differences.reduce((all, one) => all + (one - mean) ** 2, 0) / (freedom || 1);
  if (pairs < 2 || variance <= 1e-24 * Math.max(1, mean * mean)) return { pairs, mean, t: null, freedom, p: null, lift };
  const t = mean / Math.sqrt(variance / pairs);
  return { pairs, mean, t, freedom, p: twoTailed(t, freedom), lift };
}
