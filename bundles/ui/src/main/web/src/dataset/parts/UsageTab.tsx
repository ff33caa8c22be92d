import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../api/client';
import type { Dataset } from '../../api/types';
import { VizName, VizThumbnail } from '../../lists/cells';
import { EmptyState, FailureState } from '../../ui/States';

interface Usage {
  readonly charts: {
    readonly result: readonly { readonly id: number; readonly slice_name: string; readonly viz_type: string }[];
  };
}

/** Which charts would feel a change. */
export function UsageTab({ dataset }: { dataset: Dataset }) {
  const { t } = useTranslation();
  const usage = useQuery({
    queryKey: ['dataset', dataset.id, 'usage'],
    queryFn: ({ signal }) => api<Usage>(`/api/v1/dataset/${dataset.id}/related_objects`, { signal }),
  });
  if (usage.error) return <FailureState error={usage.error} onRetry={() => void usage.refetch()} />;
  const charts = usage.data?.charts.result;
  if (!charts) return <div className="skeleton" style={{ height: 120, margin: 24 }} />;
  if (charts.length === 0)
    return (
      <EmptyState
        icon="charts"
        title={t('dataset.noUsage')}
        actions={
          <Link className="btn" to={`/explore/?datasource_type=table&datasource_id=${dataset.id}`}>
            {t('explore.newChart')}
          </Link>
        }
      />
    );
  return (
    <div className="usage scroll">
      <p className="muted">{t('dataset.usage', { count: charts.length })}</p>
      <ul data-testid="usage">
        {charts.map(({ id, slice_name, viz_type }) => (
          <li key={id}>
            <VizThumbnail vizType={viz_type} />
            <Link to={`/explore/?slice_id=${id}`}>{slice_name}</Link>
            <span className="muted">
              <VizName vizType={viz_type} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
