// Chaos: three nodes over one PostgreSQL with questions and alerts under way, killed in turn, the database too. Every accepted task must end
// exactly once as its recipient sees it: answers by their job, mails by their Message-ID. `node chaos.mjs [questions] [alerts]`.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { signIn } from '../e2e/src/client.mjs';
import { startMail } from '../e2e/src/mail.mjs';
import { startPostgres } from '../e2e/src/postgres.mjs';
import { start, until } from '../e2e/src/server.mjs';

const QUESTIONS = Number(process.argv[2] ?? 500);
const ALERTS = Number(process.argv[3] ?? 200);
const NODES = 3;
const figures = {};
const note = (name, value) => {
  figures[name] = value;
  console.log(`${new Date().toISOString().slice(11, 19)} ${name}: ${typeof value === 'object' ? JSON.stringify(value) : value}`);
};

const [postgres, mail] = await Promise.all([startPostgres(), startMail()]);
const env = {
  ...postgres.env,
  KARAVEL_LOAD_EXAMPLES: 'false',
  KARAVEL_SQL_FUNCTIONS: 'pg_sleep',
  KARAVEL_WORKER_LEASE: 'PT6S',
  KARAVEL_SMTP_HOST: '127.0.0.1',
  KARAVEL_SMTP_PORT: String(mail.port),
  KARAVEL_SMTP_SECURITY: 'none',
  KARAVEL_SMTP_FROM: 'Karavel <alerts@karavel.example>',
};
const nodes = [];
for (let i = 0; i < NODES; i++) nodes.push(await start({ env: { ...env, KARAVEL_NODE_NAME: `node ${i}` } }));
const { token } = await signIn(nodes[0]);
const down = new Set();

/** At any node that is up; says nothing of what got no answer. */
let turn = 0;
const call = async (method, route, body) => {
  const up = nodes.filter((_, i) => !down.has(i));
  const answer = await fetch(up[turn++ % up.length].url + route, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(20_000),
  });
  const text = await answer.text();
  return { status: answer.status, text, json: text.startsWith('{') ? JSON.parse(text) : undefined };
};
const made = async (route, body) => {
  const answer = await call('POST', route, body);
  assert.equal(answer.status, 201, answer.text);
  return answer.json.id;
};
await until('three nodes together', async () => (await call('GET', '/api/v1/karavel/status')).json.nodes.length === NODES);

const database = await made('/api/v1/database/', { database_name: 'Shop', sqlalchemy_uri: `postgresql://postgres:${postgres.password}@127.0.0.1:${postgres.port}/shop`, expose_in_sqllab: true });
const dataset = await made('/api/v1/dataset/', { database, table_name: 'slow', sql: 'SELECT 1 AS one, pg_sleep(0.4)::text AS slept' });
const question = (label) => ({ datasource: { id: dataset, type: 'table' }, queries: [{ columns: ['one', 'slept'], metrics: [{ expressionType: 'SQL', sqlExpression: 'COUNT(*)', label }] }] });
const chart = await made('/api/v1/chart/', { slice_name: 'Chaos', viz_type: 'table', datasource_id: dataset, datasource_type: 'table', params: JSON.stringify({ viz_type: 'table', query_mode: 'raw', all_columns: ['one'] }) });

// far enough away that all are there before
const due = new Date(Math.ceil((Date.now() + 30_000 + ALERTS * 150) / 60_000) * 60_000);
const crontab = `${due.getUTCMinutes()} ${due.getUTCHours()} ${due.getUTCDate()} ${due.getUTCMonth() + 1} *`;
for (let i = 0; i < ALERTS; i++)
  await made('/api/v1/report/', {
    type: 'Alert',
    name: `alert ${i}`,
    crontab,
    timezone: 'UTC',
    active: true,
    database,
    sql: 'SELECT 42',
    validator_type: 'operator',
    validator_config_json: { op: '>', threshold: 1 },
    chart,
    report_format: 'TEXT',
    recipients: [{ type: 'Email', recipient_config_json: { target: `a${i}@example.com` } }],
  });
