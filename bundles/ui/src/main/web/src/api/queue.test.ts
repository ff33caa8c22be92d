import { expect, test } from 'vitest';
import { boundedQueue } from './queue';

const gate = () => {
  let open: () => void = () => undefined;
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { open, passed };
};

test('no more tasks run at once than the limit, and all get their turn in order', async () => {
  const run = boundedQueue(2);
  const gates = [gate(), gate(), gate(), gate()];
  const started: number[] = [];
  const tasks = gates.map(({ passed }, index) =>
    run(async () => {
      started.push(index);
      await passed;
      return index;
    }),
  );

  await Promise.resolve();
  expect(started).toEqual([0, 1]);
  gates[1]?.open();
  await tasks[1];
  expect(started).toEqual([0, 1, 2]);
  gates.forEach(({ open }) => open());
  expect(await Promise.all(tasks)).toEqual([0, 1, 2, 3]);
});

test('a failed task makes room like any other', async () => {
  const run = boundedQueue(1);
  const failing = run(() => Promise.reject(new Error('no')));
  const next = run(() => Promise.resolve('yes'));

  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('yes');
});

test('a task aborted while it waits never starts', async () => {
  const run = boundedQueue(1);
  const { open, passed } = gate();
  const first = run(() => passed);
  const abort = new AbortController();
  let started = false;
  const second = run(async () => {
    started = true;
  }, abort.signal);
  abort.abort();
  open();
  await first;

  await expect(second).rejects.toThrow();
  expect(started).toBe(false);
});

test('what has become urgent goes before what came earlier', async () => {
  const run = boundedQueue(1);
  const { open, passed } = gate();
  const order: string[] = [];
  let near = 5;
  const tasks = [
    run(() => passed),
    run(
      async () => void order.push('far'),
      undefined,
      () => 3,
    ),
    run(
      async () => void order.push('scrolled to'),
      undefined,
      () => near,
    ),
    run(
      async () => void order.push('seen'),
      undefined,
      () => 1,
    ),
  ];
  near = 0;
  open();
  await Promise.all(tasks);

  expect(order).toEqual(['scrolled to', 'seen', 'far']);
});
