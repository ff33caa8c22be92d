import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from '../../explore/copyText';
import { count } from '../time';
import { say } from '../toast';
import { CellMenu } from './CellMenu';
import { CellViewer } from './CellViewer';
import { GridHead } from './GridHead';
import { GridRow } from './GridRow';
import { inSight, ROW_HEIGHT, type Window } from './layout';
import type { GridPlace } from './types';
import type { GridState } from './useGrid';
import './grid.css';

const nothing: Window = { top: 0, bottom: 0, left: 0, right: 0 };
const same = (one: Window, other: Window) =>
  one.top === other.top && one.bottom === other.bottom && one.left === other.left && one.right === other.right;

/** A result of any size. Arrow keys move, with Shift they mark; Ctrl C copies what is marked, Enter shows the cell whole. */
export function Grid({ grid, label }: { grid: GridState; label: string }) {
  const { t } = useTranslation();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState(nothing);
  const [viewing, setViewing] = useState<GridPlace>();
  const [menu, setMenu] = useState<{ readonly x: number; readonly y: number }>();
  const { data, rows, columns, view, here, range } = grid;
  const numberWidth = 20 + String(Math.max(rows.length, 1)).length * 8;
  const headHeight = view.filtering ? 62 : 32;
  const last = columns.at(-1);
  const width = (last ? last.left + last.width : 0) + numberWidth;

  const look = () => {
    const box = scroller.current;
    if (!box) return;
    const shown = {
      x: box.scrollLeft,
      y: box.scrollTop,
      width: box.clientWidth,
      height: box.clientHeight - headHeight,
    };
    const next = inSight(columns, rows.length, shown);
    setSight((old) => (same(old, next) ? old : next));
  };
  const latest = useRef(look);
  latest.current = look;
  useLayoutEffect(() => latest.current(), [columns, rows.length, headHeight]);
  // Other rows, or others first: from the top.
  useEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [rows]);
  useEffect(() => {
    const observer = new ResizeObserver(() => latest.current());
    if (scroller.current) observer.observe(scroller.current);
    return () => observer.disconnect();
  }, []);

  const reveal = (at: GridPlace) => {
    const box = scroller.current;
    const placed = columns[at.column];
    if (!box || !placed) return;
    const top = at.row * ROW_HEIGHT;
    const room = box.clientHeight - headHeight;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (top + ROW_HEIGHT > box.scrollTop + room) box.scrollTop = top + ROW_HEIGHT - room;
    if (placed.pinned) return;
    const pinnedTo = columns.filter((one) => one.pinned).reduce((sum, one) => sum + one.width, numberWidth);
    const left = placed.left + numberWidth;
    if (left - pinnedTo < box.scrollLeft) box.scrollLeft = left - pinnedTo;
    else if (left + placed.width > box.scrollLeft + box.clientWidth)
      box.scrollLeft = left + placed.width - box.clientWidth;
  };
  const move = (at: GridPlace, extend: boolean) => {
    grid.go(at, extend);
    reveal({
      row: Math.max(0, Math.min(rows.length - 1, at.row)),
      column: Math.max(0, Math.min(columns.length - 1, at.column)),
    });
  };
  const copy = async () => {
    const cells = range ? (range.bottom - range.top + 1) * (range.right - range.left + 1) : 0;
    const done = await copyText(grid.copied('tsv', cells > 1 && range?.right !== range?.left));
    say(done ? t('grid.cellsCopied', { count: cells, shown: count(cells) }) : t('sql.notCopied'));
  };
  const onKey = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget) return;
    const at = here ?? { row: 0, column: 0 };
    const mod = event.ctrlKey || event.metaKey;
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 300) - headHeight) / ROW_HEIGHT) - 1);
    const go = (row: number, column: number) => move({ row, column }, event.shiftKey);
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => go(mod ? rows.length - 1 : here ? at.row + 1 : 0, at.column),
      ArrowUp: () => go(mod ? 0 : at.row - 1, at.column),
      ArrowRight: () => go(at.row, mod ? columns.length - 1 : here ? at.column + 1 : 0),
      ArrowLeft: () => go(at.row, mod ? 0 : at.column - 1),
      PageDown: () => go(at.row + page, at.column),
      PageUp: () => go(at.row - page, at.column),
      Home: () => go(mod ? 0 : at.row, 0),
      End: () => go(mod ? rows.length - 1 : at.row, columns.length - 1),
      Enter: () => here && setViewing(here),
      Escape: () => here && grid.go(here),
    };
    if (mod && event.key.toLowerCase() === 'c' && range) void copy();
    else if (mod && event.key.toLowerCase() === 'a')
      grid.mark({ row: 0, column: 0 }, { row: rows.length - 1, column: columns.length - 1 });
    else if (moves[event.key] && !event.altKey) moves[event.key]?.();
    else return;
    event.preventDefault();
  };

  const placeOf = (event: MouseEvent): GridPlace | undefined => {
    const target = event.target instanceof Element ? event.target : undefined;
    const row = target?.closest<HTMLElement>('[data-row]')?.dataset['row'];
    const column = target?.closest<HTMLElement>('[data-column]')?.dataset['column'];
    return row === undefined ? undefined : { row: Number(row), column: Number(column ?? -1) };
  };
  const dragging = useRef(false);
  const onDown = (event: MouseEvent<HTMLDivElement>) => {
    const at = placeOf(event);
    if (!at) return;
    const within =
      range && at.row >= range.top && at.row <= range.bottom && at.column >= range.left && at.column <= range.right;
    if (event.button === 2 && within) return;
    event.preventDefault();
    scroller.current?.focus({ preventScroll: true });
    if (at.column < 0)
      grid.mark(
        { row: event.shiftKey ? (here?.row ?? at.row) : at.row, column: 0 },
        { row: at.row, column: columns.length - 1 },
      );
    else grid.go(at, event.shiftKey);
    dragging.current = event.button === 0;
    window.addEventListener('mouseup', () => (dragging.current = false), { once: true });
  };
  const onMove = (event: MouseEvent<HTMLDivElement>) => {
    if (!dragging.current) return;
    const at = placeOf(event);
    if (at && at.column >= 0 && (at.row !== here?.row || at.column !== here.column)) grid.go(at, true);
  };

  const drawn = Array.from({ length: Math.max(0, sight.bottom - sight.top) }, (_, index) => sight.top + index);
  const heads = columns.flatMap((placed, index) =>
    placed.pinned || (index >= sight.left && index < sight.right) ? [{ placed, index }] : [],
  );
  return (
    <>
      <div
        ref={scroller}
        className="grid scroll"
        role="grid"
        // Columns stand as the statement wrote them, also where pages are read from the right.
        dir="ltr"
        tabIndex={0}
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable="true"
        aria-activedescendant={here ? `${id}-${here.row}-${here.column}` : undefined}
        data-testid="grid"
        onScroll={look}
        onKeyDown={onKey}
        onMouseDown={onDown}
        onMouseMove={onMove}
        onDoubleClick={(event) => {
          const at = placeOf(event);
          if (at && at.column >= 0) setViewing(at);
        }}
        onContextMenu={(event) => {
          if (!placeOf(event)) return;
          event.preventDefault();
          setMenu({ x: event.clientX, y: event.clientY });
        }}
      >
        <div className="grid-heads" role="row" aria-rowindex={1} style={{ width, height: headHeight }}>
          <div role="columnheader" aria-colindex={1} className="grid-number" style={{ width: numberWidth }}>
            <span className="hidden-visually">{t('grid.rowNumber')}</span>
          </div>
          {heads.map(({ placed, index }) => (
            <GridHead key={placed.column} grid={grid} index={index} placed={placed} numberWidth={numberWidth} />
          ))}
        </div>
        <div className="grid-rows" role="rowgroup" style={{ width, height: rows.length * ROW_HEIGHT }}>
          {drawn.map((place) => {
            const marked = range && place >= range.top && place <= range.bottom;
            return (
              <GridRow
                key={place}
                id={id}
                data={data}
                columns={columns}
                writers={grid.writers}
                place={place}
                row={rows[place] ?? 0}
                numberWidth={numberWidth}
                left={sight.left}
                right={sight.right}
                markFrom={marked ? range.left : -1}
                markTo={marked ? range.right : -2}
                at={here?.row === place ? here.column : -1}
              />
            );
          })}
        </div>
      </div>
      {menu ? (
        <CellMenu grid={grid} at={menu} onClose={() => setMenu(undefined)} onView={() => here && setViewing(here)} />
      ) : null}
      {viewing ? <CellViewer grid={grid} at={viewing} onGo={setViewing} onClose={() => setViewing(undefined)} /> : null}
    </>
  );
}
