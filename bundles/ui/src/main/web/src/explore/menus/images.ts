import { ensureCanvas } from '../../chart/echartsParts';
import { escapeXml, titledSvg } from './titledSvg';

const SCALE = 2;
const HEAD = 44;
const PAD = 16;

const variable = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

const canvasOf = (): HTMLElement | null => document.querySelector<HTMLElement>('.stage-chart .plot-canvas');

/** Whether the chart in view is one that the page itself can turn into a picture. */
export const drawnByEcharts = (): boolean => canvasOf() !== null;

async function copyOf(renderer: 'svg' | 'canvas') {
  const element = canvasOf();
  const { getInstanceByDom, init } = await import('echarts/core');
  if (renderer === 'canvas') await ensureCanvas();
  const shown = element ? getInstanceByDom(element) : undefined;
  if (!element || !shown) throw new Error('There is no chart to draw');
  const box = document.createElement('div');
  box.style.cssText = `position:fixed;left:-10000px;width:${element.clientWidth}px;height:${element.clientHeight}px`;
  document.body.append(box);
  // Its very own theme: the second drawing is to look like the first.
  const theme = (shown as unknown as { _theme: object })._theme;
  const copy = init(box, theme, { renderer, devicePixelRatio: SCALE });
  copy.setOption({ ...shown.getOption(), animation: false });
  copy.getZr().flush();
  const end = () => {
    copy.dispose();
    box.remove();
  };
  return { copy, end, width: element.clientWidth, height: element.clientHeight };
}

/** The chart under its title, twice as fine as on the screen. */
export async function pngOfChart(title: string): Promise<Blob> {
  const { copy, end, width, height } = await copyOf('canvas');
  try {
    const canvas = document.createElement('canvas');
    canvas.width = (width + 2 * PAD) * SCALE;
    canvas.height = (height + HEAD + PAD) * SCALE;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('The browser gives no canvas');
    context.scale(SCALE, SCALE);
    context.fillStyle = variable('--surface');
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.fillStyle = variable('--ink');
    context.font = `600 16px ${variable('--sans') || 'sans-serif'}`;
    context.textBaseline = 'middle';
    context.fillText(title, PAD, HEAD / 2 + 2, width);
    context.drawImage(copy.renderToCanvas({ pixelRatio: SCALE }), PAD, HEAD, width, height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture is too large'))), 'image/png'),
    );
  } finally {
    end();
  }
}

export async function svgOfChart(title: string): Promise<Blob> {
  const { copy, end, width, height } = await copyOf('svg');
  try {
    const inner = copy.renderToSVGString({ useViewBox: true });
    const text = titledSvg(inner, {
      title: escapeXml(title),
      width,
      height,
      ink: variable('--ink'),
      surface: variable('--surface'),
      font: escapeXml(variable('--sans') || 'sans-serif'),
    });
    return new Blob([text], { type: 'image/svg+xml' });
  } finally {
    end();
  }
}
