import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dataset } from '../../../api/types';
import { guessPlace, placeTypes, readPlace, writePlace, type Place } from './shapes';

interface Props {
  readonly id: string;
  readonly title: string;
  readonly value: unknown;
  readonly dataset: Dataset | undefined;
  readonly onChange: (value: Place | null) => void;
}

/** Where on a map: two columns of degrees, one column of both, or a geohash. */
export function SpatialField({ id, title, value, dataset, onChange }: Props) {
  const { t } = useTranslation();
  const names = (dataset?.columns ?? []).map(({ column_name }) => column_name);
  const guess = guessPlace(names);
  // What is half chosen is kept here; the form only gets whole places.
  const [half, setHalf] = useState<Place>();
  const place = half ?? readPlace(value);
  const set = (next: Place) => {
    const whole = writePlace(next);
    setHalf(whole ? undefined : next);
    if (whole || writePlace(place)) onChange(whole);
  };
  const column = (label: string, chosen: string, choose: (name: string) => Place) => (
    <span className="select">
      <select
        className="input"
        aria-label={`${title}: ${label}`}
        value={chosen}
        onChange={(event) => set(choose(event.currentTarget.value))}
      >
        <option value="">{label}</option>
        {chosen && !names.includes(chosen) ? <option value={chosen}>{chosen}</option> : null}
        {names.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </span>
  );
  return (
    <div className="spatial" role="group" aria-label={title}>
      <span className="select">
        <select
          id={id}
          className="input"
          value={place.type}
          onChange={(event) => {
            const type = placeTypes.find((one) => one === event.currentTarget.value);
            if (type) set(type === 'latlong' && guess ? guess : readPlace({ type }));
          }}
        >
          {placeTypes.map((type) => (
            <option key={type} value={type}>
              {t(`explore.map.place.${type}`)}
            </option>
          ))}
        </select>
      </span>
      {place.type === 'latlong' ? (
        <div className="pair">
          {column(t('explore.map.longitude'), place.lonCol, (lonCol) => ({ ...place, lonCol }))}
          {column(t('explore.map.latitude'), place.latCol, (latCol) => ({ ...place, latCol }))}
        </div>
      ) : place.type === 'geohash' ? (
        column(t('explore.column'), place.geohashCol, (geohashCol) => ({ ...place, geohashCol }))
      ) : (
        <>
          <div className="pair">
            {column(t('explore.column'), place.lonlatCol, (lonlatCol) => ({ ...place, lonlatCol }))}
            <input
              className="input"
              aria-label={t('explore.map.delimiter')}
              value={place.delimiter}
              onChange={(event) => set({ ...place, delimiter: event.currentTarget.value })}
            />
          </div>
          <label className="switch small">
            <input
              type="checkbox"
              role="switch"
              checked={place.reverseCheckbox}
              onChange={(event) => set({ ...place, reverseCheckbox: event.currentTarget.checked })}
            />
            <i aria-hidden="true" />
            {t('explore.map.reverse')}
          </label>
        </>
      )}
      {guess && place.type === 'latlong' && !place.lonCol && !place.latCol ? (
        <button type="button" className="chip" onClick={() => set(guess)}>
          {guess.type === 'latlong' ? `${guess.lonCol}, ${guess.latCol}` : ''}
        </button>
      ) : null}
    </div>
  );
}
