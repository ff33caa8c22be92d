// Two nodes that are told nothing but one MariaDB and one key: it does for them what PostgreSQL does.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test, { after, before } from 'node:test';
import { signIn } from '../src/client.mjs';
import { startMariaDb } from '../src/mariadb.mjs';
import { password, shell, start, until } from '../src/server.mjs';

let mariadb;
const nodes = [];
let clients;

before(async () => {
  mariadb = await startMariaDb();
  for (let i = 0; i < 2; i++) nodes.push(await start({ env: { ...mariadb.env, KARAVEL_LOAD_EXAMPLES: 'false' } }));
  clients = await Promise.all(nodes.map((node) => signIn(node)));
});

after(async () => {
  await Promise.all(nodes.map((node) => node.stop()));
  await mariadb?.stop();
  for (const node of nodes) for (const folder of [node.data, node.deploy]) fs.rmSync(folder, { recursive: true, force: true });
});

test('the nodes find each other, and their clocks agree with the database', async () => {
  await until('two nodes', async () => (await clients[1].get('/api/v1/karavel/status')).json.nodes.length === 2);
  await until('both in the shell', () => {
    const lines = shell(nodes[0], 'karavel:cluster').out.split('\n');
    return lines.filter((line) => /127\.0\.0\.1:\d+/.test(line) && /beat, web, worker/.test(line) && /\d ms/.test(line)).length === 2;
  });
});

test('who signed in at one node is signed in at the other', async () => {
  const signed = await fetch(`${nodes[0].url}/login/`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username: 'admin', password }) });
  const cookie = signed.headers.get('set-cookie').split(';')[0];
  const me = await fetch(`${nodes[1].url}/api/v1/me/`, { headers: { cookie } });
  assert.equal((await me.json()).result.username, 'admin');
});

test('a dashboard made at one node is at the other, changed there, found by its letters and had back', async () => {
  const made = await clients[0].post('/api/v1/dashboard/', { dashboard_title: 'Ünïted 🚀 figures', slug: 'figures' });
  assert.equal(made.status, 201, made.text);
  const at = `/api/v1/dashboard/${made.json.id}`;
  assert.equal((await clients[1].get(at)).json.result.dashboard_title, 'Ünïted 🚀 figures');
  const taken = await clients[1].post('/api/v1/dashboard/', { dashboard_title: 'Other', slug: 'figures' });
  assert.ok([409, 422].includes(taken.status), taken.text);
  assert.match(taken.text, /slug/);
  assert.equal((await clients[1].put(at, { dashboard_title: 'ünïted' })).status, 200);
  await until('the change', async () => (await clients[0].get(at)).json.result.dashboard_title === 'ünïted');
  assert.equal((await clients[0].delete(at)).status, 200);
  await until('it to be gone', async () => (await clients[1].get(at)).status === 404);
});
