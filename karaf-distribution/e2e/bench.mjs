// Measures what the product promises, on the real distribution; figures go to target/bench/figures.json.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { examples, list, signIn } from './src/client.mjs';
import { assembly, jvm, start, temporary } from './src/server.mjs';

const figures = {};
const note = (name, value) => {
  figures[name] = value;
  console.log(`${name}: ${typeof value === 'object' ? JSON.stringify(value) : value}`);
};
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const percentile = (values, share) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];
const round = (value) => Math.round(value * 100) / 100;
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const data = temporary('bench');
const first = await start({ data });
note('first start with examples to /health, ms', first.startedIn);
const client = await signIn(first);
await examples(client);
note('first start with examples to dashboards there, ms', Date.now() - first.began);
await first.stop();

const starts = [];
let server;
for (let round = 0; round < 3; round++) {
  if (server) await server.stop();
  server = await start({ data });
  starts.push(server.startedIn);
}
note('start to /health, ms', { median: median(starts), all: starts });

const again = await signIn(server);
const charts = await examples(again);
for (const chart of charts.values()) await again.get(`/api/v1/chart/${chart.id}/data/`);
await wait(30_000);
note('resident memory, idle, all examples asked once, MB', Math.round(jvm(server).rss / 1048576));
const sizes = fs
  .readdirSync(path.join(assembly, '..'))
  .filter((name) => /\.(tar\.gz|zip)$/.test(name))
  .map((name) => [name, Math.round(fs.statSync(path.join(assembly, '..', name)).size / 1048576)]);
note('distribution, MB', Object.fromEntries(sizes));

const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
const timed = (method, address, body) =>
  new Promise((resolve, reject) => {
    const began = process.hrtime.bigint();
    const request = http.request(
      server.url + address,
      { method, agent, headers: { authorization: `Bearer ${again.token}`, 'accept-encoding': 'gzip', ...(body ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } : {}) } },
      (response) => {
        let bytes = 0;
        response.on('data', (chunk) => (bytes += chunk.length));
        response.on('end', () => resolve({ ms: Number(process.hrtime.bigint() - began) / 1e6, bytes, status: response.statusCode }));
      },
    );
    request.on('error', reject);
    request.end(body);
  });

const { json } = await list(again, 'dataset', { page_size: 100 });
const flights = json.result.find((dataset) => /flights/i.test(dataset.table_name));
const question = (groupby, limit, label) =>
  JSON.stringify({ form_data: { viz_type: 'table', query_mode: 'aggregate', datasource: `${flights.id}__table`, groupby, metrics: [{ expressionType: 'SQL', sqlExpression: 'COUNT(*)', label }], row_limit: limit } });
const uncached = [];
for (let i = 0; i < 7; i++) uncached.push((await timed('POST', '/api/v1/chart/data', question(['origin'], 500, `n${i}`))).ms);
note('group-by over 3 million flights, uncached, ms', { first: round(uncached[0]), median: round(median(uncached)), worst: round(Math.max(...uncached)) });

// a static file and an answer of about the same size, asked in turn on one connection
const page = await (await fetch(`${server.url}/login/`)).text();
const assets = [...page.matchAll(/(?:src|href)="(\/static\/[^"]+\.(?:js|css))"/g)].map((match) => match[1]);
const answers = [];
for (const limit of [5, 25, 100, 250, 1000, 3000, 10000]) answers.push([limit, (await timed('POST', '/api/v1/chart/data', question(['origin', 'destination'], limit, 'n'))).bytes]);
let best;
for (const asset of new Set(assets)) {
  const { bytes } = await timed('GET', asset);
  if (bytes < 5000) continue;
  for (const [limit, size] of answers) {
    const apart = Math.abs(Math.log(size / bytes));
    if (!best || apart < best.apart) best = { asset, limit, bytes, size, apart };
  }
}
const cached = [];
const file = [];
const body = question(['origin', 'destination'], best.limit, 'n');
for (let i = 0; i < 600; i++) {
  const asked = await timed('POST', '/api/v1/chart/data', body);
  const read = await timed('GET', best.asset);
  if (i >= 100) {
    cached.push(asked.ms);
    file.push(read.ms);
  }
}
note('cached answer against a static file', {
  'answer bytes': best.size,
  'file bytes': best.bytes,
  'answer median ms': round(median(cached)),
  'file median ms': round(median(file)),
  'difference ms': round(median(cached) - median(file)),
  'answer p95 ms': round(percentile(cached, 0.95)),
  'file p95 ms': round(percentile(file, 0.95)),
  ratio: round(median(cached) / median(file)),
});
agent.destroy();
await server.stop();
fs.rmSync(data, { recursive: true, force: true });

const target = path.join(import.meta.dirname, 'target/bench');
fs.mkdirSync(target, { recursive: true });
const machine = spawnSync('uname', ['-srm'], { encoding: 'utf8' }).stdout?.trim();
fs.writeFileSync(path.join(target, 'figures.json'), JSON.stringify({ at: new Date().toISOString(), machine, node: process.version, figures }, null, 2));
