import { useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Value } from '../../api/types';
import { Icon } from '../../ui/Icon';
import { Popover } from '../../ui/overlays';

export interface Option {
  readonly value: Value;
  readonly label: string;
}

interface Props {
  readonly label: string;
  readonly options: readonly Option[];
  readonly chosen: readonly Value[];
  readonly onChange: (chosen: readonly Value[]) => void;
  readonly many: boolean;
  readonly placeholder: string;
  /** What was typed; whoever searches elsewhere is told. */
  readonly search: string;
  readonly onSearch: (text: string) => void;
  readonly busy?: boolean;
  readonly problem?: string | undefined;
  /** Whether there are more than are shown. */
  readonly more?: boolean;
  /** Whether what is typed may become a value. */
  readonly creatable?: boolean;
  readonly invalid?: boolean;
  readonly describedBy?: string | undefined;
  readonly testId?: string;
}

const SHOWN = 200;

/** One value or several of a long list, searched by typing; all by keys. */
export function ValueSelect(props: Props) {
  const { t } = useTranslation();
  const id = useId();
  const { label, options, chosen, onChange, many, placeholder, search, onSearch, creatable, testId } = props;
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const has = (value: Value) => chosen.includes(value);
  const wanted = search.trim().toLowerCase();
  const matching = options.filter((one) => one.label.toLowerCase().includes(wanted));
  const created: readonly Option[] =
    creatable && search.trim() && !options.some((one) => one.label === search.trim())
      ? [{ value: search.trim(), label: search.trim() }]
      : [];
  const listed = [...created, ...matching].slice(0, SHOWN);
  const labelOf = (value: Value) =>
    options.find((one) => one.value === value)?.label ?? (value === null ? t('filters.null') : String(value));

  const show = (next: boolean) => {
    setOpen(next);
    setAt(0);
    if (!next) onSearch('');
  };
  const toggle = (value: Value) => {
    if (!many) {
      onChange(has(value) ? [] : [value]);
      show(false);
      return;
    }
    onChange(has(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  };
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step) {
      event.preventDefault();
      const next = Math.max(0, Math.min(listed.length - 1, at + step));
      setAt(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const option = listed[at];
      if (option) toggle(option.value);
    }
  };
  const names = chosen.map(labelOf);
  return (
    <Popover
      opened={open}
      onChange={show}
      position="bottom-start"
      width={280}
      trapFocus
      returnFocus
      hideDetached={false}
      transitionProps={{ duration: 100 }}
      zIndex={360}
    >
      <Popover.Target>
        <button
          type="button"
          className="input as-button value-select"
          aria-haspopup="listbox"
          aria-expanded={open}
          aria-label={`${label}: ${names.length > 0 ? names.join(', ') : placeholder}`}
          aria-invalid={props.invalid || undefined}
          aria-describedby={props.describedBy}
          title={names.join(', ') || undefined}
          data-testid={testId}
          onClick={() => show(!open)}
        >
          <span className={names.length > 0 ? 'clipped' : 'clipped muted'}>
            {names.length > 0 ? names.join(', ') : placeholder}
          </span>
          {names.length > 1 ? <span className="badge">{names.length}</span> : null}
          <Icon name="down" size={12} />
        </button>
      </Popover.Target>
      <Popover.Dropdown p={0}>
        <div className="value-list">
          <div className="search">
            <Icon name="search" size={14} />
            <input
              className="input"
              role="combobox"
              aria-expanded="true"
              aria-controls={`${id}-list`}
              aria-activedescendant={listed[at] ? `${id}-${at}` : undefined}
              aria-label={t('filters.searchIn', { name: label })}
              placeholder={t('filters.search')}
              value={search}
              data-autofocus
              onChange={(event) => {
                onSearch(event.currentTarget.value);
                setAt(0);
              }}
              onKeyDown={onKey}
            />
          </div>
          {props.busy ? <div className="progress-line" role="progressbar" aria-label={t('filters.searching')} /> : null}
          <ul id={`${id}-list`} role="listbox" aria-label={label} aria-multiselectable={many} tabIndex={-1}>
            {listed.map((option, index) => (
              <li
                key={`${typeof option.value} ${String(option.value)}`}
                id={`${id}-${index}`}
                role="option"
                aria-selected={has(option.value)}
                className={index === at ? 'at' : undefined}
                onPointerMove={() => setAt(index)}
                onClick={() => toggle(option.value)}
              >
                <span className={many ? 'tick' : 'tick round'}>
                  {has(option.value) ? <Icon name="check" size={12} /> : null}
                </span>
                <span className={option.value === null ? 'clipped muted' : 'clipped'}>
                  {created.includes(option) ? t('filters.create', { value: option.label }) : option.label}
                </span>
              </li>
            ))}
          </ul>
          {props.problem ? (
            <p className="note problem" role="alert">
              {props.problem}
            </p>
          ) : listed.length === 0 && !props.busy ? (
            <p className="note" role="status">
              {t('filters.noValues')}
            </p>
          ) : props.more || matching.length > SHOWN ? (
            <p className="note">{t('filters.moreValues')}</p>
          ) : null}
          {many ? (
            <div className="value-foot">
              <button
                type="button"
                className="btn ghost small"
                disabled={chosen.length === 0}
                onClick={() => onChange([])}
              >
                {t('action.clear')}
              </button>
              <button
                type="button"
                className="btn ghost small"
                disabled={matching.length === 0}
                onClick={() => onChange([...new Set([...chosen, ...matching.map(({ value }) => value)])])}
              >
                {t('filters.selectAll')}
              </button>
              <span className="grow" />
              <button type="button" className="btn small" onClick={() => show(false)}>
                {t('filters.done')}
              </button>
            </div>
          ) : null}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
