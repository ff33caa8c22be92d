import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Plugin } from '../api/types';
import { useRegistry } from '../chart/registry';
import { Icon } from '../ui/Icon';
import { count } from '../ui/time';

interface Props {
  readonly plugin: Plugin;
  readonly used: Readonly<Record<string, number>>;
  readonly admin: boolean;
  readonly onEnable: () => void;
  readonly onDisable: () => void;
  readonly onRemove: () => void;
}

const tone = { ready: 'good', refused: 'bad', disabled: '', stopped: 'warn' } as const;

export function PluginCard({ plugin, used, admin, onEnable, onDisable, onRemove }: Props) {
  const { t } = useTranslation();
  const { state, kind, installed_from: origin } = plugin;
  const charts = plugin.provides.reduce((sum, id) => sum + (used[id] ?? 0), 0);
  return (
    <section
      className={state === 'disabled' ? 'card plugin off' : 'card plugin'}
      data-testid="plugin"
      data-plugin={plugin.plugin}
      data-version={plugin.version}
      data-state={state}
    >
      <header>
        <span className="name-icon">
          <Icon name={kind === 'datasource' ? 'datasets' : 'charts'} />
        </span>
        <div>
          <h2>{plugin.title || plugin.plugin}</h2>
          <code>
            {plugin.plugin} {plugin.version}
          </code>
        </div>
        <span className="grow" />
        {charts > 0 ? (
          <span className="muted">{t('plugin.usedBy', { count: charts, shown: count(charts) })}</span>
        ) : null}
        {origin ? <span className="badge">{t(`plugin.from.${origin}`)}</span> : null}
        <span className="badge">{t(`plugin.kind.${kind}`, { defaultValue: kind })}</span>
        <span className={`badge ${tone[state]}`}>
          <Icon name={state === 'ready' ? 'check' : state === 'disabled' ? 'close' : 'alert'} size={11} />
          {t(`plugin.state.${state}`)}
        </span>
        {admin ? <PluginMenu plugin={plugin} onEnable={onEnable} onDisable={onDisable} onRemove={onRemove} /> : null}
      </header>
      {plugin.problem ? <p className="plugin-problem">{plugin.problem}</p> : null}
      {state === 'stopped' ? <p className="plugin-problem">{t('plugin.stoppedText')}</p> : null}
      <Provided plugin={plugin} used={used} />
    </section>
  );
}

function PluginMenu({
  plugin,
  onEnable,
  onDisable,
  onRemove,
}: Pick<Props, 'plugin' | 'onEnable' | 'onDisable' | 'onRemove'>) {
  const { t } = useTranslation();
  const removable = plugin.installed_from !== 'feature';
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <button
          type="button"
          className="btn ghost icon-only small"
          aria-label={t('plugin.menu', { name: plugin.title })}
        >
          <Icon name="more" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {plugin.state === 'disabled' ? (
          <Menu.Item onClick={onEnable} data-testid="plugin-enable">
            {t('plugin.enable')}
          </Menu.Item>
        ) : (
          <Menu.Item onClick={onDisable} data-testid="plugin-disable">
            {t('plugin.disable')}
          </Menu.Item>
        )}
        {removable ? (
          <Menu.Item onClick={onRemove} color="red" data-testid="plugin-remove">
            {t('plugin.remove')}
          </Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}

function Provided({ plugin, used }: { plugin: Plugin; used: Readonly<Record<string, number>> }) {
  const { t } = useTranslation();
  const { byType } = useRegistry();
  return (
    <ul className="provides">
      {plugin.provides.map((id) => {
        const viz = byType.get(id);
        // Another version, or another plugin, may be the one that draws this type.
        const mine = viz?.plugin === plugin.plugin && viz.version === plugin.version;
        const charts = used[id] ?? 0;
        const words = (
          <>
            {viz?.thumbnail && mine ? <img src={viz.thumbnail} alt="" loading="lazy" /> : null}
            <span>
              <b>{viz?.title ?? id}</b>
              {viz ? <code>{id}</code> : null}
            </span>
            {charts > 0 ? (
              <em title={t('plugin.usedBy', { count: charts, shown: count(charts) })}>{count(charts)}</em>
            ) : null}
          </>
        );
        return (
          <li key={id} title={viz?.description ?? id}>
            {mine && viz.state !== 'refused' ? (
              <Link to={`/plugin/preview/${encodeURIComponent(id)}/`}>{words}</Link>
            ) : (
              <span className="provided">{words}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
