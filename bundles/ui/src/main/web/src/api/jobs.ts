import { ApiError, api, failure, send } from './client';

/** A question that takes longer than somebody holds the line for: the server goes on, and says when it is done. */
export interface Job {
  readonly job_id: string;
  readonly status: 'pending' | 'running' | 'done' | 'error';
  readonly errors: readonly { readonly message: string; readonly code?: string }[];
  readonly result_url: string;
}

/** How long a chart waits on the line, in milliseconds. */
export const HOLD_THE_LINE = 3_000;

/** A page that hears no news asks. */
const ASK_EVERY = 4_000;

type Listener = () => void;
const listeners = new Map<string, Listener>();

/** A task of this person came further or ended. */
export const tellTask = (id: string) => listeners.get(id)?.();

/** Resolves with the first news of a job, or after a while. */
const newsOf = (id: string, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const go = () => {
      clearTimeout(timer);
      listeners.delete(id);
      signal.removeEventListener('abort', go);
      resolve();
    };
    const timer = setTimeout(go, ASK_EVERY);
    listeners.set(id, go);
    signal.addEventListener('abort', go);
  });

const cancel = (id: string) =>
  api(`/api/v1/async_event/${id}/cancel`, { method: 'POST', body: {}, keepalive: true }).catch(() => undefined);

/** The answer of a job once it is done. Ends the job when nobody waits for it any more. */
export async function answerOf<T>(first: Job, accept: string, signal: AbortSignal): Promise<T> {
  const id = first.job_id;
  for (let job = first; ;) {
    if (job.status === 'done') {
      const response = await send(job.result_url, { accept, signal, cancellable: true });
      if (!response.ok) throw await failure(response);
      return (await response.json()) as T;
    }
    if (job.status === 'error') {
      const [error] = job.errors;
      const code = error?.code ?? 'CANCELLED';
      throw new ApiError(500, error?.message ?? '', code, code.startsWith('WAREHOUSE') ? 'warehouse' : 'caller');
    }
    await newsOf(id, signal);
    if (signal.aborted) {
      void cancel(id);
      throw signal.reason;
    }
    try {
      job = (await api<{ result: Job }>(`/api/v1/async_event/${id}`, { signal })).result;
    } catch (cause) {
      if (signal.aborted) void cancel(id);
      // A server that is just restarting: the job outlives it
      if (signal.aborted || !(cause instanceof ApiError) || (cause.status !== 0 && cause.status !== 503)) throw cause;
    }
  }
}

interface Long {
  readonly since: number;
  readonly stop: () => void;
}

const running = new Map<string, Long>();
const watchers = new Set<() => void>();
const changed = () => watchers.forEach((watcher) => watcher());

export const watchLong = (watcher: () => void) => {
  watchers.add(watcher);
  return () => {
    watchers.delete(watcher);
  };
};

/** The job behind a question, while it runs. */
export const longOf = (question: string): Long | undefined => running.get(question);

/** Waits for a job under the eyes of whoever shows the question. */
export async function waitedFor<T>(question: string, job: Job, accept: string, signal: AbortSignal): Promise<T> {
  const own: Long = { since: Date.now() - HOLD_THE_LINE, stop: () => void cancel(job.job_id) };
  running.set(question, own);
  changed();
  try {
    return await answerOf<T>(job, accept, signal);
  } finally {
    if (running.get(question) === own) running.delete(question);
    changed();
  }
}
