// An administrator uploads plugins in the browser, switches them off and on, removes them and has them back.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { axe, launch, open } from '../src/browser.mjs';
import { examples, list, signIn } from '../src/client.mjs';
import { descriptor, place, pluginJar, signer, starter } from '../src/jars.mjs';
import { shell, start, temporary, until } from '../src/server.mjs';
import { server } from '../src/shared.mjs';

let browser;
let client;
let charts;
before(async () => {
  browser = await launch();
  client = await signIn(server);
  charts = await examples(client);
});
after(() => browser?.close());

const plugins = async () => (await client.get('/api/v1/plugin/')).json;
const known = async (vizType, asked = client) => (await asked.get('/api/v1/karavel/visualizations')).json.result.find((one) => one.viz_type === vizType && one.state === 'ready');
const chartLike = async (name, vizType) => {
  const [pie] = [...charts.values()].filter((one) => one.viz_type === 'pie');
  const formData = JSON.parse((await client.get(`/api/v1/chart/${pie.id}`)).json.result.params);
  const made = await client.post('/api/v1/chart/', { slice_name: name, datasource_id: pie.datasource_id, datasource_type: 'table', viz_type: vizType, params: JSON.stringify({ ...formData, viz_type: vizType }) });
  assert.equal(made.status, 201, made.text);
  return made.json.id;
};
const send = async (visitor, jar) => {
  await visitor.page.getByTestId('upload-plugin').click();
  await visitor.page.getByTestId('upload-input').setInputFiles(jar);
};
const card = (page, name, version) => page.locator(`[data-testid="plugin"][data-plugin="${name}"]${version ? `[data-version="${version}"]` : ''}`);
const menu = async (page, name, item) => {
  await card(page, name).getByRole('button', { name: /More about/ }).click();
  await page.getByTestId(item).click();
};

for (const theme of ['light', 'dark']) {
  test(`a jar is looked at, installed, switched off with what that breaks, removed and had back, in ${theme}`, async () => {
    const name = 'dev.karavel.viz.starter';
    const id = await chartLike(`Sweet ${theme}`, 'starter_lollipop');
    const visitor = await open(browser, server, { theme });
    const { page, problems, picture } = visitor;
    await page.goto('/plugin/list/');
    await send(visitor, starter);
    await page.getByTestId('jar-brings').getByText('Lollipop').waitFor();
    await picture('plugin-upload');
    await page.getByTestId('install-plugin').click();
    await card(page, name).waitFor();
    assert.ok(await known('starter_lollipop'));
    await picture('plugins', { fullPage: true });
    assert.deepEqual(await axe(page), []);

    await menu(page, name, 'plugin-disable');
    const dialog = page.getByTestId('loss-dialog');
    await dialog.getByText(`Sweet ${theme}`).waitFor();
    await picture('plugin-losses');
    assert.deepEqual(await axe(page), []);
    await page.getByTestId('confirm-loss').click();
    await page.locator(`[data-plugin="${name}"][data-state="disabled"]`).waitFor();
    assert.equal(await known('starter_lollipop'), undefined);

    await menu(page, name, 'plugin-enable');
    await page.locator(`[data-plugin="${name}"][data-state="ready"]`).waitFor();
    await menu(page, name, 'plugin-remove');
    await page.getByTestId('confirm-loss').click();
    await page.getByTestId('removed-plugin').getByText(name).waitFor();
    assert.equal(await card(page, name).count(), 0);
    await picture('plugins-removed', { fullPage: true });
    await page.locator('.toast').getByRole('button').last().click();
    await card(page, name).waitFor();
    assert.ok(await known('starter_lollipop'));
    assert.deepEqual(problems, []);
    const { json } = await list(client, 'log', { page_size: 50 });
    const actions = json.result.map((entry) => entry.action);
    for (const action of ['plugin_installed', 'plugin_disabled', 'plugin_enabled', 'plugin_removed', 'plugin_restored']) assert.ok(actions.includes(action), `${action} is not in the action log`);
    assert.equal((await client.delete(`/api/v1/plugin/${name}/${(await plugins()).result.find((one) => one.plugin === name).version}`)).status, 200);
    await client.delete(`/api/v1/chart/${id}`);
    await visitor.context.close();
  });
}

