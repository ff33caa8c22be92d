import {
  Cassandra,
  MariaSQL,
  MSSQL,
  MySQL,
  PLSQL,
  PostgreSQL,
  SQLite,
  StandardSQL,
  type SQLDialect,
} from '@codemirror/lang-sql';

const dialects: Readonly<Record<string, SQLDialect>> = {
  postgresql: PostgreSQL,
  redshift: PostgreSQL,
  duckdb: PostgreSQL,
  h2: PostgreSQL,
  trino: PostgreSQL,
  presto: PostgreSQL,
  snowflake: PostgreSQL,
  cockroachdb: PostgreSQL,
  mysql: MySQL,
  mariadb: MariaSQL,
  clickhouse: MySQL,
  bigquery: MySQL,
  sqlite: SQLite,
  mssql: MSSQL,
  sqlserver: MSSQL,
  oracle: PLSQL,
  cassandra: Cassandra,
};

/** How a database's language is coloured; what we do not know reads as the standard. */
export const dialectOf = (backend: string | undefined): SQLDialect => dialects[backend ?? ''] ?? StandardSQL;
