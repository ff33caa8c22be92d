// A chart type comes into a running server, and leaves it, while a page is open.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { launch, open } from '../src/browser.mjs';
import { examples, signIn } from '../src/client.mjs';
import { descriptor, place, pluginJar, starter as jar } from '../src/jars.mjs';
import { root, shell, until } from '../src/server.mjs';
import { server } from '../src/shared.mjs';

const type = 'starter_lollipop';
const deployed = path.join(server.deploy, 'starter.jar');

let browser;
let client;
let charts;
before(async () => {
  browser = await launch();
  client = await signIn(server);
  charts = await examples(client);
});
after(() => browser?.close());

const known = async (vizType) => (await client.get('/api/v1/karavel/visualizations')).json.result.find((one) => one.viz_type === vizType);
const bundles = async () => (await client.get('/api/v1/karavel/plugins')).json.result.filter((one) => one.plugin.includes('starter')).length;

test('a jar dropped into deploy/ draws in the open page, and leaves a placeholder when it goes', async () => {
  const visitor = await open(browser, server);
  const { page, picture, problems } = visitor;
  const [pie] = [...charts.values()].filter((one) => one.viz_type === 'pie');
  const formData = JSON.parse((await client.get(`/api/v1/chart/${pie.id}`)).json.result.params);
  const made = await client.post('/api/v1/chart/', { slice_name: 'Lollipops', datasource_id: pie.datasource_id, datasource_type: 'table', viz_type: type, params: JSON.stringify({ ...formData, viz_type: type }) });
  assert.equal(made.status, 201, made.text);
  const address = `/explore/?slice_id=${made.json.id}`;

  await page.goto(address);
  await page.getByTestId('plugin-missing').waitFor();
  await picture('plugin-missing');
  await page.evaluate(() => (window.sameDocument = true));

  const began = Date.now();
  place(jar, deployed);
  await page.getByTestId('explore-chart').getByRole('img').first().waitFor();
  const took = Date.now() - began;
  assert.equal(await page.evaluate(() => window.sameDocument), true, 'the page was reloaded');
  await picture('plugin-drawn');
  await page.getByTestId('all-types').click();
  await page.getByTestId('gallery').getByText('Lollipop').first().waitFor();
  await picture('gallery');
  await page.keyboard.press('Escape');

  fs.rmSync(deployed);
  await page.getByTestId('plugin-missing').waitFor();
  assert.equal(await page.evaluate(() => window.sameDocument), true);
  fs.mkdirSync(path.join(root, 'karaf-distribution/e2e/target/bench'), { recursive: true });
  fs.writeFileSync(path.join(root, 'karaf-distribution/e2e/target/bench/hot-deploy.json'), JSON.stringify({ 'copy to drawn, ms': took }));
  console.log(`from copying the jar to its chart drawn: ${took} ms`);
  assert.deepEqual(problems, []);
  await visitor.context.close();
  await client.delete(`/api/v1/chart/${made.json.id}`);
});

test('ten times added and removed leave nothing behind', async () => {
  const before = (await client.get('/api/v1/karavel/status')).json;
  for (let round = 0; round < 10; round++) {
    place(jar, deployed);
    await until('the type', () => known(type));
    fs.rmSync(deployed);
    await until('the type to go', async () => !(await known(type)));
  }
  assert.equal(await bundles(), 0);
  const now = (await client.get('/api/v1/karavel/status')).json;
  assert.equal(now.bundles, before.bundles, 'bundles are left over');
  assert.ok(now.threads <= before.threads + 3, `threads grew from ${before.threads} to ${now.threads}`);
});

test('a feature installed by hand draws in the open page, and leaves a placeholder when it goes', async () => {
  const [line] = [...charts.values()].filter((one) => one.viz_type === 'echarts_timeseries_line');
  const { page, context } = await open(browser, server);
  await page.goto(`/explore/?slice_id=${line.id}`);
  const drawn = page.getByTestId('explore-chart').getByRole('img').first();
  await drawn.waitFor();
  await page.evaluate(() => (window.sameDocument = true));
  assert.equal(shell(server, 'feature:uninstall karavel-plugin-viz-basic').status, 0);
  await page.getByTestId('plugin-missing').waitFor();
  assert.equal(shell(server, 'feature:install karavel-plugin-viz-basic').status, 0);
  await drawn.waitFor();
  assert.equal(await page.evaluate(() => window.sameDocument), true);
  await context.close();
});

const broken = (name, text, script) => pluginJar({ name, files: { 'visualization.json': text, 'index.js': script } });

for (const [what, text, says] of [
  ['of an unknown contract', descriptor({ contract: '99' }), /contract/i],
  ['with a descriptor that is no JSON', '{ "contract": "1",', /visualization\.json/],
  ['with another id than its folder', descriptor({ id: 'something_else' }), /something_else|folder/],
]) {
  test(`a plugin ${what} is refused by name`, async () => {
    const name = `broken.${Date.now()}`;
    const place_ = path.join(server.deploy, `${name}.jar`);
    place(broken(name, text, 'export const chart = () => ({ kind: "html", html: "" });'), place_);
    const refused = await until('the refusal', async () => (await client.get('/api/v1/karavel/plugins')).json.result.find((one) => one.plugin === name && one.problem));
    assert.match(refused.problem, says);
    fs.rmSync(place_);
  });
}

test('a plugin whose script throws is contained in its own card and named', async () => {
  const name = `throws.${Date.now()}`;
  const file = path.join(server.deploy, `${name}.jar`);
  place(broken(name, descriptor({}), 'throw new Error("broken on purpose");'), file);
  await until('the type', () => known('broken_chart'));
  const [pie] = [...charts.values()].filter((one) => one.viz_type === 'pie');
  const formData = JSON.parse((await client.get(`/api/v1/chart/${pie.id}`)).json.result.params);
  const made = await client.post('/api/v1/chart/', { slice_name: 'Breaks', datasource_id: pie.datasource_id, datasource_type: 'table', viz_type: 'broken_chart', params: JSON.stringify({ ...formData, viz_type: 'broken_chart' }) });
  const visitor = await open(browser, server);
  await visitor.page.goto(`/explore/?slice_id=${made.json.id}`);
  const failed = visitor.page.getByTestId('plugin-failed').first();
  await failed.waitFor();
  assert.match(await failed.textContent(), new RegExp(name));
  await visitor.picture('plugin-failed');
  await visitor.context.close();
  fs.rmSync(file);
  await client.delete(`/api/v1/chart/${made.json.id}`);
});
