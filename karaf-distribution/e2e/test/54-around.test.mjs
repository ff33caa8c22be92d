// What stands around dashboards: favourites, tags, trash, people, roles, own settings, languages, palette. Pictures in target/pictures.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { layout, makeBoard } from '../src/boards.mjs';
import { axe, launch, open } from '../src/browser.mjs';
import { examples, list, signIn } from '../src/client.mjs';
import { card, openDashboard } from '../src/pages.mjs';
import { until } from '../src/server.mjs';
import { server } from '../src/shared.mjs';

let browser;
let client;
before(async () => {
  browser = await launch();
  client = await signIn(server);
  await examples(client);
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

const row = (page, text) => page.locator('[data-testid$="-row"]', { hasText: text }).first();
const toast = (page, text) => page.locator('.toast', { hasText: text }).first().waitFor();

test('a favourite is marked in the list, filtered by, and on the start page', () =>
  visit({}, async ({ page, picture }) => {
    for (const title of ['Lighthouse lit', 'Lighthouse dark']) {
      const { status, text } = await client.post('/api/v1/dashboard/', { dashboard_title: title, published: true });
      assert.equal(status, 201, text);
    }
    await page.goto('/dashboard/list/?search=Lighthouse');
    await row(page, 'Lighthouse dark').waitFor();
    const star = row(page, 'Lighthouse lit').getByTestId('star');
    await star.click();
    await until('the star to hold', async () => (await star.getAttribute('aria-pressed')) === 'true');
    await page.getByTestId('filter-favorite').selectOption('yes');
    const onlyTheLit = async () => {
      const names = await page.locator('[data-testid$="-row"]').allTextContents();
      return names.length === 1 && names[0].includes('Lighthouse lit');
    };
    await until('one row', onlyTheLit);
    assert.match(page.url(), /favorite=yes/);
    await picture('list-filtered');
    await page.reload();
    await until('still one row', onlyTheLit);
    await page.goto('/welcome/');
    const tile = (title) => page.getByTestId('dashboard-tile').filter({ hasText: title });
    await tile('Lighthouse dark').waitFor();
    await page.getByRole('group', { name: 'Dashboards' }).getByRole('button', { name: 'Favorites' }).click();
    await tile('Lighthouse dark').waitFor({ state: 'detached' });
    await tile('Lighthouse lit').waitFor();
    await picture('home-favorites');
    await page.getByRole('group', { name: 'Dashboards' }).getByRole('button', { name: 'Examples' }).click();
    await tile('Flights, first half of 2001').waitFor();
    await tile('Lighthouse lit').waitFor({ state: 'detached' });
    await picture('home-examples');
  }));

test('several rows are tagged, found by the tag, deleted, and come back from the trash', () =>
  visit({}, async ({ page, picture }) => {
    const names = ['Tidal delay', 'Tidal wait'];
    const like = (await list(client, 'chart')).json.result[0];
    for (const slice_name of names) {
      const { status, text } = await client.post('/api/v1/chart/', {
        slice_name,
        viz_type: like.viz_type,
        datasource_id: like.datasource_id,
        datasource_type: 'table',
        params: like.params,
      });
      assert.equal(status, 201, text);
    }
    await page.goto('/chart/list/?search=Tidal');
    const both = async (action) => {
      for (const name of names) await row(page, name).getByRole('checkbox').check();
      await page.getByTestId('bulk').waitFor();
      if (action === 'bulk-tag') await picture('list-bulk');
      await page.getByTestId(action).click();
    };
    await both('bulk-tag');
    await page.getByLabel('Tags', { exact: true }).fill('quarterly, aviation');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await toast(page, '2 changed');
    for (const name of names) await row(page, name).getByText('quarterly').waitFor();
    await page.goto('/tag/list/');
    await row(page, 'aviation').getByRole('link').click();
    for (const name of names) await page.getByRole('link', { name }).waitFor();
    await picture('tag');
    assert.deepEqual(await axe(page), []);

    await page.goto('/chart/list/?search=Tidal');
    await both('bulk-delete');
    await until(
      'they lie in the trash',
      async () => {
        const trashed = (await client.get('/api/v1/trash/')).json.result.map(({ name }) => name);
        return names.every((name) => trashed.includes(name));
      }
    );
    await page.goto('/trash/');
    const trashed = (name) => page.getByTestId('trash-row').filter({ hasText: name });
    for (const name of names) await trashed(name).waitFor();
    await picture('trash-full');
    assert.deepEqual(await axe(page), []);
    for (const name of names) {
      await trashed(name).getByTestId('restore').click();
      await trashed(name).waitFor({ state: 'detached' });
    }
    await toast(page, 'is back');
    await page.goto('/chart/list/?search=Tidal');
    for (const name of names) await row(page, name).getByText('quarterly').waitFor();
  }));

test('a theme is made, worn by a dashboard by day and by night, and deleted', () =>
  visit({}, async ({ page, picture }) => {
    await page.goto('/theme/list/');
    await row(page, 'High contrast').getByText('Comes with the server').waitFor();
    assert.equal(await row(page, 'High contrast').getByRole('button').count(), 0);
    await page.getByTestId('new-theme').click();
    await page.getByLabel('Name', { exact: true }).fill('Sea');
    await page.getByRole('tab', { name: 'JSON' }).click();
    const json = page.getByLabel('The theme as JSON');
    await json.fill('{"light": {"acent": "#003344"}}');
    await page.getByText('“light.acent” is no color of the pages.').waitFor();
    assert.ok(await page.getByTestId('dialog-save').isDisabled());
    await json.fill('{"light": {"page": "#dcefff", "c1": "#112299"}, "dark": {"page": "#001a33", "c1": "#88bbff"}}');
    await picture('theme-json');
    await page.getByRole('tab', { name: 'Colors' }).click();
    await page.getByLabel('accent, Light', { exact: true }).fill('#aa0055');
    await picture('theme-editor');
    assert.deepEqual(await axe(page), []);
    await page.getByTestId('dialog-save').click();
    await row(page, 'Sea').waitFor();
    await picture('themes');
    assert.deepEqual(await axe(page), []);

    const chart = (await examples(client)).get('Where flights start').id;
    const id = await makeBoard(client, 'At sea', layout([[[chart]]]));
    await openDashboard(page, `/dashboard/${id}/`);
    await page.getByTestId('dashboard-menu').click();
    await page.getByTestId('menu-properties').click();
    await page.getByRole('tab', { name: 'Colours and CSS' }).click();
    await page.getByLabel('Theme', { exact: true }).selectOption({ label: 'Sea' });
    await picture('board-theme');
    await page.getByTestId('properties-save').click();
    await page.getByTestId('board-properties').waitFor({ state: 'detached' });
    const worn = (name) => page.evaluate((token) => getComputedStyle(document.documentElement).getPropertyValue(`--${token}`), name);
    const drawnIn = (color) => until(`bars in ${color}`, async () => (await card(page, 'Where flights start').innerHTML()).includes(color));
    await until('the accent of day', async () => (await worn('accent')) === '#aa0055');
    await drawnIn('#112299');
    await picture('board-at-sea', { themed: false });
    await page.emulateMedia({ colorScheme: 'dark' });
    await until('the page of night', async () => (await worn('page')) === '#001a33');
    await drawnIn('#88bbff');
    await picture('board-at-sea-by-night', { themed: false });
    await openDashboard(page, `/dashboard/${id}/?standalone=2`);
    assert.equal(await worn('page'), '#001a33');
    await page.goto('/theme/list/');
    await row(page, 'Sea').waitFor();
    assert.equal(await worn('page'), '#10141b');
    await page.getByRole('button', { name: 'Delete Sea' }).click();
    await row(page, 'Sea').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await row(page, 'Sea').waitFor();
    const { theme } = (await client.get(`/api/v1/dashboard/${id}`)).json.result;
    assert.equal((await client.delete(`/api/v1/theme/${theme.id}`)).status, 200);
    assert.equal((await client.get(`/api/v1/dashboard/${id}`)).json.result.theme, null);
    assert.equal((await client.delete(`/api/v1/dashboard/${id}`)).status, 200);
  }));

test('an administrator makes a role and a person who signs in with it', () =>
  visit({}, async ({ page, picture }) => {
    await page.goto('/roles/');
    await page.getByTestId('new-role').click();
    await page.getByLabel('Name', { exact: true }).fill('Readers of flights');
    await page.getByRole('searchbox', { name: 'Search permissions' }).fill('flights');
    await page.getByLabel('datasource_access').first().check();
    await picture('role');
    assert.deepEqual(await axe(page), []);
    await page.getByTestId('dialog-save').click();
    await row(page, 'Readers of flights').waitFor();

    await page.goto('/users/list/');
    await page.getByTestId('new-user').click();
    await page.getByLabel('User name').fill('zoe');
    await page.getByLabel('Password').fill('quiet amber lantern');
    await page.getByRole('checkbox', { name: 'Gamma' }).check();
    await page.getByRole('checkbox', { name: 'Readers of flights' }).check();
    await picture('person');
    assert.deepEqual(await axe(page), []);
    await page.getByTestId('dialog-save').click();
    await row(page, 'zoe').waitFor();
    const zoe = await signIn(server, 'zoe', 'quiet amber lantern');
    assert.deepEqual(
      (await list(zoe, 'dataset')).json.result.map((one) => one.table_name),
      ['flights'],
    );
    await page.goto('/actionlog/list/?action=user_created');
    await page.getByText('user_created').first().waitFor();
  }));

test('people choose language, time zone and look, and find them on another machine', () =>
  visit({}, async ({ page, picture }) => {
    await page.goto('/user_info/');
    await page.getByLabel('Language').selectOption('fr');
    await page.getByLabel('Time zone').selectOption('Europe/Paris');
    await page.getByLabel('First page').selectOption('/chart/list/');
    await page.getByTestId('look-save').click();
    await page.getByRole('heading', { name: 'Mes paramètres' }).waitFor();
    await picture('settings-fr');
    await visit({}, async ({ page: other }) => {
      await other.goto('/');
      await other.waitForURL(/\/chart\/list\//);
      await other.getByRole('heading', { name: 'Graphiques' }).waitFor();
    });
    for (const [language, heading] of [
      ['zh', '仪表板'],
      ['ar', 'لوحات المعلومات'],
    ]) {
      await page.goto('/user_info/');
      await page.locator('#me-language').selectOption(language);
      await page.getByTestId('look-save').click();
      await until(`the page in ${language}`, async () => (await page.locator('html').getAttribute('lang')) === language);
      for (const [name, address] of [
        ['home', '/welcome/'],
        ['dashboards', '/dashboard/list/'],
        ['settings', '/user_info/'],
        ['explore', '/explore/?slice_id=1'],
      ]) {
        await page.goto(address);
        await page.waitForLoadState('networkidle');
        await picture(`${name}-${language}`);
      }
      await page.goto('/dashboard/list/');
      await page.getByRole('heading', { name: heading }).waitFor();
      assert.equal(await page.locator('html').getAttribute('dir'), language === 'ar' ? 'rtl' : 'ltr');
      const box = await page.locator('.rail').boundingBox();
      assert.equal(box.x > 700, language === 'ar', 'the rail stands where reading begins');
      assert.deepEqual(await axe(page), []);
    }
    await client.put('/api/v1/me/', { preferences: { language: null, time_zone: null, landing: null } });
  }));

test('the palette finds datasets and pages, remembers, and acts', () =>
  visit({}, async ({ page, picture }) => {
    await page.goto('/welcome/');
    await page.getByTestId('dashboard-tile').first().waitFor();
    await page.keyboard.press('Control+k');
    const palette = page.getByTestId('palette');
    await palette.waitFor();
    await picture('palette');
    assert.deepEqual(await axe(page), []);
    await page.keyboard.type('action l');
    await palette.getByRole('option', { name: /Action log/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/actionlog/);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('dark th');
    await palette.getByRole('option', { name: /Dark theme/ }).click();
    await until('the dark', async () => (await page.locator('html').getAttribute('data-theme')) === 'dark');
  }));

test('home and lists can be read on a phone', () =>
  visit({ width: 390, height: 844 }, async ({ page, picture }) => {
    for (const [name, address, shown] of [
      ['home', '/welcome/', '[data-testid="dashboard-tile"]'],
      ['dashboards', '/dashboard/list/', '[data-testid$="-row"]'],
      ['people', '/users/list/', '[data-testid$="-row"]'],
    ]) {
      await page.goto(address);
      await page.locator(shown).first().waitFor();
      await page.waitForLoadState('networkidle');
      await picture(`phone-${name}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${name} is ${wide} px too wide`);
      assert.deepEqual(await axe(page), []);
    }
  }));

test('a password is changed only by who knows the old one', async () => {
  const gamma = (await client.get('/api/v1/security/roles/')).json.result.find((role) => role.name === 'Gamma');
  const made = await client.post('/api/v1/security/users/', { username: 'tom', password: 'quiet amber lantern', roles: [gamma.id] });
  assert.equal(made.status, 201, made.text);
  const { page, context } = await open(browser, server, { signedIn: false });
  await context.request.post('/login/', { data: { username: 'tom', password: 'quiet amber lantern' } });
  await page.goto('/user_info/');
  await page.getByLabel('Current password').fill('not the password');
  await page.getByLabel('New password').fill('seven little harbours');
  await page.getByRole('button', { name: 'Change password' }).click();
  await page.getByRole('alert').waitFor();
  await page.getByLabel('Current password').fill('quiet amber lantern');
  await page.getByRole('button', { name: 'Change password' }).click();
  await page.waitForURL(/\/login\//);
  await signIn(server, 'tom', 'seven little harbours');
  await context.close();
});
