// How long a dashboard of 45 cached charts takes to draw, and whether a page that is clicked and refreshed for long keeps its heap.
//   node bench-dashboard.mjs [minutes of clicking, 0 for none] [address of a running server]
import os from 'node:os';
import { boardOf45 } from './src/boards.mjs';
import { launch, open } from './src/browser.mjs';
import { examples, signIn } from './src/client.mjs';
import { start, until } from './src/server.mjs';

const minutes = Number(process.argv[2] ?? 0);
const running = process.argv[3];
const server = running ? { url: running } : await start();
const client = await signIn(server);
await examples(client);
const board = await boardOf45(client);
const browser = await launch();
const address = `/dashboard/${board.id}/`;
const load = () => os.loadavg().map((one) => one.toFixed(1)).join(' ');

const drawn = (page) =>
  page.evaluate(() => {
    const cards = [...document.querySelectorAll('[data-testid="chart-card"]')];
    const inView = cards.filter((card) => card.getBoundingClientRect().top < innerHeight);
    const done = (card) => card.querySelector('.plot-canvas svg path, .plot-canvas canvas, table, .plot-html *, .plot-mounted *') !== null;
    return cards.length === 45 && inView.every(done) ? inView.length : 0;
  });

/** Time the page's main thread worked since it was opened: what remains comparable while others use the machine. */
async function worked(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
}

async function navigate(page) {
  await page.goto('about:blank');
  const began = Date.now();
  await page.goto(address, { waitUntil: 'commit' });
  const count = await until('the charts', () => drawn(page).catch(() => 0), { every: 10, timeout: 60_000 });
  return { milliseconds: Date.now() - began, count };
}

for (const [name, height] of [['all 45 in view', 4200], ['a window of 900 pixels', 900]]) {
  const { page, context } = await open(browser, server, { height });
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await navigate(page);
  const runs = [];
  for (let run = 0; run < 5; run++) {
    const one = await navigate(page);
    runs.push({ ...one, busy: Math.round(await worked(session)) });
  }
  runs.sort((a, b) => a.milliseconds - b.milliseconds);
  const { count, milliseconds } = runs[2];
  const busy = runs.map((one) => one.busy).sort((a, b) => a - b)[2];
  const best = runs[0].milliseconds;
  console.log(`${name}: ${count} charts drawn in ${best} ms at best, ${milliseconds} ms in the middle (of ${runs.map((one) => one.milliseconds).join(', ')}), of which the page worked ${busy} ms; load ${load()}`);
  await context.close();
}

if (minutes > 0) {
  const { page, context } = await open(browser, server, { height: 900 });
  const session = await context.newCDPSession(page);
  await session.send('HeapProfiler.enable');
  const heap = async () => {
    await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize / 1048576;
  };
  await navigate(page);
  await page.getByTestId('auto-refresh').click();
  await page.getByTestId('refresh-10').click();
  const first = page.locator(`[data-chart-id="${board.first}"] .plot-canvas`);
  const end = Date.now() + minutes * 60_000;
  let told = 0;
  for (let turn = 0; Date.now() < end; turn++) {
    await page.evaluate(() => window.scrollTo(0, 0));
    await first.focus();
    await page.keyboard.press(turn % 2 ? 'ArrowLeft' : 'ArrowRight');
    await page.keyboard.press('Enter');
    await page.waitForTimeout(400);
    await page.mouse.wheel(0, 900);
    await page.waitForTimeout(400);
    const minute = Math.floor((Date.now() - (end - minutes * 60_000)) / 60_000);
    if (turn === 20 || minute > told) {
      told = Math.max(told, minute);
      console.log(`minute ${minute}, turn ${turn}: heap ${(await heap()).toFixed(1)} MB; load ${load()}`);
    }
  }
  console.log(`end: heap ${(await heap()).toFixed(1)} MB`);
}
await browser.close();
await board.remove();
await server.stop?.();
process.exit(0);
