// What a dashboard costs that nobody has opened before: scripts over HTTP/2 until the first chart has drawn.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { launch } from '../src/browser.mjs';
import { examples, signIn } from '../src/client.mjs';
import { settled } from '../src/pages.mjs';
import { freePort, password, start, temporary } from '../src/server.mjs';

const MOST = 600_000;
const CHARTS = 20;
const DRAWN = '.plot-canvas svg, .plot-canvas canvas, .plot-html, .plot-svg, .plot-mounted > *';

let browser;
let secure;
let keys;
let charts;
let dashboard;
before(async () => {
  browser = await launch();
  keys = temporary('keys');
  const keystore = path.join(keys, 'server.p12');
  const java = process.env.JAVA_HOME ? path.join(process.env.JAVA_HOME, 'bin/keytool') : 'keytool';
  const made = spawnSync(java, ['-genkeypair', '-alias', 'server', '-keyalg', 'EC', '-dname', 'CN=localhost', '-ext', 'san=dns:localhost', '-validity', '2', '-storetype', 'PKCS12', '-keystore', keystore, '-storepass', password], { encoding: 'utf8' });
  assert.equal(made.status, 0, made.stdout + made.stderr);
  const port = await freePort();
  secure = await start({ env: { KARAVEL_TLS_KEYSTORE: keystore, KARAVEL_TLS_PASSWORD: password, KARAVEL_TLS_PORT: String(port) } });
  secure.https = `https://localhost:${port}`;
  const client = await signIn(secure);
  charts = mixed([...(await examples(client)).values()]);
  const answer = await client.post('/api/v1/dashboard/', { dashboard_title: 'First load', published: true, position_json: JSON.stringify(rowsOf(charts)) });
  assert.equal(answer.status, 201, answer.text);
  dashboard = answer.json.id;
});
after(async () => {
  await browser?.close();
  await secure?.stop();
  for (const folder of [keys, secure?.data, secure?.deploy]) if (folder) fs.rmSync(folder, { recursive: true, force: true });
});

/** Twenty charts, as many types as there are: the first of each type, then the second ones. No maps, and tables below the fold: their engines load when needed. */
function mixed(all) {
  const turns = new Map();
  const numbered = all
    .filter(({ viz_type: type }) => !/map|deck_|carto/.test(type) || /heatmap|treemap/.test(type))
    .map((chart) => {
      const turn = turns.get(chart.viz_type) ?? 0;
      turns.set(chart.viz_type, turn + 1);
      return [turn, chart];
    });
  numbered.sort(([one], [other]) => one - other);
  const chosen = numbered.slice(0, CHARTS).map(([, chart]) => chart);
  const isTable = ({ viz_type: type }) => type.includes('table');
  return [...chosen.filter((chart) => !isTable(chart)), ...chosen.filter(isTable)];
}

function rowsOf(chosen) {
  const nodes = { DASHBOARD_VERSION_KEY: 'v2', ROOT_ID: { id: 'ROOT_ID', type: 'ROOT', children: ['GRID_ID'] }, GRID_ID: { id: 'GRID_ID', type: 'GRID', children: [], parents: ['ROOT_ID'] } };
  chosen.forEach(({ id }, index) => {
    const row = `ROW-${Math.floor(index / 3)}`;
    nodes[row] ??= { id: row, type: 'ROW', children: [], parents: ['ROOT_ID', 'GRID_ID'], meta: {} };
    if (!nodes.GRID_ID.children.includes(row)) nodes.GRID_ID.children.push(row);
    nodes[row].children.push(`CHART-${id}`);
    nodes[`CHART-${id}`] = { id: `CHART-${id}`, type: 'CHART', children: [], parents: ['ROOT_ID', 'GRID_ID', row], meta: { chartId: id, width: 4, height: 45 } };
  });
  return nodes;
}

/** Bytes on the wire by address, as the browser's network layer counts them, for scripts that had arrived before the first chart stood, and for all. */
async function firstLoad() {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, baseURL: secure.https, ignoreHTTPSErrors: true, reducedMotion: 'reduce' });
  const signedIn = await context.request.post('/login/', { data: { username: 'admin', password } });
  assert.ok(signedIn.ok(), await signedIn.text());
  const page = await context.newPage();
  await page.addInitScript((drawn) => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector(drawn)) return;
      performance.mark('first-chart');
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  }, DRAWN);
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  await network.send('Network.setCacheDisabled', { cacheDisabled: true });
  const scripts = new Map();
  network.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Script') scripts.set(requestId, { address: new URL(response.url).pathname, protocol: response.protocol, began: response.timing?.requestTime ?? 0, bytes: 0 });
  });
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) scripts.get(requestId).bytes = encodedDataLength;
  });
  await page.goto(`/dashboard/${dashboard}/`);
  await page.waitForFunction(() => performance.getEntriesByName('first-chart').length > 0, undefined, { timeout: 60_000 });
  await page.waitForLoadState('networkidle');
  const times = await page.evaluate(() => {
    const mark = performance.getEntriesByName('first-chart')[0].startTime;
    return { mark, before: performance.getEntriesByType('resource').filter(({ responseEnd }) => responseEnd > 0 && responseEnd < mark).map(({ name }) => new URL(name).pathname) };
  });
  const before = new Set(times.before);
  await settled(page);
  const all = [...scripts.values()];
  await context.close();
  return { first: all.filter(({ address }) => before.has(address)), all, drawn: times.mark };
}

const sum = (list) => list.reduce((total, { bytes }) => total + bytes, 0);
const kilobytes = (bytes) => `${Math.round(bytes / 1000)} KB`;

test(`a dashboard of ${CHARTS} charts draws its first one after at most ${kilobytes(MOST)} of scripts`, async () => {
  const types = new Set(charts.map(({ viz_type: type }) => type));
  assert.equal(charts.length, CHARTS);
  assert.ok(types.size >= 12, `only ${[...types].join(', ')}`);
  const { first, all, drawn } = await firstLoad();
  assert.deepEqual([...new Set(all.map(({ protocol }) => protocol))], ['h2']);
  const list = [...first].sort((one, other) => other.bytes - one.bytes).slice(0, 12).map(({ address, bytes }) => `${kilobytes(bytes).padStart(8)} ${address}`);
  console.log(`${types.size} types; first chart after ${Math.round(drawn)} ms and ${kilobytes(sum(first))} in ${first.length} scripts; all charts: ${kilobytes(sum(all))} in ${all.length}\n${list.join('\n')}`);
  assert.ok(sum(first) > 100_000, 'scripts came over the network');
  assert.ok(sum(first) <= MOST, `${sum(first)} bytes`);
  assert.ok(all.some(({ address }) => address.includes('/grid/')) && !first.some(({ address }) => address.includes('/grid/')), 'the grid comes with the first table that is near');
  const named = all.map(({ address }) => address).join(' ');
  assert.doesNotMatch(named, /SqlEditor|ExplorePage|ControlField|maplibre|deck\.js/, 'editor, explore and maps stay away');
});
