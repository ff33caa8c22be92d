import { useDebouncedValue } from '@mantine/hooks';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../../api/queries';
import type { DashboardRow } from '../../api/types';
import { Icon } from '../../ui/Icon';
import type { Target } from './dashboards';

interface Props {
  readonly value: Target | undefined;
  readonly onChange: (target: Target | undefined) => void;
}

/** A dashboard by its name; a name nobody has yet makes a new one. */
export function DashboardPicker({ value, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState(value?.title ?? '');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const [search] = useDebouncedValue(text.trim(), 200);
  const filters = search ? [{ col: 'dashboard_title', opr: 'title_or_slug', value: search }] : [];
  const list = useList<DashboardRow>('dashboard', { filters, page: 0, page_size: 12 }, open);
  const rows = (list.data?.result ?? []).map(({ id: key, dashboard_title }): Target => ({
    id: key,
    title: dashboard_title,
  }));
  const name = text.trim();
  const isNew = name !== '' && !rows.some(({ title }) => title.toLowerCase() === name.toLowerCase());
  const offers: readonly Target[] = isNew ? [...rows, { id: undefined, title: name }] : rows;
  const take = (target: Target) => {
    onChange(target);
    setText(target.title);
    setOpen(false);
  };
  return (
    <div className="field dashboard-picker">
      <label htmlFor={id}>{t('save.dashboard')}</label>
      <input
        id={id}
        className="input"
        role="combobox"
        aria-expanded={open && offers.length > 0}
        aria-controls={`${id}-list`}
        autoComplete="off"
        value={text}
        placeholder={t('save.dashboardHint')}
        data-testid="dashboard-picker"
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
          setOpen(true);
          if (value) onChange(undefined);
        }}
        onKeyDown={(event) => {
          if (!open) return;
          if (event.key === 'ArrowDown') setAt(Math.min(at + 1, offers.length - 1));
          else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
          else if (event.key === 'Enter' && offers[at]) take(offers[at]);
          else return;
          event.preventDefault();
        }}
      />
      {value ? (
        <span className="hint">
          {t(value.id === undefined ? 'save.dashboardNew' : 'save.dashboardOn', { title: value.title })}
        </span>
      ) : null}
      {open && offers.length > 0 ? (
        <ul id={`${id}-list`} role="listbox" aria-label={t('save.dashboard')} className="people-offers scroll">
          {offers.map((offer, index) => (
            <li
              key={offer.id ?? 'new'}
              role="option"
              aria-selected={index === at}
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={() => setAt(index)}
              onClick={() => take(offer)}
            >
              {offer.id === undefined ? (
                <>
                  <Icon name="plus" size={12} /> {t('save.dashboardMake', { title: offer.title })}
                </>
              ) : (
                offer.title
              )}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
