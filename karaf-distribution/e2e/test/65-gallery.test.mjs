// Every chart type that is installed draws its samples, light and dark, without a word on the console, and the server draws the same.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { axe, launch, open } from '../src/browser.mjs';
import { Agreement } from '../src/agreement.mjs';
import { signIn } from '../src/client.mjs';
import { until } from '../src/server.mjs';
import { server } from '../src/shared.mjs';

const LONGEST = 15_000;
/** Of our own bundles. */
const LEAST = 58;
const FAILED = '[data-testid="plugin-failed"], [data-testid="error-state"], [data-testid="plugin-missing"]';

let browser;
let types;
let agreement;
before(async () => {
  browser = await launch();
  const client = await signIn(server);
  const ready = await until(`${LEAST} types`, async () => {
    const found = (await client.get('/api/v1/karavel/visualizations')).json.result.filter((one) => one.state === 'ready');
    return found.length >= LEAST ? found : undefined;
  });
  types = ready.map((one) => one.viz_type);
  agreement = new Agreement(server, client, ready);
});
after(() => browser?.close());

/** To another page of the application without loading it anew. */
const go = (page, address) =>
  page.evaluate((to) => {
    window.history.pushState({ idx: window.history.length }, '', to);
    window.dispatchEvent(new PopStateEvent('popstate', { state: window.history.state }));
  }, address);

/** Whether each chart of the page has drawn something, or failed. */
const settled = (page, theme) =>
  page.evaluate(
    ([failed, mode]) => {
      const fields = [...document.querySelectorAll('.plot-field')];
      const drawn = (field) => field.querySelector(`.plot-canvas svg, .plot-canvas canvas, .plot-html, .plot-svg, .plot-mounted > *, ${failed}`);
      return document.documentElement.dataset.theme === mode && fields.length > 0 && fields.every(drawn);
    },
    [FAILED, theme],
  );

/** The system's theme as the page took it. A browser that is busy drawing a map may forget to tell the page of one change: then it is told of another first. */
const wear = async (page, theme) => {
  const other = theme === 'dark' ? 'light' : 'dark';
  const tell = (colorScheme) => page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  const took = (timeout) => until(`the page in ${theme}`, () => page.evaluate((mode) => document.documentElement.dataset.theme === mode, theme), { timeout });
  await tell(theme);
  await took(2_000).catch(() =>
    until(`the page in ${theme} at last`, async () => {
      await tell(other);
      await painted(page);
      await tell(theme);
      return took(2_000);
    }),
  );
};

/** Two frames in which nothing moves are enough for effects to have run. */
const painted = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 60)))));

test('each type draws its samples in light and dark', { timeout: 1_200_000 }, async () => {
  const { page, context, problems } = await open(browser, server, { width: 1400, height: 1180 });
  await page.goto('/plugin/gallery/');
  await page.getByTestId('show-case').first().waitFor();
  const wrong = {};
  const took = [];
  const began = Date.now();
  for (const [index, type] of types.entries()) {
    const start = Date.now();
    problems.length = 0;
    const found = [];
    agreement.order(type);
    await go(page, `/plugin/preview/${type}/`);
    await page.locator('[data-testid="preview-facts"] dd').first().getByText(type, { exact: true }).waitFor({ timeout: LONGEST });
    // The page comes in what it wore last, so that nothing is drawn only to be drawn again.
    const themes = index % 2 === 0 ? ['light', 'dark'] : ['dark', 'light'];
    for (const theme of themes) {
      await wear(page, theme);
      await until(`${type} to draw, ${theme}`, () => settled(page, theme), { timeout: LONGEST }).catch((error) => found.push(error.message));
      await painted(page);
      for (const text of await page.locator(FAILED).allTextContents()) found.push(`${theme}: ${text}`);
      await agreement.measure(type, theme, page.locator('.plot-field').first()).catch((error) => found.push(error.message));
    }
    found.push(...problems);
    if ((await page.getByTestId('preview-stage').count()) === 0) found.push('it brings no sample');
    if (found.length > 0) wrong[type] = [...new Set(found)];
    took.push([Date.now() - start, type]);
  }
  took.sort(([one], [other]) => other - one);
  console.log(`${types.length} types in ${Math.round((Date.now() - began) / 1000)} s; slowest: ${took.slice(0, 3).map(([time, type]) => `${type} ${time} ms`).join(', ')}`);
  assert.deepEqual(wrong, {});
  await context.close();
});

test('the server draws each sample as the page does', () => {
  console.log(agreement.report());
  assert.equal(agreement.types().length, types.length);
  assert.deepEqual(agreement.far(), []);
});

for (const theme of ['light', 'dark']) {
  test(`the gallery finds types by what they are for, in ${theme}`, async () => {
    const { page, context, problems, picture } = await open(browser, server, { theme });
    await page.goto('/plugin/gallery/');
    await page.getByTestId('show-case').nth(types.length - 1).waitFor();
    assert.equal(await page.getByTestId('show-case').count(), types.length);
    await until('the first charts', () => page.evaluate(() => document.querySelectorAll('.show-case .plot-canvas svg, .show-case .plot-canvas canvas').length >= 3));
    await painted(page);
    await picture('gallery-page');
    assert.deepEqual(await axe(page), []);
    await page.getByRole('searchbox').first().fill('pie');
    await until('the search', async () => (await page.getByTestId('show-case').count()) < types.length);
    await page.locator('[data-viz-type="pie"] a').click();
    await page.waitForURL('**/plugin/preview/pie/');
    await until('the preview', () => settled(page, theme));
    assert.deepEqual(await axe(page), []);
    assert.deepEqual(problems, []);
    await context.close();
  });
}

test('a setting tried in the preview shows at once, and asks no database', async () => {
  const { page, context, problems } = await open(browser, server);
  const asked = [];
  page.on('request', (request) => request.url().includes('/chart/data') && asked.push(request.url()));
  await page.goto('/plugin/preview/pie/');
  await until('the preview', () => settled(page, 'light'));
  const stage = page.getByTestId('preview-stage');
  const before = await stage.locator('svg, canvas').first().evaluate((element) => element.outerHTML.length);
  const control = page.locator('[data-control="label_type"] select');
  await control.selectOption({ index: 1 });
  await until('another drawing', async () => (await stage.locator('svg, canvas').first().evaluate((element) => element.outerHTML.length)) !== before);
  await page.getByTestId('preview-table').click();
  await stage.getByTestId('data-table').waitFor();
  assert.deepEqual(asked, []);
  assert.deepEqual(problems, []);
  await context.close();
});
