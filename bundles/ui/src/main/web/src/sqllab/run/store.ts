import type { QueryClient } from '@tanstack/react-query';
import { ApiError } from '../../api/client';
import { onRunNews } from '../../api/runNews';
import { execute, isAnswer, newName, stopRun, updatedSince, type Ask } from '../api';
import type { LabQuery } from '../types';
import { follow, isOpen, runOf, type Run } from './model';

export interface Piece {
  readonly sql: string;
  readonly offset: number;
}

type Rest = Omit<Ask, 'sql' | 'client_id'>;

const FIRST_LOOK = 700;
const SLOWEST_LOOK = 4000;

export const resultKey = (key: string) => ['lab', 'result', key] as const;

/** Runs of all tabs. What takes long goes on at the server; its end is told by an event, and asked for where events do not come. */
export function createRunStore(client: QueryClient) {
  let runs: ReadonlyMap<string, Run> = new Map();
  const listeners = new Set<() => void>();
  let looking: ReturnType<typeof setTimeout> | undefined;
  let pause = FIRST_LOOK;
  let since = 0;
  const ended = new Map<string, (run: Run) => void>();

  const put = (run: Run) => {
    const next = new Map(runs);
    next.set(run.id, run);
    runs = next;
    listeners.forEach((listener) => listener());
    if (isOpen(run)) return;
    ended.get(run.id)?.(run);
    ended.delete(run.id);
    void client.invalidateQueries({ queryKey: ['lab', 'history'] });
  };
  const update = (id: string, change: (run: Run) => Run) => {
    const run = runs.get(id);
    if (run) put(change(run));
  };
  const isFollowed = ({ state, query }: Run) =>
    query !== undefined && (state === 'pending' || state === 'running' || state === 'stopping');

  const look = async () => {
    clearTimeout(looking);
    looking = undefined;
    const open = [...runs.values()].filter(isFollowed);
    if (open.length === 0) return;
    try {
      const changed = await updatedSince(since);
      for (const query of changed) {
        const run = runs.get(query.id);
        if (run && isOpen(run)) put(follow(run, query));
      }
    } catch {
      // the server may be starting again; what it ran it will tell
    }
    pause = Math.min(SLOWEST_LOOK, pause * 1.5);
    lookAgain(pause);
  };
  const lookAgain = (wait: number) => {
    clearTimeout(looking);
    looking = [...runs.values()].some(isFollowed) ? setTimeout(() => void look(), wait) : undefined;
  };
  const followOn = (query: LabQuery) => {
    // Clocks differ: a while before the run began is early enough.
    since = Math.max(0, Math.min(since || Infinity, (query.startDttm ?? Date.now()) - 60_000));
    pause = FIRST_LOOK;
    lookAgain(pause);
  };

  const one = async (run: Run, rest: Rest): Promise<Run> => {
    put({ ...run, state: 'sending', startedAt: Date.now() });
    const over = new Promise<Run>((resolve) => ended.set(run.id, resolve));
    try {
      const asked = await execute({ ...rest, sql: run.sql, client_id: run.id });
      if (isAnswer(asked)) client.setQueryData(resultKey(asked.query.resultsKey ?? run.id), asked);
      update(run.id, (now) => follow({ ...now, ...(isAnswer(asked) ? { endedAt: Date.now() } : {}) }, asked.query));
      if (!isAnswer(asked)) followOn(asked.query);
    } catch (cause) {
      const error = cause instanceof ApiError ? cause : new ApiError(500, String(cause));
      const state =
        error.code === 'CANCELLED' ? 'stopped' : error.code === 'WAREHOUSE_TIMEOUT' ? 'timed_out' : 'failed';
      update(run.id, (now) => ({ ...now, state, error, endedAt: Date.now() }));
    }
    return over;
  };

  const unfollow = onRunNews((id) => {
    const run = runs.get(id);
    if (run && isFollowed(run)) void look();
  });

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get: () => runs,
    /** Runs from before the page was loaded. */
    remember: (queries: readonly LabQuery[], tabOf: (query: LabQuery) => string | undefined) => {
      const next = new Map(runs);
      for (const query of queries) {
        const tab = tabOf(query);
        if (tab !== undefined && !next.has(query.id)) next.set(query.id, runOf(query, tab));
      }
      runs = next;
      listeners.forEach((listener) => listener());
      const open = [...runs.values()].find(isFollowed);
      if (open?.query) followOn(open.query);
    },
    /** Names the runs at once and asks one after the other; the rest is left when one fails. */
    start: (tab: string, pieces: readonly Piece[], rest: () => Promise<Rest>): readonly string[] => {
      const made = pieces.map(({ sql, offset }): Run => ({
        id: newName(),
        tab,
        state: 'waiting',
        sql,
        offset,
        startedAt: undefined,
        endedAt: undefined,
        query: undefined,
        error: undefined,
      }));
      made.forEach(put);
      void (async () => {
        const common = await rest();
        let stopped = false;
        for (const run of made) {
          if (stopped || runs.get(run.id)?.state !== 'waiting') {
            update(run.id, (now) => ({ ...now, state: 'stopped' }));
            stopped = true;
          } else stopped = (await one(run, common)).state !== 'success';
        }
      })();
      return made.map(({ id }) => id);
    },
    stop: (ids: readonly string[]) => {
      for (const id of ids) {
        const run = runs.get(id);
        if (!run || !isOpen(run)) continue;
        if (run.state === 'waiting') put({ ...run, state: 'stopped' });
        else {
          put({ ...run, state: 'stopping' });
          void stopRun(id)
            .catch(() => undefined)
            .then(() => {
              pause = FIRST_LOOK;
              lookAgain(150);
            });
        }
      }
    },
    dispose: () => {
      clearTimeout(looking);
      unfollow();
    },
  };
}

export type RunStore = ReturnType<typeof createRunStore>;
