interface Waiting {
  readonly start: () => void;
  readonly urgency: () => number;
}

/**
 * Lets at most `limit` tasks run at once; of those that wait the most urgent (lowest number) goes first, equals in order. A task
 * aborted while it waits never starts.
 */
export function boundedQueue(limit: number) {
  const waiting: Waiting[] = [];
  let running = 0;

  const leave = () => {
    running--;
    let next = 0;
    // How urgent a task is may change while it waits: it is asked when there is room.
    const urgencies = waiting.map(({ urgency }) => urgency());
    urgencies.forEach((one, index) => {
      if (one < (urgencies[next] ?? Infinity)) next = index;
    });
    waiting.splice(next, 1)[0]?.start();
  };

  return async function run<T>(
    task: () => Promise<T>,
    signal?: AbortSignal,
    urgency: () => number = () => 0,
  ): Promise<T> {
    if (running >= limit) await new Promise<void>((start) => waiting.push({ start, urgency }));
    running++;
    try {
      signal?.throwIfAborted();
      return await task();
    } finally {
      leave();
    }
  };
}
