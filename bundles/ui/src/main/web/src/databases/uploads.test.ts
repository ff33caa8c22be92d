import { expect, test } from 'vitest';
import { choicesFor, formOf, kindOf, tableNameOf } from './uploads';

test('a file is known by its ending', () => {
  expect(['a.CSV', 'b.tsv', 'c.xlsx', 'd.parquet', 'e.pdf', 'f'].map(kindOf)).toEqual([
    'csv',
    'csv',
    'excel',
    'columnar',
    undefined,
    undefined,
  ]);
});

test('a table is named after its file, without need for quotes', () => {
  expect(['Größe 2024.csv', '2024-sales.xlsx', '***.csv', 'a.b.parquet'].map(tableNameOf)).toEqual([
    'gro_e_2024',
    't_2024_sales',
    'upload',
    'a_b',
  ]);
});

test('only what was chosen is sent', () => {
  const file = new Blob(['a']);
  const plain = formOf('csv', file, 'a.csv', choicesFor('a.csv'));
  expect([...plain.keys()].sort()).toEqual(['file', 'type']);
  const chosen = formOf('csv', file, 'a.csv', {
    ...choicesFor('a.csv'),
    delimiter: ';',
    hasNames: false,
    skipRows: '2',
    types: { n: 'integer' },
  });
  expect(Object.fromEntries([...chosen].filter(([name]) => name !== 'file'))).toEqual({
    type: 'csv',
    delimiter: ';',
    header_row: '-1',
    skip_rows: '2',
    column_data_types: '{"n":"integer"}',
  });
});
