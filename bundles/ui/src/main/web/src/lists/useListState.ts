import { useDebouncedValue } from '@mantine/hooks';
import { useCallback, useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Filter, ListQuery } from '../api/queries';

export const PAGE_SIZE = 25;

interface Options {
  readonly searchColumn: string;
  readonly searchOperator: string;
  readonly order: string;
  readonly direction?: 'asc' | 'desc';
  readonly filters?: readonly ListFilter[];
  /** What the page is about, whatever is chosen. */
  readonly always?: readonly Filter[];
}

export interface ListFilter {
  /** In the address. */
  readonly key: string;
  readonly title: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly toFilter: (value: string) => Filter;
}

/** Search, order and page of a list live in the address: shareable, and kept by the back button. */
export function useListState({
  searchColumn,
  searchOperator,
  order,
  direction = 'desc',
  filters = [],
  always = [],
}: Options) {
  const [params, setParams] = useSearchParams();
  const [search, setSearch] = useState(params.get('search') ?? '');
  const [settled] = useDebouncedValue(search.trim(), 200);
  const column = params.get('sort') ?? order;
  const way =
    params.get('dir') === 'asc' || params.get('dir') === 'desc' ? (params.get('dir') as 'asc' | 'desc') : direction;
  const page = Math.max(0, Number(params.get('page') ?? 1) - 1) || 0;

  const set = useCallback(
    (changes: Readonly<Record<string, string | undefined>>) =>
      setParams(
        (old) => {
          const next = new URLSearchParams(old);
          for (const [name, value] of Object.entries(changes)) {
            if (value) next.set(name, value);
            else next.delete(name);
          }
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );

  const inAddress = params.get('search') ?? '';
  useEffect(() => {
    if (settled !== inAddress) set({ search: settled, page: undefined });
  }, [settled, inAddress, set]);

  const chosen = filters.flatMap(({ key, toFilter }) => {
    const value = params.get(key);
    return value ? [toFilter(value)] : [];
  });
  const conditions = [
    ...always,
    ...(settled ? [{ col: searchColumn, opr: searchOperator, value: settled }] : []),
    ...chosen,
  ];
  const clear = () => {
    setSearch('');
    set({ search: undefined, page: undefined, ...Object.fromEntries(filters.map(({ key }) => [key, undefined])) });
  };
  const query: ListQuery = {
    ...(conditions.length > 0 ? { filters: conditions } : {}),
    order_column: column,
    order_direction: way,
    page,
    page_size: PAGE_SIZE,
  };
  const sortBy = (next: string, first: 'asc' | 'desc') =>
    set({ sort: next, dir: next === column ? (way === 'asc' ? 'desc' : 'asc') : first, page: undefined });
  const turnTo = (next: number) => set({ page: next > 0 ? String(next + 1) : undefined });
  return {
    query,
    search,
    setSearch,
    settled,
    filtered: chosen.length > 0,
    clear,
    sort: { column, way, sortBy },
    page,
    turnTo,
    params,
    set,
  };
}
