// Pictures taken of the page by a browser that the server drives.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { inWebGl, isFar, pagePicture } from '../src/agreement.mjs';
import { launch, open, program } from '../src/browser.mjs';
import { examples, list, signIn } from '../src/client.mjs';
import { decode, difference } from '../src/png.mjs';
import { start, until } from '../src/server.mjs';

const pictures = path.resolve(import.meta.dirname, '../target/pictures/browser');
const env = (program) => ({ KARAVEL_RENDER_BROWSER: program, KARAVEL_RENDER_BROWSER_SANDBOX: 'false', KARAVEL_RENDER_KEEP: 'PT1S', KARAVEL_RENDER_BROWSER_SECONDS: '90' });
let server;
let client;
before(async () => {
  fs.mkdirSync(pictures, { recursive: true });
  server = await start({ env: env(await program()) });
  client = await signIn(server);
  await examples(client);
}, { timeout: 240_000 });
after(() => server?.stop());

const running = () =>
  spawnSync('ps', ['-eo', 'pid,ppid,args', '-ww'], { encoding: 'utf8' })
    .stdout.split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter(Boolean)
    .map(([, pid, parent, args]) => ({ pid: Number(pid), parent: Number(parent), args }));
/** This server's browser, by the folder of its profile. */
const browserProcess = () =>
  running().find(({ args }) => args.includes(`--user-data-dir=${fs.realpathSync(server.data)}`) && !args.includes('/bin/sh') && !args.includes('--type='))?.pid;
/** One of its pages: they do not name the profile, but descend from the browser. */
const pageProcess = () => {
  const all = running();
  const browser = browserProcess();
  const descends = (pid) => pid === browser || (pid > 1 && descends(all.find((one) => one.pid === pid)?.parent ?? 0));
  return browser && all.find(({ pid, args }) => args.includes('--type=renderer') && descends(pid))?.pid;
};

const authorization = () => ({ authorization: `Bearer ${client.token}` });

async function sampleOf(type) {
  const { result } = (await client.get('/api/v1/karavel/visualizations')).json;
  const { module } = result.find((one) => one.viz_type === type);
  return (await client.get(`${module.slice(0, module.lastIndexOf('/'))}/gallery.json`)).json[0];
}

const map = (theme, format = 'png', title = 'Cities') => drawn('deck_scatter', { theme, format, title });

