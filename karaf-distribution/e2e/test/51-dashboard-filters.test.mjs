// Filters, cross-filters, drill and loading of dashboards, clicked through in a real browser.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { boardOf45, layout, makeBoard } from '../src/boards.mjs';
import { axe, launch, open } from '../src/browser.mjs';
import { examples, signIn } from '../src/client.mjs';
import { card, failures, openDashboard, settled } from '../src/pages.mjs';
import { until } from '../src/server.mjs';
import { server } from '../src/shared.mjs';

let browser;
let client;
let known;
let address;
let dashboard;
before(async () => {
  browser = await launch();
  client = await signIn(server);
  known = await examples(client);
  const id = (name) => known.get(name).id;
  const first = [[id('Flights'), id('How flights end'), id('Outcome by region')], [id('Busiest origins')]];
  const second = [[id('Flights by distance'), id('Mean delay by month')]];
  dashboard = await makeBoard(client, 'Filters of all kinds', layout([first, second]));
  address = `/dashboard/${dashboard}/`;
});
after(async () => {
  await browser?.close();
  await client.delete(`/api/v1/dashboard/${dashboard}`);
});

async function visit(options, work) {
  const visitor = await open(browser, server, options);
  const asked = [];
  visitor.page.on('request', (request) => {
    if (request.url().includes('/api/v1/chart/data')) asked.push(request.postDataJSON());
  });
  try {
    await work({ ...visitor, asked });
    assert.deepEqual(visitor.problems, []);
  } finally {
    await visitor.context.close();
  }
}

const charts = (asked) => asked.filter(({ form_data: form }) => form.slice_id && !form.native_filter_id);

async function add(page, name, type, column) {
  await page.getByTestId('filter-add').click();
  await page.getByTestId('filter-name').fill(name);
  await page.getByTestId('filter-type').selectOption(type);
  if (type !== 'filter_time') await page.getByTestId('filter-dataset').selectOption({ label: 'flights' });
  if (column) await page.getByTestId('filter-column').selectOption(column);
}

async function choose(page, name, ...values) {
  await page.getByTestId(`filter-select-${name}`).click();
  for (const value of values) await page.getByRole('option', { name: value, exact: true }).click();
  await page.keyboard.press('Escape');
}

test('filters of every type are added in the dialog and saved', () =>
  visit({}, async ({ page, picture }) => {
    await openDashboard(page, address);
    await page.getByTestId('filter-settings').click();
    await page.getByTestId('configure-filters').click();
    await add(page, 'Region', 'filter_select', 'origin_region');
    await add(page, 'State', 'filter_select', 'origin_state');
    await page.getByTestId('filter-parent-Region').check();
    await add(page, 'Distance', 'filter_range', 'distance');
    await page.getByTestId('scope-TAB-0').uncheck();
    await add(page, 'When', 'filter_time');
    await add(page, 'Time column', 'filter_timecolumn');
    await add(page, 'Grain', 'filter_timegrain');
    await add(page, 'Doomed', 'filter_time');
    await page.getByRole('button', { name: 'Delete Doomed' }).click();
    await page.getByTestId('filter-undo').click();
    await page.getByRole('button', { name: 'Delete Doomed' }).click();
    await page.getByTestId('divider-add').click();
    await page.getByTestId('divider-title').fill('Time');
    const divider = page.getByTestId('filter-list').getByRole('button', { name: 'Time', exact: true });
    await divider.press('Alt+ArrowUp');
    await divider.press('Alt+ArrowUp');
    await divider.press('Alt+ArrowUp');
    await page.getByTestId('filter-list').getByRole('button', { name: 'State', exact: true }).click();
    await picture('filters-dialog');
    assert.deepEqual(await axe(page), []);
    await page.getByTestId('filters-save').click();
    await page.getByTestId('filter-bar').getByText('Region', { exact: true }).waitFor();
    const saved = JSON.parse((await client.get(`/api/v1/dashboard/${dashboard}`)).json.result.json_metadata).native_filter_configuration;
    assert.deepEqual(saved.map(({ name, title }) => name ?? title), ['Region', 'State', 'Distance', 'Time', 'When', 'Time column', 'Grain']);
    assert.deepEqual(saved[2].scope, { rootPath: ['TAB-1'], excluded: [] });
    assert.deepEqual(saved[1].cascadeParentIds, [saved[0].id]);
  }));

