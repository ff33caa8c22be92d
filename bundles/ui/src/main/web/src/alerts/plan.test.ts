import { expect, test } from 'vitest';
import { changedTo, crontabOf, planOf } from './plan';

test.each([
  ['*/15 * * * *', { every: 'minutes', step: 15 }],
  ['5 * * * *', { every: 'hour', minute: 5 }],
  ['30 8 * * *', { every: 'day', hour: 8, minute: 30 }],
  ['0 7 1 * *', { every: 'month', day: 1, hour: 7, minute: 0 }],
  ['0 9 * * 1,3', { every: 'week', days: [1, 3], hour: 9, minute: 0 }],
])('%s is read and written back', (crontab, plan) => {
  expect(planOf(crontab)).toEqual(plan);
  expect(crontabOf(planOf(crontab))).toBe(crontab);
});

test('days of the week come by name, as ranges, and Sunday as 7', () => {
  expect(planOf('0 9 * * MON-FRI')).toMatchObject({ days: [1, 2, 3, 4, 5] });
  expect(planOf('0 9 * * fri-sun')).toMatchObject({ days: [5, 6, 0] });
  expect(planOf('0 9 * * 7')).toMatchObject({ days: [0] });
});

test('shorthands are what they stand for', () => {
  expect(planOf('@daily')).toEqual({ every: 'day', hour: 0, minute: 0 });
});

test.each(['*/7 * * * *', '0 9 * 1 *', '0 9-17 * * *', '0 9 1 * 1', '61 9 * * *', 'soon', '0 9 * * 1-2-3', ''])(
  '“%s” stays the text it is',
  (crontab) => {
    expect(planOf(crontab)).toEqual({ every: 'crontab', text: crontab });
    expect(crontabOf(planOf(crontab))).toBe(crontab);
  },
);

test('another way of saying it keeps the time of day', () => {
  const daily = planOf('45 17 * * *');
  expect(crontabOf(changedTo(daily, 'week'))).toBe('45 17 * * 1');
  expect(crontabOf(changedTo(daily, 'crontab'))).toBe('45 17 * * *');
  expect(crontabOf(changedTo(changedTo(daily, 'hour'), 'month'))).toBe('45 8 1 * *');
});
