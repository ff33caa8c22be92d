import { expect, test } from 'vitest';
import { offersAt, type Known } from './complete';
import { quoteName } from './habits';
import { namesIn } from './tables';

const columns: Readonly<Record<string, readonly string[]>> = {
  flights: ['origin', 'delay', 'Tail Number'],
  airports: ['code', 'city'],
  'audit.log': ['at', 'who'],
};
const known: Known = {
  schemas: ['main', 'audit'],
  schema: 'main',
  tables: [
    { name: 'flights', schema: 'main', kind: 'table' },
    { name: 'airports', schema: 'main', kind: 'view' },
    { name: 'log', schema: 'audit', kind: 'table' },
  ],
  columnsOf: ({ schema, name }) =>
    (columns[schema && schema !== 'main' ? `${schema}.${name}` : name] ?? []).map((one) => ({
      name: one,
      type: 'TEXT',
    })),
  functions: ['avg', 'count'],
  macros: ['{{ current_username() }}'],
  quote: (name) => quoteName(name, 'postgresql'),
};

/** The bar marks the cursor. */
const at = (text: string, explicit = true) => {
  const place = text.indexOf('|');
  return offersAt(text.replace('|', ''), place, known, explicit);
};
const labels = (text: string) => at(text)?.offers.map(({ label }) => label) ?? [];

test('names of tables are read with schema and alias, whatever stands around them', () => {
  const { tables } = namesIn(
    'select * from main.flights f, "Air ports" as a join audit.log on a.x = f.y -- from nowhere\nwhere t = \'from x\'',
  );
  expect(tables).toEqual([
    { schema: 'main', name: 'flights', alias: 'f' },
    { name: 'Air ports', alias: 'a' },
    { schema: 'audit', name: 'log', alias: 'log' },
  ]);
});

test('queries a statement names are known with their columns', () => {
  expect(
    namesIn('with late as (select origin, avg(delay) as mean, f.tail from flights f) select * from late').queries,
  ).toEqual([{ name: 'late', columns: ['origin', 'mean', 'tail'] }]);
});

test('after FROM and JOIN stand tables, those of other schemas with their schema', () => {
  expect(labels('select * from |')).toEqual(['flights', 'airports', 'log', 'main', 'audit']);
  expect(at('select * from l|')?.offers.find(({ label }) => label === 'log')?.insert).toBe('audit.log');
  expect(labels('select * from flights f join a|')).toContain('airports');
  expect(labels('with late as (select 1 as one) select * from |')[0]).toBe('late');
});

test('columns of the tables of the statement come first, also before FROM is reached', () => {
  expect(labels('select | from flights').slice(0, 3)).toEqual(['origin', 'delay', 'Tail Number']);
  expect(at('select t| from flights')?.offers.find(({ label }) => label === 'Tail Number')?.insert).toBe(
    '"Tail Number"',
  );
  expect(labels('select * from flights f join airports a on |')).toEqual(
    expect.arrayContaining(['origin', 'code', 'f', 'a']),
  );
});

test('behind an alias stand the columns of its table alone', () => {
  expect(labels('select a.| from flights f join airports a on true')).toEqual(['code', 'city']);
  expect(labels('select * from audit.|')).toEqual(['log']);
  expect(labels('select l.| from audit.log l')).toEqual(['at', 'who']);
  expect(labels('with late as (select origin, 1 as one from flights) select x.| from late x')).toEqual([
    'origin',
    'one',
  ]);
});

test('templates are offered in their braces, nothing in texts and notes', () => {
  expect(labels("select * from t where x = '{{ cu|")).toEqual(['{{ current_username() }}']);
  expect(at("select 'fl|' from flights")).toBeUndefined();
  expect(at('select 1 -- fl|')).toBeUndefined();
  expect(at('select 1 /* fl| */')).toBeUndefined();
});

test('nobody is bothered where nothing was typed', () => {
  expect(at('select 1 |', false)).toBeUndefined();
});

test('a name is quoted only where it must', () => {
  expect(quoteName('origin', 'postgresql')).toBe('origin');
  expect(quoteName('Origin', 'postgresql')).toBe('"Origin"');
  expect(quoteName('order', 'mysql')).toBe('`order`');
  expect(quoteName('say "hi"', 'duckdb')).toBe('"say ""hi"""');
});
