// SQL Lab as people work in it, on the examples and on a PostgreSQL; results and texts outlive a reload and a restart of the server.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test, { after, before } from 'node:test';
import { axe, launch, open } from '../src/browser.mjs';
import { examples, signIn } from '../src/client.mjs';
import { startPostgres } from '../src/postgres.mjs';
import { freePort, start, temporary, until } from '../src/server.mjs';

// Longer than anybody waits, of functions that are allowed.
const LONG = 'SELECT count(*) AS slow FROM generate_series(1, 100000) AS a(n) CROSS JOIN generate_series(1, 1000000) AS b(m) WHERE a.n + b.m < 0';
const KEY = 'q7Zr2mW9xT4vB1nK8sL5pD3fG6hJ0cY2';
let browser;
let postgres;
let server;
let data;
let port;
let admin;

const boot = async () => {
  server = await start({ data, port, env: { KARAVEL_LOAD_EXAMPLES: 'true', KARAVEL_SECRET_KEY: KEY } });
  admin = await signIn(server);
};

before(async () => {
  data = temporary('labpage');
  port = await freePort();
  [postgres, browser] = await Promise.all([startPostgres(), launch()]);
  await boot();
  await examples(admin);
  const made = await admin.post('/api/v1/database/', {
    database_name: 'Shop',
    sqlalchemy_uri: `postgresql://postgres:${postgres.password}@127.0.0.1:${postgres.port}/shop`,
    expose_in_sqllab: true,
    allow_dml: true,
    allow_ctas: true,
  });
  assert.equal(made.status, 201, made.text);
});

after(async () => {
  await browser?.close();
  await server?.stop();
  await postgres?.stop();
  fs.rmSync(data, { recursive: true, force: true });
});

async function visit(options, work) {
  const visitor = await open(browser, server, { width: 1366, height: 820, ...options });
  try {
    await work(visitor);
    // A refusal that a test asks for, and a server that is away for a moment, are noted by the browser itself.
    assert.deepEqual(visitor.problems.filter((text) => !/status of (422|503|410)|ERR_CONNECTION|ERR_EMPTY|ERR_INCOMPLETE/.test(text)), []);
  } finally {
    await visitor.page.close({ runBeforeUnload: false });
    await visitor.context.close();
  }
}

const lab = async (page, address = '/sqllab/?new=true') => {
  await page.goto(address);
  await page.getByTestId('lab').waitFor();
  await page.locator('.cm-content').waitFor();
};
const write = async (page, text) => {
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
  await page.keyboard.press('Escape');
};
const facts = (page, text) => page.getByTestId('result-facts').filter({ hasText: text }).first().waitFor();
const toast = (page, text) => page.locator('.toast').filter({ hasText: text }).first().waitFor();
const saved = (page) => page.getByTestId('saving').filter({ hasText: /^Saved$/ }).waitFor();
const choose = async (page, database) => {
  await page.getByTestId('pick-database').click();
  await page.getByRole('option', { name: database }).click();
  await page.getByTestId('pick-database').filter({ hasText: database }).waitFor();
  // Its first schema is chosen by itself, and stands open.
  await page.getByTestId('tree-schema').first().waitFor();
};

