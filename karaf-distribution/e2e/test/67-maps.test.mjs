// Maps on the real server: the questions for places, WebGL under the page's policy, keys, charts within charts.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { launch, open } from '../src/browser.mjs';
import { list, signIn } from '../src/client.mjs';
import { until } from '../src/server.mjs';
import { server } from '../src/shared.mjs';

const PLACE = { type: 'latlong', lonCol: 'longitude', latCol: 'latitude' };
let browser;
let client;
let airports;
before(async () => {
  browser = await launch();
  client = await signIn(server);
  const { json } = await list(client, 'dataset', { page_size: 100 });
  airports = json.result.find((one) => one.table_name === 'airports');
});
after(() => browser?.close());

const form = (viz_type, rest) => ({ viz_type, datasource: `${airports.id}__table`, row_limit: 500, ...rest });
const save = async (name, viz_type, rest) => {
  const params = JSON.stringify(form(viz_type, rest));
  const answer = await client.post('/api/v1/chart/', { slice_name: name, viz_type, params, datasource_id: airports.id, datasource_type: 'table' });
  assert.equal(answer.status, 201, answer.text);
  return answer.json.id;
};
const draws = (page) => page.evaluate(() => {
  const canvas = document.querySelector('.kv-map canvas');
  return Boolean(canvas && canvas.width > 0) && !document.querySelector('.kv-map .failed');
});

test('places are asked for as rows, and grouped by a metric', async () => {
  const raw = await client.post('/api/v1/chart/data', { form_data: form('deck_scatter', { spatial: PLACE, dimension: 'region', point_radius_fixed: { type: 'fix', value: 1000 } }) });
  assert.equal(raw.status, 200, raw.text);
  assert.deepEqual(raw.json.result[0].colnames, ['longitude', 'latitude', 'region']);
  assert.equal(raw.json.result[0].rowcount, 500);
  const grouped = await client.post('/api/v1/chart/data', { form_data: form('deck_polygon', { line_column: 'state', line_type: 'geohash', metric: 'airports' }) });
  assert.equal(grouped.status, 200, grouped.text);
  assert.deepEqual(grouped.json.result[0].colnames, ['state', 'airports']);
  const wrong = await client.post('/api/v1/chart/data', { form_data: form('deck_scatter', { spatial: { type: 'latlong', lonCol: 'longitude' } }) });
  assert.equal(wrong.status, 400);
  assert.match(wrong.text, /latCol/);
});

test('a saved map draws with WebGL under the policy of the page', { timeout: 120_000 }, async () => {
  const id = await save('Airports on a map', 'deck_scatter', { spatial: PLACE, dimension: 'region', point_radius_fixed: { type: 'fix', value: 20000 }, point_unit: 'radius_m', min_radius: 3 });
  const { page, context, problems, picture } = await open(browser, server);
  await page.goto(`/explore/?slice_id=${id}`);
  await until('the map', () => draws(page));
  await page.locator('.kv-map .box .item').first().waitFor();
  await picture('maps-scatter', { themed: false });
  assert.deepEqual(problems, []);
  await context.close();
});

test('maps lie over each other, and a chart stands at its places', { timeout: 180_000 }, async () => {
  const points = await save('Airports, points', 'deck_scatter', { spatial: PLACE, point_radius_fixed: { type: 'fix', value: 20000 }, point_unit: 'radius_m' });
  const cells = await save('Airports, hexagons', 'deck_hex', { spatial: PLACE, grid_size: 200000, extruded: false });
  const layers = await save('Airports in layers', 'deck_multi', { deck_slices: [cells, points] });
  const { page, context, problems, picture } = await open(browser, server);
  await page.goto(`/explore/?slice_id=${layers}`);
  await until('the layers', () => draws(page));
  await page.locator('.kv-map .box .bar').waitFor();
  await picture('maps-layers', { themed: false });
  assert.deepEqual(problems, []);
  await context.close();
});

test('a country is loaded alone, and its marks are told and chosen by keys', { timeout: 60_000 }, async () => {
  const { page, context, problems } = await open(browser, server);
  const asked = [];
  page.on('request', (request) => request.url().includes('/geometry/countries/') && asked.push(request.url().split('/').pop()));
  await page.goto('/plugin/preview/country_map/');
  const mark = page.locator('.plot-svg [data-karavel]').first();
  await mark.waitFor();
  assert.ok(asked.length > 0 && asked.length <= 3, asked.join());
  await mark.focus();
  await page.keyboard.press('ArrowRight');
  await until('the tooltip', () => page.evaluate(() => document.querySelector('.svg-tip')?.matches(':popover-open')));
  assert.match(await page.locator('.svg-tip:popover-open').innerText(), /\d/);
  assert.deepEqual(problems, []);
  await context.close();
});
