// Two nodes on one machine over one PostgreSQL: metadata by configuration alone, one shared cache, one statement for a crowd.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test, { after, before } from 'node:test';
import { signIn } from '../src/client.mjs';
import { starter } from '../src/jars.mjs';
import { startPostgres } from '../src/postgres.mjs';
import { freePort, start, until } from '../src/server.mjs';

let postgres;
let nodes = [];
let clients = [];
let dataset;

before(async () => {
  postgres = await startPostgres();
  const ports = [await freePort(), await freePort()];
  const env = {
    KARAVEL_METADATA_URL: postgres.jdbc('metadata'),
    KARAVEL_METADATA_USER: 'postgres',
    KARAVEL_METADATA_PASSWORD: postgres.password,
    KARAVEL_SECRET_KEY: 'q7Zr2mW9xT4vB1nK8sL5pD3fG6hJ0cY2',
    KARAVEL_LOAD_EXAMPLES: 'false',
    KARAVEL_CLUSTER_ADDRESSES: ports.map((port) => `127.0.0.1:${port}`).join(','),
  };
  for (const port of ports) nodes.push(await start({ env: { ...env, KARAVEL_CLUSTER_PORT: String(port) } }));
  clients = await Promise.all(nodes.map((node) => signIn(node)));
  const database = await clients[0].post('/api/v1/database/', { database_name: 'Shop', sqlalchemy_uri: `postgresql://postgres:${postgres.password}@127.0.0.1:${postgres.port}/shop` });
  assert.equal(database.status, 201, database.text);
  const made = await clients[0].post('/api/v1/dataset/', { database: database.json.id, schema: 'pg_catalog', table_name: 'pg_class' });
  assert.equal(made.status, 201, made.text);
  dataset = made.json.id;
});

after(async () => {
  await Promise.all(nodes.map((node) => node.stop()));
  await postgres?.stop();
  for (const node of nodes) for (const folder of [node.data, node.deploy]) fs.rmSync(folder, { recursive: true, force: true });
});

const ask = (client, label, more = {}) =>
  client.post('/api/v1/chart/data', { datasource: { id: dataset, type: 'table' }, queries: [{ columns: ['relkind'], metrics: [{ expressionType: 'SQL', sqlExpression: 'COUNT(*)', label }] }], ...more });

const statements = (label) => postgres.log().split('\n').filter((line) => /(execute|statement)/.test(line) && line.includes(label)).length;

test('the nodes see each other', async () => {
  await until('two nodes', async () => (await clients[1].get('/api/v1/karavel/status')).json.nodes.length === 2);
});

test('what one node stored, the other one has', async () => {
  const first = await ask(clients[0], 'shared_label');
  assert.equal(first.status, 200, first.text);
  assert.equal(first.json.result[0].is_cached, false);
  const second = await ask(clients[1], 'shared_label');
  assert.equal(second.json.result[0].is_cached, true);
  assert.equal(statements('shared_label'), 1);
});

test('a plugin uploaded to one node draws on both, and goes from both', async () => {
  const form = new FormData();
  form.set('file', new Blob([fs.readFileSync(starter)]), 'starter.jar');
  const sent = await fetch(`${nodes[0].url}/api/v1/plugin/`, { method: 'POST', headers: { authorization: `Bearer ${clients[0].token}` }, body: form });
  const { result } = await sent.json();
  const there = async (client) => (await client.get('/api/v1/karavel/visualizations')).json.result.some((one) => one.viz_type === 'starter_lollipop');
  await until('the plugin on the other node', () => there(clients[1]), { timeout: 15_000 });
  assert.equal((await clients[1].put(`/api/v1/plugin/${result.plugin}/${result.version}`, { enabled: false })).status, 200);
  await until('it to be off everywhere', async () => !(await there(clients[0])), { timeout: 15_000 });
  assert.equal((await clients[1].delete(`/api/v1/plugin/${result.plugin}/${result.version}`)).status, 200);
  await until('it to be gone', async () => !(await clients[0].get('/api/v1/plugin/')).json.result.some((one) => one.plugin === result.plugin), { timeout: 15_000 });
});

test('a hundred identical questions at once reach the warehouse once', async () => {
  const answers = await Promise.all(Array.from({ length: 100 }, (_, i) => ask(clients[i % 2], 'crowd_label')));
  for (const answer of answers) assert.equal(answer.status, 200, answer.text);
  assert.equal(new Set(answers.map((answer) => JSON.stringify(answer.json.result[0].data))).size, 1);
  assert.equal(statements('crowd_label'), 1);
});

test('the metadata database is no warehouse', async () => {
  const answer = await clients[0].post('/api/v1/database/', { database_name: 'Inside', sqlalchemy_uri: `postgresql://postgres:${postgres.password}@127.0.0.1:${postgres.port}/metadata` });
  assert.ok([400, 422].includes(answer.status), answer.text);
});

test('one node killed, the other goes on', async () => {
  await nodes[1].kill();
  const answer = await ask(clients[0], 'alone_label');
  assert.equal(answer.status, 200, answer.text);
});
