import { expect, test, vi } from 'vitest';
import { compare } from './collator';
import { localeData } from './localeData';

vi.mock('virtual:locale-data', () => ({ default: localeData(['en', 'de']) }));
const { intl } = await import('./intl');

const moments = [0, Date.UTC(2024, 1, 29, 23, 5, 7), Date.UTC(2023, 11, 31), Date.UTC(2024, 4, 1, 0, 30)];
const options = [
  { year: 'numeric' },
  { year: 'numeric', month: 'short' },
  { year: 'numeric', month: 'short', day: 'numeric' },
  { month: 'short', day: 'numeric' },
  { month: 'long' },
  { weekday: 'short' },
  { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  { year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  },
  { hour: 'numeric', minute: '2-digit' },
] as const satisfies readonly Intl.DateTimeFormatOptions[];

test('dates are written as the browser writes them', () => {
  for (const locale of ['en', 'de'])
    for (const one of options)
      for (const moment of moments) {
        const right = new Intl.DateTimeFormat(locale, { ...one, timeZone: 'UTC' }).format(moment);
        expect(new intl.DateTimeFormat(locale, one).format(moment), JSON.stringify([locale, one])).toBe(right);
      }
});

test('numbers are written as the browser writes them', () => {
  for (const locale of ['en', 'de'])
    for (const one of [
      {},
      { maximumFractionDigits: 0 },
      { style: 'percent' },
      { style: 'currency', currency: 'EUR' },
    ] as const)
      for (const value of [0, 3.14159, 1234567.5, -42])
        expect(new intl.NumberFormat(locale, one).format(value)).toBe(new Intl.NumberFormat(locale, one).format(value));
});

test('names are sorted as people sort them', () => {
  expect(['b10', 'B9', 'ä', 'z', 'a'].sort((one, other) => compare(one, other, true))).toEqual([
    'a',
    'ä',
    'B9',
    'b10',
    'z',
  ]);
});