test('a jar that is no good plugin is refused with all reasons, and nothing is installed', async () => {
  const visitor = await open(browser, server);
  await visitor.page.goto('/plugin/list/');
  const before = (await plugins()).result.length;
  await send(visitor, pluginJar({ name: 'org.acme.bad', files: { 'visualization.json': descriptor({ contract: '99' }), 'index.js': '' } }));
  const problems = visitor.page.getByTestId('jar-problems');
  await problems.getByText(/contract/).waitFor();
  assert.equal(await visitor.page.getByTestId('install-plugin').isEnabled(), false);
  await visitor.picture('plugin-refused-upload');
  assert.equal((await plugins()).result.length, before);
  await visitor.context.close();
});

const shout = (word) => ({ 'index.js': `export const chart = () => ({ kind: 'html', html: '<p>${word}</p>' });` });

test('of two versions the higher draws, and the older one takes over in the open page when it is switched off', async () => {
  const name = 'org.acme.twice';
  const visitor = await open(browser, server);
  const { page, problems } = visitor;
  const files = [['1.0.0', 'one'], ['2.0.0', 'two']].map(([version, word]) => [version, pluginJar({ name, version, type: 'acme_twice', files: shout(word) })]);
  for (const [version, jar] of files) {
    place(jar, path.join(server.deploy, `twice-${version}.jar`));
    await until(`version ${version}`, async () => (await known('acme_twice'))?.version === version);
  }
  await page.goto('/plugin/preview/acme_twice/');
  const stage = page.getByTestId('preview-stage');
  await stage.getByText('two').waitFor();
  await page.evaluate(() => (window.sameDocument = true));
  assert.equal(shell(server, `karavel:plugin-disable ${name} 2.0.0`).status, 0);
  await stage.getByText('one').waitFor();
  assert.equal(shell(server, `karavel:plugin-enable ${name} 2.0.0`).status, 0);
  await stage.getByText('two').waitFor();
  assert.match(shell(server, `karavel:plugin-remove ${name}`).out + shell(server, `karavel:plugin-remove ${name}`).problem, /several versions/);
  for (const version of ['2.0.0', '1.0.0']) assert.equal(shell(server, `karavel:plugin-remove ${name} ${version}`).status, 0);
  await page.getByTestId('plugin-missing').waitFor();
  assert.deepEqual(fs.readdirSync(server.deploy).filter((file) => file.startsWith('twice')), []);
  assert.equal(await page.evaluate(() => window.sameDocument), true);
  assert.deepEqual(problems, []);
  await visitor.context.close();
});

test('what was uploaded is there after a restart; where signatures are required, only a signed one draws', { timeout: 600_000 }, async () => {
  const data = temporary('doors');
  const deploy = temporary('doors-deploy');
  const key = signer();
  const jar = (word) => pluginJar({ name: `org.acme.${word}`, type: `acme_${word}`, files: shout(word) });
  let node = await start({ data, deploy, env: { KARAVEL_LOAD_EXAMPLES: 'false' } });
  try {
    let admin = await signIn(node);
    const form = new FormData();
    form.set('file', new Blob([fs.readFileSync(jar('kept'))]), 'kept.jar');
    const sent = await fetch(`${node.url}/api/v1/plugin/`, { method: 'POST', headers: { authorization: `Bearer ${admin.token}` }, body: form });
    assert.equal(sent.status, 201, await sent.text());
    assert.equal((await admin.put('/api/v1/plugin/org.acme.kept/1.0.0', { enabled: false })).status, 200);
    await node.stop();

    const trusted = path.join(data, 'trusted');
    key.certificateInto(trusted);
    node = await start({ data, deploy, env: { KARAVEL_LOAD_EXAMPLES: 'false', KARAVEL_PLUGINS_REQUIRE_SIGNATURE: 'true', KARAVEL_PLUGINS_CERTIFICATES: trusted } });
    admin = await signIn(node);
    const state = async (name) => (await admin.get('/api/v1/plugin/')).json.result.find((one) => one.plugin === name);
    const kept = await until('the uploaded plugin', () => state('org.acme.kept'));
    assert.equal(kept.state, 'refused');
    assert.match(kept.problem, /not signed/);
    assert.equal((await state('dev.karavel.viz.basic')).state, 'ready');
    place(jar('loose'), path.join(deploy, 'loose.jar'));
    assert.match((await until('the unsigned plugin', () => state('org.acme.loose'))).problem, /not signed/);
    place(key.sign(jar('signed')), path.join(deploy, 'signed.jar'));
    await until('the signed plugin', () => known('acme_signed', admin));
  } finally {
    await node.stop();
    for (const folder of [data, deploy]) fs.rmSync(folder, { recursive: true, force: true });
  }
});
