import type { EChartsOption, Theme } from 'karavel-viz';
import { parseTime } from '../../ui/time';
import type { LogRow, RunState } from '../types';

export interface Point {
  readonly time: number;
  readonly value: number;
  readonly state: RunState;
}

/** Runs that gave a value, oldest first. */
export const pointsOf = (log: readonly LogRow[]): readonly Point[] =>
  log
    .flatMap(({ start_dttm: start, value, state }) =>
      value === null ? [] : [{ time: parseTime(start), value, state }],
    )
    .sort((a, b) => a.time - b.time);

export const stateColors = (theme: Theme): Readonly<Record<RunState, string>> => ({
  Success: theme.bad,
  Working: theme.accent,
  Error: theme.ink,
  'Not triggered': theme.good,
  'On Grace': theme.categorical[1] ?? theme.accent,
});

/** Good and bad never by colour alone. */
const symbols: Readonly<Record<RunState, string>> = {
  Success: 'triangle',
  Working: 'emptyCircle',
  Error: 'diamond',
  'Not triggered': 'circle',
  'On Grace': 'rect',
};

interface Asked {
  readonly points: readonly Point[];
  readonly threshold: number | undefined;
  readonly theme: Theme;
  readonly words: {
    readonly value: string;
    readonly threshold: string;
    readonly state: (state: RunState) => string;
    readonly time: (moment: number) => string;
  };
}

export function historyOption({ points, threshold, theme, words }: Asked): EChartsOption {
  const colors = stateColors(theme);
  const ends = threshold === undefined ? [] : [threshold];
  return {
    animation: false,
    grid: { left: 8, right: 24, top: 20, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: { type: 'time' },
    yAxis: {
      type: 'value',
      scale: true,
      min: ({ min }: { readonly min: number }) => Math.min(min, ...ends),
      max: ({ max }: { readonly max: number }) => Math.max(max, ...ends),
    },
    tooltip: {
      trigger: 'item',
      formatter: ({ dataIndex }: { readonly dataIndex: number }) => {
        const point = points[dataIndex];
        return point
          ? `${words.time(point.time)}<br/>${words.value}: <b>${point.value}</b><br/>${words.state(point.state)}`
          : '';
      },
    },
    series: [
      {
        type: 'line',
        name: words.value,
        showSymbol: true,
        symbolSize: 9,
        lineStyle: { width: 1.5, color: theme.inkMuted },
        data: points.map(({ time, value, state }) => ({
          value: [time, value],
          symbol: symbols[state],
          itemStyle: { color: colors[state] },
        })),
        ...(threshold === undefined
          ? {}
          : {
              markLine: {
                silent: true,
                symbol: 'none',
                data: [{ yAxis: threshold }],
                lineStyle: { color: theme.bad, type: 'dashed', width: 1.5 },
                label: { formatter: `${words.threshold} ${threshold}`, position: 'insideEndTop', color: theme.bad },
              },
            }),
      },
    ],
  };
}
