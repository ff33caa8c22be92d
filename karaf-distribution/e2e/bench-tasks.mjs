// Measures the queue on the real distribution over one PostgreSQL: what async adds to a question, and what a second node brings.
import { signIn } from './src/client.mjs';
import { startPostgres } from './src/postgres.mjs';
import { freePort, start, until } from './src/server.mjs';

const ROUNDS = Number(process.argv[2] ?? 40);
const TASKS = Number(process.argv[3] ?? 96);
const PLACES = 4;
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const postgres = await startPostgres();
const ports = [await freePort(), await freePort()];
const env = {
  ...postgres.env,
  KARAVEL_LOAD_EXAMPLES: 'false',
  KARAVEL_SQL_FUNCTIONS: 'pg_sleep',
  KARAVEL_WORKER_INTERACTIVE: String(PLACES),
  KARAVEL_CLUSTER_ADDRESSES: ports.map((port) => `127.0.0.1:${port}`).join(','),
};
const node = (index) => start({ env: { ...env, KARAVEL_CLUSTER_PORT: String(ports[index]), KARAVEL_NODE_NAME: `node-${index}` } });
const nodes = [await node(0)];
const client = await signIn(nodes[0]);
const { json: database } = await client.post('/api/v1/database/', { database_name: 'Shop', sqlalchemy_uri: `postgresql://postgres:${postgres.password}@127.0.0.1:${postgres.port}/shop` });
const { json: dataset } = await client.post('/api/v1/dataset/', { database: database.id, table_name: 'sleeping', sql: 'SELECT 1 AS one, pg_sleep(0.5)::text AS slept' });
const question = (label, more) => ({ datasource: { id: dataset.id, type: 'table' }, queries: [{ columns: ['one', 'slept'], metrics: [{ expressionType: 'SQL', sqlExpression: 'COUNT(*)', label }] }], ...more });

// As a page does: it hears of the end by the event stream, then fetches.
const leaving = new AbortController();
const stream = await fetch(`${nodes[0].url}/api/v1/karavel/events`, { signal: leaving.signal, headers: { authorization: `Bearer ${client.token}` } });
const heard = new Map();
const listen = (async () => {
  let text = '';
  for await (const chunk of stream.body.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    for (let end; (end = text.indexOf('\n\n')) >= 0; text = text.slice(end + 2)) {
      const [, data] = /^event: task-changed\ndata: (.*)$/m.exec(text.slice(0, end)) ?? [];
      const { id, state } = data ? JSON.parse(data) : {};
      if (['DONE', 'FAILED', 'CANCELLED'].includes(state)) {
        heard.get(id)?.();
        heard.set(id, undefined);
      }
    }
  }
})().catch(() => undefined);
const end = (id) => new Promise((resolve) => (heard.has(id) ? resolve() : heard.set(id, resolve)));

const times = { sync: [], async: [] };
for (let round = 0; round < ROUNDS; round++) {
  let began = performance.now();
  await client.post('/api/v1/chart/data', question(`sync ${round}`));
  times.sync.push(performance.now() - began);
  began = performance.now();
  const { json: job } = await client.post('/api/v1/chart/data', question(`async ${round}`, { async: true }));
  await end(job.job_id);
  const answer = await client.get(job.result_url);
  if (answer.status !== 200) throw new Error(answer.text);
  times.async.push(performance.now() - began);
}
const added = median(times.async) - median(times.sync);
console.log(`a question of 500 ms, median of ${ROUNDS}, ms: waited for ${Math.round(median(times.sync))}, by a task ${Math.round(median(times.async))}: adds ${Math.round(added)} (bar: 50)`);

const throughput = async (what) => {
  const began = performance.now();
  const jobs = await Promise.all(Array.from({ length: TASKS }, (_, i) => client.post('/api/v1/chart/data', question(`${what} ${i}`, { async: true }))));
  await Promise.all(jobs.map(({ json }) => end(json.job_id)));
  const seconds = (performance.now() - began) / 1000;
  const { json } = await client.get(`/api/v1/task/?q=(page_size:${TASKS})`);
  const busy = new Map();
  for (const { node, started_on, ended_on } of json.result) busy.set(node, (busy.get(node) ?? 0) + (Date.parse(ended_on) - Date.parse(started_on)) / 1000);
  for (const [name, sum] of busy) console.log(`  ${what}: ${name} was busy for ${Math.round((100 * sum) / seconds / PLACES)} % of its places' time`);
  return TASKS / seconds;
};
await throughput('warm');
const one = await throughput('one node');
nodes.push(await node(1));
await until('two nodes', async () => (await client.get('/api/v1/karavel/status')).json.nodes.length === 2);
await throughput('warm two');
const two = await throughput('two nodes');
console.log(`tasks of 500 ms a second, ${PLACES} places a node: one node ${one.toFixed(2)}, two nodes ${two.toFixed(2)}: ${(two / one).toFixed(2)} times (bar: 1.7)`);

leaving.abort();
await listen;
await Promise.all(nodes.map((each) => each.stop()));
await postgres.stop();
process.exit(added <= 50 && two / one >= 1.7 ? 0 : 1);
