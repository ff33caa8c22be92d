import { Modal } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRegistry } from '../chart/registry';
import { VizPicture } from '../chart/VizPicture';
import type { Visualization } from '../chart/visualization';
import { Icon } from '../ui/Icon';
import { SearchField } from '../ui/SearchField';
import { EmptyState } from '../ui/States';
import './types.css';

const favourites = [
  'echarts_timeseries_line',
  'echarts_timeseries_bar',
  'echarts_area',
  'pie',
  'table',
  'big_number',
  'echarts_timeseries_scatter',
  'big_number_total',
  'echarts_timeseries_smooth',
];
const STRIP = 11;

interface Props {
  readonly value: string;
  readonly onChange: (vizType: string) => void;
}

const usable = (one: Visualization) => one.state !== 'refused';

/** The usual types first, then the others; the chosen one is always among them. */
function strip(all: readonly Visualization[], value: string): readonly Visualization[] {
  const rank = (one: Visualization) => (favourites.indexOf(one.viz_type) + 1 || 99) - 1;
  const ordered = [...all].sort((one, other) => rank(one) - rank(other));
  const shown = ordered.slice(0, STRIP);
  const chosen = ordered.slice(STRIP).find(({ viz_type }) => viz_type === value);
  return chosen ? [...shown.slice(0, STRIP - 1), chosen] : shown;
}

export function TypePicker({ value, onChange }: Props) {
  const { t } = useTranslation();
  const { byType, known } = useRegistry();
  const [open, setOpen] = useState(false);
  const all = useMemo(() => [...byType.values()].filter(usable), [byType]);
  const current = byType.get(value);
  return (
    <>
      <div className="type-name">
        <span className="label">{t('explore.type')}</span>
        <b>{current?.title ?? value}</b>
      </div>
      <div className="types" role="group" aria-label={t('explore.type')} data-testid="type-strip">
        {strip(all, value).map((one) => (
          <TypeButton
            key={one.viz_type}
            one={one}
            chosen={one.viz_type === value}
            onClick={() => onChange(one.viz_type)}
          />
        ))}
        {known ? (
          <button
            type="button"
            className="type all"
            onClick={() => setOpen(true)}
            title={t('explore.allTypes')}
            aria-label={t('explore.allTypes')}
            data-testid="all-types"
          >
            <Icon name="grid" size={18} />
          </button>
        ) : (
          Array.from({ length: 6 }, (_, index) => <span key={index} className="type skeleton" />)
        )}
      </div>
      {open ? (
        <Gallery
          all={all}
          value={value}
          onChange={(type) => {
            setOpen(false);
            onChange(type);
          }}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}

const TypeButton = ({ one, chosen, onClick }: { one: Visualization; chosen: boolean; onClick: () => void }) => (
  <button
    type="button"
    className={chosen ? 'type on' : 'type'}
    aria-pressed={chosen}
    aria-label={one.title}
    title={one.title}
    data-testid="type"
    data-viz-type={one.viz_type}
    onClick={onClick}
  >
    <VizPicture one={one} vizType={one.viz_type} />
  </button>
);

interface GalleryProps extends Props {
  readonly all: readonly Visualization[];
  readonly onClose: () => void;
}

function Gallery({ all, value, onChange, onClose }: GalleryProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const found = all.filter(({ title, description, tags = [], viz_type }) =>
    [title, description ?? '', viz_type, ...tags].some((text) => text.toLowerCase().includes(search.toLowerCase())),
  );
  const categories = [...new Set(found.map(({ category }) => category))].sort();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('explore.gallery')}
      size={880}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <SearchField value={search} onChange={setSearch} label={t('explore.searchTypes')} />
      <div className="gallery" data-testid="gallery">
        {found.length === 0 ? <EmptyState title={t('list.noMatch', { search })} /> : null}
        {categories.map((category) => (
          <section key={category}>
            <h3 className="pane-head">{t(`category.${category}`, { defaultValue: category })}</h3>
            <div className="gallery-types">
              {found
                .filter((one) => one.category === category)
                .map((one) => (
                  <button
                    key={one.viz_type}
                    type="button"
                    className={one.viz_type === value ? 'gallery-type on' : 'gallery-type'}
                    data-viz-type={one.viz_type}
                    onClick={() => onChange(one.viz_type)}
                  >
                    <span className="picture">
                      <VizPicture one={one} vizType={one.viz_type} />
                    </span>
                    <b>{one.title}</b>
                    <span className="what">{one.description}</span>
                  </button>
                ))}
            </div>
          </section>
        ))}
      </div>
    </Modal>
  );
}
