import type { EChartsOption, Theme } from 'karavel-viz';
import DOMPurify from 'dompurify';
import {
  AxisPointerComponent,
  GridComponent,
  LegendPlainComponent,
  LegendScrollComponent,
  TitleComponent,
  TooltipComponent,
} from 'echarts/components';
import { init, use, type EChartsType } from 'echarts/core';
import { LabelLayout, LegacyGridContainLabel } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import { echartsTheme } from './echartsTheme';
import { listed } from './listed';

// Kinds of series, and components that few charts have, come by themselves: `echartsParts`.
use([SVGRenderer, LabelLayout, LegacyGridContainLabel, GridComponent, TooltipComponent, AxisPointerComponent]);
use([LegendPlainComponent, LegendScrollComponent, TitleComponent]);

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
    ...(series ? { series: listed(series).map(cleanSeries) } : {}),
    animation: false,
    stateAnimation: { duration: 80 },
  };
}

export const start = (element: HTMLElement, theme: Theme, renderer: 'svg' | 'canvas'): EChartsType =>
  init(element, echartsTheme(theme), { renderer });
