// Dashboards as files: out of one list, back through the other door, and what is asked on the way.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test, { after, before } from 'node:test';
import { layout, makeBoard } from '../src/boards.mjs';
import { axe, launch, open } from '../src/browser.mjs';
import { examples, signIn } from '../src/client.mjs';
import { server } from '../src/shared.mjs';
import { until } from '../src/server.mjs';

let browser;
let client;
let board;
let chart;
before(async () => {
  browser = await launch();
  client = await signIn(server);
  chart = [...(await examples(client)).values()][0];
  const metadata = { timed_refresh_immune_slices: [chart.id], color_scheme: 'supersetColors' };
  board = await makeBoard(client, 'Goes abroad', layout([[[chart.id]]]), metadata);
});
after(async () => {
  await browser?.close();
  await client.delete(`/api/v1/dashboard/${board}`);
});

const stored = async () => (await client.get(`/api/v1/dashboard/${board}`)).json.result;

/** @returns the ZIP as the list gives it */
async function exported(page) {
  await page.goto('/dashboard/list/?search=Goes+abroad');
  await page.getByRole('checkbox', { name: /Goes abroad/ }).check();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('bulk-export').click()]);
  assert.match(download.suggestedFilename(), /^dashboard_export_\d{8}T\d{6}\.zip$/);
  return download.path();
}

for (const theme of ['light', 'dark']) {
  test(`a dashboard comes back from its file, asked before it changes what is there (${theme})`, async () => {
    const { page, context, picture, problems } = await open(browser, server, { theme });
    const zip = await exported(page);
    const before = await stored();
    assert.equal((await client.put(`/api/v1/dashboard/${board}`, { dashboard_title: 'Goes abroad, changed', json_metadata: '{}' })).status, 200);

    await page.getByTestId('import').click();
    await page.getByTestId('upload-input').setInputFiles(zip);
    await page.getByTestId('import-send').click();
    await page.getByTestId('import-present').waitFor();
    await picture('import-asks');
    assert.deepEqual(await axe(page), []);
    assert.equal(await page.getByTestId('import-send').isDisabled(), true, 'nothing is changed unasked');
    await page.getByTestId('import-present').getByRole('checkbox').check();
    await page.getByTestId('import-send').click();
    await page.getByTestId('import-dialog').waitFor({ state: 'detached' });

    const now = await until('the title', async () => {
      const one = await stored();
      return one.dashboard_title === 'Goes abroad' && one;
    });
    assert.deepEqual(JSON.parse(now.json_metadata), JSON.parse(before.json_metadata));
    // Each chart of the layout has its uuid beside it from then on.
    const charts = (text) => Object.values(JSON.parse(text)).filter((node) => node.type === 'CHART');
    assert.deepEqual(charts(now.position_json).map(({ meta }) => [meta.chartId, meta.width, meta.height]), charts(before.position_json).map(({ meta }) => [meta.chartId, meta.width, meta.height]));
    // the browser notes refusals on its console, and this one was asked for
    assert.deepEqual(problems.filter((one) => !one.includes('422')), []);
    await context.close();
  });
}

test('each kind of thing goes out as a ZIP of its own type', async () => {
  const dataset = Number(chart.datasource_id ?? (await client.get(`/api/v1/chart/${chart.id}`)).json.result.datasource_id);
  const database = (await client.get(`/api/v1/dataset/${dataset}`)).json.result.database.id;
  for (const [kind, id] of [['chart', chart.id], ['dataset', dataset], ['database', database]]) {
    const answer = await fetch(`${server.url}/api/v1/${kind}/export/?q=!(${id})`, { headers: { authorization: `Bearer ${client.token}` } });
    assert.equal(answer.status, 200, kind);
    assert.match(answer.headers.get('content-disposition'), new RegExp(`${kind}_export_\\d{8}T\\d{6}\\.zip`));
    assert.equal(Buffer.from(await answer.arrayBuffer()).subarray(0, 2).toString(), 'PK');
  }
  assert.equal((await client.get('/api/v1/dashboard/export/?q=!(999999)')).status, 404);
  assert.equal((await client.get('/api/v1/dashboard/export/')).status, 400);
});

test('a file that is no export says so', async () => {
  const { page, context } = await open(browser, server);
  const bad = `${server.data}/no-export.zip`;
  fs.writeFileSync(bad, 'no zip at all');
  await page.goto('/chart/list/');
  await page.getByTestId('import').click();
  await page.getByTestId('upload-input').setInputFiles(bad);
  await page.getByTestId('import-send').click();
  await page.getByTestId('import-dialog').getByTestId('error-state').waitFor();
  fs.rmSync(bad);
  await context.close();
});

test('what lies in the trash comes back, and is not made a second time', async () => {
  const { page, context } = await open(browser, server);
  const zip = await exported(page);
  await client.delete(`/api/v1/dashboard/${board}`);
  assert.equal((await client.get(`/api/v1/dashboard/${board}`)).status, 404);
  const form = new FormData();
  form.set('formData', new Blob([fs.readFileSync(zip)]), 'export.zip');
  const answer = await fetch(`${server.url}/api/v1/dashboard/import/`, { method: 'POST', headers: { authorization: `Bearer ${client.token}` }, body: form });
  assert.equal(answer.status, 200, await answer.text());
  assert.equal((await stored()).dashboard_title, 'Goes abroad');
  await context.close();
});
