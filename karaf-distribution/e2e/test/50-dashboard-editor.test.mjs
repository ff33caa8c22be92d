// Dashboards made, changed by two at once, restored and shared, as people do it in a browser.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { axe, launch, open } from '../src/browser.mjs';
import { examples, signIn } from '../src/client.mjs';
import { card, cards, failures, openDashboard, settled } from '../src/pages.mjs';
import { until } from '../src/server.mjs';
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

/** A console's word about an answer that the test means to get. */
const meant = (problem) => /status of 409/.test(problem);

async function visit(options, work) {
  const visitor = await open(browser, server, options);
  try {
    await visitor.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await work(visitor);
    assert.deepEqual(visitor.problems.filter((problem) => !meant(problem)), []);
  } finally {
    await visitor.context.close();
  }
}

const chartNode = (id, chart, width) => ({
  type: 'CHART',
  id,
  children: [],
  parents: ['ROOT_ID', 'GRID_ID', 'ROW-1'],
  meta: { chartId: chart.id, sliceName: chart.slice_name, width, height: 40, unknown: { kept: id } },
});

const layout = () => ({
  DASHBOARD_VERSION_KEY: 'v2',
  ROOT_ID: { type: 'ROOT', id: 'ROOT_ID', children: ['GRID_ID'] },
  GRID_ID: { type: 'GRID', id: 'GRID_ID', children: ['ROW-1'], parents: ['ROOT_ID'] },
  HEADER_ID: { type: 'HEADER', id: 'HEADER_ID', meta: { text: 'Two charts' } },
  'ROW-1': {
    type: 'ROW',
    id: 'ROW-1',
    children: ['CHART-1', 'CHART-2'],
    parents: ['ROOT_ID', 'GRID_ID'],
    meta: { background: 'BACKGROUND_TRANSPARENT' },
  },
  'CHART-1': chartNode('CHART-1', charts.get('Flights'), 4),
  'CHART-2': chartNode('CHART-2', charts.get('Mean delay'), 4),
});

let made = 0;
async function board(position = layout()) {
  const title = `Board ${++made}`;
  const body = { dashboard_title: title, published: true, position_json: JSON.stringify(position) };
  const { json, text } = await client.post('/api/v1/dashboard/', body);
  assert.ok(json?.id, text);
  return json.id;
}
const stored = async (id) => (await client.get(`/api/v1/dashboard/${id}`)).json.result;

const edit = async (page, id) => {
  await page.goto(`/dashboard/${id}/?edit=true`);
  await page.getByTestId('edit-board').waitFor();
};
const titles = (page) => page.getByTestId('edit-chart').locator('h2').allTextContents();
const stand = (page, ...order) => until(`the order ${order.join(', ')}`, async () => (await titles(page)).join() === order.join());
const center = async (locator) => {
  const box = await locator.boundingBox();
  return { ...box, x: box.x + box.width / 2, y: box.y + box.height / 2 };
};
const drag = async (page, from, to) => {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await page.getByTestId('edit-mark').waitFor();
  await page.mouse.up();
};

