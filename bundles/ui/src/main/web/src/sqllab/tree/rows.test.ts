import { expect, test } from 'vitest';
import { tableKey, treeRows, type TreeData } from './rows';

const data = (changed: Partial<TreeData> = {}): TreeData => ({
  schemas: ['main', 'audit'],
  open: new Set(['main', tableKey('main', 'flights')]),
  tables: (schema) =>
    schema === 'main'
      ? [
          { value: 'airports', type: 'view' },
          { value: 'flights', type: 'table' },
        ]
      : undefined,
  facts: (_, table) =>
    table === 'flights'
      ? {
          columns: [
            { name: 'id', type: 'BIGINT', type_generic: 0 },
            { name: 'origin', type: 'TEXT', type_generic: 1 },
          ],
          primaryKey: { column_names: ['id'] },
          foreignKeys: [{ column_names: ['origin'], referred_table: 'airports', referred_columns: ['code'] }],
          indexes: [{ name: 'by_origin', column_names: ['origin'], unique: false }],
        }
      : undefined,
  search: '',
  ...changed,
});
const seen = (tree: TreeData) => treeRows(tree).map((row) => `${row.kind} ${'name' in row ? row.name : row.key}`);

test('what is open shows what is in it, with keys and indexes', () => {
  const rows = treeRows(data());
  expect(seen(data())).toEqual([
    'schema main',
    'table airports',
    'table flights',
    'column id',
    'column origin',
    'index by_origin',
    'schema audit',
  ]);
  expect(rows[3]).toMatchObject({ primary: true, foreign: undefined });
  expect(rows[4]).toMatchObject({ primary: false, foreign: 'airports.code' });
});

test('what is on its way and what failed has a line of its own', () => {
  expect(seen(data({ open: new Set(['audit']) }))).toContain('wait audit\n…');
  expect(seen(data({ open: new Set(['main']), tables: () => new Error('no') }))).toContain('failed main\n!');
  expect(seen(data({ open: new Set(['main']), tables: () => [] }))).toContain('none main\n0');
});

test('a search opens what holds it and hides the rest, columns that are known too', () => {
  expect(seen(data({ search: 'AIR', open: new Set() }))).toEqual(['schema main', 'table airports']);
  expect(seen(data({ search: 'origin' }))).toEqual(['schema main', 'table flights', 'column origin']);
  expect(seen(data({ search: 'nothing' }))).toEqual([]);
});
