import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../ui/Icon';
import { Part } from '../tables/Part';

interface Props {
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

/** A colour as text, as layers hold it; without one the chart takes its own. */
export function LayerColor({ value, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <Part title={t('annotations.color')} id={id}>
      <span className="color-field">
        <input
          id={id}
          type="color"
          value={/^#[0-9a-f]{6}$/i.test(value ?? '') ? value : '#888888'}
          data-unset={value ? undefined : true}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
        <span className="muted">{value ?? t('annotations.ownColor')}</span>
        {value ? (
          <button
            type="button"
            className="pill-out"
            aria-label={t('annotations.noColor')}
            onClick={() => onChange(undefined)}
          >
            <Icon name="close" size={11} />
          </button>
        ) : null}
      </span>
    </Part>
  );
}
