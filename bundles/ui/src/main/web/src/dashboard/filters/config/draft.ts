import { readItem, type FilterItem, type FilterType, type Raw } from '../model';
import { canonical } from '../state';

/** Filters while they are edited, as they will be saved. */
export type Draft = readonly Raw[];

const random = () => Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(36)).join('');

export const idOf = (raw: Raw): string => String(raw['id']);

export const newFilter = (name: string, type: FilterType = 'filter_select', datasetId?: number): Raw => ({
  id: `NATIVE_FILTER-${random()}`,
  name,
  filterType: type,
  targets: [datasetId === undefined ? {} : { datasetId }],
  controlValues: type === 'filter_select' ? { multiSelect: true, enableEmptyFilter: false, sortAscending: true } : {},
  defaultDataMask: { extraFormData: {}, filterState: {} },
  cascadeParentIds: [],
  scope: { rootPath: ['ROOT_ID'], excluded: [] },
  type: 'NATIVE_FILTER',
  description: '',
});

export const newDivider = (title: string): Raw => ({
  id: `NATIVE_FILTER_DIVIDER-${random()}`,
  type: 'DIVIDER',
  title,
  description: '',
  scope: { rootPath: ['ROOT_ID'], excluded: [] },
});

export function copied(
  draft: Draft,
  id: string,
  name: (name: string) => string,
): { readonly draft: Draft; readonly id: string } {
  const at = draft.findIndex((one) => idOf(one) === id);
  const from = draft[at];
  if (!from) return { draft, id };
  const divider = from['type'] === 'DIVIDER';
  const fresh = idOf(divider ? newDivider('') : newFilter(''));
  const label = divider ? 'title' : 'name';
  const copy = { ...from, id: fresh, [label]: name(String(from[label] ?? '')) };
  return { draft: [...draft.slice(0, at + 1), copy, ...draft.slice(at + 1)], id: fresh };
}

export const changed = (draft: Draft, id: string, patch: Raw): Draft =>
  draft.map((one) => (idOf(one) === id ? { ...one, ...patch } : one));

/** Without one, and without what depended on it. */
export const removed = (draft: Draft, id: string): Draft =>
  draft
    .filter((one) => idOf(one) !== id)
    .map((one) => {
      const parents = one['cascadeParentIds'];
      return Array.isArray(parents) && parents.includes(id)
        ? { ...one, cascadeParentIds: parents.filter((parent) => parent !== id) }
        : one;
    });

export function moved(draft: Draft, id: string, to: number): Draft {
  const item = draft.find((one) => idOf(one) === id);
  if (!item) return draft;
  const others = draft.filter((one) => idOf(one) !== id);
  const at = Math.max(0, Math.min(others.length, to));
  return [...others.slice(0, at), item, ...others.slice(at)];
}

/** Filters of the same dashboard that a filter may depend on: not itself, and none that depends on it. */
export function possibleParents(draft: Draft, id: string): readonly FilterItem[] {
  const parents = (raw: Raw | undefined): readonly string[] =>
    Array.isArray(raw?.['cascadeParentIds']) ? (raw['cascadeParentIds'] as readonly string[]) : [];
  const above = (one: string, seen: ReadonlySet<string>): boolean =>
    one === id ||
    parents(draft.find((raw) => idOf(raw) === one)).some(
      (parent) => !seen.has(parent) && above(parent, new Set(seen).add(parent)),
    );
  return draft.flatMap((raw) => {
    const item = readItem(raw);
    return item?.kind === 'filter' && !above(item.id, new Set([item.id])) ? [item] : [];
  });
}

export type Problem = 'name' | 'dataset' | 'column' | 'type';

/** What has to be said before it can be saved. */
export function problemOf(raw: Raw): Problem | undefined {
  const item = readItem(raw);
  if (!item) return 'type';
  if (item.name.trim() === '') return 'name';
  if (item.kind === 'divider' || item.type === 'filter_time') return undefined;
  if (item.datasetId === undefined) return 'dataset';
  const needsColumn = item.type === 'filter_select' || item.type === 'filter_range';
  return needsColumn && item.column === undefined ? 'column' : undefined;
}

/** What `PUT /dashboard/{pk}/filters` is told; undefined where nothing changed. */
export function difference(before: Draft, after: Draft) {
  const old = new Map(before.map((one) => [idOf(one), canonical(one)]));
  const kept = new Set(after.map(idOf));
  const deleted = before.map(idOf).filter((id) => !kept.has(id));
  const modified = after.filter((one) => old.get(idOf(one)) !== canonical(one));
  const order = after.map(idOf);
  const same = before.map(idOf).filter((id) => kept.has(id));
  const added = order.filter((id) => !old.has(id));
  const reordered = canonical([...same, ...added]) === canonical(order) ? [] : order;
  return deleted.length + modified.length + reordered.length === 0 ? undefined : { deleted, modified, reordered };
}
