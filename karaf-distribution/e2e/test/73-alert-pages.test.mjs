// The pages of alerts and reports: lists, the editor with its tries, a run with its mail, the log with its history.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { axe, launch, open } from '../src/browser.mjs';
import { examples, list, signIn } from '../src/client.mjs';
import { startMail } from '../src/mail.mjs';
import { start, until } from '../src/server.mjs';

let mail;
let server;
let browser;
let client;
let dashboard;
let chart;
before(async () => {
  mail = await startMail();
  // one of its own: where the mail server is belongs to the server's configuration
  server = await start({
    env: { KARAVEL_SMTP_HOST: '127.0.0.1', KARAVEL_SMTP_PORT: String(mail.port), KARAVEL_SMTP_SECURITY: 'none', KARAVEL_SMTP_FROM: 'reports@karavel.example' },
  });
  browser = await launch();
  client = await signIn(server);
  const charts = await examples(client);
  chart = [...charts.values()].find(({ viz_type: type }) => type.startsWith('echarts_timeseries'));
  [dashboard] = (await list(client, 'dashboard', { page_size: 10, order_column: 'dashboard_title' })).json.result;
  const { result } = (await client.get('/api/v1/me/')).json;
  const told = await client.put(`/api/v1/security/users/${result.id}`, { email: 'admin@karavel.example' });
  assert.equal(told.status, 200, told.text);
});
after(async () => {
  await browser?.close();
  await server?.stop();
  await mail?.stop();
});

const row = (page, name) => page.getByTestId('report-row').filter({ hasText: name });
const mailsTo = (address) => mail.messages().filter(({ headers }) => headers.to?.includes(address));

async function choose(page, field, text) {
  await page.getByTestId(field).click();
  await page.getByTestId(field).fill(text);
  await page.getByRole('option', { name: text, exact: true }).first().click();
}

/** Sends it now and waits for the end of the run. */
async function run(id) {
  const sent = await until('the queue to take orders', async () => {
    const answer = await client.post(`/api/v1/report/${id}/execute/`);
    return answer.status === 404 || answer.status === 429 ? undefined : answer;
  });
  assert.equal(sent.status, 202, sent.text);
  return until(
    'the run to end',
    async () => (await client.get(`/api/v1/report/${id}/log/`)).json.result.find((one) => one.uuid === sent.json.execution_id && one.end_dttm),
    { timeout: 60_000 },
  );
}

