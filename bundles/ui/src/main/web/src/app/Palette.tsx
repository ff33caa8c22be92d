import { Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { bootstrap, mayManageData, mayUseLab } from '../api/bootstrap';
import { useList } from '../api/queries';
import type { ChartRow, DashboardRow, DatasetRow, TagRef } from '../api/types';
import { chooseTheme } from '../style/theme';
import { Icon, type IconName } from '../ui/Icon';
import { placesFor } from './Rail';
import { visits } from './recent';
import { sidePlacesFor } from './SettingsMenu';
import '../around/words';
import './dialogs.css';

interface Goal {
  readonly key: string;
  readonly title: string;
  readonly kind: string;
  readonly icon: IconName;
  readonly to: string;
  readonly run?: () => void;
}

function useGoals(text: string, onHelp: () => void): { goals: readonly Goal[]; searching: boolean } {
  const { t } = useTranslation();
  const [query] = useDebouncedValue(text.trim(), 150);
  const page = { page_size: 6, page: 0, order_column: 'changed_on_delta_humanized', order_direction: 'desc' as const };
  const filter = (col: string, opr: string) => (query ? { filters: [{ col, opr, value: query }] } : {});
  const dashboards = useList<DashboardRow>('dashboard', { ...page, ...filter('dashboard_title', 'title_or_slug') });
  const charts = useList<ChartRow>('chart', { ...page, ...filter('slice_name', 'chart_all_text') });
  const wanted = query !== '';
  const datasets = useList<DatasetRow>('dataset', { page_size: 5, page: 0, ...filter('table_name', 'ct') }, wanted);
  const queries = useList<{ readonly id: number; readonly label: string }>(
    'saved_query',
    { page_size: 4, page: 0, ...filter('label', 'all_text') },
    wanted && mayUseLab(bootstrap.user),
  );
  const tags = useList<TagRef>('tag', { page_size: 3, page: 0, ...filter('name', 'ct') }, wanted);
  return useMemo(() => {
    const fits = ({ title }: { readonly title: string }) => title.toLowerCase().includes(text.trim().toLowerCase());
    const actions = [
      ...(mayManageData(bootstrap.user) ? ([['newDataset', 'datasets', '/dataset/add/']] as const) : []),
      ['newChart', 'charts', '/chart/add'] as const,
      ['newDashboard', 'dashboards', '/dashboard/new/'] as const,
    ].map(([key, icon, to]) => ({
      key,
      title: t(`around.palette.${key}`),
      kind: t('around.palette.action'),
      icon: icon as IconName,
      to: to as string,
    }));
    const deeds: readonly Goal[] = [
      ...actions,
      {
        key: 'dark',
        title: t('around.palette.dark'),
        kind: t('around.palette.action'),
        icon: 'moon',
        to: '',
        run: () => chooseTheme('dark'),
      },
      {
        key: 'light',
        title: t('around.palette.light'),
        kind: t('around.palette.action'),
        icon: 'sun',
        to: '',
        run: () => chooseTheme('light'),
      },
      {
        key: 'keys',
        title: t('around.palette.keys'),
        kind: t('around.palette.action'),
        icon: 'help',
        to: '',
        run: onHelp,
      },
      {
        key: 'out',
        title: t('user.signOut'),
        kind: t('around.palette.action'),
        icon: 'leave',
        to: '',
        run: () => location.assign('/logout/'),
      },
    ];
    const recent: readonly Goal[] = visits().map(({ to, title }) => ({
      key: `r${to}`,
      title,
      kind: t('around.home.recent'),
      icon: 'history',
      to,
    }));
    const own = { key: 'user_info', to: '/user_info/', icon: 'settings' as IconName };
    const pages = [...placesFor(bootstrap.user), ...sidePlacesFor(bootstrap.user)]
      .map(({ key, to, icon }) => ({ key: to, title: t(`nav.${key}`), kind: t('palette.page'), icon, to }))
      .concat([{ ...own, title: t('around.me.title'), kind: t('palette.page') }])
      .filter(({ title }) => title.toLowerCase().includes(text.trim().toLowerCase()));
    const found = [
      ...(dashboards.data?.result ?? []).map((row) => ({
        key: `d${row.id}`,
        title: row.dashboard_title,
        kind: t('palette.dashboard'),
        icon: 'dashboards' as const,
        to: row.url,
      })),
      ...(charts.data?.result ?? []).map((row) => ({
        key: `c${row.id}`,
        title: row.slice_name,
        kind: t('palette.chart'),
        icon: 'charts' as const,
        to: row.url,
      })),
      ...(wanted ? (datasets.data?.result ?? []) : []).map((row) => ({
        key: `s${row.id}`,
        title: row.table_name,
        kind: t('around.palette.dataset'),
        icon: 'datasets' as const,
        to: `/explore/?datasource_type=table&datasource_id=${row.id}`,
      })),
      ...(wanted ? (queries.data?.result ?? []) : []).map((row) => ({
        key: `q${row.id}`,
        title: row.label,
        kind: t('around.palette.query'),
        icon: 'code' as const,
        to: `/sqllab/?savedQueryId=${row.id}`,
      })),
      ...(wanted ? (tags.data?.result ?? []) : []).map((row) => ({
        key: `t${row.id}`,
        title: row.name,
        kind: t('around.palette.tag'),
        icon: 'tag' as const,
        to: `/tag/${row.id}/`,
      })),
    ];
    return {
      goals: text.trim() ? [...pages, ...found, ...deeds.filter(fits)] : [...recent, ...pages, ...found, ...deeds],
      searching: dashboards.isFetching || charts.isFetching,
    };
  }, [
    t,
    text,
    wanted,
    onHelp,
    datasets.data,
    queries.data,
    tags.data,
    dashboards.data,
    charts.data,
    dashboards.isFetching,
    charts.isFetching,
  ]);
}

export function Palette({ onClose, onHelp }: { onClose: () => void; onHelp: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const { goals, searching } = useGoals(text, onHelp);
  const chosen = Math.min(at, goals.length - 1);

  const go = (goal: Goal | undefined) => {
    if (!goal) return;
    onClose();
    if (goal.run) goal.run();
    else void navigate(goal.to);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt((chosen + 1) % Math.max(goals.length, 1));
    else if (event.key === 'ArrowUp') setAt((chosen - 1 + goals.length) % Math.max(goals.length, 1));
    else if (event.key === 'Enter') go(goals[chosen]);
    else return;
    event.preventDefault();
  };

  return (
    <Modal.Root opened onClose={onClose} size={560} padding={0} yOffset="12vh">
      <Modal.Overlay />
      <Modal.Content aria-label={t('palette.open')}>
        <div className="palette" onKeyDown={onKey} data-testid="palette">
          <div className="palette-search">
            <Icon name="search" size={18} />
            <input
              data-autofocus
              value={text}
              placeholder={t('palette.placeholder')}
              aria-label={t('palette.placeholder')}
              role="combobox"
              aria-expanded="true"
              aria-controls="palette-goals"
              aria-activedescendant={goals[chosen] ? `goal-${goals[chosen].key}` : undefined}
              onChange={(event) => {
                setText(event.currentTarget.value);
                setAt(0);
              }}
            />
          </div>
          <ul id="palette-goals" role="listbox" aria-label={t('palette.open')} className="scroll">
            {goals.map((goal, index) => (
              <li
                key={goal.key}
                id={`goal-${goal.key}`}
                role="option"
                aria-selected={index === chosen}
                ref={(element) => void (index === chosen && element?.scrollIntoView({ block: 'nearest' }))}
                onMouseMove={() => setAt(index)}
                onClick={() => go(goal)}
              >
                <Icon name={goal.icon} />
                <span>{goal.title}</span>
                <em>{goal.kind}</em>
              </li>
            ))}
          </ul>
          {goals.length === 0 && !searching ? <p className="palette-none">{t('palette.none')}</p> : null}
        </div>
      </Modal.Content>
    </Modal.Root>
  );
}
