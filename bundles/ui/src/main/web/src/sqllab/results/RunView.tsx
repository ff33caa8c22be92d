import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/client';
import { currentLocale } from '../../i18n';
import { Icon } from '../../ui/Icon';
import { EmptyState, FailureState } from '../../ui/States';
import { count } from '../../ui/time';
import { fetchResult } from '../api';
import { useLab } from '../context';
import { durationOf, durationText, isOpen, type Run } from '../run/model';
import { resultKey } from '../run/store';
import type { LabTab } from '../tabs/model';
import type { LabAnswer } from '../types';
import type { Running } from '../useRunning';
import { ResultView } from './ResultView';
import { RunFailure } from './RunFailure';

interface Props {
  readonly tab: LabTab;
  readonly run: Run;
  /** The result that was seen before: it stays in sight while the next is on its way. */
  readonly before: Run | undefined;
  readonly running: Running;
}

/** One run: on its way, failed, or its rows. */
export function RunView({ tab, run, before, running }: Props) {
  if (isOpen(run)) return <OnItsWay tab={tab} run={run} before={before} running={running} />;
  if (run.state === 'success') return <Done tab={tab} run={run} running={running} />;
  return <RunFailure tab={tab} run={run} running={running} />;
}

/** A clock for what runs: often at first, calmly later. */
function useClock(from: number | undefined): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setTimeout(() => setNow(Date.now()), now - (from ?? now) < 10_000 ? 100 : 1000);
    return () => clearTimeout(timer);
  }, [now, from]);
  return now;
}

function OnItsWay({ tab, run, before, running }: Props) {
  const { t } = useTranslation();
  const now = useClock(run.startedAt);
  const client = useQueryClient();
  const shown = before && client.getQueryData<LabAnswer>(resultKey(before.query?.resultsKey ?? before.id));
  const took = durationOf(run, now) ?? 0;
  const { statement, statements } = run.query?.extra ?? {};
  const progress = run.query?.progress ?? 0;
  return (
    <>
      {shown && before && shown.columns.length > 0 ? (
        <div className="lab-stale" aria-hidden="true" inert>
          <ResultView tab={tab} run={before} answer={shown} />
        </div>
      ) : null}
      <div className="progress-line" />
      <div className="lab-running" role="status" data-testid="running">
        <i className="lab-sign busy" />
        <span>{t(`lab.state.${run.state}`)}</span>
        {statement && statements && statements > 1 ? (
          <span className="muted">{t('lab.run.of', { statement, statements })}</span>
        ) : null}
        {progress > 0 && progress < 100 ? <span className="muted">{progress} %</span> : null}
        {/* Below half a second a number only flickers. */}
        <b aria-hidden="true">{took > 400 ? durationText(took, currentLocale()) : ''}</b>
        {run.state === 'stopping' ? null : (
          <button type="button" className="btn small" onClick={running.stop} data-testid="stop-here">
            <Icon name="stop" size={12} />
            {t('lab.run.stop')}
          </button>
        )}
      </div>
    </>
  );
}

function Done({ tab, run, running }: Omit<Props, 'before'>) {
  const { t } = useTranslation();
  const lab = useLab();
  const key = run.query?.resultsKey;
  const result = useQuery({
    queryKey: resultKey(key ?? run.id),
    enabled: key !== null && key !== undefined,
    staleTime: Infinity,
    gcTime: 600_000,
    queryFn: ({ signal }) => fetchResult(key ?? '', signal),
    retry: (failures, error) =>
      failures < 2 && error instanceof ApiError && (error.status === 0 || error.status === 502),
  });
  const messages = run.query?.extra?.messages ?? [];
  const { tempTable, tempSchema } = run.query ?? {};
  if (tempTable) {
    const name = [tempSchema, tempTable].filter(Boolean).join('.');
    return (
      <EmptyState
        icon="check"
        place="fill"
        title={t('lab.make.made', { name })}
        actions={
          <button type="button" className="btn" onClick={() => lab.insert(`\n\nSELECT *\nFROM ${name}\nLIMIT 100`)}>
            <Icon name="code" />
            {t('lab.make.select')}
          </button>
        }
      />
    );
  }
  if (result.error) {
    const gone = result.error instanceof ApiError && (result.error.status === 410 || result.error.status === 404);
    return gone ? (
      <EmptyState
        icon="clock"
        place="fill"
        title={t('lab.result.expired')}
        text={t('lab.result.expiredText')}
        actions={
          <button
            type="button"
            className="btn primary"
            onClick={() => running.again(run.sql, run.offset)}
            data-testid="run-again"
          >
            <Icon name="play" size={14} />
            {t('lab.run.again')}
          </button>
        }
      />
    ) : (
      <FailureState place="fill" error={result.error} onRetry={() => void result.refetch()} />
    );
  }
  if (!result.data && key) return <div className="rows-skeleton skeleton" />;
  if (!result.data || result.data.columns.length === 0) {
    const rows = run.query?.rows;
    return (
      <EmptyState
        icon="check"
        place="fill"
        title={t('lab.result.done')}
        text={
          messages.length > 0
            ? messages.join(' ')
            : rows
              ? t('lab.result.changed', { count: rows, shown: count(rows) })
              : undefined
        }
      />
    );
  }
  return <ResultView tab={tab} run={run} answer={result.data} />;
}
