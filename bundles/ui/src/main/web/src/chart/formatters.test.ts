import { expect, test } from 'vitest';
import { createFormatters } from './formatters';

const { number, time, cell } = createFormatters('en');
const day = Date.UTC(2001, 1, 5);

test.each([
  [0, '0'],
  [7, '7'],
  [8.126, '8.13'],
  [999.5, '999.5'],
  [1200, '1.2k'],
  [3_000_000, '3M'],
  [2_500_000_000, '2.5B'],
  [-1200, '−1.2k'],
  [0.1234, '0.1234'],
  [0.0000015, '1.5µ'],
])('smart numbers: %d reads %s', (value, text) => {
  expect(number('SMART_NUMBER')(value)).toBe(text);
  expect(number()(value)).toBe(text);
});

test('d3 formats are followed', () => {
  expect(number(',.2f')(1234.567)).toBe('1,234.57');
  expect(number('.1%')(0.256)).toBe('25.6%');
  expect(number('$,.0f')(1500)).toBe('$1,500');
});

test('an unknown format shows the number rather than nothing', () => {
  expect(number('%%nonsense%%')(1200)).toBe('1.2k');
});

test('durations name their two greatest parts', () => {
  expect(number('DURATION')(4_800_000)).toBe('1h 20m');
  expect(number('DURATION')(250)).toBe('250ms');
});

test('nothing reads as a dash, text stays text', () => {
  expect(number()(null)).toBe('–');
  expect(time()(undefined)).toBe('–');
  expect(number()('n/a')).toBe('n/a');
});

test('numbers follow the language', () => {
  expect(createFormatters('de').number(',.1f')(1234.5)).toBe('1.234,5');
});

test('the grain decides how much of a time is shown', () => {
  expect(time(undefined, 'P1Y')(day)).toBe('2001');
  expect(time(undefined, 'P3M')(day)).toBe('Q1 2001');
  expect(time(undefined, 'P1M')(day)).toBe('Feb 2001');
  expect(time(undefined, 'P1D')(day)).toBe('Feb 5, 2001');
  expect(time(undefined, 'PT1H')(day + 3_600_000)).toBe('Feb 5, 2001, 01:00');
});

test('smart dates are as short as the moment allows', () => {
  const smart = time('smart_date');

  expect(smart(Date.UTC(2001, 0, 1))).toBe('2001');
  expect(smart(Date.UTC(2001, 2, 1))).toBe('Mar');
  expect(smart(day)).toBe('Feb 5');
  expect(smart(day + 3_600_000)).toBe('01:00');
});

test('d3 time patterns are read in UTC', () => {
  expect(time('%Y-%m-%d %H:%M')(day)).toBe('2001-02-05 00:00');
  expect(time('%d.%m.')(day)).toBe('05.02.');
});

test('cells show plain numbers, times without idle zeros, and text as it is', () => {
  expect(cell({ name: 'n', label: 'n', type: 'number' })(1_234_567.25)).toBe('1,234,567.25');
  expect(cell({ name: 't', label: 't', type: 'time' })(day)).toBe('Feb 5, 2001');
  expect(cell({ name: 's', label: 's', type: 'text' })('ORD')).toBe('ORD');
});
