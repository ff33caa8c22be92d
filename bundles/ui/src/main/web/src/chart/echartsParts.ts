import type { EChartsOption } from 'karavel-viz';
import { listed } from './listed';

type Load = () => Promise<unknown>;

/** What an option may ask for by name; each is a script of its own, and registers itself with ECharts. */
const seriesParts: Readonly<Record<string, Load>> = {
  bar: () => import('echarts/lib/chart/bar'),
  boxplot: () => import('echarts/lib/chart/boxplot'),
  candlestick: () => import('echarts/lib/chart/candlestick'),
  chord: () => import('echarts/lib/chart/chord'),
  custom: () => import('echarts/lib/chart/custom'),
  effectScatter: () => import('echarts/lib/chart/effectScatter'),
  funnel: () => import('echarts/lib/chart/funnel'),
  gauge: () => import('echarts/lib/chart/gauge'),
  graph: () => import('echarts/lib/chart/graph'),
  heatmap: () => import('echarts/lib/chart/heatmap'),
  line: () => import('echarts/lib/chart/line'),
  lines: () => import('echarts/lib/chart/lines'),
  map: () => import('echarts/lib/chart/map'),
  parallel: () => import('echarts/lib/chart/parallel'),
  pictorialBar: () => import('echarts/lib/chart/pictorialBar'),
  pie: () => import('echarts/lib/chart/pie'),
  radar: () => import('echarts/lib/chart/radar'),
  sankey: () => import('echarts/lib/chart/sankey'),
  scatter: () => import('echarts/lib/chart/scatter'),
  sunburst: () => import('echarts/lib/chart/sunburst'),
  themeRiver: () => import('echarts/lib/chart/themeRiver'),
  tree: () => import('echarts/lib/chart/tree'),
  treemap: () => import('echarts/lib/chart/treemap'),
};

const markParts: Readonly<Record<string, Load>> = {
  markArea: () => import('echarts/lib/component/markArea'),
  markLine: () => import('echarts/lib/component/markLine'),
  markPoint: () => import('echarts/lib/component/markPoint'),
};

const partsOfOption: Readonly<Record<string, Load>> = {
  brush: () => import('echarts/lib/component/brush'),
  calendar: () => import('echarts/lib/component/calendar'),
  dataset: () => Promise.all([import('echarts/lib/component/dataset'), import('echarts/lib/component/transform')]),
  geo: () => import('echarts/lib/component/geo'),
  graphic: () => import('echarts/lib/component/graphic'),
  matrix: () => import('echarts/lib/component/matrix'),
  parallel: () => import('echarts/lib/component/parallel'),
  polar: () => import('echarts/lib/component/polar'),
  radar: () => import('echarts/lib/component/radar'),
  singleAxis: () => import('echarts/lib/component/singleAxis'),
  timeline: () => import('echarts/lib/component/timeline'),
  toolbox: () => import('echarts/lib/component/toolbox'),
};

const zoomInside: Load = () => import('echarts/lib/component/dataZoomInside');
const zoomSlider: Load = () => import('echarts/lib/component/dataZoomSlider');
const continuousMap: Load = () => import('echarts/lib/component/visualMapContinuous');
const piecewiseMap: Load = () => import('echarts/lib/component/visualMapPiecewise');
const aria: Load = () => import('echarts/lib/component/aria');
const rest: Load = () => import('./echartsRest');
const canvas: Load = () => import('./echartsCanvas');

const has = (record: object, name: string) => Object.hasOwn(record, name);

function partsOfSeries(series: Readonly<Record<string, unknown>>): readonly Load[] {
  const type = String(series['type'] ?? 'line');
  const marks = Object.keys(markParts).filter((mark) => series[mark]);
  return [
    (has(seriesParts, type) ? seriesParts[type] : undefined) ?? rest,
    ...marks.flatMap((mark) => markParts[mark] ?? []),
  ];
}

/** Which scripts of ECharts an option needs beside the core. What stands in a timeline or in media queries may be anything. */
export function partsOf(option: EChartsOption): ReadonlySet<Load> {
  const shown = (option['aria'] as { readonly enabled?: unknown } | undefined)?.enabled;
  return new Set([
    ...listed(option['series']).flatMap(partsOfSeries),
    ...listed(option['dataZoom']).map(({ type }) => (type === 'inside' ? zoomInside : zoomSlider)),
    ...listed(option['visualMap']).map((map) =>
      map['type'] === 'piecewise' || map['pieces'] || map['categories'] ? piecewiseMap : continuousMap,
    ),
    ...Object.keys(option).flatMap((name) => (has(partsOfOption, name) ? (partsOfOption[name] ?? []) : [])),
    ...(shown ? [aria] : []),
    ...('options' in option || 'media' in option || 'baseOption' in option ? [rest] : []),
  ]);
}

const asked = new Map<Load, Promise<unknown>>();

/** Asks for a script once; one that did not arrive is asked for again by the next chart. */
function arrived(part: Load): Promise<unknown> {
  const present = asked.get(part);
  if (present) return present;
  const coming = part();
  asked.set(part, coming);
  coming.catch(() => asked.delete(part));
  return coming;
}

/** The first script has what every chart needs; each kind of series and component follows when an option asks for it. */
export async function ensureParts(option: EChartsOption): Promise<void> {
  await Promise.all([...partsOf(option)].map(arrived));
}

/** For many marks, and for pictures made of points. */
export async function ensureCanvas(): Promise<void> {
  await arrived(canvas);
}
