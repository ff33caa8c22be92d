import { Popover } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { colorsOf, schemeOf, schemes, type Scheme } from '../../chart/schemes';
import { useMode } from '../../style/theme';
import { Icon } from '../../ui/Icon';
import './colorScheme.css';

interface Props {
  readonly id: string;
  readonly title: string;
  readonly value: unknown;
  readonly kind: 'categorical' | 'linear';
  readonly onChange: (value: string) => void;
}

/** Colour schemes as what they look like, with a mark for those that are told apart with colour blindness. */
export function ColorSchemeField({ id, title, value, kind, onChange }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const chosen = schemeOf(value);
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      withRoles={false}
      position="bottom-start"
      width={320}
      trapFocus
      returnFocus
      transitionProps={{ duration: 100 }}
      zIndex={150}
    >
      <Popover.Target>
        <button
          id={id}
          type="button"
          className="input as-button scheme"
          aria-haspopup="listbox"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          data-testid="color-scheme"
        >
          {chosen ? (
            <SchemeRow scheme={chosen} />
          ) : (
            <span>{t('explore.scheme.unknown', { name: String(value ?? '–') })}</span>
          )}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        {open ? (
          <SchemeList
            title={title}
            kind={kind}
            chosen={chosen?.id}
            onPick={(picked) => {
              onChange(picked);
              setOpen(false);
            }}
          />
        ) : null}
      </Popover.Dropdown>
    </Popover>
  );
}

interface ListProps {
  readonly title: string;
  readonly kind: Props['kind'];
  readonly chosen: string | undefined;
  readonly onPick: (id: string) => void;
}

const fits = (scheme: Scheme, kind: Props['kind']) => (scheme.kind === 'categorical') === (kind === 'categorical');

function SchemeList({ title, kind, chosen, onPick }: ListProps) {
  const { t } = useTranslation();
  const list = useId();
  const [search, setSearch] = useState('');
  const [onlySafe, setOnlySafe] = useState(false);
  const wanted = search.trim().toLowerCase();
  const found = schemes.filter(
    (one) =>
      fits(one, kind) &&
      (!onlySafe || one.safe) &&
      (one.title.toLowerCase().includes(wanted) || one.id.toLowerCase().includes(wanted)),
  );
  const [at, setAt] = useState(() => found.findIndex((one) => one.id === chosen));
  const here = Math.max(0, Math.min(at, found.length - 1));
  const move = (key: string) => {
    if (key === 'ArrowDown') setAt(Math.min(here + 1, found.length - 1));
    else if (key === 'ArrowUp') setAt(Math.max(here - 1, 0));
    else if (key === 'Enter' && found[here]) onPick(found[here].id);
    else return false;
    return true;
  };
  return (
    <div className="pick schemes">
      <input
        className="input"
        data-autofocus
        role="combobox"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={found[here] ? `${list}-${found[here].id}` : undefined}
        aria-label={title}
        placeholder={t('explore.scheme.search')}
        value={search}
        onChange={(event) => {
          setSearch(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={(event) => move(event.key) && event.preventDefault()}
      />
      <label className="check">
        <input type="checkbox" checked={onlySafe} onChange={(event) => setOnlySafe(event.currentTarget.checked)} />
        {t('explore.scheme.onlySafe')}
      </label>
      <ul id={list} role="listbox" aria-label={title} className="scroll">
        {found.map((one, index) => (
          <li
            key={one.id}
            id={`${list}-${one.id}`}
            role="option"
            aria-selected={index === here}
            data-scheme={one.id}
            ref={(element) => void (index === here && element?.scrollIntoView({ block: 'nearest' }))}
            onMouseMove={() => setAt(index)}
            onClick={() => onPick(one.id)}
          >
            <SchemeRow scheme={one} />
          </li>
        ))}
      </ul>
      {found.length === 0 ? <p className="muted none">{t('list.noMatch', { search })}</p> : null}
    </div>
  );
}

function SchemeRow({ scheme }: { scheme: Scheme }) {
  const { t } = useTranslation();
  const mode = useMode();
  const colors = colorsOf(scheme, mode).slice(0, 10);
  const gap = scheme.kind === 'categorical' ? 1 : 0;
  const width = 100 / colors.length;
  return (
    <>
      <svg className="swatches" viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">
        {colors.map((color, index) => (
          <rect
            key={index}
            x={index * width}
            width={width - gap}
            height="14"
            fill={color}
            shapeRendering="crispEdges"
          />
        ))}
      </svg>
      <span className="scheme-title">{scheme.title}</span>
      {scheme.safe ? (
        <span className="scheme-safe" title={t('explore.scheme.safe')} role="img" aria-label={t('explore.scheme.safe')}>
          <Icon name="eye" size={13} />
        </span>
      ) : null}
    </>
  );
}
