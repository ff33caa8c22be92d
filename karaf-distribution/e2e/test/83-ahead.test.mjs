// What is done before anybody looks: a changed dashboard is drawn small and its answers are fetched, as tasks, without a browser.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test, { after, before } from 'node:test';
import { examples, list, signIn } from '../src/client.mjs';
import { shell, start, until } from '../src/server.mjs';

let server;
let client;
let dashboard;

before(async () => {
  server = await start({ env: { KARAVEL_THUMBNAILS: 'true' } });
  client = await signIn(server);
  await examples(client);
  [dashboard] = (await list(client, 'dashboard', { page_size: 10 })).json.result;
  const { result } = (await client.get(`/api/v1/dashboard/${dashboard.id}`)).json;
  const metadata = { ...JSON.parse(result.json_metadata || '{}'), warm_up: { crontab: '* * * * *', timezone: 'Europe/Berlin' } };
  const changed = await client.put(`/api/v1/dashboard/${dashboard.id}`, { json_metadata: JSON.stringify(metadata) });
  assert.equal(changed.status, 200, changed.text);
});

after(async () => {
  await server?.stop();
  for (const folder of [server.data, server.deploy]) fs.rmSync(folder, { recursive: true, force: true });
});

const done = (kind, key) =>
  until(
    `the ${kind} to be done`,
    async () => {
      const { result } = (await list(client, 'task', { filters: [{ col: 'kind', opr: 'eq', value: kind }], page_size: 100 })).json;
      const task = result.find((one) => one.key.startsWith(key) && !['waiting', 'running'].includes(one.state));
      if (task) assert.equal(task.state, 'done', task.words);
      return task;
    },
    { timeout: 150_000, every: 500 },
  );

test('a changed dashboard is drawn by a task', { timeout: 180_000 }, async () => {
  const task = await done('thumbnail', `dashboard/${dashboard.id}@`);
  assert.equal((await client.get(`/api/v1/task/${task.id}`)).json.result.state, 'done');
});

test('its answers are fetched by another, as its schedule says', { timeout: 180_000 }, async () => {
  const task = await done('warm-up', `warm-up/dashboard/${dashboard.id}@`);
  assert.equal(task.priority, 'background');
  const counts = (await client.get('/api/v1/task/counts/')).json.result;
  assert.ok(counts['warm-up'].done >= 1 && counts.thumbnail.done >= 1, JSON.stringify(counts));
});

test('the shell lists both', () => {
  const { out, status } = shell(server, 'karavel:task-list --all --most 500');
  assert.equal(status, 0, out);
  for (const kind of ['thumbnail', 'warm-up']) assert.ok(out.includes(kind), out);
});
