import { expect, test, vi } from 'vitest';
import { FirstTurn } from './firstTurn';

const started = (turn: FirstTurn, names: string) => {
  const went: string[] = [];
  for (const name of names) void turn.mine().then(() => went.push(name));
  return went;
};

test('a few go first, the others when the first chart stands', async () => {
  const turn = new FirstTurn(2, 1000);
  const went = started(turn, 'abcd');
  await Promise.resolve();
  expect(went).toEqual(['a', 'b']);
  turn.stands();
  await Promise.resolve();
  expect(went).toEqual(['a', 'b', 'c', 'd']);
  await turn.mine();
});

test('nobody waits for a first chart that never comes', async () => {
  vi.useFakeTimers();
  const turn = new FirstTurn(1, 1000);
  const went = started(turn, 'ab');
  await vi.advanceTimersByTimeAsync(999);
  expect(went).toEqual(['a']);
  await vi.advanceTimersByTimeAsync(1);
  expect(went).toEqual(['a', 'b']);
  vi.useRealTimers();
});