test('a dashboard is made from nothing, used, reloaded and found again', () =>
  visit({}, async ({ page, picture }) => {
    await page.goto('/dashboard/list/');
    await page.getByTestId('new-dashboard').click();
    await page.getByTestId('edit-board').waitFor();
    await page.getByTestId('edit-title').fill('Made by hand');
    await page.getByRole('searchbox', { name: 'Search charts' }).fill('Flights by distance');
    await until('the chart found', async () => (await page.getByTestId('shelf-chart').count()) === 1);
    await page.getByTestId('shelf-chart').first().click();
    await page.getByRole('searchbox', { name: 'Search charts' }).fill('Busiest origins');
    await page.getByTestId('shelf-chart').filter({ hasText: 'Busiest origins' }).click();
    await until('two charts', async () => (await page.getByTestId('edit-chart').count()) === 2);

    await page.getByRole('tab', { name: 'Layout elements' }).click();
    await drag(page, await center(page.getByTestId('element-HEADER')), { x: 400, y: 90 });
    await page.getByRole('textbox', { name: 'Heading' }).fill('How late are they?');
    await page.getByTestId('element-MARKDOWN').click();
    await page.getByRole('textbox', { name: 'Text in Markdown' }).fill('## Notes\n\n<img src=x onerror="window.hurt = 1"><script>window.hurt = 2</script>Read **this**.');
    await until('the preview', async () => (await page.getByTestId('edit-markdown').locator('strong').count()) === 1);
    await page.getByTestId('edit-save').click();
    await page.waitForURL(/\/dashboard\/\d+\/$/);
    await page.getByTestId('dashboard').waitFor();
    await page.reload();
    await settled(page);
    assert.equal(await page.getByTestId('dashboard-title').textContent(), 'Made by hand');
    assert.equal(await cards(page).count(), 2);
    assert.equal(await page.getByRole('heading', { name: 'How late are they?' }).count(), 1);
    assert.equal(await page.evaluate(() => window.hurt), undefined);
    assert.deepEqual(await failures(page).allTextContents(), []);
    await picture('dashboard-made');
    const id = /dashboard\/(\d+)/.exec(page.url())[1];
    assert.deepEqual((await client.get(`/api/v1/dashboard/${id}/charts`)).json.result.map(({ slice_name }) => slice_name).sort(), [
      'Busiest origins',
      'Flights by distance',
    ]);
    await page.goto('/dashboard/list/');
    await page.getByRole('link', { name: 'Made by hand' }).first().click();
    await page.getByTestId('dashboard').waitFor();
  }));

for (const theme of ['light', 'dark']) {
  test(`the editor in ${theme}: pictured and accessible`, () =>
    visit({ theme }, async ({ page, picture }) => {
      await page.goto('/dashboard/flights/');
      await settled(page);
      await picture('board-view');
      assert.deepEqual(await axe(page), []);
      await page.keyboard.press('e');
      await page.getByTestId('edit-board').waitFor();
      await page.getByTestId('edit-chart').first().hover();
      await page.waitForLoadState('networkidle');
      await picture('board-edit');
      assert.deepEqual(await axe(page), []);
      await page.getByTestId('edit-leave').click();
      await page.getByTestId('dashboard-menu').click();
      await page.getByTestId('menu-properties').click();
      await page.getByTestId('board-properties').waitFor();
      await page.waitForLoadState('networkidle');
      await picture('board-properties');
      assert.deepEqual(await axe(page), []);
    }));
}

test('things move by mouse and snap to columns; each step can be taken back', () =>
  visit({}, async ({ page, picture }) => {
    const id = await board();
    await edit(page, id);
    await stand(page, 'Flights', 'Mean delay');
    const [first, second] = await Promise.all([0, 1].map((at) => center(page.getByTestId('edit-chart').nth(at))));
    await drag(page, first, { x: second.x + second.width / 2 - 10, y: second.y });
    await stand(page, 'Mean delay', 'Flights');

    await page.getByTestId('edit-chart').nth(1).hover();
    const border = await center(page.getByTestId('edit-chart').nth(1).getByTestId('edit-border-corner'));
    await page.mouse.move(border.x, border.y);
    await page.mouse.down();
    await page.mouse.move(border.x + 400, border.y + 80, { steps: 6 });
    await picture('board-resize');
    await page.mouse.up();
    await page.keyboard.press('Control+s');
    await page.getByTestId('dashboard').waitFor();
    const tree = JSON.parse((await stored(id)).position_json);
    assert.deepEqual(tree['ROW-1'].children, ['CHART-2', 'CHART-1']);
    assert.deepEqual([tree['CHART-1'].meta.width, tree['CHART-1'].meta.height], [8, 50]);
    assert.deepEqual(tree['CHART-1'].meta.unknown, { kept: 'CHART-1' });
    // what was edited goes into another dashboard and comes out as it went in
    const again = await board(tree);
    assert.deepEqual(JSON.parse((await stored(again)).position_json), tree);

    await edit(page, id);
    await page.getByTestId('edit-chart').first().hover();
    await page.getByTestId('edit-chart').first().getByTestId('edit-remove').click();
    await stand(page, 'Flights');
    await page.locator('body').press('Control+z');
    await stand(page, 'Mean delay', 'Flights');
    await page.locator('body').press('Control+Shift+z');
    await stand(page, 'Flights');
    await page.getByTestId('edit-undo').click();
    await page.getByText('Editing', { exact: true }).waitFor();
  }));

