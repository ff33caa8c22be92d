// What asking through the server costs above the warehouse itself: PostgreSQL read by JDBC alone and through the REST interface,
// in turn, in one run. What the query service took by itself is told by the answers' Server-Timing. Also a file of two million rows. Figures go to target/bench/warehouse.json.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { signIn } from './src/client.mjs';
import { startPostgres } from './src/postgres.mjs';
import { jvm, start } from './src/server.mjs';

const ROWS = 2_000_000;
const figures = {};
const note = (name, value) => {
  figures[name] = value;
  console.log(`${name}: ${JSON.stringify(value)}`);
};
const round = (value) => Math.round(value * 100) / 100;
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const postgres = await startPostgres();
const classpath = fs.readFileSync(path.join(import.meta.dirname, 'target/servers.classpath'), 'utf8').trim();
const reader = spawn('java', ['-Xmx512m', '-cp', classpath, 'dev.karavel.servers.RawReads', postgres.jdbc('shop'), 'postgres', postgres.password], { stdio: ['pipe', 'pipe', 'inherit'] });
const answers = createInterface({ input: reader.stdout })[Symbol.asyncIterator]();
const raw = async (sql) => {
  reader.stdin.write(`${sql.replace(/\s+/g, ' ')}\n`);
  const { value, done } = await answers.next();
  if (done) throw new Error('The reader ended');
  return JSON.parse(value);
};

