// Figures of a series of measurements.

/** What a straight line through the points rises by per step, by least squares. */
export function slope(values) {
  const count = values.length;
  if (count < 2) return 0;
  const middle = (count - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const both = values.reduce((sum, value, at) => sum + (at - middle) * (value - mean), 0);
  const own = values.reduce((sum, _, at) => sum + (at - middle) ** 2, 0);
  return both / own;
}

/**
 * Whether a heap, measured in MB once a step, keeps its size: the line through what came after the first fifth, in which pages fill
 * their caches, rises by less than a twentieth of its mean over the whole time.
 * Undefined where there are too few measurements to say.
 */
export function flat(values) {
  const settled = values.slice(Math.ceil(values.length / 5));
  if (settled.length < 3) return { flat: undefined, slope: slope(settled), settled: settled.length };
  const mean = settled.reduce((sum, value) => sum + value, 0) / settled.length;
  const rise = slope(settled);
  return { flat: rise * (settled.length - 1) < mean / 20, slope: rise, settled: settled.length };
}
