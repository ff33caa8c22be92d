import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bootstrap, isAdmin } from '../api/bootstrap';
import type { Plugin } from '../api/types';
import { useKeys } from '../app/useKeys';
import { useTitle } from '../app/useTitle';
import { Icon } from '../ui/Icon';
import { SearchField } from '../ui/SearchField';
import { EmptyState, FailureState } from '../ui/States';
import { LossDialog, type Farewell } from './LossDialog';
import { usePluginList, usePluginWork } from './pluginApi';
import { PluginCard } from './PluginCard';
import { PluginTabs } from './PluginTabs';
import { RemovedPlugins } from './RemovedPlugins';
import { UploadPluginDialog } from './UploadPluginDialog';
import { useOutcome } from './useOutcome';
import '../lists/list.css';
import './gallery.css';
import './plugins.css';

const fits = (plugin: Plugin, search: string) =>
  [plugin.plugin, plugin.title, ...plugin.provides].some((text) => text.toLowerCase().includes(search.toLowerCase()));

const chartsFirst = (plugins: readonly Plugin[]) =>
  [...plugins].sort((a, b) => Number(b.kind === 'visualization') - Number(a.kind === 'visualization'));

export default function PluginsPage() {
  const { t } = useTranslation();
  useTitle(t('nav.plugins'));
  const admin = isAdmin(bootstrap.user);
  const plugins = usePluginList();
  const work = usePluginWork();
  const { told } = useOutcome();
  const [search, setSearch] = useState('');
  const [sending, setSending] = useState(false);
  const [farewell, setFarewell] = useState<Farewell>();
  useKeys({ r: () => void plugins.refetch() });
  const all = plugins.data?.result;
  const shown = useMemo(() => chartsFirst(all?.filter((plugin) => fits(plugin, search)) ?? []), [all, search]);
  return (
    <>
      <div className="top">
        <h1>{t('nav.plugins')}</h1>
        {all ? <span className="badge">{all.length}</span> : null}
        <span className="grow" />
        <div className="list-search">
          <SearchField main value={search} onChange={setSearch} label={t('plugin.search')} />
        </div>
        {admin ? (
          <button type="button" className="btn primary" onClick={() => setSending(true)} data-testid="upload-plugin">
            <Icon name="upload" />
            {t('plugin.upload')}
          </button>
        ) : null}
      </div>
      <div className="page plugins">
        <PluginTabs here="installed" />
        <p className="muted lead">{t('plugin.lead')}</p>
        {plugins.isError ? (
          <div className="card">
            <FailureState error={plugins.error} onRetry={() => void plugins.refetch()} />
          </div>
        ) : plugins.isPending ? (
          <div className="card skeleton tile-skeleton" />
        ) : shown.length === 0 ? (
          <div className="card">
            <EmptyState icon="plugins" title={search ? t('list.noMatch', { search }) : t('list.empty')} />
          </div>
        ) : (
          shown.map((plugin) => (
            <PluginCard
              key={`${plugin.plugin}/${plugin.version}`}
              plugin={plugin}
              used={plugins.data.used}
              admin={admin}
              onEnable={() => told(work.enable.mutateAsync({ which: plugin, enabled: true }), 'plugin.isOn', plugin)}
              onDisable={() => setFarewell({ plugin, way: 'disable' })}
              onRemove={() => setFarewell({ plugin, way: 'remove' })}
            />
          ))
        )}
        {admin && plugins.data ? <RemovedPlugins removed={plugins.data.removed} /> : null}
      </div>
      {sending ? <UploadPluginDialog onClose={() => setSending(false)} /> : null}
      {farewell ? <LossDialog {...farewell} onClose={() => setFarewell(undefined)} /> : null}
    </>
  );
}
