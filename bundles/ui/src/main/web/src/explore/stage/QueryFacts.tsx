import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { useChartData } from '../../api/chartData';
import { Age } from '../../ui/Age';
import { EmptyState } from '../../ui/States';
import { count } from '../../ui/time';

/** What is known of one question beside its rows: age, size, time, which filters came to bear. */
export function QueryFacts({ data, index }: { data: Pick<ReturnType<typeof useChartData>, 'data'>; index: number }) {
  const { t } = useTranslation();
  const result = data.data?.results[index];
  if (!result) return <EmptyState place="fill" title={t('explore.facts.none')} />;
  const names = (filters: readonly { readonly column: string; readonly reason?: string }[] | undefined) =>
    filters && filters.length > 0
      ? filters.map(({ column, reason }) => (reason ? `${column} (${reason})` : column)).join(', ')
      : '–';
  const rows: readonly (readonly [string, ReactNode])[] = [
    ['rows', count(result.rowcount)],
    ['columns', result.colnames.join(', ')],
    ['took', `${count(data.data?.milliseconds ?? 0)} ms`],
    ['cached', result.is_cached ? <Age iso={result.cached_dttm} /> : t('explore.facts.fresh')],
    [
      'cacheTimeout',
      result.cache_timeout === null || result.cache_timeout === undefined ? '–' : `${count(result.cache_timeout)} s`,
    ],
    ['from', moment(result.from_dttm)],
    ['to', moment(result.to_dttm)],
    ['applied', names(result.applied_filters)],
    ['rejected', names(result.rejected_filters)],
  ];
  return (
    <dl className="facts scroll" data-testid="facts">
      {rows.map(([key, value]) => (
        <div key={key}>
          <dt>{t(`explore.facts.${key}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const moment = (time: number | string | null | undefined): string =>
  time === null || time === undefined
    ? '–'
    : typeof time === 'number'
      ? new Date(time).toISOString().replace('T', ' ').slice(0, 19)
      : time;
