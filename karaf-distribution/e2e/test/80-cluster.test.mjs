// Two nodes on one machine that are told nothing but one PostgreSQL and one key: they find each other, share a cache, sessions, plugins and settings,
// and are renewed one after the other behind a load balancer.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { signIn } from '../src/client.mjs';
import { starter } from '../src/jars.mjs';
import { balance } from '../src/balancer.mjs';
import { startPostgres } from '../src/postgres.mjs';
import { password, shell, shellBeside, start, until } from '../src/server.mjs';

let postgres;
let env;
let nodes = [];
let clients = [];
let dataset;

before(async () => {
  postgres = await startPostgres();
  env = {
    ...postgres.env,
    KARAVEL_LOAD_EXAMPLES: 'false',
    KARAVEL_DRAIN: 'PT3S',
  };
  for (let i = 0; i < 2; i++) nodes.push(await start({ env }));
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

test('the shell shows both, what they do and that their clocks agree', async () => {
  const shown = await until('both in the shell', async () => {
    const { out } = shell(nodes[0], 'karavel:cluster');
    return out.split('\n').filter((line) => /127\.0\.0\.1:\d+/.test(line) && /beat, web, worker/.test(line) && /\d ms/.test(line)).length === 2 && out;
  });
  assert.match(shown, /this node/);
});

test('who signed in at one node is signed in at the other, and signs out of both', async () => {
  const signed = await fetch(`${nodes[0].url}/login/`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username: 'admin', password }) });
  const cookie = signed.headers.get('set-cookie').split(';')[0];
  const me = () => fetch(`${nodes[1].url}/api/v1/me/`, { headers: { cookie } });
  assert.equal((await (await me()).json()).result.username, 'admin');
  await fetch(`${nodes[0].url}/logout/`, { headers: { cookie }, redirect: 'manual' });
  await until('the session to be over', async () => (await me()).status === 401);
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
  await until('the plugin on the other node', () => there(clients[1]));
  assert.equal((await clients[1].put(`/api/v1/plugin/${result.plugin}/${result.version}`, { enabled: false })).status, 200);
  await until('it to be off everywhere', async () => !(await there(clients[0])));
  assert.equal((await clients[1].delete(`/api/v1/plugin/${result.plugin}/${result.version}`)).status, 200);
  await until('it to be gone', async () => !(await clients[0].get('/api/v1/plugin/')).json.result.some((one) => one.plugin === result.plugin));
});

const web = (node) => path.join(node.data, 'etc/dev.karavel.web.cfg');
const named = (node, name) => until(`the name ${name}`, async () => (await (await fetch(`${node.url}/login/`)).text()).includes(`"name":"${name}"`));
const admitted = async (node) => (await fetch(`${node.url}/metrics`, { headers: { authorization: 'Bearer a-collector-token' } })).status === 200;

const set = (node, words) => {
  const done = shell(node, `karavel:setting-set ${words}`);
  assert.equal(done.status, 0, done.out + done.problem);
};

test('a setting made at one node holds on both without a restart, and removed, each has its own again', async () => {
  const files = nodes.map((node) => fs.readFileSync(web(node), 'utf8'));
  await named(nodes[1], 'Karavel');
  set(nodes[0], 'dev.karavel.web brand "Sales figures"');
  for (const node of nodes) await named(node, 'Sales figures');
  assert.match(shell(nodes[1], 'karavel:setting-list').out, /dev\.karavel\.web\W+brand\W+Sales figures\W+shell/);
  const removed = shell(nodes[1], 'karavel:setting-remove dev.karavel.web brand');
  assert.equal(removed.status, 0, removed.out + removed.problem);
  for (const node of nodes) await named(node, 'Karavel');
  assert.deepEqual(nodes.map((node) => fs.readFileSync(web(node), 'utf8')), files);
});

test('settings change while people are served, and no request fails', async () => {
  const failed = [];
  let answered = 0;
  let over = false;
  const visit = async (i) => {
    while (!over) {
      const answer = await clients[i].get('/api/v1/dashboard/').catch((error) => ({ status: 0, text: String(error.cause ?? error) }));
      const page = await fetch(`${nodes[i].url}/login/`).catch((error) => ({ status: 0, text: () => String(error.cause ?? error) }));
      const text = await page.text();
      for (const [one, said] of [[answer, answer.text], [page, text]]) if (one.status === 200) answered++;
      else failed.push(`${i}: ${one.status} ${String(said).slice(0, 200)}`);
    }
  };
  const visits = [visit(0), visit(1), visit(0), visit(1)];
  const options = [['dev.karavel.web brand', 'Open'], ['dev.karavel.web body.limit', '9000000'], ['dev.karavel.web.metrics loopback', 'true'], ['dev.karavel.web.drain patience', 'PT10S'], ['dev.karavel.web.brand light', 'accent=#0f6e84']];
  try {
    for (const [option, value] of options) {
      const done = await shellBeside(nodes[0], `karavel:setting-set ${option} ${value}`);
      assert.equal(done.status, 0, done.out);
    }
    for (const node of nodes) await named(node, 'Open');
    for (const [option] of options) {
      const done = await shellBeside(nodes[1], `karavel:setting-remove ${option}`);
      assert.equal(done.status, 0, done.out);
    }
    for (const node of nodes) await named(node, 'Karavel');
  } finally {
    over = true;
    await Promise.all(visits);
  }
  assert.deepEqual(failed, []);
  assert.ok(answered > 100, `${answered} answers`);
});

