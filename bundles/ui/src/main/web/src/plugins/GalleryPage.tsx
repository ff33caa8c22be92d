import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTitle } from '../app/useTitle';
import { ChartSkeleton } from '../chart/ChartSkeleton';
import { useRegistry } from '../chart/registry';
import type { Visualization } from '../chart/visualization';
import { SearchField } from '../ui/SearchField';
import { EmptyState } from '../ui/States';
import { PluginTabs } from './PluginTabs';
import { SampleChart } from './SampleChart';
import { useSamples } from './samples';
import { useNear } from './useNear';
import '../lists/list.css';
import './gallery.css';

const ORDER = [
  'KPI',
  'Evolution',
  'Ranking',
  'Part of a whole',
  'Correlation',
  'Distribution',
  'Flow',
  'Table',
  'Map',
  'Other',
];

const rank = (category: string) => (ORDER.includes(category) ? ORDER.indexOf(category) : ORDER.length);

const fits = ({ title, description, viz_type, category, plugin, tags = [] }: Visualization, search: string) => {
  const text = [title, description, viz_type, category, plugin, ...tags].join(' ').toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
};

/** Every chart type there is, each with its first sample drawn as it comes into sight. */
export default function GalleryPage() {
  const { t } = useTranslation();
  useTitle(t('gallery.title'));
  const { known, byType } = useRegistry();
  const [search, setSearch] = useState('');
  const all = useMemo(() => [...byType.values()].filter(({ state }) => state !== 'refused'), [byType]);
  const shown = useMemo(() => all.filter((one) => fits(one, search)), [all, search]);
  const categories = [...new Set(shown.map(({ category }) => category))].sort((a, b) => rank(a) - rank(b));
  return (
    <>
      <div className="top">
        <div>
          <div className="crumb">{t('nav.plugins')}</div>
          <h1>{t('gallery.title')}</h1>
        </div>
        {known ? <span className="badge">{all.length}</span> : null}
        <span className="grow" />
        <div className="list-search">
          <SearchField main value={search} onChange={setSearch} label={t('gallery.search')} />
        </div>
      </div>
      <div className="page show-room">
        <PluginTabs here="gallery" />
        {!known ? (
          <div className="card skeleton tile-skeleton" />
        ) : shown.length === 0 ? (
          <div className="card">
            <EmptyState title={search ? t('list.noMatch', { search }) : t('gallery.empty')} />
          </div>
        ) : (
          categories.map((category) => (
            <section key={category} aria-label={t(`category.${category}`, { defaultValue: category })}>
              <h2>{t(`category.${category}`, { defaultValue: category })}</h2>
              <div className="show-cases">
                {shown
                  .filter((one) => one.category === category)
                  .map((one) => (
                    <ShowCase key={one.viz_type} one={one} />
                  ))}
              </div>
            </section>
          ))
        )}
      </div>
    </>
  );
}

/** Maps hold a graphics context each, and browsers have few: they are taken down when out of sight. */
const costly = ({ category }: Visualization) => category === 'Map';

function ShowCase({ one }: { one: Visualization }) {
  const { t } = useTranslation();
  const place = useRef<HTMLElement>(null);
  const near = useNear(place);
  const [seen, setSeen] = useState(false);
  if (near && !seen) setSeen(true);
  const drawn = costly(one) ? near : seen;
  const { data } = useSamples(drawn ? one : undefined);
  const sample = data?.[0];
  return (
    <article ref={place} className="card show-case" data-testid="show-case" data-viz-type={one.viz_type}>
      <div className="show-case-chart" aria-hidden="true" inert>
        {drawn && sample ? (
          <SampleChart vizType={one.viz_type} sample={sample} />
        ) : drawn && data ? (
          <EmptyState place="fill" title={t('gallery.noSample')} />
        ) : (
          <ChartSkeleton category={one.category} vizType={one.viz_type} />
        )}
      </div>
      <div className="show-case-words">
        <h3>
          <Link to={`/plugin/preview/${encodeURIComponent(one.viz_type)}/`}>{one.title}</Link>
        </h3>
        <p>{one.description}</p>
        <code>{one.viz_type}</code>
      </div>
    </article>
  );
}