for (const theme of ['light', 'dark']) {
  test(`the page in ${theme}: tree, completion, results, failure, plan, history, keys`, () =>
    visit({ theme }, async ({ page, picture }) => {
      await lab(page);
      await choose(page, 'Examples');
      await page.getByTestId('tree-table').filter({ hasText: 'flights_2001' }).click();
      await page.getByTestId('tree-column').filter({ hasText: 'origin' }).waitFor();

      await write(page, 'SELECT f. FROM flights_2001 f JOIN airports a ON true');
      await page.keyboard.press('Home');
      for (let at = 0; at < 9; at++) await page.keyboard.press('ArrowRight');
      await until('the columns of the alias', async () => {
        await page.keyboard.press('Control+Space');
        return page.locator('.cm-tooltip-autocomplete li').filter({ hasText: 'destination' }).isVisible();
      }, { every: 300 });
      await picture('lab-completion');
      await page.keyboard.press('Escape');

      await write(page, 'SELECT origin, count(*) AS flights FROM flights_2001 GROUP BY origin ORDER BY flights DESC;\n\nSELECT * FROM movies;\n');
      await page.keyboard.press('Control+Shift+Enter');
      await page.getByRole('tab', { name: 'Result 2' }).click();
      await facts(page, '1,000 rows');
      await page.getByTestId('limit-reached').waitFor();
      await page.getByTestId('filter-rows').click();
      await page.locator('[data-filter="0"]').fill('love');
      await page.getByTestId('result-facts').filter({ hasText: /of 1,000 rows/ }).waitFor();
      await page.locator('.grid-cell').first().click();
      await page.keyboard.press('Shift+ArrowDown');
      await page.keyboard.press('Shift+ArrowRight');
      await picture('lab-results');
      assert.deepEqual(await axe(page), []);
      await page.keyboard.press('Enter');
      await page.getByTestId('cell-viewer').waitFor();
      await picture('lab-cell');
      await page.keyboard.press('Escape');

      await write(page, 'SELECT origin,\n  nonsense\nFROM flights_2001');
      await page.keyboard.press('Control+Enter');
      await page.getByTestId('run-failure').waitFor();
      await picture('lab-failure');
      assert.deepEqual(await axe(page), []);
      await page.getByTestId('jump').click();
      assert.equal(await page.evaluate(() => getSelection()?.toString()), 'nonsense');

      await write(page, 'SELECT avg(delay) FROM flights_2001');
      await page.keyboard.press('Control+e');
      await page.getByTestId('plan').waitFor();
      await picture('lab-plan');
      await page.getByRole('tab', { name: 'History' }).click();
      await page.getByTestId('tab-history').getByText('Failed').waitFor();
      await picture('lab-tab-history');
      assert.deepEqual(await axe(page), []);

      await page.getByTestId('lab-keys').click();
      await page.getByTestId('keys-dialog').waitFor();
      await picture('lab-keys');
      assert.deepEqual(await axe(page), []);
      await page.keyboard.press('Escape');

      await page.goto('/sqllab/history/');
      await page.getByTestId('history-row').first().waitFor();
      await picture('lab-history');
      assert.deepEqual(await axe(page), []);
    }));
}

test('a long statement says how long it runs and stops at the database', () =>
  visit({}, async ({ page, picture }) => {
    await lab(page);
    await choose(page, 'Shop');
    await write(page, LONG);
    const goesOn = page.waitForResponse((response) => response.url().includes('/sqllab/execute/') && response.status() === 202);
    await page.keyboard.press('Control+Enter');
    await page.getByTestId('running').waitFor();
    // Longer than the answer is waited for: it goes on by itself.
    await until('the run to go on at the server', async () => {
      const { json } = await admin.get('/api/v1/query/?q=(filters:!((col:status,opr:eq,value:running)))');
      return json?.result?.some(({ sql }) => sql.includes('AS slow'));
    });
    await goesOn;
    await picture('lab-running');
    await page.getByTestId('stop').click();
    await page.getByTestId('stopped').waitFor();
    await until('PostgreSQL to be told', () => postgres.log().includes('canceling statement due to user request'));
    await page.getByTestId('run').waitFor();
  }));

test('text, tabs and results outlive a reload, another machine and a restart of the server', () =>
  visit({}, async ({ page, problems }) => {
    await lab(page);
    await choose(page, 'Shop');
    await page.getByTestId('tab-menu').click();
    await page.getByTestId('tab-rename').click();
    await page.getByLabel('Name of the tab').fill('Numbers kept');
    await page.keyboard.press('Enter');
    await write(page, 'SELECT n, n % 7 AS rest FROM generate_series(1, 500) AS numbers(n)');
    await page.keyboard.press('Control+Enter');
    await facts(page, '500 rows');
    await saved(page);

    await page.goto('/sqllab/');
    await page.getByRole('tab', { name: 'Numbers kept', selected: true }).waitFor();
    await facts(page, '500 rows');

    // Another browser of the same person.
    await visit({}, async ({ page: other }) => {
      await lab(other, '/sqllab/');
      await other.getByRole('tab', { name: 'Numbers kept' }).click();
      await other.locator('.cm-content').filter({ hasText: 'generate_series(1, 500)' }).waitFor();
      await facts(other, '500 rows');
    });

    await server.stop();
    await write(page, 'SELECT 42 AS typed_while_the_server_was_away');
    await page.getByTestId('saving').filter({ hasText: 'Kept in this browser' }).waitFor();
    assert.deepEqual(problems.filter((text) => text.includes('status of 404')), []);
    await boot();
    // Jetty listens a moment before anything of Karavel is there to say that the server starts.
    problems.splice(0, problems.length, ...problems.filter((text) => !text.includes('status of 404')));
    await page.goto('/sqllab/');
    await page.getByRole('tab', { name: 'Numbers kept', selected: true }).waitFor();
    await page.locator('.cm-content').filter({ hasText: 'typed_while_the_server_was_away' }).waitFor();
    await facts(page, '500 rows');
    await saved(page);

    await page.getByTestId('tab-menu').click();
    await page.getByTestId('tab-close').click();
    await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('tab', { name: 'Numbers kept' }).waitFor();
  }));

