import { keepPreviousData, QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { askingFor, type Answer, type ChartRequest } from './chartData';

const requestFor = (value: number, stale?: number): ChartRequest => ({
  form_data: { slice_id: 1, extra_form_data: { filters: [{ col: 'x', op: 'IN', val: [value] }] } },
  ...(stale ? { stale } : {}),
});

interface Asked {
  readonly force?: boolean;
  readonly stale?: number;
  readonly revalidate?: boolean;
  readonly form_data: {
    readonly extra_form_data: { readonly filters: readonly { readonly val: readonly number[] }[] };
  };
}

const result = (asked: Asked, more: Record<string, unknown> = {}) => ({
  cached_dttm: null,
  query: String(asked.form_data.extra_form_data.filters[0]?.val[0]),
  status: 'success',
  rowcount: 0,
  colnames: [],
  coltypes: [],
  columns: [],
  ...more,
});

let client: QueryClient;
let answers: { readonly asked: Asked; readonly give: (more?: Record<string, unknown>) => void }[];
beforeEach(() => {
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  answers = [];
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    if (!path.includes('chart/data')) return Promise.resolve(new Response('{}'));
    const asked = JSON.parse(String(init.body)) as Asked;
    return new Promise<Response>((resolve, reject) => {
      init.signal?.addEventListener('abort', () => reject(new DOMException('gone', 'AbortError')));
      const give = (more?: Record<string, unknown>) =>
        resolve(new Response(JSON.stringify({ result: [result(asked, more)] }), { status: 200 }));
      answers.push({ asked, give });
    });
  });
});
afterEach(() => {
  client.clear();
  vi.unstubAllGlobals();
});

const shown = (answer: Answer | undefined) => Number(answer?.results[0]?.query ?? NaN);
const turn = () => new Promise<void>((resolve) => void setTimeout(resolve, 0));

test('however filters change and answers come, none shows under filters it was not asked with', async () => {
  let seed = 11;
  const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
  let current = 0;
  let forceAfter = 0;
  const options = () => ({
    ...askingFor(client, requestFor(current), { forceAfter: () => forceAfter }),
    placeholderData: keepPreviousData,
  });
  const card = new QueryObserver<Answer>(client, options() as never);
  const wrong: string[] = [];
  const leave = card.subscribe(({ data, isPlaceholderData }) => {
    if (data && !isPlaceholderData && shown(data) !== current) wrong.push(`${shown(data)} under ${current}`);
  });
  for (let step = 0; step < 400; step++) {
    const what = random(5);
    if (what < 2) {
      current = random(6);
      card.setOptions(options() as never);
    } else if (what === 2) {
      forceAfter = Date.now() + 1;
      void card.refetch({ cancelRefetch: true });
    } else if (answers.length > 0) {
      answers.splice(random(answers.length), 1)[0]?.give();
    }
    await turn();
    const { data, isPlaceholderData } = card.getCurrentResult();
    if (data && !isPlaceholderData) expect(shown(data)).toBe(current);
  }
  expect(wrong).toEqual([]);
  while (answers.length > 0) {
    answers.splice(0).forEach(({ give }) => give());
    await turn();
    await turn();
  }
  expect(shown(card.getCurrentResult().data)).toBe(current);
  leave();
});

test('an answer past its time is shown at once, and asked anew', async () => {
  const card = new QueryObserver<Answer>(
    client,
    askingFor(client, requestFor(3, 600), { forceAfter: () => 0 }) as never,
  );
  const leave = card.subscribe(() => undefined);
  await vi.waitUntil(() => answers.length === 1);
  answers[0]?.give({ cached_dttm: '2001-01-01T00:00:00Z', cache_timeout: 300, is_cached: true });
  await vi.waitUntil(() => answers.length === 2);

  expect(card.getCurrentResult().data?.results[0]?.is_cached).toBe(true);
  expect(answers.map(({ asked }) => [asked.stale, asked.revalidate])).toEqual([
    [600, undefined],
    [600, true],
  ]);
  answers[1]?.give();
  await vi.waitUntil(() => !card.getCurrentResult().isFetching);
  expect(card.getCurrentResult().data?.results[0]?.is_cached).toBeUndefined();
  leave();
});
