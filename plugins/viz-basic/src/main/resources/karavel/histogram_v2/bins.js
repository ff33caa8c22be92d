// @ts-check

/** @typedef {{ readonly from: number, readonly to: number }} Bin */

/** Steps people count in. @param {number} rough */
function round(rough) {
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * ([1, 2, 2.5, 5, 10].find((step) => step * power >= rough * 0.999) ?? 10);
}

/** Bins of round width, about as many as asked; whole numbers get whole widths. @param {readonly number[]} values @param {number} count @returns {Bin[]} */
export function binsOf(values, count) {
  const low = values.reduce((a, b) => Math.min(a, b), Infinity);
  const high = values.reduce((a, b) => Math.max(a, b), -Infinity);
  if (low === high) return [{ from: low, to: low === Math.trunc(low) ? low + 1 : low + Math.abs(low) * 0.1 }];
  const whole = values.every(Number.isInteger);
  const rough = (high - low) / Math.max(1, count);
  const width = whole ? Math.max(1, Math.round(round(rough))) : round(rough);
  const start = Math.floor(low / width);
  const bins = [];
  for (let index = start; index * width <= high; index++) bins.push({ from: index * width, to: (index + 1) * width });
  return bins;
}

/** Which bin a value falls into: from its low end up to, not into, its high one. @param {readonly Bin[]} bins @param {number} value */
export function binAt(bins, value) {
  const [first] = bins;
  if (!first) return -1;
  const guess = Math.floor((value - first.from) / (first.to - first.from) + 1e-9);
  return Math.min(bins.length - 1, Math.max(0, guess));
}
