import { useMemo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dataset, FormValues } from '../api/types';
import { useRegistry } from '../chart/registry';
import { VizPicture } from '../chart/VizPicture';
import type { Visualization } from '../chart/visualization';
import { SearchField } from '../ui/SearchField';
import { EmptyState } from '../ui/States';
import { recommended } from './recommend';
import { SamplePreview } from './SamplePreview';
import './types.css';

interface Props {
  readonly value: string;
  readonly dataset: Dataset | undefined;
  readonly form: FormValues;
  readonly onChange: (vizType: string) => void;
}

const ALL = '';
const usable = (one: Visualization) => one.state !== 'refused';

/** Every type that is installed at this moment: recommended ones first, by kind, by word; the one in view with its sample. */
export function Gallery({ value, dataset, form, onChange }: Props) {
  const { t } = useTranslation();
  const { byType } = useRegistry();
  const all = useMemo(() => [...byType.values()].filter(usable), [byType]);
  const suggested = useMemo(() => recommended(all, dataset, form), [all, dataset, form]);
  const [search, setSearch] = useState('');
  const [group, setGroup] = useState(ALL);
  const [viewed, setViewed] = useState(value);
  const categories = [...new Set(all.map(({ category }) => category))].sort();
  const inView = byType.get(viewed) ?? suggested[0] ?? all[0];
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = ({ title, description, tags = [], viz_type, category }: Visualization) => {
    const text = [title, description ?? '', viz_type, category, ...tags].join('\n').toLowerCase();
    return words.every((word) => text.includes(word));
  };
  const found = all.filter((one) => matches(one) && (group === ALL || one.category === group));
  const sections =
    group === ALL && words.length === 0
      ? [
          { key: 'recommended', title: t('explore.recommended'), types: suggested },
          ...categories.map((category) => ({
            key: category,
            title: t(`category.${category}`, { defaultValue: category }),
            types: found.filter((one) => one.category === category),
          })),
        ]
      : [{ key: 'found', title: t('explore.typesFound', { count: found.length }), types: found }];

  return (
    <div className="gallery" data-testid="gallery">
      <div className="gallery-top">
        <SearchField value={search} onChange={setSearch} label={t('explore.searchTypes')} />
        <div className="gallery-groups" role="group" aria-label={t('explore.kinds')}>
          {[ALL, ...categories].map((category) => (
            <button
              key={category}
              type="button"
              className={group === category ? 'chip on' : 'chip'}
              aria-pressed={group === category}
              onClick={() => setGroup(category)}
            >
              {category === ALL ? t('explore.allKinds') : t(`category.${category}`, { defaultValue: category })}
            </button>
          ))}
        </div>
      </div>
      <div className="gallery-body">
        <div className="gallery-list scroll" onKeyDown={moveByArrows}>
          {found.length === 0 ? <EmptyState title={t('list.noMatch', { search })} /> : null}
          {sections
            .filter(({ types }) => types.length > 0)
            .map(({ key, title, types }) => (
              <section key={key} aria-label={title}>
                <h3 className="pane-head">{title}</h3>
                <div className="gallery-types">
                  {types.map((one) => (
                    <button
                      key={one.viz_type}
                      type="button"
                      className={one.viz_type === value ? 'gallery-type on' : 'gallery-type'}
                      aria-pressed={one.viz_type === value}
                      data-viz-type={one.viz_type}
                      title={one.description}
                      onMouseEnter={() => setViewed(one.viz_type)}
                      onFocus={() => setViewed(one.viz_type)}
                      onClick={() => onChange(one.viz_type)}
                    >
                      <span className="picture">
                        <VizPicture one={one} vizType={one.viz_type} />
                      </span>
                      <b>{one.title}</b>
                    </button>
                  ))}
                </div>
              </section>
            ))}
        </div>
        {inView ? (
          <About key={inView.module} one={inView} onUse={() => onChange(inView.viz_type)} onTag={setSearch} />
        ) : null}
      </div>
    </div>
  );
}

function moveByArrows(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('.gallery-type')];
  const next = buttons[buttons.indexOf(document.activeElement as HTMLElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

interface AboutProps {
  readonly one: Visualization;
  readonly onUse: () => void;
  readonly onTag: (tag: string) => void;
}

function About({ one, onUse, onTag }: AboutProps) {
  const { t } = useTranslation();
  return (
    <aside className="gallery-about" aria-label={one.title}>
      <SamplePreview one={one} />
      <h3>{one.title}</h3>
      <p>{one.description}</p>
      <div className="gallery-tags">
        <span className="badge">{t(`category.${one.category}`, { defaultValue: one.category })}</span>
        {(one.tags ?? []).map((tag) => (
          <button key={tag} type="button" className="chip" onClick={() => onTag(tag)}>
            {tag}
          </button>
        ))}
      </div>
      <button type="button" className="btn primary" onClick={onUse} data-testid="use-type">
        {t('explore.useType')}
      </button>
    </aside>
  );
}
