// Figures as Lighthouse gives them, of pages nobody has opened before: an empty browser cache, a browser's session of its own each time.
//   node bench-first-load.mjs [runs, 3] [address of a running server]
import os from 'node:os';
import { boardOf45, layout, makeBoard } from './src/boards.mjs';
import { launch, open } from './src/browser.mjs';
import { examples, signIn } from './src/client.mjs';
import { start } from './src/server.mjs';

const runs = Number(process.argv[2] ?? 3);
const server = process.argv[3] ? { url: process.argv[3] } : await start();
const client = await signIn(server);
const known = [...(await examples(client)).values()].filter(({ viz_type: type }) => !/^(deck_|mapbox|maplibre|carto)/.test(type));
const twenty = known.slice(0, 20).map(({ id }) => id);
const rows = Array.from({ length: 5 }, (_, at) => twenty.slice(at * 4, at * 4 + 4));
const cold = await makeBoard(client, 'Twenty charts', layout([rows], { width: 3, height: 30 }));
const many = await boardOf45(client);
const pages = [
  ['home', '/', 0],
  ['20 charts', `/dashboard/${cold}/`, twenty.length],
  ['45 charts', `/dashboard/${many.id}/`, 45],
  ['explore', `/explore/?slice_id=${many.first}`, 1],
  ['SQL Lab', '/sqllab/', 0],
];

/** Runs in the page from its first moment. */
function watch() {
  const drawn = (card) => card.querySelector('.plot-canvas svg path, .plot-canvas canvas, table, .plot-html *, .plot-svg *, .plot-mounted > *, [data-testid="error-state"], [data-testid="empty-state"]') !== null;
  const figures = { longTasks: [], first: undefined, all: undefined };
  window.figures = figures;
  new PerformanceObserver((list) => figures.longTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask', buffered: true });
  const look = (observer) => {
    const cards = [...document.querySelectorAll('[data-testid="chart-card"], .stage-chart')];
    const near = cards.filter((card) => card.getBoundingClientRect().top < innerHeight);
    if (figures.first === undefined && near.some(drawn)) figures.first = performance.now();
    if (near.length > 0 && near.every(drawn)) {
      figures.all = performance.now();
      figures.count = near.length;
      observer.disconnect();
    }
  };
  new MutationObserver((_, observer) => look(observer)).observe(document, { childList: true, subtree: true });
}

async function load(address, charts) {
  const { page, context } = await open(browser, server, { height: charts > 1 ? 4200 : 900 });
  await page.addInitScript(watch);
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  await network.send('Network.setCacheDisabled', { cacheDisabled: true });
  const scripts = new Map();
  network.on('Network.responseReceived', ({ requestId, type }) => type === 'Script' && scripts.set(requestId, 0));
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => scripts.has(requestId) && scripts.set(requestId, encodedDataLength));
  await page.goto(address);
  if (charts > 0) await page.waitForFunction(() => window.figures.all !== undefined, undefined, { timeout: 60_000 }).catch(() => undefined);
  // pictures that are still being drawn say nothing about the page
  await page.waitForLoadState('networkidle', { timeout: 10_000 }).catch(() => undefined);
  const told = await page.evaluate(() => {
    const paint = (name) => performance.getEntriesByName(name)[0]?.startTime;
    const { longTasks, first, all, count } = window.figures;
    const blocked = longTasks.reduce((sum, duration) => sum + Math.max(0, duration - 50), 0);
    return { paint: paint('first-paint'), content: paint('first-contentful-paint'), first, all, count, blocked };
  });
  await context.close();
  return { ...told, bytes: [...scripts.values()].reduce((sum, bytes) => sum + bytes, 0) };
}

const middle = (values) => {
  const sorted = values.filter((value) => value !== undefined).sort((one, other) => one - other);
  return sorted.length > 0 ? Math.round(sorted[Math.floor(sorted.length / 2)]) : undefined;
};
const cell = (value, width = 9) => String(value ?? '–').padStart(width);

const browser = await launch();
console.log(`${'page'.padEnd(10)}${['paint', 'content', 'first', 'all', 'blocked', 'scripts', 'charts'].map((name) => cell(name)).join('')}   (ms, KB; the middle of ${runs}; what the warehouse said is cold in the first run alone)`);
for (const [name, address, charts] of pages) {
  const all = [];
  for (let run = 0; run < runs; run++) all.push(await load(address, charts));
  const of = (key) => middle(all.map((one) => one[key]));
  const bytes = of('bytes');
  console.log(`${name.padEnd(10)}${[of('paint'), of('content'), of('first'), of('all'), of('blocked'), Math.round(bytes / 1000), of('count')].map((value) => cell(value)).join('')}   cold: first ${cell(middle([all[0].first]), 1)}, all ${cell(middle([all[0].all]), 1)}; load ${os.loadavg()[0].toFixed(1)}`);
}
await browser.close();
await client.delete(`/api/v1/dashboard/${cold}`);
await many.remove();
await server.stop?.();
process.exit(0);
