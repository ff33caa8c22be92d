import { useTranslation } from 'react-i18next';

interface Field<T> {
  readonly id: string;
  readonly value: unknown;
  readonly onChange: (value: T) => void;
}

type Bound = number | null;

/** Lowest and highest value; an empty end is left to the data. */
export function BoundsField({ id, value, onChange }: Field<readonly [Bound, Bound]>) {
  const { t } = useTranslation();
  const pair: unknown[] = Array.isArray(value) ? value : [];
  const [low, high] = [0, 1].map((at): Bound => (typeof pair[at] === 'number' ? pair[at] : null));
  const read = (input: HTMLInputElement): Bound => (input.value === '' ? null : input.valueAsNumber);
  return (
    <div className="pair">
      <input
        id={id}
        className="input"
        type="number"
        step="any"
        placeholder={t('explore.lowest')}
        value={low ?? ''}
        onChange={(event) => onChange([read(event.currentTarget), high ?? null])}
      />
      <input
        className="input"
        type="number"
        step="any"
        aria-label={t('explore.highest')}
        placeholder={t('explore.highest')}
        value={high ?? ''}
        onChange={(event) => onChange([low ?? null, read(event.currentTarget)])}
      />
    </div>
  );
}

interface Currency {
  readonly symbol: string;
  readonly symbolPosition: 'prefix' | 'suffix';
}

export function CurrencyField({ id, value, onChange }: Field<Currency | null>) {
  const { t } = useTranslation();
  const { symbol = '', symbolPosition = 'prefix' } = (
    typeof value === 'object' && value !== null ? value : {}
  ) as Partial<Currency>;
  return (
    <div className="pair">
      <input
        id={id}
        className="input"
        list={`${id}-symbols`}
        placeholder="USD, EUR, …"
        value={symbol}
        onChange={(event) =>
          onChange(event.currentTarget.value ? { symbol: event.currentTarget.value, symbolPosition } : null)
        }
      />
      <datalist id={`${id}-symbols`}>
        {['USD', 'EUR', 'GBP', 'JPY', 'CHF', 'CNY', 'INR', 'MXN'].map((code) => (
          <option key={code} value={code} />
        ))}
      </datalist>
      <span className="select">
        <select
          className="input"
          aria-label={t('explore.symbolPosition')}
          value={symbolPosition}
          disabled={!symbol}
          onChange={(event) =>
            onChange({ symbol, symbolPosition: event.currentTarget.value === 'suffix' ? 'suffix' : 'prefix' })
          }
        >
          <option value="prefix">{t('explore.prefix')}</option>
          <option value="suffix">{t('explore.suffix')}</option>
        </select>
      </span>
    </div>
  );
}
