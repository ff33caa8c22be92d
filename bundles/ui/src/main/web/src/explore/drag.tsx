import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import type { FormValues } from '../api/types';
import type { AdhocFilter, ColumnValue, Metric } from './form';

/** What is under way from the data panel or from one well to another. */
export type Carried =
  | { readonly kind: 'column'; readonly column: ColumnValue }
  | { readonly kind: 'metric'; readonly metric: Metric }
  | { readonly kind: 'filter'; readonly filter: AdhocFilter }
  | { readonly kind: 'other'; readonly value: unknown };

export interface Drag {
  readonly what: Carried;
  /** The well it comes from, and its place there. */
  readonly from?: { readonly control: string; readonly index: number } | undefined;
}

interface Dragging {
  readonly drag: Drag | undefined;
  readonly begin: (drag: Drag) => void;
  readonly end: () => void;
  /** Gives a control its new value and takes what was dragged out of where it came from. */
  readonly drop: (control: string, value: unknown) => void;
}

const none: Dragging = { drag: undefined, begin: () => undefined, end: () => undefined, drop: () => undefined };
const DragContext = createContext<Dragging>(none);

export const useDrag = (): Dragging => useContext(DragContext);

export const without = (value: unknown, index: number): unknown =>
  Array.isArray(value) ? value.filter((_, other) => other !== index) : null;

/** What was at one place stands at another; a place behind the end is the end. */
export function moved<T>(items: readonly T[], from: number, to: number): readonly T[] {
  const item = items[from];
  if (item === undefined || from === to) return items;
  const rest = items.filter((_, index) => index !== from);
  const place = Math.max(0, Math.min(to, rest.length));
  return [...rest.slice(0, place), item, ...rest.slice(place)];
}

export const inserted = <T,>(items: readonly T[], item: T, at: number): readonly T[] => [
  ...items.slice(0, at),
  item,
  ...items.slice(at),
];

interface Props {
  readonly form: FormValues;
  readonly onChange: (changes: FormValues) => void;
  readonly children: ReactNode;
}

export function DragArea({ form, onChange, children }: Props) {
  const [drag, setDrag] = useState<Drag>();
  const dragging = useMemo<Dragging>(
    () => ({
      drag,
      begin: setDrag,
      end: () => setDrag(undefined),
      drop: (control, value) => {
        const from = drag?.from;
        const source =
          from && from.control !== control ? { [from.control]: without(form[from.control], from.index) } : {};
        onChange({ ...source, [control]: value });
        setDrag(undefined);
      },
    }),
    [drag, form, onChange],
  );
  return <DragContext value={dragging}>{children}</DragContext>;
}
