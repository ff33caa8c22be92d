// The dataset editor, as people work with it; pictures of each page and dialog in light and dark.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { axe, launch, open } from '../src/browser.mjs';
import { examples, list, signIn } from '../src/client.mjs';
import { server } from '../src/shared.mjs';

let browser;
let client;
let flights;
before(async () => {
  browser = await launch();
  client = await signIn(server);
  await examples(client);
  flights = (await list(client, 'dataset', { filters: [{ col: 'table_name', opr: 'eq', value: 'flights' }] })).json.result[0];
});
after(() => browser?.close());

async function visit(options, work) {
  const visitor = await open(browser, server, { width: 1366, height: 800, ...options });
  try {
    await work(visitor);
    // A refusal that a test asks for is noted by the browser itself.
    assert.deepEqual(visitor.problems.filter((text) => !/status of (400|409|422)/.test(text)), []);
  } finally {
    await visitor.page.close({ runBeforeUnload: false });
    await visitor.context.close();
  }
}

const toast = (page, text) => page.locator('.toast').filter({ hasText: text }).first().waitFor();

for (const theme of ['light', 'dark']) {
  test(`a dataset in ${theme}: columns, metrics, settings, sync, usage`, () =>
    visit({ theme }, async ({ page, picture }) => {
      await page.goto('/tablemodelview/list/');
      await page.getByTestId('new-dataset').click();
      await page.getByRole('tab', { name: 'SQL' }).click();
      await page.locator('.new-preview .cm-content').click();
      await page.keyboard.type('SELECT origin, date, delay FROM flights_2001 WHERE delay > 100');
      await page.getByTestId('check-statement').click();
      await page.getByTestId('statement-columns').getByText('delay').waitFor();
      await page.getByLabel('Name', { exact: true }).fill(`late_${theme}_${Date.now()}`);
      await picture('dataset-new');
      assert.deepEqual(await axe(page), []);
      await page.getByTestId('dataset-create').click();
      await page.waitForURL(/\/dataset\/\d+/);
      const id = Number(/\/dataset\/(\d+)/.exec(page.url())[1]);

      await page.getByTestId('columns-table').waitFor();
      await page.getByLabel('Shown as: origin').fill('From');
      await picture('dataset-columns');
      assert.deepEqual(await axe(page), []);
      await page.getByRole('tab', { name: /Calculated/ }).click();
      await page.getByTestId('add-calculated').click();
      await page.getByLabel('Name', { exact: true }).fill('very_late');
      await page.locator('.part-form .cm-content').click();
      await page.keyboard.type('delay > 300');
      await page.keyboard.press('Escape');
      await page.getByTestId('check-expression').click();
      await page.getByText('The database understands this').waitFor();
      await page.locator('.part-form').getByLabel('Type').selectOption('BOOLEAN');
      await picture('dataset-calculated');
      await page.getByRole('tab', { name: /Metrics/ }).click();
      await page.getByTestId('add-metric').click();
      await page.locator('.part-form').getByLabel('Name', { exact: true }).fill('worst');
      await page.locator('.part-form .cm-content').click();
      await page.keyboard.type('MAX(delay)');
      await page.keyboard.press('Escape');
      await page.getByLabel('Warning').fill('Minutes, not hours');
      await page.getByLabel('Certified by').fill('Data team');
      await picture('dataset-metrics');
      assert.deepEqual(await axe(page), []);
      await page.getByRole('tab', { name: 'Settings' }).click();
      await page.getByLabel(/Keep answers for/).fill('60');
      await picture('dataset-settings');
      assert.deepEqual(await axe(page), []);
      await page.getByTestId('dataset-save').click();
      await toast(page, 'is saved');
      const saved = (await client.get(`/api/v1/dataset/${id}`)).json.result;
      assert.equal(saved.columns.find((one) => one.column_name === 'origin').verbose_name, 'From');
      assert.equal(saved.columns.find((one) => one.column_name === 'very_late').type_generic, 3);
      const worst = saved.metrics.find((one) => one.metric_name === 'worst');
      assert.equal(worst.warning_text, 'Minutes, not hours');
      assert.deepEqual(JSON.parse(worst.extra), { certification: { certified_by: 'Data team', details: '' } });
      assert.equal(saved.cache_timeout, 60);

      // Somebody else saves while this page has changes.
      await page.getByRole('tab', { name: 'Settings' }).click();
      await page.getByLabel('Description').fill('Mine');
      assert.equal((await client.put(`/api/v1/dataset/${id}`, { description: 'Theirs' })).status, 200);
      await page.getByTestId('dataset-save').click();
      await page.getByTestId('dataset-conflict').waitFor();
      await picture('dataset-conflict');
      await page.getByTestId('dataset-conflict').getByRole('button', { name: 'Show theirs, drop mine' }).click();
      assert.equal(await page.getByLabel('Description').inputValue(), 'Theirs');

      await page.getByRole('tab', { name: 'Source' }).click();
      await page.locator('.dataset-panel .cm-content').click();
      await page.keyboard.press('Control+a');
      await page.keyboard.type('SELECT origin, date, distance FROM flights_2001 WHERE delay > 100');
      await page.keyboard.press('Escape');
      await picture('dataset-source');
      await page.getByTestId('dataset-save').click();
      await toast(page, 'is saved');
      await page.getByTestId('sync').click();
      await page.getByTestId('sync-changes').waitFor();
      await picture('dataset-sync');
      assert.deepEqual(await axe(page), []);
      await page.getByTestId('sync-apply').click();
      await toast(page, 'as the source has them');
      const names = (await client.get(`/api/v1/dataset/${id}`)).json.result.columns.map((one) => one.column_name);
      assert.deepEqual(names.sort(), ['date', 'distance', 'origin', 'very_late']);
      await page.goto(`/dataset/${flights.id}`);
      await page.getByRole('tab', { name: 'Usage' }).click();
      await page.getByTestId('usage').locator('li').first().waitFor();
      await picture('dataset-usage');
    }));
}