test('by keys alone: picked up, told where it is, dropped into a tab', () =>
  visit({}, async ({ page, picture }) => {
    const id = await board();
    await edit(page, id);
    await page.getByRole('tab', { name: 'Layout elements' }).focus();
    await page.keyboard.press('Enter');
    await page.getByTestId('element-TABS').focus();
    await page.keyboard.press('Enter');
    await page.getByTestId('edit-tabs').waitFor();
    await until('what was added to have the focus', () => page.evaluate(() => document.activeElement?.getAttribute('data-handle')?.startsWith('TABS')));
    await page.getByTestId('edit-chart').first().getByTestId('edit-handle').focus();
    await page.keyboard.press('Space');
    const said = page.getByTestId('edit-announcer');
    await until('a word about it', async () => /Flights is picked up: place \d+ of \d+/.test(await said.textContent()));
    await page.keyboard.press('Escape');
    await until('a word that it is back', async () => /back where it was/.test(await said.textContent()));
    await page.keyboard.press('Space');
    for (let step = 0; step < 20 && !/into Tab title/.test(await said.textContent()); step++) await page.keyboard.press('ArrowDown');
    await page.getByTestId('edit-mark').waitFor();
    await picture('board-keys');
    await page.keyboard.press('Enter');
    await until('the chart in the tab', async () => (await page.getByTestId('edit-tabs').getByTestId('edit-chart').count()) === 1);
    await until('the handle to be held on to', () => page.evaluate(() => document.activeElement?.getAttribute('aria-label')?.startsWith('Move Flights')));
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Control+s');
    await page.getByTestId('dashboard').waitFor();
    const tree = JSON.parse((await stored(id)).position_json);
    const path = tree['CHART-1'].parents.map((parent) => tree[parent].type);
    assert.deepEqual(path, ['ROOT', 'GRID', 'TABS', 'TAB', 'ROW']);
    assert.deepEqual([tree['CHART-1'].meta.width, tree['CHART-1'].meta.height], [5, 41]);
  }));

