import { useEffect, useMemo, useRef, useState, type ReactNode, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon';
import { Popover } from '../../ui/overlays';
import { useFilterSnapshot } from './context';
import { CrossChips } from './CrossChips';
import { FilterActions } from './FilterActions';
import { FilterField } from './FilterField';
import { isFilter, type FilterItem, type NativeFilter } from './model';

interface Props {
  /** The dashboard's time range, where no filter is about it. */
  readonly time: ReactNode;
  /** The door to the dialogs, for those who may change the dashboard. */
  readonly settings: ReactNode;
  readonly horizontal: boolean;
  readonly known: boolean;
  readonly expanded: boolean;
}

/** Filters that reach a chart on the page, and those that do not now. */
function useItems(known: boolean) {
  const { setup, shown } = useFilterSnapshot();
  return useMemo(() => {
    if (!known) return { inside: [], outside: [] };
    const reaches = ({ id }: FilterItem) => [...(setup.reach.get(id) ?? [])].some((chart) => shown.has(chart));
    const outside = shown.size === 0 ? [] : setup.filters.filter((one) => !reaches(one));
    const out = new Set<string>(outside.map(({ id }) => id));
    return { inside: setup.items.filter(({ id }) => !out.has(id)), outside };
  }, [setup, shown, known]);
}

export function FilterBar(props: Props) {
  const { setup } = useFilterSnapshot();
  return props.horizontal || setup.items.length === 0 ? <HorizontalBar {...props} /> : <VerticalBar {...props} />;
}

const Item = ({ item }: { item: FilterItem }) =>
  item.kind === 'filter' ? (
    <FilterField filter={item} />
  ) : (
    <div className="filter-divider">
      <h3>{item.name}</h3>
      {item.description ? <p>{item.description}</p> : null}
    </div>
  );

function OutOfScope({ filters }: { filters: readonly NativeFilter[] }) {
  const { t } = useTranslation();
  if (filters.length === 0) return null;
  return (
    <details className="out-of-scope" data-testid="out-of-scope">
      <summary>{t('filters.outOfScope', { count: filters.length })}</summary>
      <p className="hint">{t('filters.outOfScopeText')}</p>
      {filters.map((filter) => (
        <FilterField key={filter.id} filter={filter} />
      ))}
    </details>
  );
}

const [LEAST, USUAL, MOST] = [220, 260, 480];
const STORE = 'karavel.filterbar';
const remembered = (): number => {
  try {
    const width = Number(localStorage.getItem(STORE));
    return width >= LEAST && width <= MOST ? width : USUAL;
  } catch {
    return USUAL;
  }
};

function VerticalBar({ time, settings, expanded, known }: Props) {
  const { t } = useTranslation();
  const { setup } = useFilterSnapshot();
  const { inside, outside } = useItems(known);
  const [open, setOpen] = useState(expanded);
  const [width, setWidth] = useState(remembered);
  const from = useRef<{ x: number; width: number } | undefined>(undefined);
  const resize = (next: number) => {
    const held = Math.round(Math.min(MOST, Math.max(LEAST, next)));
    setWidth(held);
    try {
      localStorage.setItem(STORE, String(held));
    } catch {
      // it lasts as long as the page
    }
  };
  const drag = {
    onPointerDown: (event: PointerEvent<HTMLDivElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      from.current = { x: event.clientX, width };
    },
    onPointerMove: (event: PointerEvent<HTMLDivElement>) => {
      if (from.current) resize(from.current.width + event.clientX - from.current.x);
    },
    onPointerUp: () => {
      from.current = undefined;
    },
    onKeyDown: (event: KeyboardEvent) => {
      const step = event.key === 'ArrowRight' ? 16 : event.key === 'ArrowLeft' ? -16 : 0;
      if (!step) return;
      event.preventDefault();
      resize(width + step);
    },
  };
  if (!open) {
    return (
      <aside className="filter-panel folded" aria-label={t('filters.title')}>
        <button
          type="button"
          className="btn icon-only ghost"
          aria-label={t('filters.unfold')}
          aria-expanded={false}
          data-testid="filters-unfold"
          onClick={() => setOpen(true)}
        >
          <Icon name="filter" />
        </button>
        {setup.filters.length > 0 ? <span className="badge">{setup.filters.length}</span> : null}
      </aside>
    );
  }
  return (
    <aside className="filter-panel" style={{ width }} aria-label={t('filters.title')} data-testid="filter-bar">
      <header>
        <h2>{t('filters.title')}</h2>
        <span className="grow" />
        {settings}
        <button
          type="button"
          className="btn small icon-only ghost"
          aria-label={t('filters.fold')}
          aria-expanded
          data-testid="filters-fold"
          onClick={() => setOpen(false)}
        >
          <Icon name="left" size={14} />
        </button>
      </header>
      <div className="filter-items">
        <CrossChips />
        {time}
        {inside.map((item) => (
          <Item key={item.id} item={item} />
        ))}
        <OutOfScope filters={outside} />
      </div>
      <FilterActions />
      <div
        className="filter-edge"
        role="separator"
        aria-orientation="vertical"
        aria-label={t('filters.resize')}
        aria-valuenow={width}
        aria-valuemin={LEAST}
        aria-valuemax={MOST}
        tabIndex={0}
        {...drag}
      />
    </aside>
  );
}

const ROOM = 208;
const RESERVED = 340;

function HorizontalBar({ time, settings, known }: Props) {
  const { t } = useTranslation();
  const { setup } = useFilterSnapshot();
  const { inside, outside } = useItems(known);
  const bar = useRef<HTMLElement>(null);
  const [room, setRoom] = useState(4);
  useEffect(() => {
    const box = bar.current;
    if (!box) return undefined;
    const measure = () => setRoom(Math.max(1, Math.floor((box.clientWidth - RESERVED) / ROOM)));
    const observer = new ResizeObserver(measure);
    measure();
    observer.observe(box);
    return () => observer.disconnect();
  }, []);
  const filters = inside.filter(isFilter);
  const [first, rest] = [filters.slice(0, room), filters.slice(room)];
  const hidden = rest.length + outside.length;
  return (
    <section className="filters filters-across" ref={bar} aria-label={t('filters.title')} data-testid="filter-bar">
      {time}
      {first.map((filter) => (
        <FilterField key={filter.id} filter={filter} compact />
      ))}
      {hidden > 0 ? (
        <Popover
          position="bottom-end"
          width={320}
          trapFocus
          returnFocus
          zIndex={200}
          transitionProps={{ duration: 100 }}
        >
          <Popover.Target>
            <button type="button" className="btn small" data-testid="more-filters">
              {t('filters.more', { count: hidden })}
              <Icon name="down" size={12} />
            </button>
          </Popover.Target>
          <Popover.Dropdown>
            <div className="filter-items within">
              {rest.map((item) => (
                <Item key={item.id} item={item} />
              ))}
              <OutOfScope filters={outside} />
            </div>
          </Popover.Dropdown>
        </Popover>
      ) : null}
      <CrossChips />
      {setup.filters.length > 0 ? <FilterActions /> : null}
      {settings}
    </section>
  );
}
