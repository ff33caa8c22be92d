// @ts-check
/** @import { Scene } from './strokes.js' */
/** @import { Series } from './pivot.js' */

/** Half of everything below the zero line, unseen, so that the stream flows around it. @param {Scene} scene @param {readonly Series[]} series */
export const streamBase = ({ xs, category, stack, axis }, series) => ({
  type: 'line', name: '', stack, stackStrategy: 'all', yAxisIndex: axis, silent: true, showSymbol: false, lineStyle: { opacity: 0 }, areaStyle: { opacity: 0 }, tooltip: { show: false },
  data: xs.map((x, index) => {
    const half = -series.reduce((sum, one) => sum + (one.values[index] ?? 0), 0) / 2;
    return category ? half : [x, half];
  }),
});