test('a setting that no node could take is refused with what would be right', () => {
  for (const [words, wanted] of [
    ['dev.karavel.web brant Sales', /no key brant; it has .*brand/s],
    ['dev.karavel.wep brand Sales', /no configuration dev\.karavel\.wep; there are .*dev\.karavel\.web/s],
    ['dev.karavel.web body.limit much', /whole number from 1024; "much" is not/],
    ['dev.karavel.notify.email security ssl', /security of dev\.karavel\.notify\.email has to be one of none, starttls, tls; "ssl" is not/],
    ['dev.karavel.web query.timeout 60', /a time such as PT60S/],
    ['dev.karavel.cache port 4000', /dev\.karavel\.cache is each node's own: change it in etc\/dev\.karavel\.cache\.cfg/],
    ['dev.karavel.sqllab results.folder /tmp', /results\.folder of dev\.karavel\.sqllab is each node's own/],
  ]) {
    const done = shell(nodes[0], `karavel:setting-set ${words}`);
    assert.notEqual(done.status, 0, words);
    assert.match(done.out + done.problem, wanted);
  }
  assert.match(shell(nodes[0], 'karavel:setting-list').out, /No shared settings/);
});

test('a shared secret is masked in the shell, and the action log tells who set it', async () => {
  set(nodes[0], 'dev.karavel.web.metrics token a-collector-token');
  for (const node of nodes) await until('the collector to be let in', () => admitted(node));
  const shown = shell(nodes[1], 'karavel:setting-list').out;
  assert.match(shown, /dev\.karavel\.web\.metrics\W+token\W+X+\W+shell/);
  assert.doesNotMatch(shown, /a-collector-token/);
  const noted = (entry) => entry.action === 'setting_set' && entry.json.includes('dev.karavel.web.metrics') && !entry.json.includes('a-collector-token');
  await until('the action log to tell of it', async () => (await clients[0].get('/api/v1/log/')).json.result.some(noted));
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

test('both nodes are renewed one after the other, and no request fails', async () => {
  const balancer = await balance(nodes.map((node) => node.url));
  const failed = [];
  let answered = 0;
  let over = false;
  const through = async (worker) => {
    for (let i = 0; !over; i++) {
      const question = { datasource: { id: dataset, type: 'table' }, queries: [{ columns: ['relkind'], metrics: [{ expressionType: 'SQL', sqlExpression: 'COUNT(*)', label: `roll_${worker}_${i}` }] }] };
      const headers = { authorization: `Bearer ${clients[0].token}`, 'content-type': 'application/json' };
      const sent = i % 2 ? fetch(`${balancer.url}/api/v1/dashboard/`, { headers }) : fetch(`${balancer.url}/api/v1/chart/data`, { method: 'POST', headers, body: JSON.stringify(question) });
      try {
        const answer = await sent;
        const text = await answer.text();
        if (answer.status === 200) answered++;
        else failed.push(`${answer.status} ${text.slice(0, 200)}`);
      } catch (error) {
        failed.push(String(error.cause ?? error));
      }
    }
  };
  const load = [0, 1, 2].map(through);
  try {
    for (const [i, node] of nodes.entries()) {
      const stopped = node.stop();
      await until('the balancer to hear it', () => !balancer.nodes[i].healthy);
      await stopped;
      nodes[i] = await start({ env, port: node.port, data: node.data, deploy: node.deploy });
      await until('the balancer to hear of its return', () => balancer.nodes[i].healthy);
      const before = balancer.nodes[i].served;
      await until('requests at the new node', () => balancer.nodes[i].served > before + 20);
    }
  } finally {
    over = true;
    await Promise.all(load);
    balancer.stop();
  }
  assert.deepEqual(failed, []);
  assert.ok(answered > 100, `${answered} answers`);
});

test('the renewed nodes still have what was set for all', async () => {
  for (const node of nodes) await until('the collector to be let in', () => admitted(node));
  assert.equal(shell(nodes[1], 'karavel:setting-remove dev.karavel.web.metrics token').status, 0);
  for (const node of nodes) await until('the collector to be turned away', async () => !(await admitted(node)));
});

test('the node that turns the clock killed, the other takes it and goes on answering', async () => {
  const turns = (node) => /This node\W+yes/.test(shell(node, 'karavel:beat').out);
  const holder = await until('one to turn the clock', () => nodes.findIndex(turns) + 1) - 1;
  const other = 1 - holder;
  await nodes[holder].kill();
  const killed = Date.now();
  const answer = await ask(clients[other], 'alone_label');
  assert.equal(answer.status, 200, answer.text);
  await until('the other to turn it', () => turns(nodes[other]), { every: 500 });
  console.log(`the clock taken over after ${Date.now() - killed} ms, a look at the shell included`);
});
