// Tasks on two nodes over one PostgreSQL: accepted is accepted, whichever node is killed; nothing is done for whom it is not.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test, { after, before } from 'node:test';
import { axe, launch, open } from '../src/browser.mjs';
import { signIn } from '../src/client.mjs';
import { startPostgres } from '../src/postgres.mjs';
import { freePort, start, until } from '../src/server.mjs';

let postgres;
const nodes = new Map();
const clients = new Map();
let dataset;
let database;
let browser;

before(async () => {
  [postgres, browser] = await Promise.all([startPostgres(), launch()]);
  const ports = [await freePort(), await freePort()];
  const env = {
    ...postgres.env,
    KARAVEL_LOAD_EXAMPLES: 'false',
    KARAVEL_SQL_FUNCTIONS: 'pg_sleep',
    KARAVEL_WORKER_LEASE: 'PT4S',
    KARAVEL_CLUSTER_ADDRESSES: ports.map((port) => `127.0.0.1:${port}`).join(','),
  };
  for (const [index, port] of ports.entries()) {
    const name = ['first', 'second'][index];
    nodes.set(name, await start({ env: { ...env, KARAVEL_CLUSTER_PORT: String(port), KARAVEL_NODE_NAME: name } }));
    clients.set(name, await signIn(nodes.get(name)));
  }
  const made = await any().post('/api/v1/database/', { database_name: 'Shop', sqlalchemy_uri: `postgresql://postgres:${postgres.password}@127.0.0.1:${postgres.port}/shop`, expose_in_sqllab: true });
  assert.equal(made.status, 201, made.text);
  database = made.json.id;
  const slow = await any().post('/api/v1/dataset/', { database, table_name: 'slow', sql: 'SELECT n % 5 AS kind, pg_sleep(0.1)::text AS slept FROM generate_series(1, 80) AS a(n)' });
  assert.equal(slow.status, 201, slow.text);
  dataset = slow.json.id;
  await until('two nodes', async () => (await any().get('/api/v1/karavel/status')).json.nodes.length === 2);
});

after(async () => {
  await browser?.close();
  await Promise.all([...nodes.values()].map((node) => node.stop()));
  await postgres?.stop();
  for (const node of nodes.values()) for (const folder of [node.data, node.deploy]) fs.rmSync(folder, { recursive: true, force: true });
});

const any = () => [...clients.values()][0];
const question = (label, more = {}) => ({ datasource: { id: dataset, type: 'table' }, queries: [{ columns: ['kind', 'slept'], metrics: [{ expressionType: 'SQL', sqlExpression: 'COUNT(*)', label }] }], ...more });
const ask = (client, label, more) => client.post('/api/v1/chart/data', question(label, more));
const task = async (id, client = any()) => (await client.get(`/api/v1/task/${id}`)).json.result;
const ended = (id, client) =>
  until('the task to end', async () => {
    const now = await task(id, client);
    return ['done', 'failed', 'cancelled'].includes(now?.state) ? now : undefined;
  }, { timeout: 60_000 });

test('a long question is accepted, and its answer fetched when the task is done', async () => {
  const accepted = await ask(any(), 'patient', { async: true });
  assert.equal(accepted.status, 202, accepted.text);
  assert.equal((await any().get(accepted.json.result_url)).status, 202);
  const end = await ended(accepted.json.job_id);
  assert.equal(end.state, 'done', end.words);
  const answer = await any().get(accepted.json.result_url);
  assert.equal(answer.status, 200, answer.text);
  assert.ok(answer.json.result[0].data.length > 0);
  const events = (await any().get('/api/v1/async_event/?last_id=0-0')).json.result;
  assert.equal(events.find((one) => one.job_id === accepted.json.job_id)?.status, 'done');
});

test('what is ready in time comes at once, from whichever node', async () => {
  for (const client of clients.values()) {
    const answer = await ask(client, 'patient', { async: { after: 20_000 } });
    assert.equal(answer.status, 200, answer.text);
    assert.equal(answer.json.result[0].is_cached, true);
  }
});

test('who is held too long goes over to a task, which finds the statement under way', async () => {
  const accepted = await ask(any(), 'handed_over', { async: { after: 300 } });
  assert.equal(accepted.status, 202, accepted.text);
  assert.equal((await ended(accepted.json.job_id)).state, 'done');
  assert.equal(postgres.log().split('\n').filter((line) => /execute/.test(line) && line.includes('handed_over')).length, 1);
});

test('a cancelled question ends at once', async () => {
  const accepted = await ask(any(), 'nobody_waits', { async: { after: 300 } });
  const cancelled = await any().post(`/api/v1/async_event/${accepted.json.job_id}/cancel`, {});
  assert.equal(cancelled.json.result.status, 'error');
  assert.equal((await task(accepted.json.job_id)).state, 'cancelled');
  assert.ok((await any().get(accepted.json.result_url)).status >= 400);
  assert.equal((await any().post(`/api/v1/task/${accepted.json.job_id}/retry`, {})).json.result.state, 'waiting');
  assert.equal((await ended(accepted.json.job_id)).state, 'done');
});

