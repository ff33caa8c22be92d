// Layers of annotations are kept on pages of their own, and laid over charts in explore.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { axe, launch, open } from '../src/browser.mjs';
import { examples, signIn } from '../src/client.mjs';
import { server } from '../src/shared.mjs';

let browser;
let client;
before(async () => {
  browser = await launch();
  client = await signIn(server);
});
after(() => browser?.close());

const named = (page, name) => page.getByTestId('annotation-rows').locator('tr').filter({ hasText: name });

for (const theme of ['light', 'dark']) {
  test(`a layer is made, filled and checked, in ${theme}`, { timeout: 240_000 }, async () => {
    const { page, context, problems, picture } = await open(browser, server, { theme, width: 1366, height: 820 });
    const layer = `Storms, ${theme} ${Date.now()}`;
    await page.goto('/chart/list/');
    await page.getByTestId('annotation-layers').click();
    await page.getByTestId('new-layer').click();
    await page.getByLabel('Name').fill(layer);
    await page.getByTestId('annotation-save').click();
    await named(page, layer).getByRole('link').click();
    await page.getByTestId('new-annotation').click();
    await page.getByLabel('Title').fill('Great storm');
    await page.getByLabel('Begin (UTC)').fill('2013-06-01T00:00');
    await page.getByLabel('End (UTC)').fill('2013-05-01T00:00');
    await page.getByRole('dialog').getByRole('alert').waitFor();
    assert.equal(await page.getByTestId('annotation-save').isDisabled(), true);
    await page.getByLabel('End (UTC)').fill('2013-09-01T00:00');
    assert.deepEqual(await axe(page), []);
    await picture('annotation-dialog');
    await page.getByTestId('annotation-save').click();
    await named(page, 'Great storm').waitFor();
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

for (const theme of ['light', 'dark'])
  test(`a layer is laid over a chart in explore, in ${theme}`, { timeout: 240_000 }, async () => {
    const line = [...(await examples(client)).values()].find(({ viz_type: type }) => type === 'echarts_timeseries_line');
    const { page, context, problems, picture } = await open(browser, server, { theme, width: 1366, height: 900 });
    await page.goto(`/explore/?slice_id=${line.id}`);
    const drawn = page.getByTestId('explore-chart').locator('.plot-canvas');
    await drawn.locator('svg').waitFor();
    const field = page.locator('[data-control="annotation_layers"]');
    if (!(await field.count())) await page.getByRole('tab', { name: 'Customize' }).click();
    await field.locator('.well-add').click();
    const editor = page.getByTestId('layer-editor');
    await editor.getByLabel('Name').fill('Too late');
    await editor.getByLabel('Formula of x').fill('60');
    await editor.getByRole('combobox', { name: 'Line' }).selectOption({ label: 'Dashed' });
    await picture('explore-annotation-layer');
    assert.deepEqual(await axe(page), []);
    await editor.getByRole('button', { name: 'Apply' }).click();
    await field.locator('.pill-text', { hasText: 'Too late' }).waitFor();
    await page.keyboard.press('Control+Enter');
    await drawn.getByText('Too late').first().waitFor();
    await picture('explore-annotated');
    assert.deepEqual(problems, []);
    await page.close({ runBeforeUnload: false });
    await context.close();
  });
