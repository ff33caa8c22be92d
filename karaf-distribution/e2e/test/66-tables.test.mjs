// Tables at work: pages of the server, totals, kept widths, many rows, and templates under the page's policy.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { axe, launch, open } from '../src/browser.mjs';
import { examples, list, signIn } from '../src/client.mjs';
import { until } from '../src/server.mjs';
import { server } from '../src/shared.mjs';

let browser;
let client;
let flights;
before(async () => {
  browser = await launch();
  client = await signIn(server);
  await examples(client);
  flights = (await list(client, 'dataset', { page_size: 100 })).json.result.find((one) => one.table_name === 'flights').id;
});
after(() => browser?.close());

async function chart(name, vizType, formData) {
  const params = { datasource: `${flights}__table`, viz_type: vizType, adhoc_filters: [], ...formData };
  const made = await client.post('/api/v1/chart/', { slice_name: name, datasource_id: flights, datasource_type: 'table', viz_type: vizType, params: JSON.stringify(params) });
  assert.equal(made.status, 201, made.text);
  return made.json.id;
}

async function explore(id, selector = '.kv-grid .row .cell') {
  const visitor = await open(browser, server, { width: 1600, height: 1000 });
  await visitor.page.goto(`/explore/?slice_id=${id}`);
  await visitor.page.getByTestId('explore-chart').locator(selector).first().waitFor();
  return visitor;
}

/** The texts of a column, from the top. */
const column = (page, index) =>
  page.evaluate(
    (at) =>
      [...document.querySelectorAll('.kv-grid .body .row:not([hidden])')]
        .sort((a, b) => Number(a.getAttribute('aria-rowindex')) - Number(b.getAttribute('aria-rowindex')))
        .map((row) => row.querySelector(`[aria-colindex="${at + 1}"]`)?.textContent),
    index,
  );

const PAGES = { query_mode: 'raw', all_columns: ['origin', 'destination', 'delay', 'distance'], server_pagination: true, server_page_length: 50, include_search: true };

test('the server gives a table page by page, in the order and with the words the reader chose', async () => {
  const { page, problems, context } = await explore(await chart('Flights by page', 'table', PAGES));
  const pages = page.locator('.kv-table .pages');
  await pages.getByText(/1–50 of 3,\d{3},\d{3}/).waitFor();

  const asked = page.waitForRequest((request) => request.url().includes('/chart/data') && request.postDataJSON()?.form_data?.own_state?.currentPage === 1);
  await pages.getByRole('button', { name: 'Next page' }).click();
  await asked;
  await pages.getByText(/51–100 of/).waitFor();

  await page.locator('.kv-grid [data-head="3"]').click();
  await pages.getByText(/^.*1–50 of/).waitFor();
  await until('the longest flights first', async () => {
    const miles = (await column(page, 3)).map(Number);
    return miles[0] > 4000 && miles.every((one, index) => index === 0 || one <= miles[index - 1]);
  });

  await page.locator('.kv-table input[type=search]').fill('ord');
  await until('flights from or to ORD', async () => {
    const [from, to] = [await column(page, 0), await column(page, 1)];
    return from.every((one, index) => one === 'ORD' || to[index] === 'ORD') && to.some((one) => one === 'ORD');
  });
  await page.getByLabel('Column to search').selectOption('origin');
  await until('flights from ORD alone', async () => (await column(page, 0)).every((one) => one === 'ORD'));
  assert.deepEqual(problems, []);
  await context.close();
});

test('the width of a column is kept in the browser', async () => {
  const { page, context } = await explore(await chart('Flights kept', 'table', { ...PAGES, server_pagination: false, row_limit: 500 }));
  const head = page.locator('.kv-grid [data-head="1"]');
  await page.locator('.kv-grid').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowUp');
  const before = (await head.boundingBox()).width;
  for (let step = 0; step < 5; step++) await page.keyboard.press('Alt+ArrowRight');
  const wide = (await head.boundingBox()).width;
  assert.ok(wide >= before + 60, `${before} became ${wide}`);
  await until('the width to be stored', () => page.evaluate(() => Object.keys(localStorage).some((key) => key.startsWith('karavel.layout.'))));
  await page.reload();
  await page.locator('.kv-grid .row .cell').first().waitFor();
  assert.equal(Math.round((await head.boundingBox()).width), Math.round(wide));
  await context.close();
});

test('totals are the server\'s own: an average is one of all rows, a count of different ones is no sum', async () => {
  const id = await chart('Flights by region', 'table', { query_mode: 'aggregate', groupby: ['origin_region'], metrics: ['flights', 'mean_delay', 'airports'], show_totals: true, column_config: { mean_delay: { d3NumberFormat: '.3f' } } });
  const whole = await client.post('/api/v1/chart/data', { datasource: { id: flights, type: 'table' }, queries: [{ columns: [], metrics: ['flights', 'mean_delay', 'airports'] }] });
  const [all] = whole.json.result[0].data;
  const { page, picture, context } = await explore(id);
  const foot = page.locator('.kv-grid .feet .cell');
  await foot.first().waitFor();
  const texts = await foot.allTextContents();
  assert.equal(texts[0], 'Total');
  assert.equal(texts[1], Number(all.flights).toLocaleString('en-GB'));
  assert.equal(texts[2], `${Number(all.mean_delay).toFixed(3)} min`, 'in the unit the dataset gives it');
  assert.equal(texts[3], Number(all.airports).toLocaleString('en-GB'));
  await picture('table-totals');

  const file = await client.post('/api/v1/chart/data', { form_data: { slice_id: id }, result_format: 'csv' });
  assert.match(file.headers.get('content-type'), /text\/csv/, 'a file is of the rows alone');
  await context.close();
});

