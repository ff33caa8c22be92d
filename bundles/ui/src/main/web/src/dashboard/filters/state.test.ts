import { expect, test } from 'vitest';
import { readItem, type FilterItem } from './model';
import { chartPaths, readCrossScopes } from './scope';
import {
  awaited,
  begin,
  canApply,
  changedFilters,
  dataMask,
  extraFor,
  extraOfParents,
  next,
  readMasks,
  resettle,
  setUp,
  type Action,
} from './state';

const item = (id: string, more: Record<string, unknown> = {}): FilterItem => {
  const read = readItem({
    id,
    name: id,
    filterType: 'filter_select',
    targets: [{ datasetId: 1, column: { name: id.toLowerCase() } }],
    controlValues: {},
    scope: { rootPath: ['ROOT_ID'], excluded: [] },
    type: 'NATIVE_FILTER',
    ...more,
  });
  if (!read) throw new Error('no item');
  return read;
};
const layout = JSON.stringify({
  ROOT_ID: { type: 'ROOT', children: ['TABS'] },
  TABS: { type: 'TABS', children: ['TAB-1', 'TAB-2'] },
  'TAB-1': { type: 'TAB', children: ['R'] },
  'TAB-2': { type: 'TAB', children: ['C3'] },
  R: { type: 'ROW', children: ['C1', 'C2'] },
  C1: { type: 'CHART', meta: { chartId: 1 } },
  C2: { type: 'CHART', meta: { chartId: 2 } },
  C3: { type: 'CHART', meta: { chartId: 3 } },
});
const paths = chartPaths(layout, [1, 2, 3]);
const setup = (items: readonly FilterItem[], metadata = {}) => setUp(items, readCrossScopes(metadata), paths);
const run = (of: ReturnType<typeof setup>, ...actions: readonly Action[]) =>
  actions.reduce((state, action) => next(of, state, action), begin(of));

test('what is chosen does not reach a chart before it is applied', () => {
  const of = setup([item('City')]);
  const chosen = run(of, { type: 'select', id: 'City', value: ['Rome'] });
  expect(extraFor(of, chosen, 1)).toEqual({});
  expect(changedFilters(of, chosen).map(({ id }) => id)).toEqual(['City']);

  const applied = next(of, chosen, { type: 'apply' });
  expect(extraFor(of, applied, 1)).toEqual({ filters: [{ col: 'city', op: 'IN', val: ['Rome'] }] });
  expect(changedFilters(of, applied)).toEqual([]);
});

test('a filter reaches the charts of its tabs, except those left out', () => {
  const of = setup([item('City', { scope: { rootPath: ['TAB-1'], excluded: [2] } })]);
  const state = run(of, { type: 'select', id: 'City', value: ['Rome'] }, { type: 'apply' });

  expect([1, 2, 3].map((chart) => Object.keys(extraFor(of, state, chart)).length)).toEqual([1, 0, 0]);
});

test('defaults are applied from the start and come back by reset', () => {
  const of = setup([item('City', { defaultDataMask: { filterState: { value: ['Oslo'] } } })]);
  expect(extraFor(of, begin(of), 1).filters?.[0]?.val).toEqual(['Oslo']);

  const cleared = run(of, { type: 'clear' });
  expect(extraFor(of, cleared, 1)).toEqual({});
  expect(extraFor(of, next(of, cleared, { type: 'reset' }), 1).filters?.[0]?.val).toEqual(['Oslo']);
});

test('without the value it requires a filter cannot be applied, and its charts wait', () => {
  const of = setup([
    item('City', { controlValues: { enableEmptyFilter: true }, scope: { rootPath: ['TAB-2'], excluded: [] } }),
  ]);
  const state = begin(of);
  expect(canApply(of, state)).toBe(false);
  expect(awaited(of, state, 3).map(({ id }) => id)).toEqual(['City']);
  expect(awaited(of, state, 1)).toEqual([]);

  const chosen = next(of, next(of, state, { type: 'select', id: 'City', value: ['Rome'] }), { type: 'apply' });
  expect(awaited(of, chosen, 3)).toEqual([]);
});

test('the first value is applied by itself once, and never over what somebody chose', () => {
  const of = setup([item('City', { controlValues: { defaultToFirstItem: true } })]);
  expect(awaited(of, begin(of), 1)).toHaveLength(1);
  const offered = run(of, { type: 'offer', id: 'City', value: ['Aachen'] });
  expect(extraFor(of, offered, 1).filters?.[0]?.val).toEqual(['Aachen']);

  const chosen = run(
    of,
    { type: 'offer', id: 'City', value: ['Aachen'] },
    { type: 'select', id: 'City', value: ['Rome'] },
    { type: 'apply' },
  );
  expect(extraFor(of, next(of, chosen, { type: 'offer', id: 'City', value: ['Aachen'] }), 1).filters?.[0]?.val).toEqual(
    ['Rome'],
  );
});

test('a cross-filter reaches all other charts of its scope and goes when it is taken back', () => {
  const of = setup([], {
    chart_configuration: { 1: { id: 1, crossFilters: { scope: { rootPath: ['TAB-1'], excluded: [] } } } },
  });
  const mask = {
    extraFormData: { filters: [{ col: 'city', op: 'IN', val: ['Rome'] }] },
    filterState: { value: ['Rome'] },
  };
  const state = run(of, { type: 'cross', chart: 1, mask });
  expect([1, 2, 3].map((chart) => extraFor(of, state, chart).filters?.length ?? 0)).toEqual([0, 1, 0]);
  expect(extraFor(of, next(of, state, { type: 'cross', chart: 1, mask: undefined }), 2)).toEqual({});
  expect(extraFor(of, next(of, state, { type: 'clearCross' }), 2)).toEqual({});
});

