// @ts-check

/** @param {readonly number[]} sorted @param {number} share */
function percentile(sorted, share) {
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0];
  return low + (high - low) * (at - Math.floor(at));
}

const sum = (/** @type {readonly number[]} */ values) => values.reduce((all, one) => all + one, 0);
const mean = (/** @type {readonly number[]} */ values) => sum(values) / values.length;
const variance = (/** @type {readonly number[]} */ values) => {
  const middle = mean(values);
  return values.length < 2 ? 0 : sum(values.map((one) => (one - middle) ** 2)) / (values.length - 1);
};

const NAMED = /** @type {Record<string, (values: readonly number[]) => number>} */ ({
  sum,
  mean,
  variance,
  count: (values) => values.length,
  min: (values) => values.reduce((one, other) => Math.min(one, other), Infinity),
  max: (values) => values.reduce((one, other) => Math.max(one, other), -Infinity),
  deviation: (values) => Math.sqrt(variance(values)),
  std: (values) => Math.sqrt(variance(values)),
  var: variance,
});
const SHARES = /** @type {Record<string, number>} */ ({ median: 0.5, p1: 0.01, p5: 0.05, p95: 0.95, p99: 0.99 });

/** A statistic by Superset's name; the sum where it is unknown. @param {string} name @returns {(values: readonly number[]) => number} */
export function statistic(name) {
  const share = SHARES[name];
  if (share !== undefined) return (values) => percentile([...values].sort((one, other) => one - other), share);
  return NAMED[name] ?? sum;
}
