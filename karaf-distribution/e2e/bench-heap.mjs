// Whether a dashboard that is clicked and refreshed for long keeps its heap: filters, tabs, cross-filters, menus, full screen.
//   node bench-heap.mjs [minutes, 30] [address of a running server]
import { layout, makeBoard } from './src/boards.mjs';
import { launch, open } from './src/browser.mjs';
import { examples, list, signIn } from './src/client.mjs';
import { flat } from './src/figures.mjs';
import { settled } from './src/pages.mjs';
import { start } from './src/server.mjs';

const minutes = Number(process.argv[2] ?? 30);
const server = process.argv[3] ? { url: process.argv[3] } : await start();
const client = await signIn(server);
const charts = await examples(client);
const dataset = (await list(client, 'dataset', { page_size: 100 })).json.result.find((one) => one.table_name === 'flights').id;
const ids = ['How flights end', 'Outcome by region', 'Busiest origins', 'Mean delay by month', 'Where flights start'].map((name) => charts.get(name).id);
const filter = (column) => ({
  id: `NATIVE_FILTER-${column}`,
  name: column,
  type: 'NATIVE_FILTER',
  filterType: 'filter_select',
  targets: [{ datasetId: dataset, column: { name: column } }],
  controlValues: { multiSelect: true, enableEmptyFilter: false, searchAllOptions: false },
  defaultDataMask: { extraFormData: {}, filterState: {} },
  scope: { rootPath: ['ROOT_ID'], excluded: [] },
  cascadeParentIds: [],
});
const board = await makeBoard(client, 'Clicked for long', layout([[ids.slice(0, 3)], [ids.slice(3)]]), {
  cross_filters_enabled: true,
  native_filter_configuration: [filter('outcome'), filter('weekday')],
});

const browser = await launch();
const { page, context, problems } = await open(browser, server);
const session = await context.newCDPSession(page);
await session.send('HeapProfiler.enable');
const heap = async () => {
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize / 1048576;
};

const choose = async (name, at) => {
  await page.getByTestId(`filter-select-${name}`).click();
  await page.getByRole('option').nth(at).click();
  await page.keyboard.press('Escape');
  await page.getByTestId('filters-apply').click();
};
const menu = async (id) => {
  await page.getByTestId(id).first().click();
  await page.getByRole('menu').waitFor();
  await page.keyboard.press('Escape');
};
const large = async () => {
  await page.getByTestId('chart-menu').first().click();
  await page.getByTestId('chart-large').click();
  await page.keyboard.press('Escape');
};
const cross = async () => {
  await page.locator(`[data-chart-id="${ids[0]}"] .plot-canvas`).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
};
const clicks = [
  ['a filter', () => choose('outcome', 0)],
  ['another filter', () => choose('weekday', 1)],
  ['cross-filter', cross],
  ['second tab', () => page.getByRole('tab').nth(1).click()],
  ['menu of the dashboard', () => menu('dashboard-menu')],
  ['share', () => menu('share-menu')],
  ['first tab', () => page.getByRole('tab').nth(0).click()],
  ['menu of a chart', () => menu('chart-menu')],
  ['full screen of a chart', large],
  ['clear', () => page.getByTestId('filters-clear').click()],
];

await page.goto(`/dashboard/${board}/`);
await settled(page);
await page.getByTestId('auto-refresh').click();
await page.getByTestId('refresh-10').click();
page.setDefaultTimeout(5_000);
const began = Date.now();
const series = [await heap()];
const missed = new Map();
console.log(`minute 0: ${series[0].toFixed(1)} MB`);
for (let turn = 0; Date.now() - began < minutes * 60_000; turn++) {
  const [name, click] = clicks[turn % clicks.length];
  await click().catch((error) => {
    missed.set(name, [(missed.get(name)?.[0] ?? 0) + 1, String(error).split('\n')[0]]);
    return page.keyboard.press('Escape');
  });
  await page.waitForTimeout(300);
  if (Date.now() - began >= series.length * 60_000) {
    series.push(await heap());
    console.log(`minute ${series.length - 1}, turn ${turn}: ${series.at(-1).toFixed(1)} MB, ${await page.evaluate(() => document.querySelectorAll('*').length)} elements`);
  }
}
const verdict = flat(series);
for (const [name, [times, why]] of missed) console.log(`missed ${times} times: ${name} (${why})`);
for (const problem of new Set(problems)) console.log(`the console said: ${problem}`);
console.log(`heap after garbage collection, MB: ${series.map((value) => value.toFixed(1)).join(' ')}`);
console.log(`${verdict.flat === undefined ? 'too short to say' : verdict.flat ? 'flat' : 'not flat'}: ${(verdict.slope * 1024).toFixed(0)} KB a minute over the last ${verdict.settled} measurements`);

await browser.close();
await client.delete(`/api/v1/dashboard/${board}`);
await server.stop?.();
process.exit(0);