test('where cross-filters are off, no click reaches a chart', () => {
  const of = setup([], { cross_filters_enabled: false });
  const mask = { extraFormData: { filters: [] }, filterState: { value: ['Rome'] } };
  expect(extraFor(of, run(of, { type: 'cross', chart: 1, mask }), 2)).toEqual({});
});

test('values of a dependent filter are asked under what its parents have chosen now', () => {
  const child = item('City', { cascadeParentIds: ['Country'] });
  const of = setup([item('Country'), child]);
  const state = run(of, { type: 'select', id: 'Country', value: ['Italy'] });
  if (child.kind !== 'filter') throw new Error();
  expect(extraOfParents(state, child).filters).toEqual([{ col: 'country', op: 'IN', val: ['Italy'] }]);
});

test('a range, times, a time column and a grain each have their place in the form data', () => {
  const of = setup([
    item('Delay', { filterType: 'filter_range' }),
    item('When', { filterType: 'filter_time' }),
    item('By', { filterType: 'filter_timecolumn' }),
    item('Grain', { filterType: 'filter_timegrain' }),
  ]);
  const state = run(
    of,
    { type: 'select', id: 'Delay', value: [5, null] },
    { type: 'select', id: 'When', value: 'Last week' },
    { type: 'select', id: 'By', value: ['arrived'] },
    { type: 'select', id: 'Grain', value: ['P1M'] },
    { type: 'apply' },
  );
  expect(extraFor(of, state, 1)).toEqual({
    filters: [{ col: 'delay', op: '>=', val: 5 }],
    time_range: 'Last week',
    granularity_sqla: 'arrived',
    time_grain_sqla: 'P1M',
  });
});

test('null is a value that can be chosen, an inverse filter leaves values out', () => {
  const of = setup([item('City', { controlValues: { inverseSelection: true } })]);
  const state = run(of, { type: 'select', id: 'City', value: [null] }, { type: 'apply' });
  expect(extraFor(of, state, 1)).toEqual({ filters: [{ col: 'city', op: 'NOT IN', val: [null] }] });
});

test('a shared state comes back as it was, told by values, without what the dashboard does not know', () => {
  const of = setup([item('City')]);
  const state = run(of, { type: 'select', id: 'City', value: ['Rome'] }, { type: 'apply' });
  const shared = readMasks(
    JSON.parse(
      JSON.stringify({
        ...dataMask(state.applied),
        Gone: { filterState: { value: [1] } },
        99: { filterState: { value: [1] } },
      }),
    ),
  );
  expect(begin(of, shared).applied).toEqual(state.applied);
});

test('when filters are configured anew, what was chosen stays', () => {
  const before = setup([item('City'), item('Country')]);
  const state = run(before, { type: 'select', id: 'City', value: ['Rome'] }, { type: 'apply' });
  const after = setup([item('City', { targets: [{ datasetId: 1, column: { name: 'town' } }] })]);
  expect(extraFor(after, resettle(after, state), 1)).toEqual({ filters: [{ col: 'town', op: 'IN', val: ['Rome'] }] });
});

test('whatever happens in whatever order, charts are asked with what is applied and nothing else', () => {
  const items = [
    item('City'),
    item('Country', { scope: { rootPath: ['TAB-1'], excluded: [1] } }),
    item('When', { filterType: 'filter_time' }),
  ];
  const of = setup(items, {
    chart_configuration: { 2: { id: 2, crossFilters: { scope: { rootPath: ['TAB-2'], excluded: [] } } } },
  });
  let seed = 7;
  const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
  const one = (): Action => {
    const id = ['City', 'Country', 'When'][random(3)] ?? 'City';
    const value = id === 'When' ? ['Last week', null][random(2)] : [[], ['a'], ['a', 'b']][random(3)];
    const mask = {
      extraFormData: { filters: [{ col: 'x', op: 'IN', val: [random(3)] }] },
      filterState: { value: [random(3)] },
    };
    const all: readonly Action[] = [
      { type: 'select', id, value },
      { type: 'select', id, value },
      { type: 'apply' },
      { type: 'cross', chart: 1 + random(3), mask: random(3) ? mask : undefined },
      { type: 'discard' },
      { type: 'clear' },
      { type: 'reset' },
      { type: 'clearCross' },
    ];
    return all[random(all.length)] ?? { type: 'apply' };
  };
  let state = begin(of);
  for (let step = 0; step < 3000; step++) {
    const action = one();
    const before = [1, 2, 3].map((chart) => extraFor(of, state, chart));
    state = next(of, state, action);
    const after = [1, 2, 3].map((chart) => extraFor(of, state, chart));
    if (action.type === 'select' || action.type === 'discard') expect(after).toEqual(before);
    if (action.type === 'apply' || action.type === 'discard' || action.type === 'clear')
      expect(changedFilters(of, state)).toEqual([]);
    if (action.type === 'cross') expect(after[action.chart - 1]).toEqual(before[action.chart - 1]);
    for (const chart of [1, 2, 3]) {
      const told = JSON.stringify(after[chart - 1]);
      for (const [id, mask] of Object.entries(state.applied)) {
        const reaches = of.reach.get(id)?.has(chart) ?? false;
        const said = mask.extraFormData?.filters?.[0];
        if (said && reaches) expect(told).toContain(JSON.stringify(said));
      }
    }
  }
});
