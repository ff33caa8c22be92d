import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';

export interface Layer {
  readonly id: number;
  readonly version?: number;
  readonly name: string;
  readonly descr: string | null;
  readonly changed_on_utc?: string | null;
}

export interface Annotation {
  readonly id: number;
  readonly version?: number;
  readonly short_descr: string;
  readonly long_descr: string | null;
  /** ISO without a zone: UTC. */
  readonly start_dttm: string;
  readonly end_dttm: string;
  readonly json_metadata: string | null;
  readonly changed_on_utc?: string | null;
}

const LAYERS = '/api/v1/annotation_layer/';
const MOST = 100;
const asked = (order: string, direction: 'asc' | 'desc', page: number) =>
  `?q=${encodeURIComponent(JSON.stringify({ page, page_size: MOST, order_column: order, order_direction: direction }))}`;

/** Every one there is: layers are few, and their annotations are looked through by eye. */
async function all<T>(path: string, order: string, direction: 'asc' | 'desc'): Promise<readonly T[]> {
  const found: T[] = [];
  for (let page = 0; ; page++) {
    const { result, count } = await api<{ result: readonly T[]; count: number }>(path + asked(order, direction, page));
    found.push(...result);
    if (result.length === 0 || found.length >= count) return found;
  }
}

export const annotationsPath = (layer: number) => `${LAYERS}${layer}/annotation/`;
export const layersPath = LAYERS;

export const useLayers = () =>
  useQuery({ queryKey: ['annotation_layer', 'all'], queryFn: () => all<Layer>(LAYERS, 'name', 'asc') });

export const useLayer = (id: number) =>
  useQuery({
    queryKey: ['annotation_layer', id],
    queryFn: async () => (await api<{ result: Layer }>(`${LAYERS}${id}`)).result,
  });

export const useAnnotations = (layer: number) =>
  useQuery({
    queryKey: ['annotation_layer', layer, 'annotations'],
    queryFn: () => all<Annotation>(annotationsPath(layer), 'start_dttm', 'desc'),
  });

/** Whether the reader may change layers; the server decides anew each time. */
export function useMayWrite(): boolean {
  const { data } = useQuery({
    queryKey: ['annotation_layer', 'rights'],
    queryFn: () => api<{ permissions: readonly string[] }>(`${LAYERS}_info`),
    staleTime: 60_000,
  });
  return data?.permissions.includes('can_write') ?? false;
}

/** Saves or deletes below a path; charts that show layers ask anew. */
export function useAnnotationWork(path: string) {
  const client = useQueryClient();
  const settle = () => client.invalidateQueries({ queryKey: ['annotation_layer'] });
  const save = useMutation({
    mutationFn: ({ id, body }: { readonly id: number | undefined; readonly body: unknown }) =>
      api(id === undefined ? path : `${path}${id}`, { method: id === undefined ? 'POST' : 'PUT', body }),
    onSuccess: settle,
  });
  const remove = useMutation({
    mutationFn: (id: number) => api(`${path}${id}`, { method: 'DELETE' }),
    onSuccess: settle,
  });
  return { save, remove };
}
