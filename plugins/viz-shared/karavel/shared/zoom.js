// @ts-check
/** @import { Input } from 'karavel-viz' */
import { alpha } from './color.js';

/** A slider below the plot, and the wheel with Ctrl. @param {Input} input @param {{ swapped: boolean, bottom: number, right: number }} place */
export function zooms({ theme }, { swapped, bottom, right }) {
  const axis = swapped ? { yAxisIndex: 0 } : { xAxisIndex: 0 };
  const shadow = { lineStyle: { color: theme.inkMuted, width: 1, opacity: 0.5 }, areaStyle: { color: theme.inkMuted, opacity: 0.12 } };
  const look = {
    borderColor: 'transparent', backgroundColor: theme.sunken, fillerColor: alpha(theme.accent, 0.14), borderRadius: 4, brushSelect: false, showDetail: false,
    dataBackground: shadow, selectedDataBackground: { lineStyle: { color: theme.accent, width: 1, opacity: 0.7 }, areaStyle: { color: theme.accent, opacity: 0.15 } },
    handleSize: '70%', handleStyle: { color: theme.surface, borderColor: theme.accent, borderWidth: 1.4 }, moveHandleSize: 0,
  };
  const position = swapped ? { width: 16, right: 4 + right } : { height: 18, bottom: 6 + bottom, left: 14, right: 14 };
  return [{ type: 'inside', ...axis, zoomOnMouseWheel: 'ctrl', moveOnMouseWheel: false }, { type: 'slider', ...axis, ...look, ...position }];
}
