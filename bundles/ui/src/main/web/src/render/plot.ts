import type { Drawing, Input, Theme, VisualizationModule } from 'karavel-viz';
import { init } from 'echarts/core';
import '../chart/echartsRest';
import { completeOption } from '../chart/echarts';
import { echartsTheme } from '../chart/echartsTheme';
import { escapeXml, round } from './html/fragment';
import { htmlFragment, PLOT } from './html/page';
import { parseHtml, type Element } from './html/parse';
import { svgText } from './html/picture';
import { tidied } from './tidy';
import type { Words } from './words';

const ROW = 30;

/** The option drawn by ECharts without a page. */
function echartsSvg(option: Readonly<Record<string, unknown>>, { size, theme }: Input): string {
  const chart = init(null, echartsTheme(theme), { renderer: 'svg', ssr: true, width: size.width, height: size.height });
  try {
    chart.setOption(completeOption(option), { notMerge: true });
    return tidied(chart.renderToSVGString());
  } finally {
    chart.dispose();
  }
}

const find = (element: Element, tag: string): Element | undefined =>
  element.tag === tag
    ? element
    : element.children.map((child) => (typeof child === 'string' ? undefined : find(child, tag))).find(Boolean);

/** As large as it says or as fits, in the middle. */
function drawnSvg(svg: string, { width, height }: Input['size'], theme: Theme): string {
  const root = find(parseHtml(svg), 'svg');
  if (!root) return '';
  const box = (root.attributes['viewBox'] ?? '').split(/[\s,]+/).map(Number);
  const sized = (name: 'width' | 'height', whole: number, natural: number | undefined) => {
    const text = root.attributes[name] ?? '';
    const value = text.endsWith('%') ? (Number.parseFloat(text) / 100) * whole : Number.parseFloat(text);
    return Number.isFinite(value) && value > 0 ? value : (natural ?? whole);
  };
  const fills = root.attributes['width'] === undefined && root.attributes['height'] === undefined;
  const [w, h] = [sized('width', width, fills ? width : box[2]), sized('height', height, fills ? height : box[3])];
  const scale = Math.min(1, width / w, height / h);
  const at = [(width - w * scale) / 2, (height - h * scale) / 2, w * scale, h * scale].map(round);
  const view = box.length === 4 ? box.join(' ') : `0 0 ${w} ${h}`;
  const inside = root.children.map((child) => svgText(child, theme.ink)).join('');
  const kept = [
    'fill',
    'stroke',
    'stroke-width',
    'font-size',
    'font-family',
    'text-anchor',
    'preserveAspectRatio',
    'style',
  ]
    .filter((name) => root.attributes[name])
    .map((name) => `${name}="${escapeXml(root.attributes[name] ?? '')}"`);
  return `<svg x="${at[0]}" y="${at[1]}" width="${at[2]}" height="${at[3]}" viewBox="${view}" ${kept.join(' ')}>${inside}</svg>`;
}

/** For types that can only draw in the page: their rows, and a word why. */
function plainTable({ data, size, formatters, theme }: Input, t: Words): Drawing {
  const shown = data.columns.slice(0, Math.max(2, Math.floor(size.width / 90)));
  const room = Math.max(1, Math.floor((size.height - 26) / ROW) - 1);
  const align = (index: number) => (shown[index]?.type === 'number' ? 'right' : 'left');
  const cell = `height:${ROW}px;padding:0 12px;box-sizing:border-box;white-space:nowrap;overflow:hidden;text-overflow:ellipsis`;
  const head = shown.map(
    (column, index) => `<th style="${cell};text-align:${align(index)}">${escapeXml(column.label)}</th>`,
  );
  const texts = shown.map((column) => formatters.cell(column));
  const rows = Array.from({ length: Math.min(room, data.length) }, (_, row) => {
    const cells = shown.map(
      (_column, index) =>
        `<td style="${cell};text-align:${align(index)}">${escapeXml(texts[index]?.(data.values[index]?.[row]) ?? '')}</td>`,
    );
    return `<tr>${cells.join('')}</tr>`;
  });
  const note = `<p style="margin:6px 12px;font-size:11px;color:${theme.inkMuted}">${escapeXml(t('picture.onlyInPage'))}</p>`;
  return {
    kind: 'html',
    html: `<table style="table-layout:fixed;width:100%"><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>${note}`,
  };
}

export interface Plot {
  /** Of the field's size, its corner at the origin. */
  readonly svg: string;
  readonly description: string | undefined;
}

/** Draws with a plugin's module. Throws what the plugin throws. */
export function plotOf(module: VisualizationModule, input: Input, t: Words): Plot {
  const drawing = module.chart ? module.chart(input) : plainTable(input, t);
  const { description } = drawing;
  switch (drawing.kind) {
    case 'echarts':
      return { svg: echartsSvg(drawing.option, input), description };
    case 'svg':
      return { svg: drawnSvg(drawing.svg, input.size, input.theme), description };
    case 'html': {
      const { width, height } = input.size;
      const fragment = htmlFragment(drawing.html, { width, height, mode: input.theme.mode, sheet: PLOT });
      return { svg: fragment.draw(0, 0), description };
    }
    default:
      throw new TypeError(
        `chart() returned an unknown kind of drawing: ${JSON.stringify((drawing as { kind?: unknown } | undefined)?.kind)}`,
      );
  }
}
