// What an admin types.
import assert from 'node:assert/strict';
import test, { before } from 'node:test';
import { examples, signIn } from '../src/client.mjs';
import { shell } from '../src/server.mjs';
import { server } from '../src/shared.mjs';

before(async () => {
  await examples(await signIn(server));
});

for (const [command, says] of [
  ['karavel:status', /dashboards/i],
  ['karavel:dashboard-list', /flights/],
  ['karavel:chart-list', /Busiest origins/],
  ['karavel:dataset-list', /flights/],
  ['karavel:database-list', /duckdb/],
  ['karavel:plugin-list', /dev\.karavel\.viz\.basic|viz-basic|viz\.basic/],
  ['karavel:cache-stats', /hits/i],
  ['karavel:database-load', /Running +[│|] Waiting/],
  ['karavel:user-list', /admin/],
]) {
  test(`${command} answers with a table and status 0`, () => {
    const { status, out, problem } = shell(server, command);
    assert.equal(status, 0, out + problem);
    assert.match(out, says);
    assert.doesNotMatch(out + problem, /Exception|\bat [a-z]+\.[a-z.]+\(/);
  });
}

test('a database is tested by its name, an unknown name is an error with a next step', () => {
  const name = shell(server, 'karavel:database-list').out.split('\n').find((line) => /duckdb/.test(line));
  assert.ok(name);
  const unknown = shell(server, 'karavel:database-test "No such warehouse"');
  assert.notEqual(unknown.status, 0);
  assert.match(unknown.out + unknown.problem, /database-list|No such warehouse/);
});

test('an account made in the shell signs in, and its new password ends the old one', async () => {
  const user = `anna${Date.now()}`;
  const made = shell(server, `karavel:user-add --role Gamma --first-name Anna --password a-first-long-pass-phrase ${user}`);
  assert.equal(made.status, 0, made.out + made.problem);
  await signIn(server, user, 'a-first-long-pass-phrase');
  const changed = shell(server, `karavel:user-password --password a-second-long-pass-phrase ${user}`);
  assert.equal(changed.status, 0, changed.out + changed.problem);
  await assert.rejects(signIn(server, user, 'a-first-long-pass-phrase'), /401/);
  await signIn(server, user, 'a-second-long-pass-phrase');
});

test('a weak password and an unknown role are refused with the reason', () => {
  const weak = shell(server, `karavel:user-add --password short bert${Date.now()}`);
  assert.notEqual(weak.status, 0);
  assert.match(weak.out + weak.problem, /password/i);
  const role = shell(server, `karavel:user-add --role Captain --password a-first-long-pass-phrase carl${Date.now()}`);
  assert.notEqual(role.status, 0);
  assert.match(role.out + role.problem, /Captain/);
});

test('clearing the cache makes the next answer fresh', async () => {
  const client = await signIn(server);
  const charts = await examples(client);
  const [chart] = charts.values();
  await client.get(`/api/v1/chart/${chart.id}/data/`);
  assert.equal((await client.get(`/api/v1/chart/${chart.id}/data/`)).json.result[0].is_cached, true);
  assert.equal(shell(server, 'karavel:cache-clear').status, 0);
  assert.equal((await client.get(`/api/v1/chart/${chart.id}/data/`)).json.result[0].is_cached, false);
});

test('every plugin is a feature that can be installed by hand', () => {
  const { status, out } = shell(server, 'feature:list | grep karavel-plugin');
  assert.equal(status, 0);
  assert.match(out, /karavel-plugin-viz-basic/);
  assert.match(out, /karavel-plugin-datasource-duckdb/);
});