test('what is chosen reaches the charts of its scope when it is applied, and is there after a reload', () =>
  visit({}, async ({ page, picture, asked }) => {
    await openDashboard(page, address);
    const region = page.getByTestId('filter-select-Region');
    await until('the values', async () => /\d+ values/.test(await region.textContent()));
    asked.length = 0;
    await choose(page, 'Region', 'Northeast');
    assert.equal(charts(asked).length, 0);
    const state = page.getByTestId('filter-select-State');
    await until('fewer values of the dependent filter', async () => parseInt(await state.textContent()) < 20);
    await choose(page, 'State', 'NY');
    await page.getByTestId('filters-apply').click();
    await until('each chart of the tab to ask', () => charts(asked).length === 4);
    assert.ok(charts(asked).every(({ form_data: form }) => JSON.stringify(form.extra_form_data.filters).includes('NY')));
    await settled(page);
    assert.equal(await card(page, 'Flights').getByTestId('card-filters').getAttribute('data-applied'), '2');
    await page.getByTestId('out-of-scope').getByText('1 filter out of scope').waitFor();
    await until('the key in the address', () => page.url().includes('native_filters_key'));
    await picture('filters-applied');
    assert.deepEqual(await axe(page), []);
    await page.reload();
    await settled(page);
    assert.match(await page.getByTestId('filter-select-State').textContent(), /NY/);
    assert.match(await card(page, 'Busiest origins').textContent(), /LGA/);
    await page.getByTestId('filters-clear').click();
    await until('all rows again', async () => (await card(page, 'Busiest origins').textContent()).includes('ORD'));
  }));

test('a link opens what its maker saw: filters, cross-filters, tab, parameters, and the same questions, also alone on the page', () =>
  visit({}, async ({ page, context, asked, picture }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openDashboard(page, `${address}?country=NZ`);
    await choose(page, 'Region', 'Northeast');
    await page.getByTestId('filters-apply').click();
    await settled(page);
    await card(page, 'How flights end').locator('.plot-canvas').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByTestId('cross-chip').waitFor();
    await settled(page);
    const chip = await page.getByTestId('cross-chip').textContent();
    asked.length = 0;
    await page.getByRole('tab', { name: 'Part 2' }).click();
    await until('both charts of the tab to ask', () => charts(asked).length === 2);
    await settled(page);
    const questions = (all) => charts(all).map(({ form_data: form }) => [form.slice_id, form.extra_form_data]).sort(([one], [other]) => one - other);
    const made = questions(asked);
    await page.getByTestId('share-menu').click();
    await page.getByTestId('share-link').click();
    const link = await until('the link', async () => {
      const text = await page.evaluate(() => navigator.clipboard.readText());
      return text.includes('/dashboard/p/') ? text : undefined;
    });
    await visit({}, async ({ page: other, asked: opened, picture: drawn }) => {
      await other.goto(`${link}?standalone=1`);
      await other.waitForURL(/country=NZ/);
      assert.match(other.url(), /standalone=1/);
      await other.getByTestId('cross-chip').waitFor();
      await until('both charts to ask', () => charts(opened).length >= 2);
      await settled(other);
      assert.equal(await other.getByTestId('cross-chip').textContent(), chip);
      assert.match(await other.getByTestId('filter-select-Region').textContent(), /Northeast/);
      assert.equal(await other.getByRole('tab', { name: 'Part 2' }).getAttribute('aria-selected'), 'true');
      assert.deepEqual(questions(opened), made);
      assert.deepEqual(await failures(other).allTextContents(), []);
      await drawn('permalink-opened');
    });
    await picture('permalink-made');
  }));

test('a range, a time, a time column and a grain each do their part', () =>
  visit({}, async ({ page, asked }) => {
    await openDashboard(page, address);
    await page.getByRole('tab', { name: 'Part 2' }).click();
    await settled(page);
    await page.getByTestId('range-from').fill('1000');
    await page.getByTestId('time-control').click();
    await page.getByTestId('range-advanced').click();
    await page.getByTestId('range-picker').getByRole('textbox').fill('2001-02-01 : 2001-03-01');
    await page.getByTestId('range-apply').click();
    await choose(page, 'Time column', 'Departure');
    await choose(page, 'Grain', 'Week');
    asked.length = 0;
    await page.getByTestId('filters-apply').click();
    await until('both charts to ask', () => charts(asked).length === 2);
    const extra = charts(asked)[0].form_data.extra_form_data;
    assert.deepEqual(extra.filters, [{ col: 'distance', op: '>=', val: 1000 }]);
    assert.equal(extra.time_range, '2001-02-01 : 2001-03-01');
    assert.equal(extra.time_grain_sqla, 'P1W');
    assert.equal(extra.granularity_sqla, 'date');
    await settled(page);
    assert.deepEqual(await failures(page).allTextContents(), []);
  }));

