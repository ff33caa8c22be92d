import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { bootstrap, mayManageData } from '../api/bootstrap';
import { useTitle } from '../app/useTitle';
import { EmptyState, FailureState } from '../ui/States';
import './words';
import { fetchStart } from './api';
import { LabFrame } from './LabFrame';
import { LabSkeleton } from './LabSkeleton';
import { createRunStore } from './run/store';
import { createTabStore, loadTabs } from './tabs/store';
import type { LabQuery, LabStart } from './types';
import './lab.css';

const storageKey = `karavel.lab.${bootstrap.user?.id ?? 0}`;

/** SQL Lab: the tabs as they were left, here or on another machine. */
export default function LabPage() {
  const { t } = useTranslation();
  useTitle(t('nav.sqllab'));
  const client = useQueryClient();
  const [stores] = useState(() => ({ tabs: createTabStore(storageKey), runs: createRunStore(client) }));
  const loaded = useQuery({
    queryKey: ['lab', 'start'],
    staleTime: Infinity,
    gcTime: 0,
    refetchOnReconnect: false,
    queryFn: async ({ signal }) => {
      const start = await fetchStart(signal);
      const { server, tabs, active } = await loadTabs(start, stores.tabs.readLocal(), (label) =>
        t('lab.tab.mine', { label }),
      );
      stores.tabs.begin(server, tabs, active);
      const tabOf = ({ sqlEditorId, id }: LabQuery) =>
        tabs.find((tab) => String(tab.id) === sqlEditorId || tab.runs.includes(id))?.key;
      stores.runs.remember(Object.values(start.queries), tabOf);
      return start;
    },
  });
  useEffect(() => {
    const { tabs } = stores;
    const leave = () => tabs.leave();
    window.addEventListener('pagehide', leave);
    window.addEventListener('online', tabs.flush);
    return () => {
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('online', tabs.flush);
      leave();
    };
  }, [stores]);
  useEffect(() => () => stores.runs.dispose(), [stores]);

  if (loaded.error && !loaded.data)
    return <FailureState error={loaded.error} since={loaded.errorUpdatedAt} onRetry={() => void loaded.refetch()} />;
  if (!loaded.data) return <LabSkeleton />;
  const start: LabStart = loaded.data;
  const databases = Object.values(start.databases);
  if (databases.length === 0)
    return (
      <EmptyState
        icon="databases"
        title={t('lab.noDatabase')}
        text={t('lab.noDatabaseText')}
        actions={
          mayManageData(bootstrap.user) ? (
            <Link className="btn primary" to="/databaseview/list/">
              {t('nav.databases')}
            </Link>
          ) : undefined
        }
      />
    );
  return <LabFrame stores={stores} databases={databases} limits={start.limits} />;
}
