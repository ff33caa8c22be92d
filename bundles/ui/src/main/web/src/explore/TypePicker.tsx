import { Modal } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dataset, FormValues } from '../api/types';
import { useRegistry } from '../chart/registry';
import { VizPicture } from '../chart/VizPicture';
import type { Visualization } from '../chart/visualization';
import { Icon } from '../ui/Icon';
import { Gallery } from './Gallery';
import { recommended } from './recommend';
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
  readonly form: FormValues;
  readonly dataset: Dataset | undefined;
  readonly onChange: (vizType: string) => void;
}

const usable = (one: Visualization) => one.state !== 'refused';

/** Those that suit the data, then the usual ones, then the others; the chosen one is always among them. */
function strip(all: readonly Visualization[], first: readonly Visualization[], value: string) {
  const order = [...favourites, ...first.map(({ viz_type }) => viz_type)];
  const rank = (one: Visualization) => (order.indexOf(one.viz_type) + 1 || 999) - 1;
  const ordered = [...all].sort((one, other) => rank(one) - rank(other));
  const shown = ordered.slice(0, STRIP);
  const chosen = ordered.slice(STRIP).find(({ viz_type }) => viz_type === value);
  return chosen ? [...shown.slice(0, STRIP - 1), chosen] : shown;
}

export function TypePicker({ value, form, dataset, onChange }: Props) {
  const { t } = useTranslation();
  const { byType, known } = useRegistry();
  const [open, setOpen] = useState(false);
  const all = useMemo(() => [...byType.values()].filter(usable), [byType]);
  const suggested = useMemo(() => recommended(all, dataset, form), [all, dataset, form]);
  const current = byType.get(value);
  return (
    <>
      <div className="type-name">
        <span className="label">{t('explore.type')}</span>
        <b>{current?.title ?? value}</b>
      </div>
      <div className="types" role="group" aria-label={t('explore.type')} data-testid="type-strip">
        {strip(all, suggested, value).map((one) => (
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
        <Modal
          opened
          onClose={() => setOpen(false)}
          title={t('explore.gallery')}
          size={1080}
          closeButtonProps={{ 'aria-label': t('action.close') }}
        >
          <Gallery
            value={value}
            dataset={dataset}
            form={form}
            onChange={(type) => {
              setOpen(false);
              onChange(type);
            }}
          />
        </Modal>
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
