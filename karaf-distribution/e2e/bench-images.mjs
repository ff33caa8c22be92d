// Measures pictures drawn by the server, on the real distribution; figures go to target/bench/images.json.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { examples, signIn } from './src/client.mjs';
import { jvm, start, temporary } from './src/server.mjs';

const POINTS = 500;
const WARM = 60;
const AT_ONCE = 8;
const ROUNDS = 6;

const figures = {};
const note = (name, value) => {
  figures[name] = value;
  console.log(`${name}: ${typeof value === 'object' ? JSON.stringify(value) : value}`);
};
const ordered = (values) => [...values].sort((a, b) => a - b);
const share = (values, part) => Math.round(ordered(values)[Math.min(values.length - 1, Math.floor(values.length * part))]);
const megabytes = (bytes) => Math.round(bytes / 1048576);

const data = temporary('bench-images');
let server = await start({ data });
await examples(await signIn(server));
await server.stop();
server = await start({ data });
const client = await signIn(server);

/** No two of them are the same: nothing comes out of the cache. */
let number = 0;
function body() {
  number++;
  const times = Array.from({ length: POINTS }, (_, day) => Date.UTC(2023, 0, 1 + day));
  const values = times.map((_, day) => Math.round(1000 + 400 * Math.sin(day / 30 + number) + 50 * Math.sin(day * 1.7)));
  const columns = [{ name: '__timestamp', label: 'Day', type: 'time' }, { name: 'sales', label: 'Sales', type: 'number' }];
  return { form_data: { viz_type: 'echarts_timeseries_line', x_axis: '__timestamp', metrics: ['sales'], time_grain_sqla: 'P1D' }, sample: { title: `Sales ${number}`, results: [{ columns, values: [times, values] }] }, width: 800, height: 400, scale: 1 };
}
async function drawn(format) {
  const began = performance.now();
  const answer = await fetch(`${server.url}/api/v1/chart/render`, { method: 'POST', headers: { authorization: `Bearer ${client.token}`, 'content-type': 'application/json' }, body: JSON.stringify({ ...body(), format }) });
  const bytes = await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${answer.status}: ${Buffer.from(bytes)}`);
  return performance.now() - began;
}
const heap = () => {
  const { stdout } = spawnSync('jcmd', [String(jvm(server).pid), 'GC.heap_info'], { encoding: 'utf8' });
  return megabytes([...stdout.matchAll(/used (\d+)K/g)].slice(0, 2).reduce((sum, [, kilobytes]) => sum + Number(kilobytes) * 1024, 0));
};
const memory = () => ({ resident: megabytes(jvm(server).rss), heap: heap() });

note('memory before the first picture, MB', memory());
note(`first picture of ${POINTS} points after the start, ms`, Math.round(await drawn('png')));
for (let i = 0; i < 20; i++) await drawn('png');
for (const format of ['png', 'svg', 'pdf']) {
  const times = [];
  for (let i = 0; i < WARM; i++) times.push(await drawn(format));
  note(`${format} of ${POINTS} points, warm, ms`, { median: share(times, 0.5), p95: share(times, 0.95) });
}
note('memory after them, MB', memory());
const together = [];
let most = 0;
for (let round = 0; round < ROUNDS; round++) {
  const all = Array.from({ length: AT_ONCE }, () => drawn('png'));
  const watch = setInterval(() => (most = Math.max(most, jvm(server).rss)), 50);
  together.push(...(await Promise.all(all)));
  clearInterval(watch);
}
note(`${AT_ONCE} at once, ms`, { median: share(together, 0.5), slowest: share(together, 1) });
note(`resident memory while ${AT_ONCE} are drawn, most, MB`, megabytes(most));
note('memory after them all, MB', memory());
await server.stop();
fs.mkdirSync('target/bench', { recursive: true });
fs.writeFileSync('target/bench/images.json', `${JSON.stringify(figures, null, 2)}\n`);
