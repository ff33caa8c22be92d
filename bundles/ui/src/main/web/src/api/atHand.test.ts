import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { atHand } from './atHand';

let sent: { readonly path: string; readonly questions: readonly unknown[]; readonly signal: AbortSignal | null }[];
let lines: readonly string[];
beforeEach(() => {
  sent = [];
  lines = [];
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    const { questions } = JSON.parse(String(init.body)) as { questions: readonly unknown[] };
    sent.push({ path, questions, signal: init.signal ?? null });
    return Promise.resolve(new Response(lines.join('\n')));
  });
});
afterEach(() => vi.unstubAllGlobals());

const many = (count: number, signal = new AbortController().signal) =>
  Promise.all(Array.from({ length: count }, (_, question) => atHand<number>(question, signal)));

test('questions of the same moment are one request, and each gets its own line', async () => {
  lines = Array.from({ length: 8 }, (_, at) => (at === 3 ? 'null' : String(at * 10)));

  expect(await many(8)).toEqual([0, 10, 20, undefined, 40, 50, 60, 70]);
  expect(sent.map(({ path, questions }) => [path, questions])).toEqual([
    ['/api/v1/karavel/kept_data', [0, 1, 2, 3, 4, 5, 6, 7]],
  ]);
});

test('a few are not asked for together', async () => {
  expect(await many(6)).toEqual(Array.from({ length: 6 }, () => undefined));
  expect(sent).toEqual([]);
});

test('where the server cannot answer together, each is left to ask for itself', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{}', { status: 500 })));

  expect(await many(7)).toEqual(Array.from({ length: 7 }, () => undefined));
});

test('the request ends when nobody waits for it any more, and not before', async () => {
  const [first, rest] = [new AbortController(), new AbortController()];
  const answers = [atHand(0, first.signal), ...Array.from({ length: 7 }, (_, at) => atHand(at + 1, rest.signal))];
  const aborts: boolean[] = [];
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    first.abort();
    aborts.push(init.signal?.aborted ?? false);
    rest.abort();
    aborts.push(init.signal?.aborted ?? false);
    throw new DOMException('gone', 'AbortError');
  });

  await Promise.all(answers);

  expect(aborts).toEqual([false, true]);
});