test('tabs are named, added, put in order and taken out; a link opens the right one', () =>
  visit({}, async ({ page }) => {
    const id = await board();
    await edit(page, id);
    await page.getByRole('tab', { name: 'Layout elements' }).click();
    await page.getByTestId('element-top-tabs').click();
    const tabs = page.getByTestId('edit-tabs');
    await tabs.getByRole('tab').first().dblclick();
    await page.getByTestId('tab-name').fill('Overview');
    await page.keyboard.press('Enter');
    await page.getByTestId('tab-add').click();
    await page.getByTestId('tab-rename').click();
    await page.getByTestId('tab-name').fill('Details');
    await page.keyboard.press('Enter');
    assert.deepEqual(await tabs.getByRole('tab').allTextContents(), ['Overview', 'Tab title', 'Details']);
    await tabs.getByRole('tab', { name: 'Details' }).focus();
    await page.keyboard.press('Alt+ArrowLeft');
    assert.deepEqual(await tabs.getByRole('tab').allTextContents(), ['Overview', 'Details', 'Tab title']);
    await tabs.getByRole('tab', { name: 'Tab title' }).click();
    await page.getByTestId('tab-remove').click();
    await page.getByTestId('edit-save').click();
    await page.getByTestId('dashboard').waitFor();
    await page.getByRole('tab', { name: 'Details' }).click();
    await page.getByTestId('tab-link').click();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(link, /#TAB-/);
    await page.goto('/welcome/');
    await page.goto(link);
    await until('the tab', async () => (await page.getByRole('tab', { name: 'Details' }).getAttribute('aria-selected')) === 'true');
    await page.goto(`/dashboard/${id}/#CHART-2`);
    await page.locator('#CHART-2.anchored').waitFor();
    assert.equal(await page.getByRole('tab', { name: 'Overview' }).getAttribute('aria-selected'), 'true');
  }));

test('who leaves with something unsaved is asked first', () =>
  visit({}, async ({ page }) => {
    await edit(page, await board());
    await page.getByTestId('edit-title').fill('Not yet');
    await page.getByRole('link', { name: 'Charts' }).first().click();
    await page.getByTestId('leave-stay').click();
    assert.equal(await page.getByTestId('edit-title').inputValue(), 'Not yet');
    await page.getByTestId('edit-leave').click();
    await page.getByTestId('leave-discard').click();
    await page.getByTestId('dashboard').waitFor();
    assert.match(await page.getByTestId('dashboard-title').textContent(), /^Board/);
  }));

test('the second of two editors is told while editing and when saving, and nobody loses anything', () =>
  visit({}, async ({ page, picture }) => {
    const id = await board();
    await edit(page, id);
    await visit({}, async (other) => {
      await edit(other.page, id);
      await other.page.getByTestId('edit-title').fill('Theirs');
      await other.page.getByTestId('edit-save').click();
      await other.page.getByTestId('dashboard').waitFor();
    });
    await page.getByTestId('edit-news').waitFor();
    await page.getByTestId('edit-title').fill('Mine');
    await page.getByTestId('edit-chart').first().hover();
    await page.getByTestId('edit-chart').first().getByTestId('edit-remove').click();
    await page.getByTestId('edit-save').click();
    await page.getByTestId('board-conflict').waitFor();
    assert.equal((await stored(id)).dashboard_title, 'Theirs');
    await page.getByTestId('conflict-look').click();
    const told = await page.getByTestId('board-conflict').textContent();
    assert.match(told, /Title: “Board \d+” became “Theirs”/);
    assert.match(told, /Chart “Flights” removed/);
    await picture('board-conflict');
    assert.deepEqual(await axe(page), []);

    await page.getByTestId('conflict-theirs').click();
    await until('theirs', async () => (await page.getByTestId('edit-title').inputValue()) === 'Theirs');
    await page.getByTestId('edit-undo').click();
    assert.equal(await page.getByTestId('edit-title').inputValue(), 'Mine');
    await page.getByTestId('edit-save').click();
    await page.getByTestId('dashboard').waitFor();
    assert.equal((await stored(id)).dashboard_title, 'Mine');
    assert.deepEqual((await client.get(`/api/v1/dashboard/${id}/charts`)).json.result.map(({ slice_name }) => slice_name), ['Mean delay']);
  }));

test('a change of the properties meanwhile is no conflict for the layout', () =>
  visit({}, async ({ page }) => {
    const id = await board();
    await edit(page, id);
    await client.put(`/api/v1/dashboard/${id}`, { certified_by: 'The data team' });
    await page.getByTestId('edit-title').fill('Both');
    await page.getByTestId('edit-save').click();
    await page.getByTestId('dashboard').waitFor();
    const { dashboard_title, certified_by } = await stored(id);
    assert.deepEqual([dashboard_title, certified_by], ['Both', 'The data team']);
  }));

test('saved over it, saved as a copy: both ways out of a conflict', () =>
  visit({}, async ({ page }) => {
    const id = await board();
    await edit(page, id);
    await client.put(`/api/v1/dashboard/${id}`, { dashboard_title: 'Theirs' });
    await page.getByTestId('edit-title').fill('Mine');
    await page.getByTestId('edit-save').click();
    await page.getByTestId('conflict-copy').click();
    await page.getByTestId('copy-charts').check();
    await page.getByTestId('save-as-confirm').click();
    await until('the copy', () => !page.url().includes(`/dashboard/${id}/`));
    await page.getByTestId('dashboard').waitFor();
    assert.equal((await stored(id)).dashboard_title, 'Theirs');
    const copied = /dashboard\/(\d+)/.exec(page.url())[1];
    const own = (await client.get(`/api/v1/dashboard/${copied}/charts`)).json.result;
    assert.deepEqual(own.map(({ slice_name }) => slice_name).sort(), ['Flights', 'Mean delay']);
    assert.ok(own.every((chart) => chart.id !== charts.get(chart.slice_name).id));

    await edit(page, id);
    await client.put(`/api/v1/dashboard/${id}`, { dashboard_title: 'Theirs again' });
    await page.getByTestId('edit-title').fill('Mine');
    await page.getByTestId('edit-save').click();
    await page.getByTestId('conflict-over').click();
    await page.getByTestId('dashboard').waitFor();
    assert.equal((await stored(id)).dashboard_title, 'Mine');
  }));

test('versions tell what changed, show how it was and bring it back', () =>
  visit({}, async ({ page, picture }) => {
    const id = await board();
    const without = layout();
    without['ROW-1'].children = ['CHART-2'];
    delete without['CHART-1'];
    await client.put(`/api/v1/dashboard/${id}`, { dashboard_title: 'Less', position_json: JSON.stringify(without) });
    await openDashboard(page, `/dashboard/${id}/`);
    await page.getByTestId('dashboard-menu').click();
    await page.getByTestId('menu-versions').click();
    await page.getByTestId('version').first().click();
    await until('the words', async () => /Chart “Flights” removed/.test(await page.getByTestId('version-details').textContent()));
    await page.getByTestId('version').nth(1).click();
    await page.getByTestId('version-preview').click();
    await page.getByTestId('version-shown').waitFor();
    await until('the chart of then', async () => (await cards(page).count()) === 2);
    await settled(page);
    await picture('board-versions');
    assert.deepEqual(await axe(page), []);
    await page.getByTestId('version-restore').click();
    await until('the title of then', async () => /^Board/.test(await page.getByTestId('dashboard-title').textContent()));
    assert.equal((await client.get(`/api/v1/dashboard/${id}/charts`)).json.result.length, 2);
    await page.getByRole('button', { name: 'Undo' }).click();
    await until('the title of before', async () => (await page.getByTestId('dashboard-title').textContent()) === 'Less');
  }));

test('properties are kept, and CSS reaches the dashboard alone', () =>
  visit({}, async ({ page, picture }) => {
    const id = await board();
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await openDashboard(page, `/dashboard/${id}/`);
    await page.getByTestId('dashboard-menu').click();
    await page.getByTestId('menu-properties').click();
    await page.getByLabel('Address').fill('my-own-board');
    await page.getByLabel('Certified by').fill('The data team');
    await page.getByLabel('Tags').fill('late');
    await page.getByLabel('Tags').press('Enter');
    await page.getByRole('tab', { name: 'Colours and CSS' }).click();
    await page.getByLabel('CSS', { exact: true }).fill(
      "@import url('http://elsewhere.example/a.css');\n.chart-card { border-radius: 21px; background-image: url(http://elsewhere.example/a.png) }\n.rail, .top { display: none }\n.chart-card h2 { position: fixed; inset: 0 }\nbody { letter-spacing: 1px }",
    );
    await picture('board-looks');
    assert.deepEqual(await axe(page), []);
    await page.getByRole('tab', { name: 'Refresh and advanced' }).click();
    await page.getByLabel('Refreshes itself').selectOption('3600');
    await page.getByLabel('Settings as JSON').fill('{');
    assert.ok(await page.getByTestId('properties-save').isDisabled());
    await page.getByLabel('Settings as JSON').fill('{"refresh_frequency": 3600, "made_elsewhere": true}');
    await page.getByTestId('properties-save').click();
    await page.getByTestId('board-properties').waitFor({ state: 'detached' });
    await page.goto('/dashboard/my-own-board/');
    await settled(page);
    const looks = await card(page, 'Flights').evaluate((element) => {
      const own = getComputedStyle(element);
      const rail = getComputedStyle(document.querySelector('.rail'));
      return [own.borderTopLeftRadius, own.backgroundImage, getComputedStyle(element.querySelector('h2')).position, rail.display];
    });
    assert.deepEqual(looks, ['21px', 'none', 'static', 'flex']);
    assert.deepEqual(asked.filter((url) => url.includes('elsewhere.example')), []);
    const kept = await stored(id);
    assert.deepEqual(JSON.parse(kept.json_metadata), { refresh_frequency: 3600, made_elsewhere: true });
    assert.equal(kept.certified_by, 'The data team');
    assert.deepEqual(kept.tags.map(({ name }) => name), ['late']);
    await page.getByTestId('star').click();
    await page.locator('.star.on').waitFor();
    await page.reload();
    await page.locator('.star.on').waitFor();
    await page.getByTestId('published').click();
    await page.getByTestId('published').filter({ hasText: 'Draft' }).waitFor();
    assert.equal((await stored(id)).published, false);
  }));

test('a link shows others what one sees; pictures and PDF come from the server', () =>
  visit({}, async ({ page, picture }) => {
    const id = await board();
    await openDashboard(page, `/dashboard/${id}/?time_range=2001-02-01%20%3A%202001-03-01`);
    await page.getByTestId('share-menu').click();
    await picture('board-share');
    await page.getByTestId('share-link').click();
    const link = await until('the link', async () => {
      const text = await page.evaluate(() => navigator.clipboard.readText());
      return text.includes('/dashboard/p/') ? text : undefined;
    });
    await page.goto(link);
    await page.waitForURL(/time_range=2001-02-01/);
    for (const format of ['png', 'pdf']) {
      await page.getByTestId('share-menu').click();
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByTestId(`share-${format}`).click()]);
      assert.match(file.suggestedFilename(), new RegExp(`^Board \\d+\\.${format}$`));
    }
    await card(page, 'Flights').getByTestId('chart-menu').click();
    const [svg] = await Promise.all([page.waitForEvent('download'), page.getByTestId('chart-svg').click()]);
    assert.equal(svg.suggestedFilename(), 'Flights.svg');
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('.rail').isVisible(), false);
    assert.equal(await page.getByTestId('share-menu').isVisible(), false);
    assert.ok(await page.getByTestId('dashboard-title').isVisible());
    await picture('board-print', { fullPage: true });
    await page.emulateMedia({ media: 'screen' });
    await page.goto(`/dashboard/${id}/?standalone=1`);
    await settled(page);
    assert.equal(await page.locator('.rail').count(), 0);
    assert.equal(await page.getByTestId('dashboard-title').count(), 1);
    await page.goto(`/dashboard/${id}/?standalone=2`);
    await settled(page);
    assert.equal(await page.getByTestId('dashboard-title').count(), 0);
  }));

test('on a phone things stand below each other in their order, and are read only', () =>
  visit({ width: 390, height: 844 }, async ({ page, picture }) => {
    await openDashboard(page, '/dashboard/flights/');
    const places = await cards(page).evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ left, width }) => [left, width]));
    assert.equal(new Set(places.map(String)).size, 1);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
    assert.equal(await page.getByTestId('edit-dashboard').isVisible(), false);
    await picture('board-phone');
    assert.deepEqual(await axe(page), []);
  }));
