// Pictures that the server draws by itself: thumbnails, whole dashboards, downloads. Whether they look like the page 65-gallery asks.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { launch, open } from '../src/browser.mjs';
import { examples, list, signIn } from '../src/client.mjs';
import { decode, difference } from '../src/png.mjs';
import { until } from '../src/server.mjs';
import { server } from '../src/shared.mjs';

const pictures = path.resolve(import.meta.dirname, '../target/pictures/render');

let browser;
let client;
before(async () => {
  client = await signIn(server);
  await examples(client);
  browser = await launch();
  fs.mkdirSync(pictures, { recursive: true });
});
after(() => browser?.close());

const fetched = async (address, options = {}) => {
  const answer = await fetch(`${server.url}${address}`, { ...options, headers: { authorization: `Bearer ${client.token}`, ...options.headers } });
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
};
const keep = (name, bytes) => fs.writeFileSync(path.join(pictures, name), bytes);
const colors = ({ rgb }) => {
  const seen = new Set();
  for (let i = 0; i < rgb.length; i += 3) seen.add((rgb[i] << 16) | (rgb[i + 1] << 8) | rgb[i + 2]);
  return seen.size;
};

test('every chart and dashboard has a thumbnail, light and dark', { timeout: 240_000 }, async () => {
  const charts = (await list(client, 'chart', { page_size: 100 })).json.result;
  const dashboards = (await list(client, 'dashboard', { page_size: 100 })).json.result;
  assert.ok(charts.length > 10 && dashboards.length >= 3);
  for (const row of [...charts, ...dashboards]) {
    const name = row.slice_name ?? row.dashboard_title;
    const both = [];
    for (const theme of ['light', 'dark']) {
      const { status, headers, bytes } = await fetched(`${row.thumbnail_url}?theme=${theme}`);
      assert.equal(status, 200, `${name}: ${bytes}`);
      assert.equal(headers.get('content-type'), 'image/png');
      keep(`${row.slice_name ? 'chart' : 'dashboard'}-${row.id}-${theme}.png`, bytes);
      both.push(decode(bytes));
      const again = await fetched(`${row.thumbnail_url}?theme=${theme}`, { headers: { 'if-none-match': headers.get('etag') } });
      assert.equal(again.status, 304);
    }
    assert.ok(colors(both[0]) > 8, `${name} is blank`);
    assert.ok(difference(both[0], both[1]).mean > 0.2, `${name} is the same in light and dark`);
  }
});

test('a digest changes with the chart, and an old one leads to the new', async () => {
  const [chart] = (await list(client, 'chart', { page_size: 1 })).json.result;
  const before = chart.thumbnail_url;
  await client.put(`/api/v1/chart/${chart.id}`, { description: `Seen at ${Date.now()}` });
  const { thumbnail_url: now } = (await list(client, 'chart', { page_size: 100 })).json.result.find(({ id }) => id === chart.id);
  assert.notEqual(now, before);
  const moved = await fetched(before, { redirect: 'manual' });
  assert.equal(moved.status, 302);
  assert.ok(moved.headers.get('location').endsWith(now));
  const latest = await fetched(`/api/v1/chart/${chart.id}/thumbnail/current/`);
  assert.equal(latest.status, 200);
  assert.equal(latest.headers.get('cache-control'), 'private, no-cache');
});

test('a whole dashboard is one picture, or one page of lines', { timeout: 120_000 }, async () => {
  for (const dashboard of (await list(client, 'dashboard', { page_size: 10 })).json.result) {
    const png = await fetched(`/api/v1/dashboard/${dashboard.id}/screenshot/current/?tabs=all&scale=1`);
    assert.equal(png.status, 200, `${png.bytes}`);
    keep(`whole-${dashboard.id}.png`, png.bytes);
    const { width, height } = decode(png.bytes);
    assert.equal(width, 1280);
    assert.ok(height > 400, `${height}`);
    const pdf = await fetched(`/api/v1/dashboard/${dashboard.id}/screenshot/current/?format=pdf`);
    assert.equal(pdf.bytes.toString('latin1', 0, 5), '%PDF-');
    keep(`whole-${dashboard.id}.pdf`, pdf.bytes);
  }
});

test('nobody who may not see a chart sees its picture', async () => {
  const [chart] = (await list(client, 'chart', { page_size: 1 })).json.result;
  const answer = await fetch(`${server.url}/api/v1/chart/${chart.id}/thumbnail/current/`);
  assert.equal(answer.status, 401);
});

test('what is too large is refused by its name', async () => {
  const answer = await client.post('/api/v1/chart/render', { form_data: { viz_type: 'pie' }, sample: { results: [] }, width: 90_000 });
  assert.equal(answer.status, 400);
  assert.equal(answer.json.errors[0].extra.field, 'width');
});

for (const theme of ['light', 'dark'])
  test(`the home page shows the pictures, in ${theme}`, async () => {
    const { page, context, problems, picture } = await open(browser, server, { theme });
    await page.goto('/');
    await until('the thumbnails', () => page.locator('[data-testid="thumbnail"][data-drawn="true"]').count().then((count) => count >= 3));
    await picture('home-thumbnails');
    assert.deepEqual(problems, []);
    await context.close();
  });