async function drawn(type, { title, ...look }) {
  const { formData, columns = [], values = [], results = [{ columns, values }] } = await sampleOf(type);
  const body = { form_data: { ...formData, viz_type: type }, sample: { title, results }, width: 640, height: 400, scale: 1, theme: 'light', ...look };
  const answer = await fetch(`${server.url}/api/v1/chart/render`, { method: 'POST', headers: { ...authorization(), 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const bytes = Buffer.from(await answer.arrayBuffer());
  assert.equal(answer.status, 200, `${bytes}`);
  return bytes;
}

test('a map is photographed as the page draws it, light and dark, and the browser knows only this server', { timeout: 240_000 }, async () => {
  assert.equal(browserProcess(), undefined, 'no browser before anybody needs one');
  const svg = (await map('light', 'svg')).toString();
  assert.match(svg, /<image [^>]*href="data:image\/png;base64,/);
  const [light, dark] = [await map('light'), await map('dark')];
  fs.writeFileSync(path.join(pictures, 'map-light.png'), light);
  fs.writeFileSync(path.join(pictures, 'map-dark.png'), dark);
  assert.ok(difference(decode(light), decode(dark)).mean > 0.3);
  const pid = browserProcess();
  assert.ok(pid, 'one browser runs');
  const told = fs.existsSync(`/proc/${pid}/environ`) ? fs.readFileSync(`/proc/${pid}/environ`, 'utf8') : '';
  assert.ok(!told.includes('KARAVEL_'), 'the browser was told of the server’s environment');
});

/** Cells that begin where the map's first size had its corner: the page's lie elsewhere than the picture's. */
const GROUP = { deck_screengrid: 'map' };

async function photoOf(type, { width, height }) {
  const bytes = await drawn(type, { title: 'Seen', width, height, card: false });
  fs.writeFileSync(path.join(pictures, `${type}-light.png`), bytes);
  return decode(bytes);
}

/** How far the picture is from the page as it is now, in which land may come a moment later than what lies on it. */
async function apartFromPage(type, far) {
  const browser = await launch();
  try {
    const { page } = await open(browser, server, { width: 1400, height: 1180 });
    await page.goto(`/plugin/preview/${type}/`);
    const field = page.locator('.plot-field').first();
    await until(`${type} to draw`, () => field.locator('.plot-mounted > *').count());
    const photo = await photoOf(type, decode(await field.screenshot()));
    const end = Date.now() + 20_000;
    let apart;
    do apart = difference(decode(await field.screenshot()), photo);
    while (far(apart) && Date.now() < end);
    return apart;
  } finally {
    await browser.close();
  }
}

test('what is drawn by WebGL looks in the server’s picture as in the page', { timeout: 600_000 }, async () => {
  const apartFrom = [];
  const measured = [];
  for (const type of inWebGl) {
    const far = (one) => isFar(one, GROUP[type]);
    // As 65-gallery saw it, if it did; else, or where it looked too early, as it is now.
    const seen = fs.existsSync(pagePicture(type, 'light')) ? decode(fs.readFileSync(pagePicture(type, 'light'))) : undefined;
    let apart = seen ? difference(seen, await photoOf(type, seen)) : undefined;
    if (!apart || far(apart)) apart = await apartFromPage(type, far);
    measured.push(`${type} ${(apart.mean * 100).toFixed(2)} % ${(apart.plain * 100).toFixed(1)} %`);
    if (far(apart)) apartFrom.push(measured.at(-1));
  }
  console.log(measured.join('\n'));
  assert.deepEqual(apartFrom, []);
});

test('a browser that is killed is started again, and nobody notices', { timeout: 240_000 }, async () => {
  const before = browserProcess();
  process.kill(before, 'SIGKILL');
  await until('the browser to be gone', () => browserProcess() !== before);
  const svg = (await map('light', 'svg', 'After the crash')).toString();
  assert.match(svg, /<image /);
  const after = browserProcess();
  assert.ok(after && after !== before);
});

test('a browser that is killed while it draws is started again for the same picture', { timeout: 240_000 }, async () => {
  const first = browserProcess();
  const drawing = map('dark', 'svg', 'Killed meanwhile');
  await until('the page to be open', () => pageProcess(), { timeout: 60_000, every: 20 });
  process.kill(first, 'SIGKILL');
  assert.match((await drawing).toString(), /<image /);
});

test('a dashboard with a map has the map as the page draws it and lines around', { timeout: 240_000 }, async () => {
  const { formData } = await sampleOf('deck_scatter');
  const [first] = (await list(client, 'chart', { page_size: 100 })).json.result;
  const datasets = (await list(client, 'dataset', { page_size: 100 })).json.result;
  const airports = datasets.find(({ table_name: name }) => name === 'airports') ?? datasets[0];
  const columns = (await client.get(`/api/v1/dataset/${airports.id}`)).json.result.columns.map(({ column_name: name }) => name);
  const [lat, lon] = [columns.find((name) => /^lat/i.test(name)), columns.find((name) => /^lo?ng?/i.test(name))];
  assert.ok(lat && lon, `${airports.table_name} has no places: ${columns}`);
  const params = { ...formData, viz_type: 'deck_scatter', datasource: `${airports.id}__table`, spatial: { type: 'latlong', latCol: lat, lonCol: lon }, dimension: null, point_radius_fixed: { type: 'fix', value: 5 }, tooltip_contents: [], time_range: 'No filter', adhoc_filters: [] };
  const made = await client.post('/api/v1/chart/', { slice_name: 'Where they are', viz_type: 'deck_scatter', datasource_id: airports.id, datasource_type: 'table', params: JSON.stringify(params) });
  assert.equal(made.status, 201, JSON.stringify(made.json));
  const position = {
    DASHBOARD_VERSION_KEY: 'v2', ROOT_ID: { id: 'ROOT_ID', type: 'ROOT', children: ['GRID_ID'] }, GRID_ID: { id: 'GRID_ID', type: 'GRID', children: ['R'] }, R: { id: 'R', type: 'ROW', children: ['A', 'B'], meta: {} },
    A: { id: 'A', type: 'CHART', children: [], meta: { chartId: first.id, width: 6, height: 50, sliceName: first.slice_name } }, B: { id: 'B', type: 'CHART', children: [], meta: { chartId: made.json.id, width: 6, height: 50 } },
  };
  const board = await client.post('/api/v1/dashboard/', { dashboard_title: 'With a map', position_json: JSON.stringify(position), published: true });
  assert.equal(board.status, 201, JSON.stringify(board.json));
  for (const chart of [first.id, made.json.id]) {
    const { dashboards = [] } = (await client.get(`/api/v1/chart/${chart}`)).json.result;
    await client.put(`/api/v1/chart/${chart}`, { dashboards: [...dashboards.map(({ id }) => id), board.json.id] });
  }
  const shot = async (query) => {
    const answer = await fetch(`${server.url}/api/v1/dashboard/${board.json.id}/screenshot/current/?${query}`, { headers: authorization() });
    const bytes = Buffer.from(await answer.arrayBuffer());
    assert.equal(answer.status, 200, `${bytes}`);
    return bytes;
  };
  fs.writeFileSync(path.join(pictures, 'dashboard-light.png'), await shot('scale=1'));
  fs.writeFileSync(path.join(pictures, 'dashboard-dark.png'), await shot('scale=1&theme=dark'));
  const svg = (await shot('format=svg')).toString();
  assert.match(svg, /<image /);
  assert.match(svg, /With a map/);
});

async function again(more) {
  await server.stop();
  server = await start({ data: server.data, deploy: server.deploy, env: more });
  client = await signIn(server);
}
const line = (format) => drawn('echarts_timeseries_line', { title: 'Delay', format });

test('a browser that shall always draw draws what V8 could', { timeout: 240_000 }, async () => {
  assert.doesNotMatch((await line('svg')).toString(), /<image /, 'lines are lines before');
  await again({ ...env(await program()), KARAVEL_RENDER_BROWSER_ALWAYS: 'true' });
  assert.match((await line('svg')).toString(), /<image [^>]*href="data:image\/png;base64,/);
});

test('where there is neither V8 nor a browser the server says so, and draws tables', { timeout: 240_000 }, async () => {
  await again({ JAVA_TOOL_OPTIONS: `${process.env.JAVA_TOOL_OPTIONS ?? ''} -Dos.arch=${process.arch === 'x64' ? 'aarch64' : 'amd64'}` });
  const svg = (await line('svg')).toString();
  assert.doesNotMatch(svg, /<image |<path /);
  assert.match(svg, /no V8/);
  assert.match(server.console(), /No V8 for .* in pictures and mails charts are tables/);
});