const psql = (sql) => {
  const done = spawnSync('java', ['-cp', classpath, 'dev.karavel.servers.Statements', postgres.jdbc('shop'), 'postgres', postgres.password], { input: sql, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(done.stderr);
};
console.log(`making ${ROWS} rows`);
psql(`CREATE TABLE sales AS SELECT i AS id, 'region ' || i % 12 AS region, 'product ' || i % 240 AS product, (i::bigint * 7919 % 100003) / 100.0::float8 AS amount,
 i % 10000 AS customer, i % 3 = 0 AS online, TIMESTAMP '2020-01-01' + i * INTERVAL '37 seconds' AS sold_at, 'note ' || md5(i::text) AS note FROM generate_series(1, ${ROWS}) i`);
psql('CREATE TABLE few AS SELECT * FROM sales WHERE id <= 200');
psql('ANALYZE');

const server = await start({ env: { KARAVEL_LOAD_EXAMPLES: 'false' } });
const client = await signIn(server);
const database = await client.post('/api/v1/database/', { database_name: 'Shop', sqlalchemy_uri: `postgresql://postgres:${postgres.password}@127.0.0.1:${postgres.port}/shop` });
const datasets = {};
for (const table of ['sales', 'few']) {
  const dataset = await client.post('/api/v1/dataset/', { database: database.json.id, schema: 'public', table_name: table });
  if (dataset.status !== 201) throw new Error(dataset.text);
  datasets[table] = { id: dataset.json.id, type: 'table' };
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
const ask = (body, headers = {}, onData = () => undefined) =>
  new Promise((resolve, reject) => {
    const text = JSON.stringify({ datasource: datasets.sales, ...body });
    const began = process.hrtime.bigint();
    const request = http.request(
      `${server.url}/api/v1/chart/data`,
      { method: 'POST', agent, headers: { authorization: `Bearer ${client.token}`, 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), ...headers } },
      (response) => {
        let bytes = 0;
        response.on('data', (chunk) => {
          bytes += chunk.length;
          onData(chunk);
        });
        response.on('end', () =>
          resolve({ ms: Number(process.hrtime.bigint() - began) / 1e6, bytes, status: response.statusCode, service: Number(/dur=([\d.]+)/.exec(response.headers['server-timing'])?.[1]) }),
        );
        response.on('error', reject);
      },
    );
    request.on('error', reject);
    request.end(text);
  });

const sqlOf = async (query, datasource) => {
  const { json } = await client.post('/api/v1/chart/data', { datasource, queries: [query], result_type: 'query' });
  return json.result[0].query;
};

async function compare(name, query, { rounds = 15, warm = 5, headers = { 'accept-encoding': 'gzip' }, format, table = 'sales' } = {}) {
  const sql = await sqlOf(query, datasets[table]);
  const rawTimes = [];
  const asked = [];
  const served = [];
  let bytes = 0;
  let rows = 0;
  for (let i = 0; i < rounds + warm; i++) {
    const alone = await raw(sql);
    const through = await ask({ datasource: datasets[table], queries: [query], force: true, ...(format ? { result_format: format } : {}) }, headers);
    if (through.status !== 200) throw new Error(`${name}: ${through.status}`);
    if (i >= warm) {
      rawTimes.push(alone.ms);
      asked.push(through.ms);
      served.push(through.service);
    }
    ({ bytes } = through);
    ({ rows } = alone);
  }
  const [alone, through, service] = [median(rawTimes), median(asked), median(served)];
  note(name, {
    rows,
    bytes,
    'jdbc alone, ms': round(alone),
    'query service, ms': round(service),
    'through the server, ms': round(through),
    'service more, ms': round(service - alone),
    'more, ms': round(through - alone),
    'service ratio': round(service / alone),
    ratio: round(through / alone),
  });
}

const count = { expressionType: 'SQL', sqlExpression: 'COUNT(*)', label: 'n' };
const sum = { expressionType: 'SIMPLE', column: { column_name: 'amount' }, aggregate: 'SUM', label: 'revenue' };
const wide = { columns: ['id', 'region', 'product', 'amount', 'customer', 'online', 'sold_at', 'note'], row_limit: 100_000 };
// the compiler needs a few thousand rounds; what it costs before is not what a server costs that has run for a minute
await compare('12 groups of 200 rows', { columns: ['region'], metrics: [count, sum], row_limit: 1000 }, { rounds: 800, warm: 2500, table: 'few' });
await compare('12 groups of 2 million rows', { columns: ['region'], metrics: [count, sum], row_limit: 1000 });
await compare('one row by a filter on time', { columns: ['region'], metrics: [count], time_range: '2020-01-01 : 2020-01-02', granularity: 'sold_at', row_limit: 1000 });
await compare('10,000 groups of 2 million rows', { columns: ['customer'], metrics: [count, sum], row_limit: 10_000 });
for (const [format, encoding] of [
  ['columns', 'gzip'],
  ['columns', 'identity'],
  ['arrow', 'gzip'],
  ['arrow', 'identity'],
]) {
  await compare(`100,000 rows of 8 columns, ${format}, ${encoding}`, wide, { rounds: 9, format, headers: { 'accept-encoding': encoding } });
}

const { pid } = jvm(server);
const heap = () => {
  spawnSync('jcmd', [String(pid), 'GC.run']);
  const text = spawnSync('jcmd', [String(pid), 'GC.heap_info'], { encoding: 'utf8' }).stdout;
  // each generation of the heap, without the classes
  const used = [...text.matchAll(/(?:Gen|generation|heap)\s+total \d+K, used (\d+)K/g)].map(([, kilobytes]) => Number(kilobytes));
  return Math.round(used.reduce((sum, each) => sum + each, 0) / 1024);
};
const samples = [];
let lines = 0;
let total = 0;
let next = 20_000_000;
const before = heap();
const done = await ask({ queries: [{ ...wide, row_limit: 1000 }], result_format: 'csv', all_rows: true }, { 'accept-encoding': 'identity' }, (chunk) => {
  total += chunk.length;
  for (const byte of chunk) if (byte === 10) lines++;
  if (total > next) {
    samples.push(heap());
    next += 40_000_000;
  }
});
note('a CSV of 2 million rows', {
  status: done.status,
  lines,
  'MB': Math.round(done.bytes / 1e6),
  seconds: round(done.ms / 1000),
  'heap before, live MB': before,
  'heap meanwhile, live MB': samples,
  'heap after, live MB': heap(),
});

agent.destroy();
await server.stop();
reader.stdin.end();
await postgres.stop();
const target = path.join(import.meta.dirname, 'target/bench');
fs.mkdirSync(target, { recursive: true });
fs.writeFileSync(path.join(target, 'warehouse.json'), JSON.stringify({ at: new Date().toISOString(), figures }, null, 2));