note('alerts made, due at', due.toISOString());
assert.ok(Date.now() < due.getTime(), 'the alerts were due before all were made');
await until('the due time', () => Date.now() >= due.getTime(), { timeout: 300_000, every: 200 });

const began = Date.now();
const jobs = [];
let refused = 0;
const asking = (async () => {
  for (let i = 0; jobs.length < QUESTIONS; i++) {
    try {
      const answer = await call('POST', '/api/v1/chart/data', { ...question(`q${i}`), async: true });
      if (answer.status === 202) jobs.push(answer.json.job_id);
      else refused++;
    } catch {
      refused++;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
})();
const ended = async () => (await until('the count of tasks', () => call('GET', '/api/v1/karavel/status').then((a) => a.status === 200).catch(() => false), { timeout: 120_000 })) && mail.messages().length;
const kill = async (i) => {
  down.add(i);
  await nodes[i].kill();
  note(`node ${i} killed, mails until then`, mail.messages().length);
  const { port, data, deploy } = nodes[i];
  nodes[i] = await start({ env: { ...env, KARAVEL_NODE_NAME: `node ${i}` }, port, data, deploy });
  down.delete(i);
};
const restartPostgres = () => {
  const rows = spawnSync('ps', ['-eo', 'pid,ppid,args'], { encoding: 'utf8' }).stdout.split('\n').map((line) => line.trim().match(/^(\d+)\s+(\d+)\s+(.*)$/)).filter(Boolean);
  const master = rows.find(([, , , args]) => args.includes('bin/postgres') && args.includes(`-p ${postgres.port} `));
  const backend = rows.find(([, , parent, args]) => parent === master[1] && args.includes('postgres metadata'));
  process.kill(Number(backend[1]), 'SIGKILL');
  note('PostgreSQL lost a process and starts anew, mails until then', mail.messages().length);
};
await until('the first mails', async () => (await ended()) > 0, { timeout: 60_000 });
await kill(0);
await kill(1);
restartPostgres();
await kill(2);
await asking;
note('questions accepted', jobs.length);
note('questions refused meanwhile (asked again)', refused);

const states = {};
for (const job of jobs) {
  const task = await until(
    `the end of ${job}`,
    async () => {
      try {
        const now = (await call('GET', `/api/v1/task/${job}`)).json?.result;
        return ['done', 'failed', 'cancelled'].includes(now?.state) && now;
      } catch {
        return undefined;
      }
    },
    { timeout: 180_000, every: 100 },
  );
  states[task.state] = (states[task.state] ?? 0) + 1;
  if (task.state === 'failed') console.log(task.words);
}
note('how the questions ended', states);
const received = await until('all mails', () => new Set(mail.messages().map(({ headers }) => headers['message-id'])).size >= ALERTS && mail.messages(), { timeout: 180_000, every: 500 });
note('mails', received.length);
note('different mails', new Set(received.map(({ headers }) => headers['message-id'])).size);
note('recipients', new Set(received.map(({ headers }) => headers.to)).size);
note('all done after, s', Math.round((Date.now() - began) / 1000));
await until(
  'no task to be open',
  async () => {
    const open = (await call('GET', `/api/v1/task/?q=${encodeURIComponent(JSON.stringify({ page_size: 100, filters: [{ col: 'state', opr: 'eq', value: 'waiting' }] }))}`)).json;
    return open?.count === 0;
  },
  { timeout: 60_000, every: 500 },
);
fs.mkdirSync(path.join(import.meta.dirname, 'target'), { recursive: true });
fs.writeFileSync(path.join(import.meta.dirname, 'target/chaos.json'), JSON.stringify(figures, null, 2));
await Promise.all(nodes.map((node) => node.stop()));
await Promise.all([postgres.stop(), mail.stop()]);
assert.equal(states.done, jobs.length, 'a question was lost');
assert.equal(new Set(received.map(({ headers }) => headers['message-id'])).size, ALERTS, 'mails');
assert.equal(new Set(received.map(({ headers }) => headers.to)).size, ALERTS, 'recipients');
for (const node of nodes) for (const folder of [node.data, node.deploy]) fs.rmSync(folder, { recursive: true, force: true });
process.exit(0);
