import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChartRequest, useChartData } from '../../api/chartData';
import { toData } from '../../chart/data';
import { createFormatters } from '../../chart/formatters';
import { currentLocale } from '../../i18n';
import { Icon } from '../../ui/Icon';
import { SearchField } from '../../ui/SearchField';
import { EmptyState, FailureState } from '../../ui/States';
import { useFailureText } from '../../ui/failure';
import { count } from '../../ui/time';
import { say } from '../../ui/toast';
import { copyText } from '../copyText';
import { downloadData } from '../menus/downloads';
import { asTabText, filterRows } from './filterRows';

const DataTable = lazy(() =>
  import('../../chart/DataTable').then(({ DataTable: component }) => ({ default: component })),
);

export type Asked = Pick<ReturnType<typeof useChartData>, 'data' | 'error' | 'refetch'>;

interface Props {
  readonly asked: Asked;
  /** Which of the answers, where a chart asks more than once. */
  readonly index?: number;
  /** With it, the rows can be searched, copied and downloaded. */
  readonly request?: ChartRequest | undefined;
}

/** One answer as a grid. */
export function ResultPane({ asked, index = 0, request }: Props) {
  const { t } = useTranslation();
  const words = useFailureText();
  const [search, setSearch] = useState('');
  const result = asked.data?.results[index];
  const data = useMemo(() => (result ? toData(result) : undefined), [result]);
  const shown = useMemo(() => {
    if (!data || search === '') return data;
    const { cell } = createFormatters(currentLocale());
    const formats = data.columns.map((column) => cell(column));
    return filterRows(data, search, (column, value) => formats[column]?.(value as never) ?? '');
  }, [data, search]);

  if (asked.error) return <FailureState place="fill" error={asked.error} onRetry={() => void asked.refetch()} />;
  if (!data || !shown) return <div className="rows-skeleton skeleton" />;
  if (data.length === 0) return <EmptyState place="fill" title={t('chart.empty')} />;
  const copy = async () => say((await copyText(asTabText(shown))) ? t('explore.rowsCopied') : t('sql.notCopied'));
  const save = (format: 'csv' | 'xlsx') =>
    request &&
    void downloadData(request, { format }).catch((error: unknown) =>
      say(`${words(error).title} ${words(error).text}`, 'bad'),
    );
  return (
    <div className="result-pane">
      {request ? (
        <div className="result-bar">
          <SearchField value={search} onChange={setSearch} label={t('explore.searchRows')} />
          <span className="muted" role="status" data-testid="row-count">
            {shown.length === data.length
              ? t('explore.rows', { count: data.length, shown: count(data.length) })
              : t('explore.rowsOf', { shown: count(shown.length), all: count(data.length) })}
          </span>
          <span className="grow" />
          <button type="button" className="btn small" onClick={() => void copy()} data-testid="copy-rows">
            <Icon name="copy" size={14} />
            {t('sql.copy')}
          </button>
          {(['csv', 'xlsx'] as const).map((format) => (
            <button key={format} type="button" className="btn small" onClick={() => save(format)}>
              <Icon name="download" size={14} />
              {format === 'csv' ? 'CSV' : 'Excel'}
            </button>
          ))}
        </div>
      ) : null}
      <div className="result-rows">
        {shown.length === 0 ? (
          <EmptyState place="fill" title={t('list.noMatch', { search })} />
        ) : (
          <Suspense fallback={<div className="rows-skeleton skeleton" />}>
            <DataTable data={shown} />
          </Suspense>
        )}
      </div>
    </div>
  );
}
