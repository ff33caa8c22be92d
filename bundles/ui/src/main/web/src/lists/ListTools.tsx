import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/Icon';
import type { ListColumn } from './ListPage';
import type { ListFilter, useListState } from './useListState';

type State = ReturnType<typeof useListState>;

/** Filters as plain selects; what is chosen stands in the address. */
export function FilterBar({ filters, state }: { filters: readonly ListFilter[]; state: State }) {
  const { t } = useTranslation();
  return (
    <div className="filter-bar" role="group" aria-label={t('around.filters.label')}>
      {filters.map(({ key, title, options }) => {
        const value = state.params.get(key) ?? '';
        return (
          <label key={key} className={value ? 'filter on' : 'filter'}>
            <span>{title}</span>
            <select
              value={value}
              data-testid={`filter-${key}`}
              onChange={(event) => state.set({ [key]: event.currentTarget.value || undefined, page: undefined })}
            >
              <option value="">{t('around.filters.any')}</option>
              {value && !options.some((option) => option.value === value) ? <option value={value}>…</option> : null}
              {options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </select>
          </label>
        );
      })}
      {state.filtered ? (
        <button type="button" className="btn small ghost" onClick={state.clear}>
          <Icon name="close" size={12} />
          {t('around.filters.clear')}
        </button>
      ) : null}
    </div>
  );
}

interface ColumnProps<T> {
  readonly columns: readonly ListColumn<T>[];
  readonly away: ReadonlySet<string>;
  readonly onChange: (away: readonly string[]) => void;
}

/** Which columns a list shows; the first always stays. */
export function ColumnMenu<T>({ columns, away, onChange }: ColumnProps<T>) {
  const { t } = useTranslation();
  const free = columns.slice(1).filter(({ title }) => typeof title === 'string');
  if (free.length < 2) return null;
  const turn = (key: string) =>
    onChange(free.map((column) => column.key).filter((one) => (one === key ? !away.has(one) : away.has(one))));
  return (
    <Menu closeOnItemClick={false} position="bottom-end" width={200} transitionProps={{ duration: 100 }}>
      <Menu.Target>
        <button
          type="button"
          className="btn icon-only wide-only"
          aria-label={t('around.columns')}
          title={t('around.columns')}
          data-testid="columns"
        >
          <Icon name="table" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {free.map(({ key, title }) => (
          <Menu.CheckboxItem key={key} checked={!away.has(key)} onChange={() => turn(key)}>
            {title}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
