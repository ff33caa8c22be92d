// The pages, clicked through in a real browser; a picture of each lies in target/pictures.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { axe, launch, open } from '../src/browser.mjs';
import { examples, signIn } from '../src/client.mjs';
import { card, cards, failures, openDashboard, settled } from '../src/pages.mjs';
import { password, until } from '../src/server.mjs';
import { server } from '../src/shared.mjs';

let browser;
let charts;
before(async () => {
  browser = await launch();
  charts = await examples(await signIn(server));
});
after(() => browser?.close());

async function visit(options, work) {
  const visitor = await open(browser, server, options);
  try {
    await work(visitor);
    assert.deepEqual(visitor.problems, []);
  } finally {
    await visitor.context.close();
  }
}

test('a wrong password is answered in place, the right one leads where one wanted to go', async () => {
  const visitor = await open(browser, server, { signedIn: false });
  const { page, picture } = visitor;
  await page.goto('/chart/list/');
  await page.waitForURL(/\/login\/\?next=/);
  await picture('login');
  await page.getByLabel('User name').fill('admin');
  await page.getByLabel('Password').fill('not the password');
  await page.getByTestId('sign-in').click();
  await until('the answer', async () => (await page.getByTestId('login-problem').textContent())?.trim());
  await picture('login-wrong');
  await page.getByLabel('Password').fill(password);
  await page.getByTestId('sign-in').click();
  await page.waitForURL(/\/chart\/list\//);
  await page.getByTestId('user-menu').click();
  await page.getByTestId('sign-out').click();
  await page.waitForURL(/\/login\//);
  await page.goto('/dashboard/list/');
  await page.waitForURL(/\/login\//);
  await visitor.context.close();
});

for (const theme of ['light', 'dark']) {
  for (const [name, address, rows] of [
    ['home', '/welcome/', '[data-testid="dashboard-tile"]'],
    ['dashboards', '/dashboard/list/', '[data-testid$="-row"], [data-testid="dashboard-tile"]'],
    ['charts', '/chart/list/', '[data-testid$="-row"], [data-testid="chart-tile"]'],
    ['datasets', '/tablemodelview/list/', '[data-testid$="-row"]'],
    ['databases', '/databaseview/list/', '[data-testid$="-row"]'],
    ['plugins', '/plugin/list/', '[data-testid="plugin"]'],
    ['people', '/users/list/', '[data-testid$="-row"]'],
    ['roles', '/roles/', '[data-testid$="-row"]'],
    ['row-rules', '/rowlevelsecurity/list/', '[data-testid="empty-state"], [data-testid$="-row"]'],
    ['tags', '/tag/list/', '[data-testid="empty-state"], [data-testid$="-row"]'],
    ['trash', '/trash/', '[data-testid="empty-state"], [data-testid$="-row"]'],
    ['action-log', '/actionlog/list/', '[data-testid="log-list"]'],
    ['settings', '/user_info/', '[data-testid="look"]'],
  ]) {
    test(`${name} in ${theme}: shown, accessible, pictured`, () =>
      visit({ theme }, async ({ page, picture }) => {
        await page.goto(address);
        await page.locator(rows).first().waitFor();
        await page.waitForLoadState('networkidle');
        await picture(name);
        assert.deepEqual(await axe(page), []);
      }));
  }

  for (const slug of ['flights', 'world', 'seattle-and-stocks']) {
    test(`dashboard ${slug} in ${theme}: every chart draws`, () =>
      visit({ theme, height: 1006 }, async ({ page, picture }) => {
        await openDashboard(page, `/dashboard/${slug}/`);
        assert.deepEqual(await failures(page).allTextContents(), []);
        assert.ok((await cards(page).count()) >= 4);
        await picture(`dashboard-${slug}`, { fullPage: true });
        assert.deepEqual(await axe(page), []);
      }));
  }

  test(`a chart page in ${theme}: the chart, its rows and its SQL`, () =>
    visit({ theme }, async ({ page, picture }) => {
      const [chart] = [...charts.values()].filter((one) => one.viz_type === 'echarts_timeseries_line');
      await page.goto(`/explore/?slice_id=${chart.id}`);
      await page.getByTestId('explore-chart').getByRole('img').first().waitFor();
      await page.waitForLoadState('networkidle');
      await picture('explore');
      assert.deepEqual(await axe(page), []);
      await page.getByRole('tab', { name: 'SQL' }).click();
      assert.match(await page.getByTestId('sql').textContent(), /SELECT/i);
      await picture('explore-sql');
      await page.getByRole('tab', { name: 'Results' }).click();
      await page.getByTestId('data-table').waitFor();
      await picture('explore-results');
    }));
}

test('search, order and pages of a list stay in its address', () =>
  visit({}, async ({ page }) => {
    await page.goto('/chart/list/');
    const rows = page.locator('[data-testid$="-row"], [data-testid="chart-tile"]');
    await rows.first().waitFor();
    const all = await rows.count();
    await page.getByRole('searchbox').first().fill('delay');
    await until('fewer rows', async () => (await rows.count()) < all && (await rows.count()) > 0);
    for (const text of await rows.allTextContents()) assert.match(text, /delay/i);
    await page.reload();
    await rows.first().waitFor();
    assert.equal(await page.getByRole('searchbox').first().inputValue(), 'delay');
    await page.getByRole('searchbox').first().fill('no chart has this name');
    await page.getByTestId('empty-state').waitFor();
  }));

test('a time range changes what a dashboard shows, and can be cleared', () =>
  visit({}, async ({ page, picture }) => {
    await openDashboard(page, '/dashboard/flights/');
    const asked = [];
    page.on('request', (request) => {
      if (request.url().includes('/api/v1/chart/data')) asked.push(request.postData() ?? '');
    });
    await page.getByTestId('time-control').click();
    await page.getByTestId('range-advanced').click();
    await page.getByTestId('range-picker').getByRole('textbox').fill('2001-02-01 : 2001-02-15');
    await picture('time-filter');
    await page.getByTestId('range-apply').click();
    await page.getByTestId('filters-apply').click();
    await until('questions with the range', () => asked.some((body) => body.includes('2001-02-01')));
    await settled(page);
    assert.deepEqual(await failures(page).allTextContents(), []);
    await until('the table to tell of fewer flights', async () => (await card(page, 'Busiest origins').textContent()).includes('12,426'));
    await picture('dashboard-filtered', { fullPage: true });
    await page.getByTestId('filters-clear').click();
    await until('the range to go', async () => !(await card(page, 'Busiest origins').textContent()).includes('12,426'));
  }));

test('a chart says how old its answer is; refreshing it asks the warehouse again, alone', () =>
  visit({}, async ({ page }) => {
    await openDashboard(page, '/dashboard/flights/');
    await openDashboard(page, '/dashboard/flights/');
    const first = cards(page).first();
    await first.getByTestId('cached').waitFor();
    const forced = [];
    page.on('request', (request) => {
      if (request.url().includes('/api/v1/chart/data') && /"force":true/.test(request.postData() ?? '')) forced.push(request);
    });
    await first.getByTestId('chart-menu').click();
    await page.getByTestId('chart-refresh').click();
    await until('one forced question', () => forced.length === 1);
    await until('a fresh answer', async () => (await first.getByTestId('cached').count()) === 0);
    await page.getByTestId('refresh-all').click();
    const count = await cards(page).count();
    await until('a forced question of each chart in view', () => forced.length > 2 && forced.length <= count + 1);
  }));

test('a chart can be seen as a table, large, and as SQL', () =>
  visit({}, async ({ page, picture }) => {
    await openDashboard(page, '/dashboard/flights/');
    const one = cards(page).nth(3);
    await one.getByTestId('chart-menu').click();
    await picture('chart-menu');
    await page.getByTestId('chart-as-table').click();
    await one.getByTestId('data-table').waitFor();
    await one.getByTestId('chart-menu').click();
    await page.getByTestId('chart-sql').click();
    await page.getByTestId('sql').waitFor();
    await picture('sql-dialog');
    await page.keyboard.press('Escape');
    await one.getByTestId('chart-menu').click();
    await page.getByTestId('chart-large').click();
    await until('the card to fill the page', async () => (await one.boundingBox()).width > 1200);
    await picture('chart-large');
  }));

test('an unreachable server is said in the cards, and Retry heals them', () =>
  visit({}, async ({ page, picture, problems }) => {
    let broken = true;
    await page.route(/api\/v1\/(chart\/data|karavel\/kept_data)/, (route) => (broken ? route.fulfill({ status: 503, contentType: 'application/json', body: JSON.stringify({ message: 'The warehouse does not answer', errors: [{ message: 'The warehouse does not answer', extra: { code: 'WAREHOUSE_UNREACHABLE', blame: 'warehouse' } }] }) }) : route.continue()));
    await page.goto('/dashboard/flights/');
    const first = cards(page).first();
    await first.getByTestId('error-state').waitFor();
    await picture('dashboard-failing');
    broken = false;
    await first.getByRole('button', { name: /retry|try again/i }).click();
    await until('the chart', async () => (await first.getByTestId('error-state').count()) === 0);
    problems.length = 0;
  }));

test('at phone width the grid is one column', () =>
  visit({ width: 390, height: 844 }, async ({ page, picture }) => {
    await openDashboard(page, '/dashboard/flights/');
    const boxes = await Promise.all([cards(page).nth(0).boundingBox(), cards(page).nth(1).boundingBox()]);
    assert.ok(Math.abs(boxes[0].x - boxes[1].x) < 2, 'cards stand side by side');
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), true);
    await picture('phone-dashboard');
  }));

test('a dashboard that does not exist says so and shows the way out', () =>
  visit({}, async ({ page, picture, problems }) => {
    await page.goto('/dashboard/no-such-dashboard/');
    await page.locator('[data-testid="error-state"], [data-testid="empty-state"]').first().waitFor();
    await picture('dashboard-missing');
    problems.length = 0;
  }));

test('text of people never becomes markup', async () => {
  const client = await signIn(server);
  const evil = '<img src=x onerror="window.hacked=1">';
  const made = await client.post('/api/v1/dashboard/', {
    dashboard_title: evil,
    published: true,
    position_json: JSON.stringify({
      DASHBOARD_VERSION_KEY: 'v2',
      ROOT_ID: { id: 'ROOT_ID', type: 'ROOT', children: ['GRID_ID'] },
      GRID_ID: { id: 'GRID_ID', type: 'GRID', children: ['ROW-1'], parents: ['ROOT_ID'] },
      'ROW-1': { id: 'ROW-1', type: 'ROW', children: ['MARKDOWN-1'], parents: ['ROOT_ID', 'GRID_ID'], meta: {} },
      'MARKDOWN-1': { id: 'MARKDOWN-1', type: 'MARKDOWN', children: [], meta: { width: 6, height: 20, code: `# Hello\n${evil}<svg onload="window.hacked=1"></svg>[x](javascript:window.hacked=1)` } },
    }),
  });
  assert.equal(made.status, 201, made.text);
  await visit({}, async ({ page, problems }) => {
    await page.goto(`/dashboard/${made.json.id}/`);
    await page.getByText('Hello').waitFor();
    assert.equal(await page.evaluate(() => window.hacked), undefined);
    await page.goto('/dashboard/list/');
    await page.getByText('<img src=x').first().waitFor();
    assert.equal(await page.evaluate(() => window.hacked), undefined);
    problems.length = 0;
  });
  await client.delete(`/api/v1/dashboard/${made.json.id}`);
});
