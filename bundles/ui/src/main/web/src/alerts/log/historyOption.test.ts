import { expect, test } from 'vitest';
import { themeOf } from '../../chart/tokens';
import type { LogRow } from '../types';
import { historyOption, pointsOf } from './historyOption';

const run = (id: number, minute: string, value: number | null, state: LogRow['state']): LogRow => ({
  id,
  uuid: String(id),
  scheduled_dttm: `2026-05-01T08:${minute}:00Z`,
  start_dttm: `2026-05-01T08:${minute}:01Z`,
  end_dttm: null,
  state,
  value,
  value_row_json: null,
  error_message: null,
});

const log = [run(3, '20', 12, 'Success'), run(2, '10', null, 'Error'), run(1, '00', 5, 'Not triggered')];
const words = { value: 'Value', threshold: 'Threshold', state: (state: string) => state, time: String };
const theme = themeOf('light', (name) => `#${name.padEnd(6, '0').slice(0, 6)}`.replace(/[^#0-9a-f]/g, '0'));

test('runs that gave a value are points, oldest first', () => {
  expect(pointsOf(log).map(({ value, state }) => [value, state])).toEqual([
    [5, 'Not triggered'],
    [12, 'Success'],
  ]);
});

test('the threshold is a line within what is seen', () => {
  const option = historyOption({ points: pointsOf(log), threshold: 40, theme, words });
  const axis = option['yAxis'] as { readonly max: (range: { max: number }) => number };
  expect(axis.max({ max: 12 })).toBe(40);
  expect(JSON.stringify(option['series'])).toContain('"yAxis":40');
});

test('without a threshold there is no line', () => {
  expect(JSON.stringify(historyOption({ points: pointsOf(log), threshold: undefined, theme, words }))).not.toContain(
    'markLine',
  );
});
