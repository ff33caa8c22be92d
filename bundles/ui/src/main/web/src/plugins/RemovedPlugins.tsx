import { useTranslation } from 'react-i18next';
import { Age } from '../ui/Age';
import { usePluginWork, type Removed } from './pluginApi';
import { useOutcome } from './useOutcome';

/** What was taken away lately, to be had back. */
export function RemovedPlugins({ removed }: { removed: readonly Removed[] }) {
  const { t } = useTranslation();
  const work = usePluginWork();
  const { told } = useOutcome();
  if (removed.length === 0) return null;
  return (
    <section className="removed" aria-label={t('plugin.removedOnes')}>
      <h2>{t('plugin.removedOnes')}</h2>
      <ul>
        {removed.map((one) => (
          <li key={`${one.plugin}/${one.version}`} data-testid="removed-plugin">
            <code>
              {one.plugin} {one.version}
            </code>
            <span className="muted">
              {one.removed_by}, <Age iso={one.removed_on} />
            </span>
            <button
              type="button"
              className="btn small"
              onClick={() =>
                void told(work.restore.mutateAsync(one), 'plugin.isBack', { title: one.plugin, version: one.version })
              }
            >
              {t('plugin.restore')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