test('100,000 rows scroll with no more than the cells in sight', { timeout: 120_000 }, async () => {
  const id = await chart('Many flights', 'table', { query_mode: 'raw', all_columns: ['date', 'delay', 'distance', 'origin', 'origin_city', 'origin_state', 'origin_region', 'destination', 'destination_city', 'destination_state', 'destination_region'], row_limit: 100000, include_search: true });
  const { page, problems, context } = await explore(id);
  assert.equal(await page.locator('.kv-grid').getAttribute('aria-rowcount'), '100001');
  const scripts = await page.evaluate(async () => {
    const grid = document.querySelector('.kv-grid');
    const times = [];
    let most = 0;
    for (let step = 0; step < 120; step++) {
      grid.scrollTop += step % 2 === 0 ? 240 : 9000;
      await new Promise((frame) => requestAnimationFrame(frame));
      const begin = performance.now();
      await new Promise((frame) => requestAnimationFrame(frame));
      times.push(performance.now() - begin);
      most = Math.max(most, grid.querySelectorAll('.cell').length);
    }
    times.sort((a, b) => a - b);
    return { median: times[60], worst: times.at(-1), most, last: grid.scrollTop };
  });
  console.log(`100,000 rows: a frame in ${scripts.median.toFixed(1)} ms (median), ${scripts.worst.toFixed(0)} ms (worst), at most ${scripts.most} cells`);
  assert.ok(scripts.most < 1500, `${scripts.most} cells`);
  assert.ok(scripts.last > 400_000, 'it did not scroll');

  await page.locator('.kv-grid').focus();
  await page.keyboard.press('Control+End');
  await until('the last row', async () => (await page.evaluate(() => document.getElementById(document.querySelector('.kv-grid').getAttribute('aria-activedescendant'))?.parentElement?.getAttribute('aria-rowindex'))) === '100001');
  await page.locator('.kv-table input[type=search]').fill('honolulu');
  await page.locator('.kv-table .found').getByText(/rows found$/).waitFor({ timeout: 60_000 });
  assert.deepEqual(problems, []);
  await context.close();
});

test('a pivot table opens and closes its groups, and sorts', async () => {
  const { page, problems, picture, context } = await explore(await chart('Regions', 'pivot_table_v2', { groupbyRows: ['origin_region', 'origin_state'], groupbyColumns: ['destination_region'], metrics: ['flights'], aggregateFunction: 'Sum', rowTotals: true, colTotals: true, rowSubTotals: true, row_limit: 10000 }));
  const grid = page.locator('.kv-grid');
  const rows = () => grid.getAttribute('aria-rowcount').then(Number);
  const open_ = await rows();
  await grid.locator('.row .toggle').first().click();
  await until('a closed group', async () => (await rows()) < open_);
  await grid.locator('[data-head="3"]').click();
  assert.equal(await grid.locator('[data-head="3"]').getAttribute('aria-sort'), 'descending');
  await picture('pivot');
  assert.deepEqual(await axe(page), []);
  assert.deepEqual(problems, []);
  await context.close();
});

test('a template is filled in under a policy that forbids to compile code, and runs nothing of its own', async () => {
  const template = '<div class="box">{{#each data}}<p class="line"><b>{{origin_region}}</b>: {{formatNumber flights}}</p>{{/each}}</div><script>window.ran = true</script><img src="x" onerror="window.ran = true">';
  const { page, problems, context } = await explore(await chart('Template', 'handlebars', { query_mode: 'aggregate', groupby: ['origin_region'], metrics: ['flights'], handlebarsTemplate: template, styleTemplate: '.line { color: rgb(1, 2, 3); background: url(/static/x.png) } body { color: red }' }), '.line');
  const style = await page.evaluate(() => {
    const line = document.querySelector('[data-testid="explore-chart"] .plot-mounted > div').shadowRoot.querySelector('.line');
    const { color, backgroundImage } = getComputedStyle(line);
    return { color, backgroundImage, ran: window.ran, page: getComputedStyle(document.body).color };
  });
  assert.deepEqual({ ...style, page: undefined }, { color: 'rgb(1, 2, 3)', backgroundImage: 'none', ran: undefined, page: undefined });
  assert.notEqual(style.page, 'rgb(255, 0, 0)');
  assert.deepEqual(problems, []);
  await context.close();
});

test('settings of columns are edited in explore', async () => {
  const { page, context } = await explore(await chart('Edited', 'table', { query_mode: 'aggregate', groupby: ['origin_region'], metrics: ['flights'], row_limit: 10 }));
  await page.getByRole('tab', { name: 'Customize' }).click();
  await page.locator('[data-control="column_config"]').getByText('Flights', { exact: true }).click();
  await page.getByTestId('column-editor').getByLabel('Name of your own').fill('How many');
  await page.keyboard.press('Escape');
  await page.getByTestId('update-chart').click();
  await page.locator('.kv-grid .head .label', { hasText: 'How many' }).waitFor();
  await context.close();
});