for (const theme of ['light', 'dark']) {
  test(`a mark filters other charts by keys, and its menu leads to its rows and other dimensions, in ${theme}`, () =>
    visit({ theme }, async ({ page, picture, asked }) => {
      await openDashboard(page, address);
      const pie = card(page, 'How flights end');
      asked.length = 0;
      await pie.locator('.plot-canvas').focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await page.getByTestId('cross-chip').waitFor();
      await until('the others to ask', () => charts(asked).length === 3);
      assert.ok(charts(asked).every(({ form_data: form }) => form.slice_id !== known.get('How flights end').id));
      await settled(page);
      await until('nothing out of date', async () => (await page.locator('.chart-card.outdated').count()) === 0);
      await picture('cross-filter');
      assert.deepEqual(await axe(page), []);
      await page.getByTestId('cross-chip').getByRole('button').click();
      await until('the chip to go', async () => (await page.getByTestId('cross-chip').count()) === 0);

      await pie.locator('.plot-canvas').focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Shift+F10');
      await page.getByTestId('mark-detail').click();
      await page.getByTestId('drill-detail').getByTestId('data-table').waitFor();
      await until('the number of rows', async () => /\d rows/.test(await page.getByTestId('drill-total').textContent()));
      await page.getByTestId('drill-right').click();
      await picture('drill-detail');
      await page.keyboard.press('Escape');

      await pie.locator('.plot-canvas').focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Shift+F10');
      await page.getByTestId('mark-by').click();
      await page.getByTestId('drill-dimension').selectOption('origin_region');
      await until('the chart by region', async () => (await page.getByTestId('drill-by').locator('.plot-canvas').textContent()).includes('South'));
      await picture('drill-by');
      assert.deepEqual(await axe(page), []);
    }));
}

test('the clock fetches charts anew, past the cache', () =>
  visit({}, async ({ page, asked }) => {
    await openDashboard(page, address);
    await page.getByTestId('auto-refresh').click();
    asked.length = 0;
    await page.getByTestId('refresh-10').click();
    await until('forced questions', () => charts(asked).filter(({ force }) => force).length >= 4);
  }));

test('a cross-filter that touches 3 of 45 charts sends exactly 3 questions', async () => {
  const board = await boardOf45(client);
  await visit({ height: 4200 }, async ({ page, asked }) => {
    await openDashboard(page, `/dashboard/${board.id}/`);
    assert.equal(await page.getByTestId('chart-card').count(), 45);
    assert.deepEqual(await failures(page).allTextContents(), []);
    asked.length = 0;
    const first = page.locator(`[data-chart-id="${board.first}"]`);
    await first.locator('.plot-canvas').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByTestId('cross-chip').waitFor();
    await until('the questions', () => charts(asked).length >= 3);
    await settled(page);
    assert.deepEqual(charts(asked).map(({ form_data: form }) => form.slice_id).sort(), [...board.reached].sort());
  });
  await board.remove();
});

test('a cell of a calendar, and a period of many, filter by the time they stand for', async () => {
  const { result: flights } = (await client.get(`/api/v1/chart/${known.get('Flights').id}`)).json;
  const make = async (name, viz_type, form) => {
    const params = JSON.stringify({ viz_type, datasource: `${flights.datasource_id}__table`, ...form });
    return (await client.post('/api/v1/chart/', { slice_name: name, viz_type, params, datasource_id: flights.datasource_id, datasource_type: 'table' })).json.id;
  };
  const calendar = await make('Months of flights', 'cal_heatmap', { x_axis: 'date', metrics: ['flights'], domain_granularity: 'year', subdomain_granularity: 'month' });
  const periods = await make('Weeks of flights', 'time_pivot', { x_axis: 'date', time_grain_sqla: 'P1D', metric: 'flights', freq: 'W-MON' });
  const board = await makeBoard(client, 'Filters by time', layout([[[calendar, periods], [known.get('How flights end').id]]]));
  const sent = (asked) => charts(asked).map(({ form_data: form }) => form.extra_form_data?.filters?.find(({ op }) => op === 'TEMPORAL_RANGE')).filter(Boolean);
  const days = ({ val }) => val.split(' : ').reduce((from, to) => (Date.parse(to) - Date.parse(from)) / 86_400_000);
  await visit({}, async ({ page, asked, picture }) => {
    await openDashboard(page, `/dashboard/${board}/`);
    asked.length = 0;
    const cell = page.locator(`[data-chart-id="${calendar}"] .plot-svg [data-karavel]`).first();
    await cell.focus();
    await page.keyboard.press('Enter');
    await until('a month', () => sent(asked).some((range) => range.col === 'date' && days(range) > 27 && days(range) < 32));
    assert.match(await page.getByTestId('cross-chip').innerText(), /Jan 2001/);
    await settled(page);
    await picture('dashboard-by-month');
    await cell.press('Enter');
    await page.getByTestId('cross-chip').waitFor({ state: 'detached' });
    asked.length = 0;
    await page.locator(`[data-chart-id="${periods}"] .plot-canvas`).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await until('a week', () => sent(asked).some((range) => range.col === 'date' && days(range) === 7));
    await settled(page);
    await picture('dashboard-by-week');
  });
  await client.delete(`/api/v1/dashboard/${board}`);
  for (const id of [calendar, periods]) await client.delete(`/api/v1/chart/${id}`);
});
