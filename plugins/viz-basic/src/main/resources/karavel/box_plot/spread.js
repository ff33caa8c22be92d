// @ts-check

/** @typedef {{ readonly low: number, readonly q1: number, readonly median: number, readonly q3: number, readonly high: number, readonly outliers: readonly number[], readonly count: number }} Spread */

/** @param {readonly number[]} sorted @param {number} share */
function quantile(sorted, share) {
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return low + (high - low) * (place - Math.floor(place));
}

/** Quartiles, and whiskers by the author's rule: Tukey's fences, the extremes, or two percentiles. @param {readonly number[]} values @param {string} rule @returns {Spread} */
export function spreadOf(values, rule) {
  const sorted = [...values].sort((a, b) => a - b);
  const [q1, median, q3] = [0.25, 0.5, 0.75].map((share) => quantile(sorted, share));
  const [least, most] = /^(\d+)\/(\d+) percentiles$/.exec(rule)?.slice(1).map((share) => quantile(sorted, Number(share) / 100)) ?? [];
  const reach = 1.5 * ((q3 ?? 0) - (q1 ?? 0));
  const fences = rule.startsWith('Min/max') ? [-Infinity, Infinity] : [least ?? (q1 ?? 0) - reach, most ?? (q3 ?? 0) + reach];
  const inside = sorted.filter((value) => value >= (fences[0] ?? 0) && value <= (fences[1] ?? 0));
  const outliers = rule === 'Min/max (no outliers)' ? [] : sorted.filter((value) => value < (fences[0] ?? 0) || value > (fences[1] ?? 0));
  return { low: inside[0] ?? q1 ?? 0, q1: q1 ?? 0, median: median ?? 0, q3: q3 ?? 0, high: inside[inside.length - 1] ?? q3 ?? 0, outliers, count: sorted.length };
}
