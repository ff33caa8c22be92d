import { framed, placeOf } from '../render/chart';
import type { Area } from '../render/card';
import { planDashboard } from '../render/dashboard';
import { wear } from '../render/look';
import type { PictureChart, PictureJob } from './job';

export interface Stage {
  readonly width: number;
  readonly height: number;
  /** What lies behind the charts: cards, titles, texts. */
  readonly svg: string;
  readonly fields: readonly { readonly chart: PictureChart; readonly area: Area }[];
  /** What of it is photographed. */
  readonly places: readonly (Area & { readonly name: string })[];
}

/** The picture without its charts, laid out as the server does where it draws by itself. */
export function stageOf(job: PictureJob): Stage {
  const { width, height, charts } = job;
  wear(charts[0]?.tones);
  if (job.parts) {
    const fields = charts.map((chart) => ({
      chart,
      area: { x: chart.x ?? 0, y: chart.y ?? 0, width: chart.width, height: chart.height },
    }));
    return {
      width,
      height,
      svg: '',
      fields,
      places: fields.map(({ chart, area }) => ({ name: String(chart.id), ...area })),
    };
  }
  const whole = (tall: number) => [{ name: '', x: 0, y: 0, width, height: tall }];
  if (job.plan) {
    const plan = planDashboard(job.plan);
    const fields = plan.charts.flatMap(({ id, ...area }) => {
      const chart = charts.find((one) => one.id === id);
      return chart ? [{ chart, area }] : [];
    });
    return { width, height: plan.height, svg: plan.svg, fields, places: whole(plan.height) };
  }
  const [chart] = charts;
  if (!chart) return { width, height, svg: '', fields: [], places: whole(height) };
  return {
    width,
    height,
    svg: framed(chart, '', ''),
    fields: [{ chart, area: placeOf(chart) }],
    places: whole(height),
  };
}
