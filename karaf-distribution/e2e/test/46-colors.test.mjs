// A color scheme that is chosen in explore colors the chart at once, and says whether it is told apart with colour blindness.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { axe, launch, open } from '../src/browser.mjs';
import { examples, signIn } from '../src/client.mjs';
import { server } from '../src/shared.mjs';

let browser;
let pie;
before(async () => {
  browser = await launch();
  pie = (await examples(await signIn(server))).get('How flights end');
});
after(() => browser?.close());

const fills = (page) => page.locator('.plot-canvas path[fill]').evaluateAll((paths) => paths.map((path) => path.getAttribute('fill').toLowerCase()));

test('a scheme chosen by keys colors the chart, and only the chart', async () => {
  const { page, problems, picture } = await open(browser, server, { width: 1300, height: 860 });
  await page.goto(`/explore/?slice_id=${pie.id}`);
  await page.locator('.plot-canvas svg').waitFor();
  await page.getByRole('tab', { name: 'Customize' }).click();
  const field = page.getByTestId('color-scheme');
  await field.click();
  await page.getByRole('checkbox', { name: /told apart/ }).check();
  const options = page.locator('.schemes [role="option"]');
  assert.deepEqual(await options.evaluateAll((all) => all.map((one) => one.dataset.scheme).slice(0, 3)), ['karavel', 'okabe_ito', 'tol_bright']);
  assert.deepEqual(await axe(page), []);
  await picture('explore-colors');
  await page.getByRole('combobox', { name: 'Color scheme' }).fill('bright');
  await page.keyboard.press('Enter');
  await field.getByText('Tol, bright').waitFor();
  await page.waitForFunction(() => document.querySelector('.plot-canvas path[fill="#4477aa"]') !== null);
  assert.ok((await fills(page)).includes('#ee6677'));
  assert.deepEqual(problems, []);
});
