import { expect, test } from 'vitest';
import { filtersAt, placesOf } from './echartsMarks';

const city = (value: string) => ({ karavel: { filters: [{ column: 'city', values: [value] }] } });

test('keys go to every item that filters, and to a series once where it filters as a whole', () => {
  const option = {
    series: [
      { type: 'pie', data: [{ value: 1, ...city('Rome') }, { value: 2, ...city('Oslo') }, 3] },
      { type: 'line', data: [1, 2, 3], ...city('Bonn') },
      { type: 'line', data: [1] },
    ],
  };
  expect(placesOf(option).map(({ name, seriesIndex, dataIndex }) => [name, seriesIndex, dataIndex])).toEqual([
    ['Rome', 0, 0],
    ['Oslo', 0, 1],
    ['Bonn', 1, 2],
  ]);
});

test("an item's own filters go before its series'", () => {
  const option = { series: [{ ...city('Bonn') }] };
  expect(filtersAt(option, { seriesIndex: 0, data: city('Rome') })[0]?.values).toEqual(['Rome']);
  expect(filtersAt(option, { seriesIndex: 0, data: 5 })[0]?.values).toEqual(['Bonn']);
  expect(filtersAt(option, {})).toEqual([]);
});
