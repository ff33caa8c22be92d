// SQL Lab's routes on the real server: results that survive, queries that stop at the warehouse, rights of two people.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test, { after, before } from 'node:test';
import { signIn } from '../src/client.mjs';
import { startPostgres } from '../src/postgres.mjs';
import { password, shell, start, temporary, until } from '../src/server.mjs';

const KEY = 'q7Zr2mW9xT4vB1nK8sL5pD3fG6hJ0cY2';
let postgres;
let server;
let admin;
let shop;
let data;

const boot = async () => {
  server = await start({ data, env: { KARAVEL_LOAD_EXAMPLES: 'false', KARAVEL_SECRET_KEY: KEY } });
  admin = await signIn(server);
};
const run = (client, sql, more = {}) => client.post('/api/v1/sqllab/execute/', { database_id: shop, schema: 'public', sql, ...more });
const find = async (client, id) =>
  (await client.get(`/api/v1/query/updated_since?q=${encodeURIComponent('(last_updated_ms:0)')}`)).json.result.find((one) => one.id === id);
const results = (client, key) => client.get(`/api/v1/sqllab/results/?q=${encodeURIComponent(`(key:'${key}')`)}`);
/** What PostgreSQL runs for others now, as it says itself. */
const busy = async (words) => {
  const { json } = await admin.get(`/api/v1/database/${shop}/tables/?q=${encodeURIComponent('(schema_name:public)')}`);
  assert.ok(json);
  const last = postgres.log().split('\n').filter((line) => line.includes(words));
  return last;
};

before(async () => {
  data = temporary('lab');
  postgres = await startPostgres();
  await boot();
  const made = await admin.post('/api/v1/database/', {
    database_name: 'Shop',
    sqlalchemy_uri: `postgresql://postgres:${postgres.password}@127.0.0.1:${postgres.port}/shop`,
    expose_in_sqllab: true,
    allow_dml: true,
    allow_ctas: true,
    allow_cvas: true,
  });
  assert.equal(made.status, 201, made.text);
  shop = made.json.id;
});

after(async () => {
  await server?.stop();
  await postgres?.stop();
  fs.rmSync(data, { recursive: true, force: true });
});

const SERIES = 'SELECT n, n % 7 AS rest FROM generate_series(1, 5000) AS numbers(n)';

test('a statement gives rows and columns, bounded, and is in the history', async () => {
  const done = await run(admin, SERIES, { client_id: 'first', queryLimit: 10, tab: 'Numbers' });
  assert.equal(done.status, 200, done.text);
  assert.equal(done.json.data.length, 10);
  assert.deepEqual(done.json.columns.map((one) => one.name), ['n', 'rest']);
  assert.equal(done.json.query.limitingFactor, 'DROPDOWN');
  const known = await find(admin, 'first');
  assert.equal(known.state, 'success');
  assert.equal((await results(admin, known.resultsKey)).json.data.length, 10);
});
