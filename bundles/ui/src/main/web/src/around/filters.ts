import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { Page } from '../api/types';
import type { ListFilter } from '../lists/useListState';

interface Related {
  readonly result: readonly { readonly text: string; readonly value: number }[];
}

interface Option {
  readonly value: string;
  readonly label: string;
}

export function useRelated(kind: string, column: string): readonly Option[] {
  const found = useQuery({
    queryKey: ['related', kind, column],
    staleTime: 60_000,
    queryFn: ({ signal }) => api<Related>(`/api/v1/${kind}/related/${column}`, { signal }),
  });
  return (found.data?.result ?? []).map(({ text, value }) => ({ value: String(value), label: text }));
}

const many = encodeURIComponent(JSON.stringify({ page_size: 500, order_column: 'name', order_direction: 'asc' }));

function useTagOptions(): readonly Option[] {
  const tags = useQuery({
    queryKey: ['tag', 'options'],
    staleTime: 30_000,
    queryFn: ({ signal }) => api<Page<{ id: number; name: string }>>(`/api/v1/tag/?q=${many}`, { signal }),
  });
  return (tags.data?.result ?? []).map(({ id, name }) => ({ value: String(id), label: name }));
}

/** Names of datasets or databases, to filter by. */
export function useNames(kind: 'dataset' | 'database', column: string): readonly Option[] {
  const q = encodeURIComponent(JSON.stringify({ page_size: 500, order_column: column, order_direction: 'asc' }));
  const names = useQuery({
    queryKey: [kind, 'options'],
    staleTime: 30_000,
    queryFn: ({ signal }) => api<Page<{ id: number } & Record<string, unknown>>>(`/api/v1/${kind}/?q=${q}`, { signal }),
  });
  return (names.data?.result ?? []).map((row) => ({ value: String(row.id), label: String(row[column]) }));
}

/** Filters that several lists share. */
export function useCommonFilters(kind: 'dashboard' | 'chart' | 'dataset'): readonly ListFilter[] {
  const { t } = useTranslation();
  const people = useRelated(kind === 'dataset' ? 'dashboard' : kind, 'owners');
  const tags = useTagOptions();
  const yesNo = [
    { value: 'yes', label: t('around.filters.yes') },
    { value: 'no', label: t('around.filters.no') },
  ];
  const owner: ListFilter = {
    key: 'owner',
    title: t('around.filters.owner'),
    options: people,
    toFilter: (value) => ({ col: 'owners', opr: 'rel_m_m', value: Number(value) }),
  };
  const creator: ListFilter = {
    key: 'creator',
    title: t('around.filters.creator'),
    options: people,
    toFilter: (value) => ({ col: 'created_by', opr: 'rel_o_m', value: Number(value) }),
  };
  const tag: ListFilter = {
    key: 'tag',
    title: t('around.filters.tag'),
    options: tags,
    toFilter: (value) => ({ col: 'tags', opr: `${kind}_tag_id`, value: Number(value) }),
  };
  if (kind === 'dataset') return [owner, creator, tag];
  return [
    owner,
    creator,
    tag,
    {
      key: 'favorite',
      title: t('around.filters.favorite'),
      options: yesNo,
      toFilter: (value) => ({ col: 'id', opr: `${kind}_is_favorite`, value: value === 'yes' }),
    },
    {
      key: 'certified',
      title: t('around.filters.certified'),
      options: yesNo,
      toFilter: (value) => ({ col: 'id', opr: `${kind}_is_certified`, value: value === 'yes' }),
    },
  ];
}
