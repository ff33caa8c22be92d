import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import type { Dashboard, DashboardChart } from '../../../api/types';
import { useFailureText } from '../../../ui/failure';
import { Icon } from '../../../ui/Icon';
import { say } from '../../../ui/toast';
import { Menu } from '../../../ui/overlays';
import type { Raw } from '../model';

const FilterDialog = lazy(() => import('./FilterDialog'));
const CrossFilterDialog = lazy(() => import('./CrossFilterDialog'));

interface Props {
  readonly dashboard: Dashboard;
  readonly charts: readonly DashboardChart[];
  readonly metadata: Raw;
  readonly some: boolean;
}

/** The doors to a dashboard's filters, for those who may change it. */
export function FilterSettings({ dashboard, charts, metadata, some }: Props) {
  const { t } = useTranslation();
  const words = useFailureText();
  const client = useQueryClient();
  const [open, setOpen] = useState<'filters' | 'cross'>();
  const horizontal = metadata['filter_bar_orientation'] === 'HORIZONTAL';
  const turn = async () => {
    const json_metadata = JSON.stringify({
      ...metadata,
      filter_bar_orientation: horizontal ? 'VERTICAL' : 'HORIZONTAL',
    });
    try {
      await api(`/api/v1/dashboard/${dashboard.id}`, { method: 'PUT', body: { json_metadata } });
      await client.invalidateQueries({ queryKey: ['dashboard'] });
    } catch (cause) {
      say(`${words(cause).title} ${words(cause).text}`, 'bad');
    }
  };
  return (
    <>
      <Menu
        position="bottom-end"
        width={220}
        withInitialFocusPlaceholder={false}
        transitionProps={{ duration: 100 }}
        zIndex={250}
      >
        <Menu.Target>
          <button
            type="button"
            className="btn small icon-only ghost"
            aria-label={t('filters.settings')}
            title={t('filters.settings')}
            data-testid="filter-settings"
          >
            <Icon name="settings" size={15} />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<Icon name="filter" />}
            onClick={() => setOpen('filters')}
            data-testid="configure-filters"
          >
            {t(some ? 'filters.edit' : 'filters.addFirst')}
          </Menu.Item>
          <Menu.Item
            leftSection={<Icon name="charts" />}
            onClick={() => setOpen('cross')}
            data-testid="configure-cross"
          >
            {t('filters.cross.title')}
          </Menu.Item>
          {some ? (
            <Menu.Item leftSection={<Icon name="dashboards" />} onClick={() => void turn()} data-testid="turn-bar">
              {t(horizontal ? 'filters.toVertical' : 'filters.toHorizontal')}
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      <Suspense fallback={null}>
        {open === 'filters' ? (
          <FilterDialog dashboard={dashboard} charts={charts} onClose={() => setOpen(undefined)} />
        ) : null}
        {open === 'cross' ? (
          <CrossFilterDialog dashboard={dashboard} charts={charts} onClose={() => setOpen(undefined)} />
        ) : null}
      </Suspense>
    </>
  );
}
