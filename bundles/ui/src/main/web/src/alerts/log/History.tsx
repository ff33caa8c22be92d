import type { EChartsOption } from 'karavel-viz';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartTheme } from '../../chart/theme';
import { useSize } from '../../chart/useSize';
import { EChartsView } from '../../chart/views';
import { fullTime } from '../../ui/time';
import { stateKey } from '../StateWord';
import type { LogRow, Row } from '../types';
import { historyOption, pointsOf, stateColors, type Point } from './historyOption';
import '../../chart/chart.css';

interface Props {
  readonly row: Row;
  readonly log: readonly LogRow[];
}

/** An alert's values over time, with its threshold and how each run ended. */
export function History({ row, log }: Props) {
  const points = useMemo(() => pointsOf(log), [log]);
  return points.length < 2 ? null : <Plot row={row} points={points} />;
}

function Plot({ row, points }: { readonly row: Row; readonly points: readonly Point[] }) {
  const { t } = useTranslation();
  const theme = useChartTheme();
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const [failed, setFailed] = useState(false);
  const option: EChartsOption = useMemo(
    () =>
      historyOption({
        points,
        threshold: thresholdOf(row),
        theme,
        words: {
          value: t('alerts.value'),
          threshold: t('alerts.threshold'),
          state: (state) => t(stateKey('Alert', state)),
          time: (moment) => fullTime(moment),
        },
      }),
    [points, row, theme, t],
  );
  const onFail = useCallback((error: unknown) => {
    console.warn('The history was not drawn', error);
    setFailed(true);
  }, []);
  const onDrawn = useCallback(() => undefined, []);
  if (failed) return null;
  const states = [...new Set(points.map(({ state }) => state))];
  const colors = stateColors(theme);
  return (
    <section className="card history" aria-label={t('alerts.history')} data-testid="alert-history">
      <div className="history-head">
        <h2>{t('alerts.history')}</h2>
        <span className="grow" />
        <ul className="legend">
          {states.map((state) => (
            <li key={state}>
              <span className="dot" style={{ background: colors[state] }} />
              {t(stateKey('Alert', state))}
            </li>
          ))}
        </ul>
      </div>
      <div className="history-plot">
        <div ref={box} className="plot-box">
          {size.width > 0 ? (
            <EChartsView
              option={option}
              theme={theme}
              marks={points.length}
              size={size}
              label={t('alerts.historyText', { count: points.length, name: row.name })}
              onFail={onFail}
              onDrawn={onDrawn}
            />
          ) : null}
        </div>
      </div>
    </section>
  );
}

function thresholdOf(row: Row): number | undefined {
  if (row.validator_type !== 'operator') return undefined;
  try {
    const { threshold } = JSON.parse(row.validator_config_json) as { readonly threshold?: unknown };
    return typeof threshold === 'number' ? threshold : undefined;
  } catch {
    return undefined;
  }
}
