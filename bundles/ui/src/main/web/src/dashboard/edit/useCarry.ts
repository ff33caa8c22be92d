import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type PointerEvent as ReactPointerEvent,
  type RefObject,
} from 'react';
import { markOf, placeAt, tabKey, type Box, type Boxes } from './geometry';
import { placeOf, placesFor, type Carried, type Place } from './rules';
import { childrenOf, parentOf, pathTo, typeOf, type Tree } from './tree';

const NEAR = 5;
const OPENS_AFTER = 500;
const SCROLL_ZONE = 60;

/** What is under way, and where it would land now. */
export interface Carry {
  readonly carried: Carried;
  readonly name: string;
  readonly way: 'pointer' | 'keys';
  readonly place: Place | undefined;
  readonly x: number;
  readonly y: number;
}

interface Options {
  readonly board: RefObject<HTMLElement | null>;
  readonly tree: Tree;
  readonly onDrop: (carried: Carried, place: Place) => void;
  readonly openTab: (tabs: string, tab: string) => void;
  /** Words for those who do not see it. */
  readonly onCarry: (carry: Carry, event: 'up' | 'move' | 'drop' | 'cancel') => void;
}

function boxesOf(board: HTMLElement | null): Boxes {
  const boxes = new Map<string, Box>();
  board?.querySelectorAll<HTMLElement>('[data-node], [data-tab]').forEach((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const { node, tab } = element.dataset;
    if (right > left) boxes.set(tab === undefined ? (node ?? '') : tabKey(tab), { left, top, right, bottom });
  });
  return boxes;
}

const same = (a: Place | undefined, b: Place | undefined) => a?.parent === b?.parent && a?.index === b?.index;

