import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { bootstrap } from '../api/bootstrap';
import { useList } from '../api/queries';
import type { ChartRow, DashboardRow } from '../api/types';
import { useKeys } from '../app/useKeys';
import { useTitle } from '../app/useTitle';
import { EmptyState, FailureState } from '../ui/States';
import { ChartTile } from './ChartTile';
import { DashboardTile } from './DashboardTile';
import '../lists/list.css';
import './home.css';

const recent = { order_column: 'changed_on_delta_humanized', order_direction: 'desc', page: 0 } as const;

function greeting(hour: number): 'morning' | 'day' | 'evening' {
  if (hour >= 5 && hour < 12) return 'morning';
  return hour >= 12 && hour < 18 ? 'day' : 'evening';
}

export default function HomePage() {
  const { t } = useTranslation();
  useTitle(t('nav.home'));
  const dashboards = useList<DashboardRow>('dashboard', { ...recent, page_size: 6 });
  const charts = useList<ChartRow>('chart', { ...recent, page_size: 8 });
  useKeys({ r: () => void Promise.all([dashboards.refetch(), charts.refetch()]) });
  const name = bootstrap.user?.firstName || bootstrap.user?.username;
  return (
    <>
      <div className="top">
        <h1>{t(`home.greeting.${greeting(new Date().getHours())}`, { name })}</h1>
      </div>
      <div className="page home">
        <Shelf
          title={t('home.dashboards')}
          all="/dashboard/list/"
          list={dashboards}
          empty={t('list.emptyText.dashboard')}
        >
          {dashboards.data?.result.map((row) => (
            <DashboardTile key={row.id} row={row} />
          ))}
        </Shelf>
        <Shelf title={t('home.charts')} all="/chart/list/" list={charts} empty={t('list.emptyText.chart')}>
          {charts.data?.result.map((row) => (
            <ChartTile key={row.id} row={row} />
          ))}
        </Shelf>
      </div>
    </>
  );
}

interface ShelfProps {
  readonly title: string;
  readonly all: string;
  readonly empty: string;
  readonly list: {
    readonly isPending: boolean;
    readonly isError: boolean;
    readonly error: unknown;
    refetch: () => unknown;
  };
  readonly children: readonly React.ReactElement[] | undefined;
}

function Shelf({ title, all, empty, list, children }: ShelfProps) {
  const { t } = useTranslation();
  return (
    <section>
      <header className="shelf">
        <h2>{title}</h2>
        <Link to={all} className="link">
          {t('home.all')}
        </Link>
      </header>
      {list.isError && !children ? (
        <div className="card">
          <FailureState error={list.error} onRetry={() => void list.refetch()} />
        </div>
      ) : children?.length === 0 ? (
        <div className="card">
          <EmptyState title={t('list.empty')} text={empty} />
        </div>
      ) : (
        <div className="tiles">
          {children ??
            Array.from({ length: 4 }, (_, index) => <div key={index} className="card skeleton tile-skeleton" />)}
        </div>
      )}
    </section>
  );
}
