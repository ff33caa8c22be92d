import { Modal } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import type { ChartResult, DashboardChart, FormValues } from '../../api/types';
import { toData } from '../../chart/data';
import { DataTable } from '../../chart/DataTable';
import { Icon } from '../../ui/Icon';
import { FailureState } from '../../ui/States';
import { count } from '../../ui/time';
import { useDashboardState } from '../context';
import type { ExtraFormData } from '../filters/model';
import './drill.css';

interface Props {
  readonly chart: DashboardChart;
  readonly title: string;
  /** Under which filters: the dashboard's and the mark's. */
  readonly extra: ExtraFormData;
  readonly of: string;
  readonly onClose: () => void;
}

const PAGE = 50;

interface Answer {
  readonly result: readonly ChartResult[];
}

function useRows(dashboard: number, chart: number, extra: ExtraFormData, page: FormValues) {
  return useQuery({
    queryKey: ['drill-detail', chart, extra, page],
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const body = { form_data: { slice_id: chart, extra_form_data: extra, ...page }, result_type: 'drill_detail' };
      const { result } = await api<Answer>(`/api/v1/chart/data?dashboard_id=${dashboard}`, {
        body,
        accept: 'application/vnd.karavel.columns+json, application/json;q=0.1',
        signal,
        cancellable: true,
      });
      const [first] = result;
      if (!first || first.error) throw new Error(first?.error ?? '');
      return toData(first);
    },
  });
}

/** The rows behind a chart or one of its marks, page by page. */
export default function DrillDetail({ chart, title, extra, of, onClose }: Props) {
  const { t } = useTranslation();
  const { id } = useDashboardState();
  const [page, setPage] = useState(0);
  const rows = useRows(id, chart.id, extra, { row_limit: PAGE, row_offset: page * PAGE });
  const total = useRows(id, chart.id, extra, { is_rowcount: true });
  const all = Number(total.data?.values[0]?.[0] ?? NaN);
  const pages = Number.isFinite(all) ? Math.max(1, Math.ceil(all / PAGE)) : undefined;
  const turn = (label: string, icon: 'left' | 'right', to: number, off: boolean) => (
    <button
      type="button"
      className="btn small icon-only"
      aria-label={label}
      disabled={off}
      data-testid={`drill-${icon}`}
      onClick={() => setPage(to)}
    >
      <Icon name={icon} size={14} />
    </button>
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={of ? t('drill.detailOf', { title, of }) : t('drill.detail', { title })}
      size={1100}
      zIndex={360}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <div className="drill-rows" data-testid="drill-detail" aria-busy={rows.isFetching}>
        {rows.isFetching ? <div className="progress-line" role="progressbar" aria-label={t('chart.loading')} /> : null}
        {rows.error ? (
          <FailureState place="fill" error={rows.error} onRetry={() => void rows.refetch()} />
        ) : rows.data && rows.data.length > 0 ? (
          <DataTable data={rows.data} />
        ) : rows.data ? (
          <p className="muted">{t('chart.empty')}</p>
        ) : (
          <div className="skeleton" style={{ height: '100%' }} />
        )}
      </div>
      <div className="drill-foot">
        <span className="muted" data-testid="drill-total" role="status">
          {Number.isFinite(all) ? t('drill.rows', { count: all, shown: count(all) }) : '…'}
        </span>
        <span className="grow" />
        {turn(t('drill.previous'), 'left', page - 1, page === 0)}
        <span className="muted">
          {pages === undefined ? page + 1 : t('drill.page', { page: count(page + 1), pages: count(pages) })}
        </span>
        {turn(t('drill.next'), 'right', page + 1, pages !== undefined && page + 1 >= pages)}
      </div>
    </Modal>
  );
}