test('a chart that takes long says so, can be ended, and draws when it is done', async () => {
  const form = { viz_type: 'table', datasource: `${dataset}__table`, groupby: ['kind', 'slept'], metrics: [{ expressionType: 'SQL', sqlExpression: 'COUNT(*)', label: 'watched' }], row_limit: 50 };
  const chart = await any().post('/api/v1/chart/', { slice_name: 'Slow', viz_type: 'table', datasource_id: dataset, datasource_type: 'table', params: JSON.stringify(form) });
  assert.equal(chart.status, 201, chart.text);
  for (const theme of ['light', 'dark']) {
    const visitor = await open(browser, [...nodes.values()][0], { width: 1366, height: 820, theme });
    const { page } = visitor;
    try {
      await page.goto(`/explore/?slice_id=${chart.json.id}${theme === 'dark' ? '&force=true' : ''}`);
      if (theme === 'light') {
        await page.getByTestId('still-running').waitFor();
        assert.deepEqual(await axe(page), []);
        await visitor.picture('still-running');
        assert.equal(await page.getByTestId('still-running').getByRole('button').count(), 0, 'one stop button is enough');
        await page.getByTestId('stop-query').click();
        await page.locator('.stage').getByTestId('empty-state').waitFor();
        await visitor.picture('ended-by-hand');
        await page.locator('.stage').getByTestId('empty-state').getByRole('button').first().click();
      }
      await page.locator('.stage [role=grid] [role=row]').first().waitFor({ timeout: 60_000 });
      assert.equal(await page.getByTestId('still-running').count(), 0);
      await page.goto('/task/list/');
      await page.getByTestId('task-list').waitFor();
      await until('both ends in the list', async () => (await page.locator('.task-state.done').count()) > 0 && (await page.locator('.task-state.cancelled').count()) > 0);
      assert.deepEqual(await axe(page), []);
      await visitor.picture('tasks');
    } finally {
      await visitor.context.close();
    }
  }
});

// the metadata lie in the same PostgreSQL: its log tells the text of an order too, as a parameter, before anything runs
const underWay = (label) => postgres.log().split('\n').some((line) => line.includes(label) && !/parameters:/i.test(line));
const statementsEnded = () => postgres.log().split('\n').filter((line) => line.includes('canceling statement due to user request')).length;

test('a stop asked of one node ends the statement of the other at once', async () => {
  const turns = [];
  for (const turn of [1, 2, 3]) {
    const name = `far-${turn}`;
    const run = await clients.get('first').post('/api/v1/sqllab/execute/', { database_id: database, client_id: name, sql: `SELECT pg_sleep(60)::text AS far_${turn}`, runAsync: true });
    assert.equal(run.status, 202, run.text);
    await until('the statement under way', () => underWay(`far_${turn}`));
    const before = statementsEnded();
    const from = Date.now();
    const stopped = await clients.get('second').post('/api/v1/query/stop', { client_id: name });
    assert.equal(stopped.status, 200, stopped.text);
    await until('the warehouse to hear it', () => statementsEnded() > before);
    turns.push(Date.now() - from);
  }
  // A node that only looks each ten seconds has looked when a turn begins, and would let each but the first last that long.
  assert.ok(Math.min(...turns.slice(1)) < 5000, `${turns} ms`);
});

test('a task cancelled at one node ends the statement of the other', async () => {
  const accepted = await ask(any(), 'far_away', { async: true, force: true });
  assert.equal(accepted.status, 202, accepted.text);
  await until('the statement under way', () => underWay('far_away'));
  const { node } = await task(accepted.json.job_id);
  const other = clients.get([...clients.keys()].find((name) => name !== node));
  const before = statementsEnded();
  assert.equal((await other.post(`/api/v1/async_event/${accepted.json.job_id}/cancel`, {})).status, 200);
  await until('the warehouse to hear it', () => statementsEnded() > before);
});

test('a run of SQL Lab and a question outlive the node that is killed', async () => {
  const accepted = [];
  for (const client of clients.values()) for (const label of ['one', 'two']) accepted.push(await ask(client, `survives_${label}`, { async: true, force: true }));
  const runs = [];
  for (const [name, client] of clients) {
    const run = await client.post('/api/v1/sqllab/execute/', { database_id: database, client_id: `survives-${name}`, sql: 'SELECT pg_sleep(0.1)::text AS slept FROM generate_series(1, 100) AS a(n)', runAsync: true });
    assert.equal(run.status, 202, run.text);
    runs.push(run.json.query.id ?? `survives-${name}`);
  }
  const ids = accepted.map((one) => one.json.job_id);
  const victim = await until('a task under way', async () => (await task(ids[0])).node ?? undefined);
  const left = [...nodes.keys()].find((name) => name !== victim);
  await nodes.get(victim).kill();
  const client = clients.get(left);
  clients.delete(victim);
  for (const id of ids) {
    const end = await ended(id, client);
    assert.equal(end.state, 'done', JSON.stringify(end));
    assert.equal((await client.get(`/api/v1/chart/data/${id}`)).status, 200);
  }
  const first = await task(ids[0], client);
  assert.equal(first.node, left);
  await until('the run of the dead node to be done', async () => {
    const history = (await client.get('/api/v1/query/?q=(page_size:20)')).json.result.filter((one) => one.client_id?.startsWith('survives-') ?? false);
    return history.length === 2 && history.every((one) => one.status === 'success');
  }, { timeout: 120_000 });
});
