import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../../api/types';
import { changed, configsOf } from './columnConfig';
import { arity, conditionText, lookOf, operatorsOf, rulesOf, targetOf, withLook, withTarget } from './rules';
import { shownColumns } from './shownColumns';
import { freeKey, timeColumnsOf } from './timeColumns';

const dataset = {
  columns: [
    { column_name: 'city', verbose_name: 'City', is_dttm: false, type: 'VARCHAR' },
    { column_name: 'at', verbose_name: null, is_dttm: true, type: 'TIMESTAMP' },
    { column_name: 'delay', verbose_name: null, is_dttm: false, type: 'INTEGER' },
  ],
  metrics: [{ metric_name: 'count', verbose_name: 'Flights' }],
} as unknown as Dataset;

describe('the columns a table will have', () => {
  it('are its dimensions, metrics and shares, each under the name of the answer', () => {
    const form = { groupby: ['city', 'at'], metrics: ['count'], percent_metrics: ['count'] };
    expect(shownColumns(form, dataset)).toEqual([
      { name: 'city', label: 'City', kind: 'text' },
      { name: 'at', label: 'at', kind: 'time' },
      { name: 'count', label: 'Flights', kind: 'number' },
      { name: '%count', label: '% Flights', kind: 'number' },
    ]);
  });

  it('are the chosen ones where rows are shown as they are', () => {
    const form = { query_mode: 'raw', all_columns: ['delay'], groupby: ['city'], metrics: ['count'] };
    expect(shownColumns(form, dataset)).toEqual([{ name: 'delay', label: 'delay', kind: 'number' }]);
  });

  it('are four for a metric that is compared with another time', () => {
    const form = { groupby: [], metrics: ['count'], time_compare: ['1 year ago'] };
    expect(shownColumns(form, dataset).map(({ name }) => name)).toEqual([
      'Main count',
      '# count',
      '△ count',
      '% count',
    ]);
  });
});

describe('settings of columns', () => {
  it('change one column, and leave out what is taken back', () => {
    const before = { city: { visible: false }, delay: { columnWidth: 80 } };
    expect(changed(before, 'delay', { columnWidth: undefined, d3NumberFormat: ',d' })).toEqual({
      city: { visible: false },
      delay: { d3NumberFormat: ',d' },
    });
    expect(changed(before, 'city', { visible: undefined })).toEqual({ delay: { columnWidth: 80 } });
  });

  it('of a chart made elsewhere may be anything', () => {
    expect(configsOf(null)).toEqual({});
    expect(configsOf({ a: 1, b: { visible: true } })).toEqual({ b: { visible: true } });
  });
});

describe('rules', () => {
  it('compare with no, one or two values', () => {
    expect(['None', 'is null', '>', 'ends with', 'not containing', '≤ x <'].map(arity)).toEqual([0, 0, 1, 1, 1, 2]);
  });

  it('read as their condition', () => {
    expect(conditionText({ column: 'a', operator: '>', targetValue: 5 })).toBe('> 5');
    expect(conditionText({ column: 'a', operator: '≤ x ≤', targetValueLeft: 1, targetValueRight: 3 })).toBe(
      '1 ≤ x ≤ 3',
    );
    expect(conditionText({ column: 'a' })).toBe('');
  });

  it('offer what fits the kind of column', () => {
    expect(operatorsOf('boolean')).toContain('is true');
    expect(operatorsOf('text')).toContain('begins with');
    expect(operatorsOf('number')).toContain('< x ≤');
  });

  it('of older and newer charts mean the same', () => {
    expect(targetOf({ column: 'a', toAllRow: true })).toBe('row');
    expect(targetOf({ column: 'a', columnFormatting: 'ENTIRE_ROW' })).toBe('row');
    expect(targetOf({ column: 'a', columnFormatting: 'b' })).toBe('b');
    expect(lookOf({ column: 'a', toTextColor: true })).toBe('text');
    expect(lookOf({ column: 'a', objectFormatting: 'CELL_BAR' })).toBe('bar');
  });

  it('change what they colour, and back', () => {
    const row = withTarget({ column: 'a' }, 'row');
    expect(targetOf(row)).toBe('row');
    expect(targetOf(withTarget(row, 'cell'))).toBe('cell');
    expect(lookOf(withLook(withLook({ column: 'a' }, 'text'), 'background'))).toBe('background');
  });

  it('that are none are left out', () => {
    expect(rulesOf([null, 5, { operator: '>' }, { column: 'a' }])).toEqual([{ column: 'a' }]);
  });
});

describe('columns over time', () => {
  it('have a key each, and a kind that is known', () => {
    expect(timeColumnsOf([{ colType: 'odd' }, { key: 'x', colType: 'spark' }])).toEqual([
      { key: '1', colType: 'time' },
      { key: 'x', colType: 'spark' },
    ]);
    expect(freeKey(['column3', 'column2'])).toBe('column4');
  });
});
