import { isSet, lacksValue, maskOf, merge, valueOf } from './extra';
import {
  isFilter,
  object,
  takesFirst,
  type ExtraFormData,
  type FilterItem,
  type Mask,
  type Masks,
  type NativeFilter,
} from './model';
import { chartsOfCross, chartsOfFilter, type ChartPaths, type CrossScopes } from './scope';

/** What the dashboard is set up with. */
export interface Setup {
  readonly items: readonly FilterItem[];
  readonly filters: readonly NativeFilter[];
  /** Whom a filter or, by its id, a chart's click reaches. */
  readonly reach: ReadonlyMap<string, ReadonlySet<number>>;
}

export function setUp(items: readonly FilterItem[], cross: CrossScopes, paths: ChartPaths): Setup {
  const filters = items.filter(isFilter);
  const reach = new Map<string, ReadonlySet<number>>(filters.map((one) => [one.id, chartsOfFilter(one, paths)]));
  for (const chart of paths.keys()) reach.set(String(chart), chartsOfCross(chart, cross, paths));
  return { items, filters, reach };
}

export interface FilterState {
  /** What the bar shows; not yet asked with. */
  readonly selected: Masks;
  /** What charts are asked with. */
  readonly applied: Masks;
}

export type Action =
  | { readonly type: 'select'; readonly id: string; readonly value: unknown }
  /** The first value of a filter that takes it by itself: applied at once where nothing was before. */
  | { readonly type: 'offer'; readonly id: string; readonly value: unknown }
  | { readonly type: 'apply' }
  | { readonly type: 'clear' }
  | { readonly type: 'reset' }
  | { readonly type: 'discard' }
  | { readonly type: 'cross'; readonly chart: number; readonly mask: Mask | undefined }
  | { readonly type: 'clearCross' }
  | { readonly type: 'restore'; readonly masks: Masks };

const without = (masks: Masks, id: string): Masks =>
  Object.fromEntries(Object.entries(masks).filter(([key]) => key !== id));

function defaultOf(filter: NativeFilter): Mask | undefined {
  const value = valueOf(filter.defaultMask);
  // The first value is not known until the warehouse was asked: it is no default that was saved.
  if (takesFirst(filter)) return undefined;
  return isSet(filter.defaultMask) ? maskOf(filter, value) : undefined;
}

const defaults = (filters: readonly NativeFilter[]): Masks =>
  Object.fromEntries(filters.flatMap((one) => (defaultOf(one) ? [[one.id, defaultOf(one) as Mask]] : [])));

/** Masks that came from a link: known filters by their value, charts of the dashboard as they are, all else left out. */
function accepted({ filters, reach }: Setup, masks: Masks): Masks {
  const known = new Map(filters.map((one) => [one.id, one]));
  return Object.fromEntries(
    Object.entries(masks).flatMap(([id, mask]) => {
      const filter = known.get(id);
      if (filter) return valueOf(mask) === undefined ? [] : [[id, maskOf(filter, valueOf(mask))] as const];
      return reach.has(id) && isSet(mask) ? [[id, mask] as const] : [];
    }),
  );
}

export function begin(setup: Setup, restored: Masks = {}): FilterState {
  const applied = { ...defaults(setup.filters), ...accepted(setup, restored) };
  return { selected: applied, applied };
}

const isCross = ({ filters }: Setup, id: string) => !filters.some((one) => one.id === id);

