import type { Habits } from './scan';

const backslashed = new Set(['mysql', 'mariadb', 'clickhouse', 'bigquery']);

export const habitsOf = (backend: string | undefined): Habits => {
  const backslashes = backslashed.has(backend ?? '');
  return { backslashes, dollars: !backslashes };
};

/** A name as the database reads it: in quotes where it must. */
export function quoteName(name: string, backend: string | undefined): string {
  const folds = backend === 'oracle' || backend === 'snowflake' ? /^[A-Z_][A-Z0-9_$]*$/ : /^[a-z_][a-z0-9_$]*$/;
  if (folds.test(name) && !reserved.has(name.toLowerCase())) return name;
  const quote = backslashed.has(backend ?? '') ? '`' : '"';
  return `${quote}${name.replaceAll(quote, quote + quote)}${quote}`;
}

const reserved = new Set(
  (
    'all and any as asc between by case cast check column constraint create cross default desc distinct else end except ' +
    'exists false fetch for foreign from full group having in inner intersect into is join left like limit natural not null ' +
    'offset on or order outer primary references right select set table then to true union unique user using values when where with'
  ).split(' '),
);
