// Layers of annotations are kept on pages of their own.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { axe, launch, open } from '../src/browser.mjs';
import { signIn } from '../src/client.mjs';
import { server } from '../src/shared.mjs';

let browser;
let client;
before(async () => {
  browser = await launch();
  client = await signIn(server);
});
after(() => browser?.close());

const wait = { timeout: 30_000 };
const named = (page, name) => page.getByTestId('annotation-rows').locator('tr').filter({ hasText: name });

for (const theme of ['light', 'dark']) {
  test(`a layer is made, filled and checked, in ${theme}`, { timeout: 240_000 }, async () => {
    const { page, context, problems, picture } = await open(browser, server, { theme, width: 1366, height: 820 });
    const layer = `Storms, ${theme} ${Date.now()}`;
    await page.goto('/chart/list/');
    await page.getByTestId('annotation-layers').click();
    await page.getByTestId('new-layer').click(wait);
    await page.getByLabel('Name').fill(layer);
    await page.getByTestId('annotation-save').click();
    await named(page, layer).getByRole('link').click(wait);
    await page.getByTestId('new-annotation').click(wait);
    await page.getByLabel('Title').fill('Great storm');
    await page.getByLabel('Begin (UTC)').fill('2013-06-01T00:00');
    await page.getByLabel('End (UTC)').fill('2013-05-01T00:00');
    await page.getByRole('dialog').getByRole('alert').waitFor(wait);
    assert.equal(await page.getByTestId('annotation-save').isDisabled(), true);
    await page.getByLabel('End (UTC)').fill('2013-09-01T00:00');
    assert.deepEqual(await axe(page), []);
    await picture('annotation-dialog');
    await page.getByTestId('annotation-save').click();
    await named(page, 'Great storm').waitFor(wait);
    await picture('annotations');
    assert.deepEqual(await axe(page), []);

    const { result } = (await client.get('/api/v1/annotation_layer/')).json;
    const { id } = result.find(({ name }) => name === layer);
    const inside = (await client.get(`/api/v1/annotation_layer/${id}/annotation/`)).json.result;
    for (const one of inside) assert.equal((await client.delete(`/api/v1/annotation_layer/${id}/annotation/${one.id}`)).status, 200);
    assert.equal((await client.delete(`/api/v1/annotation_layer/${id}`)).status, 200);
    assert.deepEqual(problems, []);
    await context.close();
  });
}