/** Moving things on the board, by pointer or by keys, with one idea of where they may land. */
export function useCarry(options: Options) {
  const latest = useRef(options);
  latest.current = options;
  const [carry, setCarry] = useState<Carry>();
  const now = useRef<Carry>(undefined);
  const [mark, setMark] = useState<Box>();
  const set = useCallback((next: Carry | undefined) => {
    now.current = next;
    setCarry(next);
  }, []);

  const end = useCallback(
    (drop: boolean) => {
      const last = now.current;
      if (!last) return;
      set(undefined);
      const landed = drop && last.place !== undefined;
      latest.current.onCarry(last, landed ? 'drop' : 'cancel');
      if (landed && last.place) latest.current.onDrop(last.carried, last.place);
    },
    [set],
  );

  const beginPointer = useCallback(
    (event: ReactPointerEvent, carried: Carried, name: string) => {
      if (event.button !== 0 || now.current) return;
      const start = { x: event.clientX, y: event.clientY };
      let waiting: ReturnType<typeof setTimeout> | undefined;
      let over: string | undefined;
      const onMove = ({ clientX: x, clientY: y }: PointerEvent) => {
        if (!now.current && Math.hypot(x - start.x, y - start.y) < NEAR) return;
        const { board, tree, openTab } = latest.current;
        const place = placeAt(tree, boxesOf(board.current), { x, y }, carried);
        if (!now.current) {
          const up: Carry = { carried, name, way: 'pointer', place, x, y };
          set(up);
          latest.current.onCarry(up, 'up');
        } else set({ ...now.current, place, x, y });
        if (y < SCROLL_ZONE) window.scrollBy(0, -18);
        if (y > window.innerHeight - SCROLL_ZONE) window.scrollBy(0, 18);
        const tab = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-tab]')?.dataset['tab'];
        if (tab !== over) {
          clearTimeout(waiting);
          over = tab;
          const tabs = tab === undefined ? undefined : parentOf(tree, tab);
          if (tab !== undefined && tabs !== undefined) waiting = setTimeout(() => openTab(tabs, tab), OPENS_AFTER);
        }
      };
      const leave = () => {
        clearTimeout(waiting);
        window.removeEventListener('pointermove', onMove);
        window.removeEventListener('pointerup', onUp);
        window.removeEventListener('pointercancel', onCancel);
        window.removeEventListener('keydown', onKey, true);
      };
      const onUp = () => {
        leave();
        if (!now.current) return;
        // the click that ends a move is none
        window.addEventListener('click', (click) => click.stopPropagation(), { capture: true, once: true });
        setTimeout(() => end(true));
      };
      const onCancel = () => {
        leave();
        end(false);
      };
      const onKey = (key: KeyboardEvent) => {
        if (key.key !== 'Escape' || !now.current) return;
        key.preventDefault();
        key.stopPropagation();
        onCancel();
      };
      window.addEventListener('pointermove', onMove);
      window.addEventListener('pointerup', onUp);
      window.addEventListener('pointercancel', onCancel);
      window.addEventListener('keydown', onKey, true);
    },
    [set, end],
  );

  const show = useCallback((place: Place | undefined) => {
    const { tree, openTab } = latest.current;
    if (!place) return;
    for (const id of [...pathTo(tree, place.parent), place.parent]) {
      const tabs = typeOf(tree, id) === 'TAB' ? parentOf(tree, id) : undefined;
      if (tabs !== undefined) openTab(tabs, id);
    }
  }, []);

  const beginKeys = useCallback(
    (carried: Carried, name: string) => {
      const { tree } = latest.current;
      const places = placesFor(tree, carried);
      const here = carried.kind === 'node' ? placeOf(tree, carried.id) : places.at(-1);
      const place = places.find((one) => same(one, here)) ?? places[0];
      const up: Carry = { carried, name, way: 'keys', place, x: 0, y: 0 };
      set(up);
      show(place);
      latest.current.onCarry(up, 'up');
    },
    [set, show],
  );

  const byKeys = carry?.way === 'keys';
  useEffect(() => {
    if (!byKeys) return undefined;
    const onKey = (event: KeyboardEvent) => {
      const { current } = now;
      if (!current) return;
      const forth = event.key === 'ArrowDown' || event.key === 'ArrowRight';
      const back = event.key === 'ArrowUp' || event.key === 'ArrowLeft';
      event.preventDefault();
      event.stopPropagation();
      if (forth || back) {
        const places = placesFor(latest.current.tree, current.carried);
        const at = places.findIndex((place) => same(place, current.place));
        const place = places[Math.max(0, Math.min(places.length - 1, at + (forth ? 1 : -1)))];
        const next = { ...current, place };
        set(next);
        show(place);
        latest.current.onCarry(next, 'move');
      } else if (event.key === 'Enter' || event.key === ' ') end(true);
      else if (event.key === 'Escape' || event.key === 'Tab') end(false);
    };
    const onPointer = () => end(false);
    window.addEventListener('keydown', onKey, true);
    window.addEventListener('pointerdown', onPointer, true);
    return () => {
      window.removeEventListener('keydown', onKey, true);
      window.removeEventListener('pointerdown', onPointer, true);
    };
  }, [byKeys, set, end, show]);

  const { place } = carry ?? {};
  useEffect(() => {
    if (!place) {
      setMark(undefined);
      return undefined;
    }
    const measure = () => setMark(markOf(latest.current.tree, boxesOf(latest.current.board.current), place));
    if (now.current?.way === 'keys') {
      const near = childrenOf(latest.current.tree, place.parent)[place.index] ?? place.parent;
      latest.current.board.current
        ?.querySelector(`[data-node="${CSS.escape(near)}"]`)
        ?.scrollIntoView?.({ block: 'nearest' });
    }
    measure();
    const again = requestAnimationFrame(measure);
    window.addEventListener('scroll', measure, true);
    return () => {
      cancelAnimationFrame(again);
      window.removeEventListener('scroll', measure, true);
    };
  }, [place?.parent, place?.index, carry === undefined]);

  return { carry, mark, beginPointer, beginKeys };
}
