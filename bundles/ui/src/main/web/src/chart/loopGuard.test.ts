import { afterEach, expect, test, vi } from 'vitest';
import { measureWaits } from './graphicsWait';
import { guardOf, newTurn } from './loopGuard';

afterEach(() => vi.restoreAllMocks());

const look = (guard: () => true, times = 512) => {
  for (let index = 0; index < times; index++) guard();
};

test('a loop that runs longer than three seconds throws and names its plugin', () => {
  const clock = vi.spyOn(performance, 'now').mockReturnValue(1);
  const guard = guardOf('acme 1.0.0');
  look(guard);
  clock.mockReturnValue(3002);
  expect(() => look(guard)).toThrow('A loop of plugin acme 1.0.0 ran longer than 3 seconds');
});

test('time counts anew when the page calls the plugin again', () => {
  const guard = guardOf('acme');
  const clock = vi.spyOn(performance, 'now').mockReturnValue(1);
  look(guard);
  clock.mockReturnValue(5000);
  newTurn();
  expect(() => look(guard)).not.toThrow();
});

test('time spent waiting for the graphics driver is not the loop’s, but has an end too', () => {
  const clock = vi.spyOn(performance, 'now').mockReturnValue(1);
  const context = {
    finish: (millis: number) => {
      clock.mockReturnValue(performance.now() + millis);
      return 'done';
    },
  };
  measureWaits(context);
  const guard = guardOf('acme');
  look(guard);
  expect(context.finish(9000)).toBe('done');
  expect(() => look(guard)).not.toThrow();
  clock.mockReturnValue(12_002);
  expect(() => look(guard)).toThrow('ran longer than 3 seconds');
  context.finish(20_001);
  expect(() => look(guard)).toThrow('ran longer than');
});

test('what is gone through one by one is given as it is', () => {
  expect([...guardOf('acme').each([1, 2, 3])]).toEqual([1, 2, 3]);
});