test('a query is saved, listed, shared; its result becomes a dataset and a chart', () =>
  visit({}, async ({ page, context, picture }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await lab(page);
    await choose(page, 'Examples');
    await write(page, 'SELECT origin, avg(delay) AS mean_delay FROM flights_2001 GROUP BY origin');
    await page.keyboard.press('Control+s');
    await page.getByLabel('Name', { exact: true }).fill('Mean delays');
    await page.getByTestId('save-query').click();
    await toast(page, 'is saved');
    await page.getByTestId('share').click();
    await toast(page, 'Link copied');
    const link = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(link, /\/sqllab\/p\//);

    await page.getByTestId('run').click();
    await facts(page, 'rows');
    const download = page.waitForEvent('download');
    await page.getByTestId('download-menu').click();
    await page.getByTestId('download-csv').click();
    assert.match((await download).url(), /^http.*\/karavel\/sqllab_files\//, 'none of it passes through the page');
    const file = fs.readFileSync(await (await download).path(), 'utf8');
    assert.match(file.split('\n')[0], /origin.*mean_delay/);
    await page.getByTestId('save-dataset').click();
    await page.getByLabel('Name of the dataset').fill(`mean_delays_${Date.now()}`);
    await page.getByTestId('make-dataset').click();
    await toast(page, 'is made');
    await page.getByTestId('create-chart').click();
    await page.getByTestId('make-dataset').click();
    await page.waitForURL(/\/explore\/\?datasource_type=table/);

    await page.goto(link);
    await page.locator('.cm-content').filter({ hasText: 'mean_delay' }).waitFor();
    await page.goto('/savedqueryview/list/');
    await page.getByTestId('saved-row').filter({ hasText: 'Mean delays' }).waitFor();
    await picture('lab-saved', { themed: false });
    assert.deepEqual(await axe(page), []);
    await page.getByTestId('saved-preview').first().click();
    await page.getByTestId('saved-preview-dialog').getByText('flights_2001').waitFor();
    await picture('lab-saved-preview', { themed: false });
    await page.keyboard.press('Escape');
    await page.getByLabel('Mark all').check();
    await page.getByTestId('bulk-delete').click();
    await page.getByTestId('saved-row').first().waitFor({ state: 'detached' });
    await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
    await page.getByTestId('saved-row').filter({ hasText: 'Mean delays' }).waitFor();
    await page.getByRole('link', { name: 'Mean delays' }).click();
    await page.locator('.cm-content').filter({ hasText: 'mean_delay' }).waitFor();
  }));

test('a hundred thousand rows scroll, sort and are searched', (context) =>
  visit({}, async ({ page }) => {
    const opened = Date.now();
    await lab(page);
    context.diagnostic(`page opened in ${Date.now() - opened} ms`);
    await choose(page, 'Examples');
    await page.getByTestId('limit').click();
    await page.getByRole('menuitemradio', { name: '100,000' }).click();
    await write(page, 'SELECT * FROM flights_2001');
    const asked = Date.now();
    await page.keyboard.press('Control+Enter');
    await facts(page, '100,000 rows');
    context.diagnostic(`100,000 rows in ${Date.now() - asked} ms`);
    const frames = await page.getByTestId('grid').evaluate(async (grid) => {
      const times = [];
      let last = performance.now();
      for (let frame = 0; frame < 200; frame++) {
        grid.scrollTop += 120;
        await new Promise(requestAnimationFrame);
        const now = performance.now();
        times.push(now - last);
        last = now;
      }
      times.sort((one, other) => one - other);
      return { median: Math.round(times[100]), most: Math.round(times[199]), rows: grid.querySelectorAll('.grid-row').length };
    });
    context.diagnostic(`a frame took ${frames.median} ms, at most ${frames.most} ms; ${frames.rows} rows drawn`);
    assert.ok(frames.rows < 100);
    await page.getByTestId('grid').focus();
    await page.keyboard.press('Control+End');
    await page.locator('.grid-row[data-row="99999"]').waitFor();
    await page.locator('.grid-name').filter({ hasText: 'delay' }).click();
    await page.locator('.grid-head.sorted').waitFor();
    await page.getByLabel('Search in the rows').fill('LAX');
    await page.getByTestId('result-facts').filter({ hasText: /of 100,000 rows/ }).waitFor();
  }));

test('at phone width the tree is a drawer', () =>
  visit({ width: 390, height: 780 }, async ({ page, picture }) => {
    await lab(page);
    await picture('lab-phone', { themed: false });
    assert.deepEqual(await axe(page), []);
    await page.getByTestId('show-tree').click();
    await page.getByTestId('tree-schema').first().waitFor();
    await picture('lab-phone-tree', { themed: false });
  }));
