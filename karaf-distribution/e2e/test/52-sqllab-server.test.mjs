// SQL Lab's routes on the real server: results that survive, queries that stop at the warehouse, rights of two people.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { signIn } from '../src/client.mjs';
import { startPostgres } from '../src/postgres.mjs';
import { password, shell, start, temporary, until } from '../src/server.mjs';

const KEY = 'q7Zr2mW9xT4vB1nK8sL5pD3fG6hJ0cY2';
const classpath = fs.readFileSync(path.join(import.meta.dirname, '../target/servers.classpath'), 'utf8').trim();
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
/** Long enough for any test, as nothing but a stop ends it. */
const LONG = 'SELECT count(*) AS slow FROM generate_series(1, 100000) AS a(n) CROSS JOIN generate_series(1, 1000000) AS b(m) WHERE a.n + b.m < 0';
/** Whether PostgreSQL itself says that a statement with these words is running. */
const active = (words) => {
  const asked = `DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_stat_activity WHERE state = 'active' AND pid <> pg_backend_pid() AND query LIKE '%${words}%') THEN RAISE EXCEPTION 'none'; END IF; END $$`;
  return spawnSync('java', ['-cp', classpath, 'dev.karavel.servers.Statements', postgres.jdbc('shop'), 'postgres', postgres.password], { input: asked }).status === 0;
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

test('columns come whole, objects in part', async () => {
  const done = await run(admin, 'SELECT n FROM generate_series(1, 20000) AS numbers(n)', { client_id: 'many', queryLimit: 100000 });
  assert.equal(done.status, 200, done.text);
  assert.equal(done.json.data.length, 10000);
  assert.equal(done.json.displayLimitReached, true);
  const { resultsKey } = done.json.query;
  const whole = await fetch(`${server.url}/api/v1/sqllab/results/?q=${encodeURIComponent(`(key:'${resultsKey}')`)}`, {
    headers: { authorization: `Bearer ${admin.token}`, accept: 'application/vnd.karavel.columns+json' },
  });
  const { data } = await whole.json();
  assert.equal(data[0].values.length, 20000);
});

test('several statements run in order, the last SELECT gives the rows, templates are filled in', async () => {
  const done = await run(admin, "CREATE TABLE notes (word text);\nINSERT INTO notes VALUES ('{{ word }}'), ('b');\nSELECT word FROM notes ORDER BY word", { templateParams: '{"word": "a"}' });
  assert.equal(done.status, 200, done.text);
  assert.deepEqual(done.json.data, [{ word: 'a' }, { word: 'b' }]);
  assert.equal(done.json.query.extra.statements, 3);
  assert.match(done.json.query.extra.messages.join(), /INSERT: 2 rows/);
});

test('a mistake is told with its place, and stays in the history', async () => {
  const wrong = await run(admin, 'SELECT word,\n  nothing\nFROM notes', { client_id: 'wrong' });
  assert.equal(wrong.status, 422, wrong.text);
  const [error] = wrong.json.errors;
  assert.match(error.message, /nothing/);
  assert.equal((await find(admin, 'wrong')).state, 'failed');
  assert.equal((await find(admin, 'wrong')).extra.errors[0].message, error.message);
  const checked = await admin.post(`/api/v1/database/${shop}/validate_sql/`, { sql: 'SELECT word\nFORM notes', schema: 'public' });
  assert.equal(checked.status, 200, checked.text);
  assert.equal(checked.json.result.length, 1);
  assert.ok(checked.json.result[0].line_number >= 1, checked.text);
});

test('a slow query goes on in the background and stops at the warehouse', async () => {
  const going = await run(admin, LONG, { client_id: 'slow', asyncAfter: 300 });
  assert.equal(going.status, 202, going.text);
  await until('it to run at PostgreSQL', () => active('AS slow'));
  assert.equal((await find(admin, 'slow')).state, 'running');
  const listed = shell(server, 'karavel:query-list');
  assert.match(listed.out, /slow\s+│?\|?\s*running/);
  assert.equal((await admin.post('/api/v1/query/stop', { client_id: 'slow' })).status, 200);
  await until('it to be gone from PostgreSQL', () => !active('AS slow'));
  assert.equal((await find(admin, 'slow')).state, 'stopped');
});

test('one that runs in the background is told of, and its result is there', async () => {
  const sent = await run(admin, SERIES, { client_id: 'async', runAsync: true });
  assert.equal(sent.status, 202, sent.text);
  const done = await until('its end', async () => {
    const query = await find(admin, 'async');
    return query.state === 'success' && query;
  });
  assert.equal((await results(admin, done.resultsKey)).json.data.length, 1000);
});

test('tables and views are made of what is read', async () => {
  const made = await run(admin, SERIES, { select_as_cta: true, ctas_method: 'TABLE', tmp_table_name: 'made_here', client_id: 'cta' });
  assert.equal(made.status, 200, made.text);
  const view = await run(admin, 'SELECT n FROM made_here WHERE n < 10', { select_as_cta: true, ctas_method: 'VIEW', tmp_table_name: 'seen_here' });
  assert.equal(view.status, 200, view.text);
  const count = await run(admin, 'SELECT (SELECT count(*) FROM made_here) AS t, (SELECT count(*) FROM seen_here) AS v');
  assert.deepEqual(count.json.data, [{ t: 5000, v: 9 }]);
});

test('files hold 100,000 rows, and all rows where they are wanted', async () => {
  const done = await run(admin, 'SELECT n, md5(CAST(n AS text)) AS word FROM generate_series(1, 150000) AS numbers(n)', { client_id: 'file', queryLimit: 100000 });
  assert.equal(done.status, 200, done.text.slice(0, 300));
  const csv = await admin.get('/api/v1/sqllab/export/file/');
  assert.equal(csv.text.trim().split('\n').length, 100001);
  assert.match(csv.headers.get('content-disposition'), /attachment; filename="query.csv"/);
  const all = await admin.post('/api/v1/sqllab/export_streaming/', { client_id: 'file', filename: 'everything.csv' });
  assert.equal(all.text.trim().split('\n').length, 150001);
  const sheet = await admin.get('/api/v1/sqllab/export/file/?format=xlsx');
  assert.equal(sheet.status, 200);
});

test('a statement is laid out, estimated, and shared by a link', async () => {
  const laid = await admin.post('/api/v1/sqllab/format_sql/', { sql: "select a, b from {{ table }} where c = 'from  x' and d in (select 1)" });
  assert.match(laid.json.result, /^SELECT\n  a,\n  b\nFROM \{\{ table \}\}\nWHERE c = 'from  x'\n  AND d IN \(/);
  const estimate = await admin.post('/api/v1/sqllab/estimate/', { database_id: shop, schema: 'public', sql: 'SELECT * FROM notes' });
  assert.equal(estimate.status, 200, estimate.text);
  assert.ok(Object.keys(estimate.json.result[0]).length > 0);
  const link = await admin.post('/api/v1/sqllab/permalink', { dbId: shop, name: 'Notes', sql: 'SELECT 1', schema: 'public' });
  assert.equal(link.status, 201, link.text);
  assert.equal((await admin.get(`/api/v1/sqllab/permalink/${link.json.key}`)).json.sql, 'SELECT 1');
});

test('tabs and saved queries come back as they were left', async () => {
  const opened = await admin.post('/tabstateview/', { queryEditor: { name: 'First', dbId: shop, schema: 'public', sql: 'SELECT 1', queryLimit: 50 } });
  assert.equal(opened.status, 200, opened.text);
  const { id } = opened.json;
  assert.equal((await admin.put(`/tabstateview/${id}`, { sql: 'SELECT 2', latest_query_id: 'first' })).status, 200);
  assert.equal((await admin.post('/tableschemaview/', { table: { queryEditorId: String(id), dbId: shop, schema: 'public', name: 'notes' } })).status, 200);
  const begin = (await admin.get('/api/v1/sqllab/')).json.result;
  assert.equal(begin.active_tab.id, id);
  assert.equal(begin.active_tab.sql, 'SELECT 2');
  assert.equal(begin.active_tab.latest_query.id, 'first');
  assert.equal(begin.active_tab.table_schemas[0].table, 'notes');
  assert.equal(begin.databases[shop].allow_ctas, true);
  const kept = await admin.post('/api/v1/saved_query/', { label: 'Mine', db_id: shop, sql: 'SELECT 1', schema: 'public', extra_json: { schedule_info: { when: 'daily' } } });
  assert.equal(kept.status, 201, kept.text);
  const one = (await admin.get(`/api/v1/saved_query/${kept.json.id}`)).json.result;
  assert.deepEqual(JSON.parse(one.extra_json), { schedule_info: { when: 'daily' } });
  assert.equal((await admin.get('/api/v1/saved_query/')).json.count, 1);
  const zip = await fetch(`${server.url}/api/v1/saved_query/export/?q=!(${kept.json.id})`, { headers: { authorization: `Bearer ${admin.token}` } });
  assert.equal(zip.headers.get('content-type'), 'application/zip');
  const form = new FormData();
  form.set('formData', new Blob([await zip.arrayBuffer()]), 'queries.zip');
  const again = () => fetch(`${server.url}/api/v1/saved_query/import/`, { method: 'POST', headers: { authorization: `Bearer ${admin.token}` }, body: form });
  assert.equal((await again()).status, 422);
  form.set('overwrite', 'true');
  const brought = await again();
  assert.equal(brought.status, 200, await brought.text());
  assert.equal((await admin.get('/api/v1/saved_query/')).json.count, 1);
});

test('two people: rights, row rules, and nobody reads what another asked', async () => {
  assert.match(shell(server, `karavel:user-add --role Gamma --role sql_lab --password ${password} ann`).out, /ann/);
  const dataset = await admin.post('/api/v1/dataset/', { database: shop, schema: 'public', table_name: 'notes' });
  assert.equal(dataset.status, 201, dataset.text);
  const ann = await signIn(server, 'ann');
  const refused = await run(ann, 'SELECT word FROM notes');
  assert.ok([403, 404].includes(refused.status), refused.text);
  assert.equal((await results(ann, (await find(admin, 'first')).resultsKey)).status, 404);
  assert.equal((await ann.post('/api/v1/query/stop', { client_id: 'first' })).status, 404);
  assert.ok((await ann.get('/api/v1/query/')).json.result.every((one) => one.user.first_name === 'ann' || one.sql.includes('word FROM notes')));

  const people = await admin.get('/api/v1/security/users/?q=(page_size:100)');
  const { id } = people.json.result.find((one) => one.username === 'ann');
  assert.equal((await admin.put(`/api/v1/dataset/${dataset.json.id}`, { owners: [id] })).status, 200);
  const before = await until('her right to count', async () => {
    const answer = await run(ann, 'SELECT word FROM notes ORDER BY word');
    return answer.status === 200 && answer;
  });
  assert.deepEqual(before.json.data, [{ word: 'a' }, { word: 'b' }]);
  const roles = await admin.get('/api/v1/security/roles/?q=(page_size:100)');
  const gamma = roles.json.result.find((one) => one.name === 'Gamma');
  const rule = await admin.post('/api/v1/rowlevelsecurity/', { name: 'Only a', filter_type: 'Regular', tables: [dataset.json.id], roles: [gamma.id], clause: "word = 'a'" });
  assert.equal(rule.status, 201, rule.text);
  await until('the rule to count', async () => (await run(ann, 'SELECT word FROM notes')).json.data.length === 1);
  for (const sql of ['SELECT word FROM public.notes', 'WITH x AS (SELECT * FROM "notes") SELECT word FROM x', 'SELECT (SELECT max(word) FROM notes) AS word', "{% set t = 'notes' %}SELECT word FROM {{ t }}"]) {
    const ruled = await run(ann, sql);
    assert.deepEqual(ruled.json.data, [{ word: 'a' }], `${sql}: ${ruled.text}`);
  }
  for (const sql of ['SELECT * FROM made_here', 'DELETE FROM notes', 'DROP TABLE notes', 'SELECT * FROM pg_catalog.pg_authid']) {
    assert.ok([403, 422].includes((await run(ann, sql)).status), sql);
  }
  assert.equal((await run(admin, 'SELECT word FROM notes')).json.data.length, 2);
});

test('a restart keeps results and history', async () => {
  await server.stop();
  await boot();
  assert.equal((await results(admin, (await find(admin, 'first')).resultsKey)).json.data.length, 10);
});

test('a query of a server that was killed is run again, stops at the warehouse, and results stay', async () => {
  assert.equal((await run(admin, LONG, { client_id: 'orphan', runAsync: true })).status, 202);
  await until('it to run', async () => (await find(admin, 'orphan')).state === 'running');
  const asked = () => postgres.log().split('\n').filter((line) => line.includes('execute') && line.includes('AS slow')).length;
  const ended = () => postgres.log().split('canceling statement due to user request').length;
  await server.kill();
  const before = asked();
  await boot();
  await until('it to be asked again', () => asked() > before, { timeout: 60_000 });
  assert.equal((await find(admin, 'orphan')).state, 'running');
  const cancelled = ended();
  assert.equal((await admin.post('/api/v1/query/stop', { client_id: 'orphan' })).status, 200);
  assert.equal((await find(admin, 'orphan')).state, 'stopped');
  await until('PostgreSQL to be told', () => ended() > cancelled);
  assert.equal((await results(admin, (await find(admin, 'first')).resultsKey)).json.data.length, 10);
});