for (const theme of ['light', 'dark']) {
  test(`a report is made, found, sent and read about, in ${theme}`, { timeout: 300_000 }, async () => {
    const { page, context, problems, picture } = await open(browser, server, { theme, width: 1366, height: 900 });
    const name = `Monday numbers, ${theme}`;
    const address = `${theme}@example.com`;
    await page.goto('/welcome/');
    await page.getByRole('link', { name: 'Alerts and reports' }).click();
    await page.getByRole('link', { name: 'Reports', exact: true }).click();
    await page.getByTestId('empty-state').waitFor();
    assert.deepEqual(await axe(page), []);
    await picture('alerts/empty');
    await page.getByTestId('new-alert').first().click();

    await page.getByTestId('save-alert').click();
    await page.getByTestId('field-problem').first().waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'alert-name');
    await page.getByLabel('Name').fill(name);
    await choose(page, 'alert-thing', dashboard.dashboard_title);
    await page.getByText('PDF', { exact: true }).click();
    await page.getByTestId('alert-language').selectOption('de');
    await page.getByTestId('alert-every').selectOption('week');
    await page.getByRole('button', { name: 'Fri', exact: true }).click();
    await choose(page, 'alert-zone', 'Europe/Berlin');
    await page.getByTestId('next-runs').getByText('Monday and Friday').waitFor();
    await page.getByTestId('next-runs').locator('li').nth(4).waitFor();
    assert.equal(await page.getByTestId('next-runs').locator('li').count(), 5);
    await page.getByLabel('To', { exact: true }).fill(`${address},`);
    await page.getByRole('button', { name: 'Remove admin@karavel.example' }).click();
    await page.getByLabel('Copy to', { exact: true }).fill('nobody');
    await page.getByTestId('save-alert').click();
    await page.getByTestId('recipient').getByTestId('field-problem').waitFor();
    await page.getByRole('button', { name: 'Remove nobody' }).click();
    assert.deepEqual(await axe(page), []);
    await picture('alerts/editor', { fullPage: true });

    await page.getByTestId('send-test').click();
    await until('the test in the mail', () => mailsTo('admin@karavel.example').some(({ headers }) => headers.subject.includes(name)));
    assert.equal(mailsTo(address).length, 0, 'a test goes to nobody else');
    await page.getByTestId('save-alert').click();
    await page.waitForURL(/\/report\/\d+$/);
    await page.getByTestId('alert-title').getByText(name).waitFor();

    await page.getByLabel('Description').fill('Not to be kept');
    await page.getByRole('link', { name: 'Reports', exact: true }).click();
    await page.getByTestId('leave-discard').click();
    await row(page, name).waitFor();
    assert.match(await row(page, name).innerText(), /Every Monday and Friday at 08:00[\s\S]*Europe\/Berlin/);
    await row(page, name).getByTestId('send-now').click();
    await until('the report in the mail', () => mailsTo(address).length === 1, { timeout: 60_000 });
    assert.match(mailsTo(address)[0].headers.subject, /^\[Bericht\] Monday numbers/, 'in the language that was chosen');
    await row(page, name).locator('[data-state="Success"]').waitFor();
    assert.deepEqual(await axe(page), []);
    await picture('alerts/reports');

    await row(page, name).getByTestId('open-log').click();
    await page.getByTestId('run-row').waitFor();
    assert.equal(await page.getByTestId('run-row').getAttribute('data-state'), 'Success');
    assert.deepEqual(await axe(page), []);

    await page.goto(`/dashboard/${dashboard.id}/`);
    await page.getByTestId('dashboard-reports').click();
    await page.getByRole('menuitem', { name }).click();
    await page.getByTestId('alert-title').getByText(name).waitFor();

    await page.goto('/report/list/');
    await row(page, name).getByTestId('active').click();
    const active = async () => (await list(client, 'report', { filters: [{ col: 'name', opr: 'eq', value: name }] })).json.result[0].active;
    await until('it to be switched off', async () => !(await active()));
    await row(page, name).getByRole('checkbox').check();
    await page.getByTestId('bulk-on').click();
    await until('it to be switched on with others', active);
    await row(page, name).getByRole('checkbox').check();
    await page.getByTestId('bulk-delete').click();
    await row(page, name).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await row(page, name).waitFor();
    await row(page, name).getByTestId('delete-one').click();
    await until('it to be gone', async () => (await list(client, 'report')).json.count === 0);
    assert.deepEqual(problems, []);
    await context.close();
  });

  test(`an alert is tried before it is kept, and its history is drawn, in ${theme}`, { timeout: 300_000 }, async () => {
    const { page, context, problems, picture } = await open(browser, server, { theme, width: 1366, height: 900 });
    const name = `Too many, ${theme}`;
    await page.goto(`/explore/?slice_id=${chart.id}`);
    await page.getByTestId('chart-menu').click();
    await page.getByTestId('menu-alert').click();
    await page.waitForURL(/\/alert\/add\?chart=/);
    await until('the chart to be chosen', async () => (await page.getByTestId('alert-thing').inputValue()) === chart.slice_name);
    await page.getByLabel('Name').fill(name);
    const { database_name: database } = (await list(client, 'database', { page_size: 10 })).json.result[0];
    await choose(page, 'alert-database', database);
    const sql = page.locator('.cm-content').first();
    await sql.fill('SELECT 7 AS n');
    await page.keyboard.press('Escape');
    await page.getByLabel('Threshold').fill('10');
    await page.getByTestId('try-condition').click();
    await page.getByTestId('trial').getByText('would stay silent').waitFor();
    await page.getByLabel('Threshold').fill('5');
    await page.getByTestId('try-condition').click();
    await page.getByTestId('trial').getByText('would fire').waitFor();
    await picture('alerts/alert-editor', { fullPage: true });
    assert.deepEqual(await axe(page), []);
    await sql.fill('SELECT 1 AS a, 2 AS b');
    await page.keyboard.press('Escape');
    await page.getByTestId('try-condition').click();
    await page.getByTestId('trial').getByText('columns').waitFor();
    await sql.fill('SELECT 7 AS n');
    await page.keyboard.press('Escape');
    await page.getByTestId('alert-every').selectOption('crontab');
    await page.getByLabel('Crontab').fill('99 * * * *');
    await page.locator('.next-runs[role="alert"]').waitFor();
    await page.getByLabel('Crontab').fill('0 6 1 1 *');
    await page.getByTestId('next-runs').waitFor();
    await page.keyboard.press('Control+s');
    await page.waitForURL(/\/alert\/\d+$/);
    const id = Number(/\d+$/.exec(page.url())[0]);

    const change = async (body) => assert.equal((await client.put(`/api/v1/report/${id}`, body)).status, 200);
    for (const [value, state] of [
      [3, 'Not triggered'],
      [4, 'Not triggered'],
      [8, 'Success'],
      [9, 'On Grace'],
      [2, 'Not triggered'],
    ]) {
      await change({ sql: `SELECT ${value} AS n` });
      assert.equal((await run(id)).state, state);
    }
    await change({ sql: 'SELECT nowhere FROM nothing' });
    assert.equal((await run(id)).state, 'Error');
    await page.goto(`/alert/${id}/log`);
    await page.getByTestId('alert-history').locator('svg').first().waitFor();
    assert.equal(await page.getByTestId('run-row').count(), 6);
    assert.match(await page.getByTestId('run-row').first().innerText(), /Failed[\s\S]*refused the query/i);
    assert.deepEqual(await axe(page), []);
    await picture('alerts/log');

    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto('/alert/list/');
    await row(page, name).waitFor();
    await picture('alerts/phone');
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), 'nothing sticks out on a phone');
    assert.equal((await client.delete(`/api/v1/report/${id}`)).status, 200);
    // the statement of two columns and the wrong crontab
    assert.deepEqual(problems.filter((line) => !line.includes('status of 400')), []);
    await context.close();
  });
}
