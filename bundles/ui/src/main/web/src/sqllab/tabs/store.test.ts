import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { emptyText } from './model';
import { createTabStore } from './store';

const kept = new Map<string, string>();
let calls: string[] = [];
let answer: (path: string, method: string) => Response;

beforeEach(() => {
  vi.useFakeTimers();
  kept.clear();
  calls = [];
  let next = 7;
  answer = (path) => Response.json(path === '/tabstateview/' ? { id: next++ } : { id: 1 });
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    calls.push(`${init.method} ${path} ${typeof init.body === 'string' ? init.body : ''}`.trim());
    return Promise.resolve().then(() => answer(path, init.method ?? 'GET'));
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const begun = () => {
  const store = createTabStore('lab');
  store.begin([], [], undefined);
  return store;
};

test('a text is in the browser at once, on the server a moment later, and then in the browser no more', async () => {
  const store = begun();
  const key = store.add({ ...emptyText, label: 'One' });
  store.change(key, { sql: 'select 1' });
  expect(kept.get('lab')).toContain('select 1');
  expect(calls).toEqual([]);

  await vi.runAllTimersAsync();
  expect(calls[0]).toMatch(/^POST \/tabstateview\/ .*select 1/);
  expect(kept.has('lab')).toBe(false);
  expect(store.get()).toMatchObject({ saving: 'saved', tabs: [{ id: 7 }] });
  expect(await store.idOf(key)).toBe(7);
});

test('only what changed is sent, all typing within a moment at once', async () => {
  const store = begun();
  const key = store.add({ ...emptyText, label: 'One' });
  await vi.runAllTimersAsync();
  calls = [];

  for (const sql of ['s', 'se', 'sel']) store.change(key, { sql });
  await vi.runAllTimersAsync();
  expect(calls).toEqual(['PUT /tabstateview/7 {"sql":"sel"}']);
});

test('what cannot be sent stays in the browser and goes out when the server is back', async () => {
  const store = begun();
  const key = store.add({ ...emptyText, label: 'One' });
  await vi.runAllTimersAsync();
  const well = answer;
  answer = () => new Response('', { status: 503 });
  store.change(key, { sql: 'select 2' });
  await vi.advanceTimersByTimeAsync(1000);
  expect(store.get().saving).toBe('offline');
  expect(store.readLocal()).toMatchObject([{ id: 7, base: { sql: '' }, now: { sql: 'select 2' } }]);

  answer = well;
  await vi.runAllTimersAsync();
  expect(store.get().saving).toBe('saved');
  expect(store.readLocal()).toEqual([]);
});

test('a closed tab can be had back for a while, then the server forgets it', async () => {
  const store = begun();
  const [one, two] = ['One', 'Two'].map((label) => store.add({ ...emptyText, label }));
  await vi.runAllTimersAsync();
  calls = [];

  store.close(one ?? '', 5000);
  expect(store.get().tabs.map(({ label }) => label)).toEqual(['Two']);
  await vi.advanceTimersByTimeAsync(4000);
  store.reopen(one ?? '');
  expect(store.get()).toMatchObject({ active: one, tabs: [{ label: 'One' }, { label: 'Two' }] });

  store.close(two ?? '', 5000);
  await vi.runAllTimersAsync();
  expect(calls.filter((call) => call.startsWith('DELETE'))).toEqual(['DELETE /tabstateview/8']);
});

test('an address nobody serves yet does not make a tab anew', async () => {
  const store = begun();
  const key = store.add({ ...emptyText, label: 'One' });
  await vi.runAllTimersAsync();
  const { id } = store.get().tabs[0] ?? {};
  const well = answer;
  answer = (path, method) => (method === 'PUT' ? new Response('Not Found', { status: 404 }) : well(path, method));
  store.change(key, { sql: 'typed while it starts' });
  await vi.advanceTimersByTimeAsync(1000);
  expect(store.get()).toMatchObject({ saving: 'offline', tabs: [{ id }] });
  answer = well;
  await vi.runAllTimersAsync();
  expect(store.get()).toMatchObject({ saving: 'saved', tabs: [{ id, sql: 'typed while it starts' }] });
});

test('a page that is left closes what was closed and keeps what was typed', async () => {
  const store = begun();
  const [one, two] = ['One', 'Two'].map((label) => store.add({ ...emptyText, label }));
  await vi.runAllTimersAsync();
  calls = [];
  store.close(one ?? '', 60_000);
  store.change(two ?? '', { sql: 'last words' });
  store.leave();
  expect(kept.get('lab')).toContain('last words');
  await vi.runAllTimersAsync();
  expect(calls).toContain('DELETE /tabstateview/7');
  expect(calls.find((call) => call.startsWith('PUT'))).toContain('last words');
});

test('a tab closed on another machine is made anew when it is typed in, and what it points at may be gone', async () => {
  const store = begun();
  const key = store.add({ ...emptyText, label: 'One' });
  await vi.runAllTimersAsync();
  const well = answer;
  const gone = { errors: [{ message: 'There is no such tab', extra: { code: 'NOT_FOUND' } }] };
  answer = (path, method) => (method === 'PUT' ? Response.json(gone, { status: 404 }) : well(path, method));
  store.change(key, { sql: 'still here' });
  await vi.advanceTimersByTimeAsync(1000);
  answer = well;
  await vi.runAllTimersAsync();
  expect(store.get()).toMatchObject({ saving: 'saved', tabs: [{ id: 8, sql: 'still here' }] });

  const refused = { errors: [{ message: 'gone', extra: { code: 'INVALID_REQUEST', field: 'saved_query_id' } }] };
  answer = (path, method) =>
    method === 'PUT' && calls.at(-1)?.includes('"saved_query_id":5')
      ? Response.json(refused, { status: 400 })
      : well(path, method);
  store.change(key, { sql: 'typed on', savedQuery: { id: 5, label: 'Gone' } });
  await vi.runAllTimersAsync();
  expect(store.get()).toMatchObject({ saving: 'saved', tabs: [{ sql: 'typed on', savedQuery: null }] });
});
