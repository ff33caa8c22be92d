import type { EChartsOption, Theme } from 'karavel-viz';
import DOMPurify from 'dompurify';
import { BarChart, LineChart, PieChart, ScatterChart } from 'echarts/charts';
import {
  AxisPointerComponent,
  DataZoomInsideComponent,
  DatasetComponent,
  GridComponent,
  LegendPlainComponent,
  LegendScrollComponent,
  MarkAreaComponent,
  MarkLineComponent,
  MarkPointComponent,
  TitleComponent,
  TooltipComponent,
} from 'echarts/components';
import { init, use, type EChartsType } from 'echarts/core';
import { LabelLayout, LegacyGridContainLabel } from 'echarts/features';
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers';
import { echartsTheme } from './echartsTheme';

use([BarChart, LineChart, PieChart, ScatterChart, CanvasRenderer, SVGRenderer, LabelLayout, LegacyGridContainLabel]);
use([
  GridComponent,
  TooltipComponent,
  AxisPointerComponent,
  LegendPlainComponent,
  LegendScrollComponent,
  TitleComponent,
]);
use([DatasetComponent, DataZoomInsideComponent, MarkLineComponent, MarkAreaComponent, MarkPointComponent]);

const atHandSeries = new Set(['bar', 'line', 'pie', 'scatter']);
const needMore = [
  'visualMap',
  'polar',
  'radar',
  'geo',
  'calendar',
  'parallel',
  'singleAxis',
  'toolbox',
  'brush',
  'timeline',
  'graphic',
  'matrix',
];
let everything: Promise<unknown> | undefined;

const list = (value: unknown): readonly Record<string, unknown>[] =>
  (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]) as readonly Record<
    string,
    unknown
  >[];

/** The first script has what most charts need; the rest of ECharts follows when an option asks for it. */
export async function ensureParts(option: EChartsOption): Promise<void> {
  const exotic =
    list(option['series']).some(({ type }) => typeof type === 'string' && !atHandSeries.has(type)) ||
    list(option['dataZoom']).some(({ type }) => type !== 'inside') ||
    needMore.some((part) => part in option);
  if (exotic) await (everything ??= import('./echartsRest'));
}

type Html = (...args: unknown[]) => unknown;

/** Tooltip text from a plugin is HTML: it passes the same filter as its drawings. */
function cleanTooltip<T>(holder: T): T {
  const tooltip = (holder as { tooltip?: { formatter?: unknown } }).tooltip;
  if (typeof tooltip?.formatter !== 'function') return holder;
  const formatter = tooltip.formatter as Html;
  const clean: Html = (...args) => {
    const text = formatter(...args);
    return typeof text === 'string' ? DOMPurify.sanitize(text) : text;
  };
  return { ...holder, tooltip: { ...tooltip, formatter: clean } };
}

const marks = ['markLine', 'markArea', 'markPoint'] as const;

/** A series, and the marks that lie over it. */
function cleanSeries(series: Record<string, unknown>): Record<string, unknown> {
  const laid = marks.flatMap((name) => (series[name] ? [[name, cleanTooltip(series[name])] as const] : []));
  return { ...cleanTooltip(series), ...Object.fromEntries(laid) };
}

export function completeOption(option: EChartsOption): Record<string, unknown> {
  const cleaned = cleanTooltip({ ...option });
  const series = option['series'];
  return {
    ...cleaned,
    ...(series ? { series: list(series).map(cleanSeries) } : {}),
    animation: false,
    stateAnimation: { duration: 80 },
  };
}

/** Few marks are drawn as SVG (crisp in print, readable by tools), many on a canvas. */
export const start = (element: HTMLElement, theme: Theme, marks: number): EChartsType =>
  init(element, echartsTheme(theme), { renderer: marks > 3000 ? 'canvas' : 'svg' });
