import { useTranslation } from 'react-i18next';
import { bootstrap, isAdmin } from '../api/bootstrap';
import { firstQuery, type Visualization } from '../chart/visualization';
import { count } from '../ui/time';
import { usePluginDetails } from './pluginApi';

/** `/plugins/<plugin>/<version>-<hash>/<viz_type>/index.js` */
const hashOf = (module: string) => /-([0-9a-f]+)$/.exec(module.split('/')[3] ?? '')?.[1] ?? '–';

/** What a maker wants to know about what is installed here. */
export function PreviewFacts({ visualization }: { visualization: Visualization }) {
  const { t } = useTranslation();
  const { viz_type, plugin, version, module, contract, query, behaviours, tags, messages } = visualization;
  const details = usePluginDetails(isAdmin(bootstrap.user) ? { plugin, version } : undefined);
  const files = (details.data?.files ?? []).filter(({ path }) => path.startsWith(`${viz_type}/`));
  const list = (texts: readonly string[] | null | undefined) => (texts?.length ? texts.join(', ') : '–');
  const facts: readonly (readonly [string, string])[] = [
    ['type', viz_type],
    ['plugin', plugin],
    ['version', version],
    ['hash', hashOf(module)],
    ['contract', String(contract ?? '–')],
    ['question', firstQuery(query)?.mode ?? '–'],
    ['behaviours', list(behaviours)],
    ['languages', list(messages)],
    ['tags', list(tags)],
    ['module', module],
  ];
  return (
    <section aria-label={t('preview.facts')}>
      <h2>{t('preview.facts')}</h2>
      <dl className="card facts" data-testid="preview-facts">
        {facts.map(([key, value]) => (
          <div key={key}>
            <dt>{t(`preview.fact.${key}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {files.length > 0 ? (
          <div>
            <dt>{t('preview.fact.files')}</dt>
            <dd>
              <ul className="fact-files">
                {files.map(({ path, size, loops_guarded }) => (
                  <li key={path}>
                    <code>{path}</code> {t('upload.size', { size: count(Math.max(1, Math.round(size / 1024))) })}
                    {/\.m?js$/.test(path) && !loops_guarded ? ` · ${t('preview.unguarded')}` : ''}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ) : null}
        <div>
          <dt>{t('preview.fact.seenBy')}</dt>
          <dd>{t('preview.signedIn')}</dd>
        </div>
      </dl>
    </section>
  );
}
