/** Lets at most `limit` tasks run at once; the rest wait in order. A task aborted while it waits never starts. */
export function boundedQueue(limit: number) {
  const waiting: (() => void)[] = [];
  let running = 0;

  const leave = () => {
    running--;
    waiting.shift()?.();
  };

  return async function run<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    if (running >= limit) await new Promise<void>((start) => waiting.push(start));
    running++;
    try {
      signal?.throwIfAborted();
      return await task();
    } finally {
      leave();
    }
  };
}
