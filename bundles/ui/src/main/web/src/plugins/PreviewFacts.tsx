import { useTranslation } from 'react-i18next';
import { firstQuery, type Visualization } from '../chart/visualization';

/** `/plugins/<plugin>/<version>-<hash>/<viz_type>/index.js` */
const hashOf = (module: string) => /-([0-9a-f]+)$/.exec(module.split('/')[3] ?? '')?.[1] ?? '–';

/** What a maker wants to know about what is installed here. */
export function PreviewFacts({ visualization }: { visualization: Visualization }) {
  const { t } = useTranslation();
  const { viz_type, plugin, version, module, contract, query, behaviours, tags, messages } = visualization;
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
        <div>
          <dt>{t('preview.fact.seenBy')}</dt>
          <dd>{t('preview.signedIn')}</dd>
        </div>
      </dl>
    </section>
  );
}
