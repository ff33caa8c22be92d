import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { boundsOf, type Bounds } from './extra';
import type { NativeFilter } from './model';

const RangeSliders = lazy(() => import('./RangeSliders'));

interface Props {
  readonly filter: NativeFilter;
  readonly value: unknown;
  readonly bounds: readonly [number, number] | null | undefined;
  readonly onChange: (value: Bounds | null) => void;
}

/** Superset's words: 0 a least value alone, 1 an exact one, 2 a greatest one. */
const single = (filter: NativeFilter): 0 | 1 | 2 | undefined => {
  const kind = filter.controls['enableSingleValue'];
  return kind === 0 || kind === 1 || kind === 2 ? kind : undefined;
};

const numberOf = (text: string): number | null => {
  const number = Number(text);
  return text.trim() === '' || !Number.isFinite(number) ? null : number;
};

/** From and to as numbers and as a slider over what there is. */
export function RangeControl({ filter, value, bounds, onChange }: Props) {
  const { t } = useTranslation();
  const [from, to] = boundsOf(value);
  const kind = single(filter);
  const mode = filter.controls['rangeDisplayMode'];
  const backwards = from !== null && to !== null && from > to;
  const put = (next: Bounds) => onChange(next[0] === null && next[1] === null ? null : next);
  const field = (name: 'from' | 'to' | 'exactly', shown: number | null, change: (number: number | null) => void) => (
    <NumberField
      label={`${filter.name}: ${t(`filters.${name}`)}`}
      placeholder={bounds ? String(name === 'to' ? bounds[1] : bounds[0]) : ''}
      value={shown}
      invalid={backwards}
      testId={`range-${name}`}
      onChange={change}
    />
  );
  return (
    <div className="range-control">
      {mode === 'slider' ? null : (
        <div className="range-fields">
          {kind === 1 ? field('exactly', from, (one) => put([one, one])) : null}
          {kind === undefined || kind === 0 ? field('from', from, (one) => put([one, kind === 0 ? null : to])) : null}
          {kind === undefined ? <span aria-hidden="true">–</span> : null}
          {kind === undefined || kind === 2 ? field('to', to, (one) => put([kind === 2 ? null : from, one])) : null}
        </div>
      )}
      {backwards ? <span className="problem">{t('filters.backwards')}</span> : null}
      {bounds && mode !== 'input' && bounds[0] < bounds[1] ? (
        <Suspense fallback={<div style={{ height: 14 }} />}>
          <RangeSliders kind={kind} from={from} to={to} bounds={bounds} label={filter.name} onChange={put} />
        </Suspense>
      ) : null}
    </div>
  );
}

interface NumberProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: number | null;
  readonly invalid: boolean;
  readonly testId: string;
  readonly onChange: (value: number | null) => void;
}

function NumberField({ label, placeholder, value, invalid, testId, onChange }: NumberProps) {
  const [text, setText] = useState(value === null ? '' : String(value));
  useEffect(() => setText((now) => (numberOf(now) === value ? now : value === null ? '' : String(value))), [value]);
  return (
    <input
      className="input"
      type="text"
      inputMode="decimal"
      aria-label={label}
      aria-invalid={invalid || (text.trim() !== '' && numberOf(text) === null) || undefined}
      placeholder={placeholder}
      value={text}
      data-testid={testId}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        setText(typed);
        if (typed.trim() === '' || numberOf(typed) !== null) onChange(numberOf(typed));
      }}
    />
  );
}
