import { send } from './client';

/** Fewer than this go one by one, which is as fast. */
const FEWEST = 7;
const MOST = 200;
/** So many are handed over before the page may draw: what comes at once is not drawn at once. */
const TOGETHER = 4;

interface Asked {
  readonly question: unknown;
  readonly signal: AbortSignal;
  readonly give: (answer: unknown) => void;
}

let gathering: Asked[] | undefined;

const pause = () => new Promise<void>((resolve) => void setTimeout(resolve, 0));

/** Asks for all of them at once; nobody waits any more when all have left. */
async function ask(all: readonly Asked[]): Promise<readonly string[]> {
  const left = new AbortController();
  const leave = () => {
    if (all.every(({ signal }) => signal.aborted)) left.abort();
  };
  all.forEach(({ signal }) => signal.addEventListener('abort', leave));
  leave();
  try {
    const response = await send('/api/v1/karavel/kept_data', {
      body: { questions: all.map(({ question }) => question) },
      accept: 'application/x-ndjson',
      signal: left.signal,
    });
    return response.ok ? (await response.text()).split('\n') : [];
  } catch {
    // Each asks for itself, and hears what is wrong.
    return [];
  } finally {
    all.forEach(({ signal }) => signal.removeEventListener('abort', leave));
  }
}

async function deliver(all: readonly Asked[]) {
  if (all.length < FEWEST) {
    all.forEach(({ give }) => give(undefined));
    return;
  }
  for (let from = 0; from < all.length; from += MOST) {
    const some = all.slice(from, from + MOST);
    const lines = await ask(some);
    for (const [at, { give }] of some.entries()) {
      give(lines[at] ? (JSON.parse(lines[at]) ?? undefined) : undefined);
      if (at % TOGETHER === TOGETHER - 1) await pause();
    }
  }
}

/**
 * What the server has at hand for a question about a chart: undefined where a warehouse would have to be asked. A dashboard's charts
 * ask in the same moment, and are answered by one request.
 */
export function atHand<T>(question: unknown, signal: AbortSignal): Promise<T | undefined> {
  return new Promise((resolve) => {
    const asked: Asked = { question, signal, give: (answer) => resolve(answer as T | undefined) };
    if (gathering) {
      gathering.push(asked);
      return;
    }
    const all = (gathering = [asked]);
    setTimeout(() => {
      gathering = undefined;
      void deliver(all);
    }, 0);
  });
}
