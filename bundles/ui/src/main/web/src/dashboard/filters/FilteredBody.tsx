import { useEffect, useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { Dashboard, DashboardChart } from '../../api/types';
import { useFilterSnapshot } from './context';
import { FilterSettings } from './config/FilterSettings';
import { FilterBar } from './FilterBar';
import { isFilter, type Raw } from './model';
import './filters.css';

interface Props {
  readonly dashboard: Dashboard;
  readonly charts: readonly DashboardChart[];
  readonly metadata: Raw;
  readonly hidden: boolean;
  readonly time: ReactNode;
  readonly children: ReactNode;
}

/** The dashboard's tiles with the bar of filters above or beside them. */
export function FilteredBody({ dashboard, charts, metadata, hidden, time, children }: Props) {
  const [params] = useSearchParams();
  const { setup } = useFilterSnapshot();
  // Which charts are on the page is known once they are: filters of other tabs are not asked for their values before.
  const [known, setKnown] = useState(false);
  useEffect(() => setKnown(true), []);
  const horizontal = metadata['filter_bar_orientation'] === 'HORIZONTAL' || setup.items.length === 0;
  const off = (name: string) => ['0', 'false'].includes(params.get(name) ?? '');
  const ownTime = setup.items.some((item) => isFilter(item) && item.type === 'filter_time');
  const some = setup.items.length > 0;
  const settings = dashboard.is_editable ? (
    <FilterSettings dashboard={dashboard} charts={charts} metadata={metadata} some={some} />
  ) : null;
  const bar =
    hidden || off('show_filters') ? null : (
      <FilterBar
        known={known}
        time={ownTime ? null : time}
        settings={settings}
        horizontal={horizontal}
        expanded={!off('expand_filters')}
      />
    );
  return (
    <div className={horizontal || !bar ? 'filtered-body' : 'filtered-body beside'}>
      {bar}
      <div className="filtered-tiles">{children}</div>
    </div>
  );
}