export function next(setup: Setup, state: FilterState, action: Action): FilterState {
  switch (action.type) {
    case 'select': {
      const filter = setup.filters.find(({ id }) => id === action.id);
      if (!filter) return state;
      return { ...state, selected: { ...state.selected, [filter.id]: maskOf(filter, action.value) } };
    }
    case 'offer': {
      const filter = setup.filters.find(({ id }) => id === action.id);
      if (!filter) return state;
      const mask = maskOf(filter, action.value);
      const selected = { ...state.selected, [filter.id]: mask };
      return valueOf(state.applied[filter.id]) === undefined
        ? { selected, applied: { ...state.applied, [filter.id]: mask } }
        : { ...state, selected };
    }
    case 'apply':
      return canApply(setup, state) ? { ...state, applied: state.selected } : state;
    case 'clear': {
      const nothing = Object.fromEntries(setup.filters.map((one) => [one.id, maskOf(one, null)] as const));
      const cross = Object.fromEntries(Object.entries(state.selected).filter(([id]) => isCross(setup, id)));
      const selected = { ...cross, ...nothing };
      return canApply(setup, { ...state, selected }) ? { selected, applied: selected } : { ...state, selected };
    }
    case 'reset': {
      const firsts = Object.fromEntries(
        Object.entries(state.selected).filter(
          ([id]) => isCross(setup, id) || setup.filters.some((one) => one.id === id && takesFirst(one)),
        ),
      );
      const selected = { ...firsts, ...defaults(setup.filters) };
      return { selected, applied: selected };
    }
    case 'discard':
      return { ...state, selected: state.applied };
    case 'cross': {
      const id = String(action.chart);
      if (!setup.reach.has(id)) return state;
      const put = (masks: Masks): Masks =>
        action.mask && isSet(action.mask) ? { ...without(masks, id), [id]: action.mask } : without(masks, id);
      return { selected: put(state.selected), applied: put(state.applied) };
    }
    case 'clearCross': {
      const keep = (masks: Masks): Masks =>
        Object.fromEntries(Object.entries(masks).filter(([id]) => !isCross(setup, id)));
      return { selected: keep(state.selected), applied: keep(state.applied) };
    }
    case 'restore':
      return begin(setup, action.masks);
  }
}

/** After the filters themselves were changed: what was chosen stays chosen where it still means something. */
export function resettle(setup: Setup, state: FilterState): FilterState {
  const fresh = begin(setup, state.applied);
  return { applied: fresh.applied, selected: { ...fresh.selected, ...accepted(setup, state.selected) } };
}

/** One state, one text: the same whatever the order in which it came about. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

const meant = (mask: Mask | undefined) => canonical(isSet(mask) ? valueOf(mask) : null);

export const isChanged = (state: FilterState, id: string): boolean =>
  meant(state.selected[id]) !== meant(state.applied[id]);

export const changedFilters = ({ filters }: Setup, state: FilterState): readonly NativeFilter[] =>
  filters.filter(({ id }) => isChanged(state, id));

export const lacking = ({ filters }: Setup, masks: Masks): readonly NativeFilter[] =>
  filters.filter((one) => lacksValue(one, masks[one.id]));

export const canApply = (setup: Setup, { selected }: FilterState): boolean => lacking(setup, selected).length === 0;

/** Filters a chart waits for: required ones without a value, and those whose first value is not known yet. */
export const awaited = ({ filters, reach }: Setup, { applied }: FilterState, chart: number): readonly NativeFilter[] =>
  filters.filter(
    (one) =>
      reach.get(one.id)?.has(chart) &&
      (lacksValue(one, applied[one.id]) || (takesFirst(one) && valueOf(applied[one.id]) === undefined)),
  );

/** Whose mask a chart is asked under, in the order they are laid on. */
export function masksOn(setup: Setup, applied: Masks, chart: number): readonly (readonly [string, Mask])[] {
  const native = setup.filters.map(({ id }) => id);
  const cross = Object.keys(applied)
    .filter((id) => isCross(setup, id))
    .sort((a, b) => Number(a) - Number(b));
  return [...native, ...cross].flatMap((id) => {
    const mask = applied[id];
    return mask && isSet(mask) && setup.reach.get(id)?.has(chart) ? [[id, mask] as const] : [];
  });
}

/** What a chart is asked with on top of its own settings; the whole point of this file. */
export const extraFor = (setup: Setup, state: FilterState, chart: number): ExtraFormData =>
  merge(masksOn(setup, state.applied, chart).map(([, mask]) => mask.extraFormData));

/** What the parents of a filter leave of its values, as they are chosen now. */
export const extraOfParents = ({ selected }: FilterState, filter: NativeFilter): ExtraFormData =>
  merge(filter.parents.map((id) => selected[id]?.extraFormData));

/** As Superset keeps and shares it. */
export const dataMask = (masks: Masks): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(masks).map(([id, { extraFormData = {}, filterState = {}, ownState = {} }]) => [
      id,
      { id, extraFormData, filterState, ownState },
    ]),
  );

export function readMasks(value: unknown): Masks {
  return Object.fromEntries(
    Object.entries(object(value)).flatMap(([id, mask]) => {
      const { extraFormData, filterState, ownState } = object(mask);
      if (!filterState && !extraFormData) return [];
      return [
        [
          id,
          {
            extraFormData: object(extraFormData),
            filterState: object(filterState),
            ownState: object(ownState),
          } as Mask,
        ],
      ];
    }),
  );
}
