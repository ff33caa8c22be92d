import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlugins } from '../api/queries';
import type { Plugin } from '../api/types';
import { useKeys } from '../app/useKeys';
import { useTitle } from '../app/useTitle';
import { useRegistry } from '../chart/registry';
import { Icon } from '../ui/Icon';
import { SearchField } from '../ui/SearchField';
import { EmptyState, FailureState } from '../ui/States';
import { PluginTabs } from './PluginTabs';
import '../lists/list.css';
import './gallery.css';
import './plugins.css';

const fits = (plugin: Plugin, search: string) =>
  [plugin.plugin, plugin.title, ...plugin.provides].some((text) => text.toLowerCase().includes(search.toLowerCase()));

export default function PluginsPage() {
  const { t } = useTranslation();
  useTitle(t('nav.plugins'));
  const plugins = usePlugins();
  const [search, setSearch] = useState('');
  useKeys({ r: () => void plugins.refetch() });
  const shown = useMemo(() => plugins.data?.filter((plugin) => fits(plugin, search)) ?? [], [plugins.data, search]);
  return (
    <>
      <div className="top">
        <h1>{t('nav.plugins')}</h1>
        {plugins.data ? <span className="badge">{plugins.data.length}</span> : null}
        <span className="grow" />
        <div className="list-search">
          <SearchField main value={search} onChange={setSearch} label={t('plugin.search')} />
        </div>
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
          shown.map((plugin) => <PluginCard key={`${plugin.plugin}/${plugin.version}`} plugin={plugin} />)
        )}
      </div>
    </>
  );
}

const healthy = /^(ready|active|ok)$/i;

function PluginCard({ plugin }: { plugin: Plugin }) {
  const { t } = useTranslation();
  const { byType } = useRegistry();
  const well = healthy.test(plugin.state) && !plugin.problem;
  return (
    <section className="card plugin" data-testid="plugin" data-plugin={plugin.plugin} data-state={plugin.state}>
      <header>
        <span className="name-icon">
          <Icon name={plugin.kind === 'datasource' ? 'datasets' : 'charts'} />
        </span>
        <div>
          <h2>{plugin.title || plugin.plugin}</h2>
          <code>
            {plugin.plugin} {plugin.version}
          </code>
        </div>
        <span className="grow" />
        <span className="badge">{t(`plugin.kind.${plugin.kind}`, { defaultValue: plugin.kind })}</span>
        <span className={well ? 'badge good' : 'badge bad'}>
          <Icon name={well ? 'check' : 'alert'} size={11} />
          {t(`plugin.state.${plugin.state}`, { defaultValue: plugin.state })}
        </span>
      </header>
      {plugin.problem ? <p className="plugin-problem">{plugin.problem}</p> : null}
      <ul className="provides">
        {plugin.provides.map((id) => {
          const viz = byType.get(id);
          return (
            <li key={id} title={viz?.description ?? id}>
              {viz?.thumbnail ? <img src={viz.thumbnail} alt="" loading="lazy" /> : null}
              <span>
                <b>{viz?.title ?? id}</b>
                {viz ? <code>{id}</code> : null}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
