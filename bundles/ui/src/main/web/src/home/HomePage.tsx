import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { bootstrap, mayManageData } from '../api/bootstrap';
import { useList, type Filter } from '../api/queries';
import type { ChartRow, DashboardRow } from '../api/types';
import { useKeys } from '../app/useKeys';
import { useTitle } from '../app/useTitle';
import { Icon } from '../ui/Icon';
import { EmptyState, FailureState } from '../ui/States';
import { ChartTile } from './ChartTile';
import { DashboardTile } from './DashboardTile';
import '../around/words';
import '../lists/list.css';
import './home.css';

const choices = ['recent', 'favorites', 'mine', 'examples'] as const;
type Choice = (typeof choices)[number];
type Kind = 'dashboard' | 'chart';

function greeting(hour: number): 'morning' | 'day' | 'evening' {
  if (hour >= 5 && hour < 12) return 'morning';
  return hour >= 12 && hour < 18 ? 'day' : 'evening';
}

const filtersOf = (kind: Kind, choice: Choice): readonly Filter[] => {
  if (choice === 'favorites') return [{ col: 'id', opr: `${kind}_is_favorite`, value: true }];
  // what came with the server was made by nobody
  if (choice === 'examples') return [{ col: 'created_by', opr: 'rel_o_m', value: 0 }];
  return choice === 'mine' ? [{ col: 'created_by', opr: `${kind}_created_by_me`, value: true }] : [];
};

function useShelf<T>(kind: Kind, choice: Choice, size: number) {
  const filters = filtersOf(kind, choice);
  const list = useList<T>(kind, {
    order_column: 'changed_on_delta_humanized',
    order_direction: 'desc',
    page: 0,
    page_size: size,
    ...(filters.length > 0 ? { filters } : {}),
  });
  return { list, rows: list.data?.result };
}

export default function HomePage() {
  const { t } = useTranslation();
  useTitle(t('nav.home'));
  const [dashboardChoice, chooseDashboards] = useState<Choice>('recent');
  const [chartChoice, chooseCharts] = useState<Choice>('recent');
  const dashboards = useShelf<DashboardRow>('dashboard', dashboardChoice, 6);
  const charts = useShelf<ChartRow>('chart', chartChoice, 8);
  useKeys({ r: () => void Promise.all([dashboards.list.refetch(), charts.list.refetch()]) });
  const name = bootstrap.user?.firstName || bootstrap.user?.username;
  const fresh =
    chartChoice === 'recent' &&
    dashboardChoice === 'recent' &&
    charts.rows?.length === 0 &&
    dashboards.rows?.length === 0;
  return (
    <>
      <div className="top">
        <h1>{t(`home.greeting.${greeting(new Date().getHours())}`, { name })}</h1>
      </div>
      <div className="page home">
        {fresh && mayManageData(bootstrap.user) ? <FirstSteps /> : null}
        <Shelf
          title={t('nav.dashboards')}
          all="/dashboard/list/"
          list={dashboards.list}
          choice={dashboardChoice}
          onChoose={chooseDashboards}
          empty={t('list.emptyText.dashboard')}
        >
          {dashboards.rows?.map((row) => (
            <DashboardTile key={row.id} row={row} />
          ))}
        </Shelf>
        <Shelf
          title={t('nav.charts')}
          all="/chart/list/"
          list={charts.list}
          choice={chartChoice}
          onChoose={chooseCharts}
          empty={t('list.emptyText.chart')}
        >
          {charts.rows?.map((row) => (
            <ChartTile key={row.id} row={row} />
          ))}
        </Shelf>
      </div>
    </>
  );
}

/** What to do on a server that has nothing yet. */
function FirstSteps() {
  const { t } = useTranslation();
  const steps = [
    ['/databaseview/list/', 'databases', t('around.home.connect')],
    ['/dataset/add/', 'datasets', t('around.home.dataset')],
    ['/chart/add', 'charts', t('around.home.chart')],
  ] as const;
  return (
    <section className="card first-steps">
      <h2>{t('around.home.start')}</h2>
      <p className="muted">{t('around.home.startLead')}</p>
      <ol>
        {steps.map(([to, icon, text]) => (
          <li key={to}>
            <Link className="btn" to={to}>
              <Icon name={icon} />
              {text}
            </Link>
          </li>
        ))}
      </ol>
    </section>
  );
}

interface ShelfProps {
  readonly title: string;
  readonly all: string;
  readonly empty: string;
  readonly choice: Choice;
  readonly onChoose: (choice: Choice) => void;
  readonly list: {
    readonly isPending: boolean;
    readonly isError: boolean;
    readonly error: unknown;
    refetch: () => unknown;
  };
  readonly children: readonly React.ReactElement[] | undefined;
}

function Shelf({ title, all, empty, choice, onChoose, list, children }: ShelfProps) {
  const { t } = useTranslation();
  const none = {
    recent: empty,
    favorites: t('around.home.noFavorites'),
    mine: t('around.home.noMine'),
    examples: t('around.home.noExamples'),
  };
  return (
    <section>
      <header className="shelf">
        <h2>{title}</h2>
        <div className="switcher" role="group" aria-label={title}>
          {choices.map((one) => (
            <button
              key={one}
              type="button"
              className="btn small"
              aria-pressed={choice === one}
              onClick={() => onChoose(one)}
            >
              {t(`around.home.${one}`)}
            </button>
          ))}
        </div>
        <span className="grow" />
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
          <EmptyState icon={choice === 'favorites' ? 'star' : 'search'} title={t('list.empty')} text={none[choice]} />
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
