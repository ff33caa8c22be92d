// Explore, as people work with it; pictures of each page and dialog in light and dark.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test, { after, before } from 'node:test';
import { axe, launch, open } from '../src/browser.mjs';
import { examples, list, signIn } from '../src/client.mjs';
import { until } from '../src/server.mjs';
import { server } from '../src/shared.mjs';

let browser;
let client;
let flights;
let metric;
let numeric;
let words;
before(async () => {
  browser = await launch();
  client = await signIn(server);
  await examples(client);
  flights = (await list(client, 'dataset', { filters: [{ col: 'table_name', opr: 'eq', value: 'flights' }] })).json.result[0];
  const { result } = (await client.get(`/api/v1/dataset/${flights.id}`)).json;
  metric = result.metrics[0].metric_name;
  numeric = result.columns.find((one) => one.column_name === 'delay');
  words = result.columns.find((one) => one.column_name === 'origin');
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

const drawn = (page) => page.getByTestId('explore-chart').getByRole('img').first().waitFor();
const control = (page, name) => page.locator(`[data-control="${name}"]`);
const pills = (page, name) => control(page, name).locator('.pill-text').allTextContents();
const column = (page, text) => page.locator('.data-pane .col-row').filter({ hasText: text }).first();
const toast = (page, text) => page.locator('.toast').filter({ hasText: text }).first().waitFor();
const formOf = async (id) => JSON.parse((await client.get(`/api/v1/chart/${id}`)).json.result.params);

async function makeChart(name, form = {}) {
  const params = { viz_type: 'echarts_timeseries_bar', datasource: `${flights.id}__table`, x_axis: 'date', time_grain_sqla: 'P1M', metrics: [metric], groupby: [], adhoc_filters: [], row_limit: 1000, ...form };
  const made = await client.post('/api/v1/chart/', { slice_name: name, datasource_id: flights.id, datasource_type: 'table', viz_type: params.viz_type, params: JSON.stringify(params) });
  assert.equal(made.status, 201, made.text);
  return made.json.id;
}

test('a column in SQL has a time grain of its own', () =>
  visit({}, async ({ page, picture }) => {
    const id = await makeChart('Grain of a column', { viz_type: 'table', query_mode: 'aggregate', groupby: [] });
    await page.goto(`/explore/?slice_id=${id}`);
    await page.getByTestId('explore-chart').waitFor();
    await control(page, 'groupby').locator('.well-add').click();
    await page.locator('.metric-editor').getByRole('tab', { name: 'SQL' }).click();
    await page.locator('.metric-editor .cm-content').click();
    await page.keyboard.type('"date"');
    await page.getByPlaceholder('Name of your own').fill('Month of flight');
    await page.locator('.sql-form').getByLabel('Time grain', { exact: true }).selectOption({ label: 'Month' });
    await picture('explore-column-grain');
    assert.deepEqual(await axe(page), []);
    await page.locator('.sql-form').getByRole('button', { name: 'Apply' }).click();
    await until('the column', async () => (await pills(page, 'groupby')).some((text) => text.includes('Month of flight')));
    await page.keyboard.press('Control+Enter');
    await until('the answer', async () => (await page.getByTestId('stale').count()) === 0);
    await page.getByTestId('save').click();
    await page.getByTestId('save-confirm').click();
    await toast(page, 'is saved');
    const form = await formOf(id);
    assert.deepEqual(form.groupby, [{ expressionType: 'SQL', sqlExpression: '"date"', label: 'Month of flight', timeGrain: 'P1M' }]);
    const { json } = await client.post('/api/v1/chart/data', { datasource: { id: flights.id, type: 'table' }, queries: [{ columns: form.groupby, metrics: [metric] }] });
    const months = json.result[0].data.map((row) => new Date(row['Month of flight']));
    assert.ok(months.length > 1 && months.every((month) => month.getUTCDate() === 1), String(months));
    assert.equal(new Set(months.map(Number)).size, months.length);
  }));

for (const theme of ['light', 'dark']) {
  test(`a new chart in ${theme}: data, type, drag, save on a new dashboard, and back again`, () =>
    visit({ theme }, async ({ page, picture }) => {
      await page.goto('/chart/list/');
      await page.getByTestId('new-chart').click();
      await page.getByTestId('dataset-choice').first().waitFor();
      await page.getByRole('searchbox').first().fill('flig');
      const found = page.getByTestId('dataset-choice');
      await until('the search', async () => (await found.count()) > 0 && (await found.allTextContents()).every((text) => text.includes('flig')));
      await page.locator('[data-testid="dataset-choice"][data-name="flights"]').click();
      await page.locator('.gallery-type[data-viz-type="echarts_timeseries_bar"]').first().hover();
      await page.getByTestId('sample').getByRole('img').first().waitFor();
      await picture('explore-start');
      assert.deepEqual(await axe(page), []);
      await page.locator('.gallery-type[data-viz-type="echarts_timeseries_bar"]').first().click();
      await drawn(page);

      await column(page, words.verbose_name || 'origin').dragTo(control(page, 'groupby').locator('.well'));
      await page.getByTestId('stale').waitFor();
      await picture('explore-stale');
      await page.keyboard.press('Control+Enter');
      await until('the answer', async () => (await page.getByTestId('stale').count()) === 0);
      await drawn(page);
      const name = `Made in ${theme}`;
      await page.getByTestId('chart-name').fill(name);
      await page.getByTestId('save').click();
      await page.getByTestId('dashboard-picker').fill(`Board of ${theme}`);
      await page.getByRole('option', { name: /New dashboard/ }).click();
      await picture('explore-save');
      assert.deepEqual(await axe(page), []);
      await page.getByTestId('save-confirm').click();
      await page.waitForURL(/slice_id=\d+/);
      const id = Number(new URL(page.url()).searchParams.get('slice_id'));
      await drawn(page);
      assert.equal(await page.getByTestId('unsaved').count(), 0);
      assert.deepEqual((await formOf(id)).groupby, ['origin']);
      await page.reload();
      await drawn(page);
      assert.equal(await page.getByTestId('chart-name').inputValue(), name);
      const [board] = (await list(client, 'dashboard', { filters: [{ col: 'dashboard_title', opr: 'title_or_slug', value: `Board of ${theme}` }] })).json.result;
      await page.goto(`/dashboard/${board.id}/`);
      await page.locator(`[data-testid="chart-card"][aria-label="${name}"]`).waitFor();
    }));

  test(`metrics, filters, times and SQL in ${theme}`, () =>
    visit({ theme }, async ({ page, picture }) => {
      const id = await makeChart(`Controls ${theme}`, { metrics: [metric] });
      await page.goto(`/explore/?slice_id=${id}`);
      await drawn(page);

      await control(page, 'metrics').locator('.well-add').click();
      await page.getByRole('tab', { name: 'Simple' }).click();
      await page.getByRole('button', { name: 'MAX' }).click();
      await page.getByPlaceholder('Name of your own').fill('Worst delay');
      await picture('explore-metric');
      await page.getByRole('option', { name: numeric.verbose_name || 'delay' }).first().click();
      await until('the metric', async () => (await pills(page, 'metrics')).includes('MAXWorst delay'));

      await control(page, 'metrics').locator('.well-add').click();
      await page.locator('.metric-editor').getByRole('tab', { name: 'SQL' }).click();
      const editor = page.locator('.metric-editor .cm-content');
      await editor.click();
      await page.keyboard.type('AVG(dist');
      await page.locator('.cm-tooltip-autocomplete').getByText('distance').first().waitFor();
      await picture('explore-metric-sql');
      await page.keyboard.press('Enter');
      await page.keyboard.type(') / nothing_like_it');
      await page.getByRole('button', { name: 'Check', exact: true }).click();
      await page.locator('.sql-form-foot .problem').filter({ hasText: /./ }).waitFor();
      await editor.click();
      await page.keyboard.press('Control+a');
      await page.keyboard.type('AVG(distance)');
      await page.getByRole('button', { name: 'Check', exact: true }).click();
      await page.getByText('The database understands this').waitFor();
      await page.locator('.sql-form').getByRole('button', { name: 'Apply' }).click();
      await until('the second metric', async () => (await pills(page, 'metrics')).some((text) => text.includes('AVG(distance)')));

      await control(page, 'adhoc_filters').locator('.well-add').click();
      await page.getByLabel('Column', { exact: true }).selectOption('origin');
      await page.getByRole('combobox', { name: /Values/ }).fill('OR');
      await page.getByRole('option', { name: 'ORD', exact: true }).click();
      await picture('explore-filter');
      assert.deepEqual(await axe(page), []);
      await page.locator('.filter-editor').getByRole('button', { name: 'Apply' }).click();
      await until('the filter', async () => (await pills(page, 'adhoc_filters'))[0]?.includes('ORD'));

      await control(page, 'adhoc_filters').locator('.well-add').click();
      await page.getByLabel('Column', { exact: true }).selectOption('date');
      await page.getByTestId('range-custom').click();
      await page.getByRole('group', { name: 'From' }).getByRole('combobox').first().selectOption('day');
      await page.getByRole('group', { name: 'From' }).getByLabel('Date and time').last().fill('2001-02-01T00:00:00');
      await page.getByRole('group', { name: /^To/ }).getByRole('combobox').first().selectOption('day');
      await page.getByRole('group', { name: /^To/ }).getByLabel('Date and time').last().fill('2001-04-01T00:00:00');
      await until('the bounds', async () => /2001.*2001/.test(await page.getByTestId('range-bounds').textContent()));
      await picture('explore-range');
      await page.getByTestId('range-apply').click();
      await page.keyboard.press('Control+Enter');
      await until('the answer', async () => (await page.getByTestId('stale').count()) === 0);
      await drawn(page);
      await page.getByTestId('save').click();
      await page.getByTestId('save-confirm').click();
      await toast(page, 'is saved');
      const form = await formOf(id);
      assert.deepEqual(form.metrics[1], { expressionType: 'SIMPLE', column: { column_name: 'delay' }, aggregate: 'MAX', label: 'Worst delay', hasCustomLabel: true });
      assert.equal(form.metrics[2].sqlExpression, 'AVG(distance)');
      assert.deepEqual(form.adhoc_filters[0], { expressionType: 'SIMPLE', clause: 'WHERE', subject: 'origin', operator: 'IN', operatorId: 'IN', comparator: ['ORD'] });
      assert.equal(form.adhoc_filters[1].comparator, '2001-02-01 : 2001-04-01');
      await page.getByRole('tab', { name: 'Results' }).click();
      await page.getByRole('searchbox', { name: 'Search in the rows' }).fill('Mar');
      await until('one row', async () => (await page.getByTestId('row-count').textContent()).startsWith('1 of'));
      await picture('explore-rows');
      await page.getByRole('tab', { name: 'SQL' }).click();
      assert.match(await page.getByTestId('sql').textContent(), /^SELECT[\s\S]*\nFROM/);
      await page.getByRole('tab', { name: 'Details' }).click();
      await page.getByTestId('facts').waitFor();
      await picture('explore-details');
      assert.deepEqual(await axe(page), []);
    }));

  test(`a wrong chart explains itself in ${theme}, at the control that is wrong`, () =>
    visit({ theme }, async ({ page, picture }) => {
      const id = await makeChart(`Wrong ${theme}`, { metrics: [metric], groupby: ['origin_airport'] });
      await page.goto(`/explore/?slice_id=${id}`);
      await control(page, 'groupby').getByTestId('control-problem').waitFor();
      assert.equal(await control(page, 'groupby').locator('.pill.broken').count(), 1);
      await picture('explore-wrong');
      assert.deepEqual(await axe(page), []);
      await control(page, 'groupby').locator('.pill-text').click();
      await page.locator('.replace').getByRole('button').first().click();
      await until('the replacement', async () => (await control(page, 'groupby').locator('.pill.broken').count()) === 0);
      await page.keyboard.press('Control+Enter');
      await drawn(page);
      await control(page, 'metrics').locator('.pill-out').first().click();
      await page.keyboard.press('Control+Enter');
      await control(page, 'metrics').getByTestId('control-problem').waitFor();
      await picture('explore-needed');
    }));

  test(`the gallery, properties and another dataset in ${theme}`, () =>
    visit({ theme }, async ({ page, picture }) => {
      const id = await makeChart(`Gallery ${theme}`, { metrics: [metric], groupby: ['origin'] });
      await page.goto(`/explore/?slice_id=${id}`);
      await drawn(page);
      await page.getByTestId('all-types').click();
      await page.locator('.gallery-type[data-viz-type="pie"]').first().focus();
      await page.getByTestId('sample').getByRole('img').first().waitFor();
      await picture('explore-gallery');
      assert.deepEqual(await axe(page), []);
      await page.getByTestId('use-type').click();
      await drawn(page);
      assert.deepEqual(await pills(page, 'groupby'), [`abc${words.verbose_name || 'origin'}`]);
      await page.keyboard.press('Control+z');
      await until('the old type', async () => (await page.locator('.type.on').getAttribute('data-viz-type')) === 'echarts_timeseries_bar');
      await page.getByTestId('chart-menu').click();
      await picture('explore-menu');
      await page.getByTestId('chart-properties').click();
      await page.getByTestId('properties').waitFor();
      await page.getByLabel('Certified by').fill('Data team');
      await page.getByLabel('Tags').pressSequentially('Explored,');
      await picture('explore-properties');
      assert.deepEqual(await axe(page), []);
      await page.getByTestId('properties-save').click();
      await toast(page, 'is saved');
      const { certified_by: by, tags } = (await client.get(`/api/v1/chart/${id}`)).json.result;
      assert.deepEqual([by, tags.map(({ name }) => name)], ['Data team', ['Explored']]);
      await client.delete(`/api/v1/tag/${tags[0].id}`);
      await page.getByTestId('dataset-menu').click();
      await page.getByTestId('dataset-swap').click();
      await page.locator('[data-testid="dataset-choice"][data-name="stocks"]').click();
      await page.getByTestId('swap-lost').getByText('origin').waitFor();
      await picture('explore-swap');
      await page.getByTestId('swap-confirm').click();
      await until('broken pills', async () => (await page.locator('.pill.broken').count()) > 0);
    }));
}

test('SQL that the warehouse does not understand is marked where it stands', () =>
  visit({}, async ({ page, picture }) => {
    const id = await makeChart('Misspelt', { metrics: [metric, { expressionType: 'SQL', sqlExpression: 'SUM(delya)', label: 'Sum', hasCustomLabel: true }] });
    await page.goto(`/explore/?slice_id=${id}`);
    const problem = control(page, 'metrics').getByTestId('control-problem');
    await problem.waitFor();
    assert.match(await problem.textContent(), /SUM\(delya\)/);
    await picture('explore-misspelt');
  }));

test('a running question can be stopped, and the page says what it shows then', () =>
  visit({}, async ({ page, picture }) => {
    const id = await makeChart('Stopped', { metrics: [metric] });
    await page.goto(`/explore/?slice_id=${id}`);
    await drawn(page);
    await page.route('**/api/v1/chart/data*', () => undefined);
    await column(page, words.verbose_name || 'origin').getByRole('button').first().click();
    await until('the dimension', async () => (await pills(page, 'groupby')).length === 1);
    await page.keyboard.press('Control+Enter');
    await page.getByTestId('stop-query').click();
    await page.getByTestId('stale').getByText('Stopped').waitFor();
    await picture('explore-stopped');
    await page.unroute('**/api/v1/chart/data*');
    await page.getByTestId('stale').getByRole('button').click();
    await until('the answer', async () => (await page.getByTestId('stale').count()) === 0);
  }));

test('an embedded chart is the chart alone', () =>
  visit({}, async ({ page, picture }) => {
    const id = await makeChart('Embedded', { metrics: [metric] });
    await page.goto(`/explore/?slice_id=${id}&standalone=1`);
    await drawn(page);
    assert.equal(await page.locator('.data-pane, .control-pane, nav').count(), 0);
    await picture('explore-standalone');
  }));

test('changes are taken back and guarded on the way out', () =>
  visit({}, async ({ page, picture }) => {
    const id = await makeChart('Guarded', { metrics: [metric] });
    await page.goto(`/explore/?slice_id=${id}`);
    await drawn(page);
    await column(page, words.verbose_name || 'origin').getByRole('button').first().click();
    await until('the dimension', async () => (await pills(page, 'groupby')).length === 1);
    await page.getByTestId('undo').click();
    await until('no dimension', async () => (await pills(page, 'groupby')).length === 0);
    assert.equal(await page.getByTestId('unsaved').count(), 0);
    await page.getByTestId('redo').click();
    await until('the dimension again', async () => (await pills(page, 'groupby')).length === 1);

    await page.locator('.crumb a').first().click();
    await page.getByTestId('leave-dialog').waitFor();
    await picture('explore-leave');
    await page.getByTestId('leave-stay').click();
    assert.match(page.url(), /slice_id/);
    await page.locator('.crumb a').first().click();
    await page.getByTestId('leave-keep').click();
    await page.waitForURL(/\/chart\/list\//);
    await page.goBack();
    await page.getByTestId('unsaved').waitFor();
    await page.locator('.crumb a').first().click();
    await page.getByTestId('leave-discard').click();
    await page.waitForURL(/\/chart\/list\//);
    await page.goBack();
    await drawn(page);
    assert.equal(await page.getByTestId('unsaved').count(), 0);
  }));

test('pills are moved and removed by keys, and dragged from well to well', () =>
  visit({}, async ({ page }) => {
    const id = await makeChart('Moved', { viz_type: 'pivot_table_v2', groupbyRows: ['origin', 'destination'], groupbyColumns: [], metrics: [metric] });
    const [wide, other] = ['groupbyRows', 'groupbyColumns'];
    await page.goto(`/explore/?slice_id=${id}`);
    await page.getByTestId('explore-chart').locator('.kv-grid').waitFor();
    const before = await pills(page, wide);
    assert.equal(before.length, 2);
    await control(page, wide).locator('.pill-text').first().focus();
    await page.keyboard.press('Alt+ArrowRight');
    await until('the other order', async () => (await pills(page, wide))[0] === before[1]);
    await control(page, wide).locator('.pill').first().dragTo(control(page, other).locator('.well'));
    await until('the move', async () => (await pills(page, other)).length === 1 && (await pills(page, wide)).length === 1);
    await control(page, wide).locator('.pill-text').first().focus();
    await page.keyboard.press('Delete');
    await until('an empty well', async () => (await pills(page, wide)).length === 0);
  }));

test('a link opens the chart as it stood, saved or not', () =>
  visit({}, async ({ page }) => {
    const id = await makeChart('Shared', { metrics: [metric] });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(`/explore/?slice_id=${id}`);
    await drawn(page);
    await column(page, words.verbose_name || 'origin').getByRole('button').first().click();
    await until('the dimension', async () => (await pills(page, 'groupby')).length === 1);
    await page.getByTestId('share-menu').click();
    await page.getByTestId('copy-link').click();
    await toast(page, 'Link copied');
    const link = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(link, /\/superset\/explore\/p\/[\w-]{24}\/$/);
    const other = await page.context().newPage();
    await other.goto(link);
    await drawn(other);
    assert.equal((await pills(other, 'groupby')).length, 1);
    await other.getByTestId('unsaved').waitFor();
    await other.close();
    const kept = await client.post('/api/v1/explore/form_data', { datasource_id: flights.id, datasource_type: 'table', form_data: JSON.stringify({ viz_type: 'pie', datasource: `${flights.id}__table`, metric, groupby: ['origin'], row_limit: 5 }) });
    assert.equal(kept.status, 201, kept.text);
    const third = await page.context().newPage();
    await third.goto(`/explore/?form_data_key=${kept.json.key}`);
    await drawn(third);
    await third.locator('.type.on[data-viz-type="pie"]').waitFor();
    await third.close();
  }));

test('data and pictures are downloaded', () =>
  visit({}, async ({ page, picture }) => {
    const id = await makeChart('Loaded', { metrics: [metric], row_limit: 3 });
    await page.goto(`/explore/?slice_id=${id}`);
    await drawn(page);
    await page.getByTestId('row-limit').waitFor();
    const load = async (key) => {
      await page.getByTestId('download-menu').click();
      if (key === 'csv') await picture('explore-download');
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByTestId(`chart-${key}`).click()]);
      if (['csv', 'allCsv', 'xlsx', 'records'].includes(key)) assert.match(file.url(), /^http.*\/karavel\/chart_files\//, 'none of it passes through the page');
      return fs.readFileSync(await file.path());
    };
    const short = (await load('csv')).toString('utf8').trim().split('\n').length;
    assert.equal(short, 4);
    assert.ok((await load('allCsv')).toString('utf8').trim().split('\n').length > short);
    assert.equal((await load('xlsx')).subarray(0, 2).toString(), 'PK');
    JSON.parse((await load('records')).toString('utf8'));
    const png = await load('png');
    assert.equal(png.subarray(1, 4).toString(), 'PNG');
    assert.ok(png.readUInt32BE(16) > 1000, 'twice as fine as on the screen');
    assert.equal((await load('pdf')).subarray(0, 4).toString(), '%PDF');
    const svg = (await load('svg')).toString('utf8');
    assert.match(svg, /^<svg[^>]*>[\s\S]*>Loaded<\/text>[\s\S]*<\/svg>/);
  }));

test('whoever saves after somebody else is told, and may save as new', () =>
  visit({}, async ({ page, picture }) => {
    const id = await makeChart('Contested', { metrics: [metric] });
    await page.goto(`/explore/?slice_id=${id}`);
    await drawn(page);
    await column(page, words.verbose_name || 'origin').getByRole('button').first().click();
    await until('the dimension', async () => (await pills(page, 'groupby')).length === 1);
    assert.equal((await client.put(`/api/v1/chart/${id}`, { description: 'changed elsewhere' })).status, 200);
    await page.getByTestId('save').click();
    await page.getByTestId('save-confirm').click();
    await page.getByTestId('save-conflict').waitFor();
    await picture('explore-conflict');
    await page.getByTestId('save-as-new').click();
    await page.getByLabel('Name of the chart').last().fill('Contested, mine');
    await page.getByTestId('save-confirm').click();
    await until('the new chart', () => !page.url().endsWith(`slice_id=${id}`));
    await drawn(page);
    assert.equal((await formOf(id)).groupby.length, 0);
  }));

test('a deleted chart can be taken back for a moment', () =>
  visit({}, async ({ page, picture }) => {
    const id = await makeChart('Short-lived', { metrics: [metric] });
    await page.goto(`/explore/?slice_id=${id}`);
    await drawn(page);
    await page.getByTestId('chart-menu').click();
    await page.getByTestId('chart-delete').click();
    await page.waitForURL(/\/chart\/list\//);
    await toast(page, 'is deleted');
    await picture('explore-deleted');
    await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('link', { name: 'Short-lived' }).first().waitFor();
    assert.equal((await client.get(`/api/v1/chart/${id}`)).status, 200);
  }));
