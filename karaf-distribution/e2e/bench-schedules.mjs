// Measures what is due on the real distribution: a report of twelve charts as PDF in the mail box, a thousand schedules of one minute, and
// how long nobody turns the clock after its node was killed. `node bench-schedules.mjs [schedules]`; figures go to target/bench/schedules.json.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { layout, makeBoard, manyCharts } from './src/boards.mjs';
import { signIn } from './src/client.mjs';
import { leaves, startMail } from './src/mail.mjs';
import { startPostgres } from './src/postgres.mjs';
import { shell, start, until } from './src/server.mjs';

const SCHEDULES = Number(process.argv[2] ?? 1000);
const MINUTE = 60_000;
const figures = {};
const note = (name, value) => {
  figures[name] = value;
  console.log(`${name}: ${value}`);
};

const [postgres, mail] = await Promise.all([startPostgres(), startMail()]);
const env = {
  ...postgres.env,
  KARAVEL_SMTP_HOST: '127.0.0.1',
  KARAVEL_SMTP_PORT: String(mail.port),
  KARAVEL_SMTP_SECURITY: 'none',
  KARAVEL_SMTP_FROM: 'Karavel <reports@karavel.example>',
};
const nodes = [await start({ env })];
const client = await signIn(nodes[0]);
const charts = (await manyCharts(client)).filter((_, i) => i % 4 === 0).slice(0, 12);
const rows = Array.from({ length: 4 }, (_, i) => charts.slice(i * 3, i * 3 + 3));
const board = await makeBoard(client, 'Twelve charts', layout([rows]));

const crontab = (due) => `${due.getUTCMinutes()} ${due.getUTCHours()} ${due.getUTCDate()} ${due.getUTCMonth() + 1} *`;
const inMinutes = (millis) => new Date(Math.ceil((Date.now() + millis) / MINUTE) * MINUTE);
const make = async (body) => {
  const answer = await client.post('/api/v1/report/', { type: 'Report', timezone: 'UTC', active: true, ...body });
  assert.equal(answer.status, 201, answer.text);
  return answer.json.id;
};
const email = (target) => [{ type: 'Email', recipient_config_json: { target } }];
const to = (address) => mail.messages().filter(({ headers }) => headers.to?.includes(address));

for (const round of ['first', 'second']) {
  const due = inMinutes(5000);
  await make({ name: `Twelve charts, ${round}`, dashboard: board, report_format: 'PDF', crontab: crontab(due), recipients: email(`${round}@example.com`) });
  const [message] = await until('the report', () => to(`${round}@example.com`).length && to(`${round}@example.com`), { timeout: 3 * MINUTE });
  note(`a report of ${charts.length} charts as PDF in the mail box after it is due, ${round}, ms (bar: 10000)`, Date.now() - due.getTime());
  const pdf = leaves(message).find(({ headers }) => headers['content-type'].startsWith('application/pdf'));
  fs.mkdirSync(path.join(import.meta.dirname, 'target/bench'), { recursive: true });
  fs.writeFileSync(path.join(import.meta.dirname, 'target/bench/twelve-charts.pdf'), pdf.bytes);
}

const due = inMinutes(15_000 + SCHEDULES * 60);
for (let from = 0; from < SCHEDULES; from += 10)
  await Promise.all(
    Array.from({ length: Math.min(10, SCHEDULES - from) }, (_, i) =>
      make({ name: `Schedule ${from + i}`, chart: charts[0], report_format: 'TEXT', crontab: crontab(due), recipients: email(`s${from + i}@example.com`) }),
    ),
  );
assert.ok(Date.now() < due.getTime(), `${SCHEDULES} schedules were not made before ${due.toISOString()}`);
const filters = [{ col: 'kind', opr: 'eq', value: 'report' }, { col: 'due_on', opr: 'gt', value: new Date(due.getTime() - MINUTE / 2).toISOString() }];
const page = async (number, more = []) => (await client.get(`/api/v1/task/?q=${encodeURIComponent(JSON.stringify({ page_size: 100, page: number, filters: [...filters, ...more] }))}`)).json;
await until('all tasks', async () => (await page(0))?.count >= SCHEDULES, { timeout: 5 * MINUTE, every: 200 });
note(`${SCHEDULES} schedules of one minute submitted, seen after, ms (bar: 10000)`, Date.now() - due.getTime());
let last = 0;
for (let number = 0; number * 100 < SCHEDULES; number++) for (const { submitted_on: at } of (await page(number)).result) last = Math.max(last, Date.parse(at) - due.getTime());
note('the last of them was written after, ms', last);
await until('all mails', () => mail.messages().length >= SCHEDULES + 2, { timeout: 10 * MINUTE, every: 500 });
note('all of them in the mail box after, s', Math.round((Date.now() - due.getTime()) / 1000));
const sent = mail.messages().map(({ headers }) => headers.to).filter((address) => /^s\d+@/.test(address));
note('schedules sent once', new Set(sent).size);
assert.equal(sent.length, new Set(sent).size, 'a schedule was sent twice');

nodes.push(await start({ env: { ...env, KARAVEL_LOAD_EXAMPLES: 'false' } }));
await until('two nodes', async () => (await client.get('/api/v1/karavel/status')).json.nodes.length === 2);
const holds = (node) => /This node\W+yes/.test(shell(node, 'karavel:beat').out);
const holder = await until('one to turn the clock', () => nodes.findIndex(holds) + 1) - 1;
await nodes[holder].kill();
const killed = Date.now();
await until('the other to turn it', () => holds(nodes[1 - holder]), { every: 100 });
note('the other node turns the clock after a kill, a look at the shell included, ms (bar: 15000)', Date.now() - killed);

fs.writeFileSync(path.join(import.meta.dirname, 'target/bench/schedules.json'), JSON.stringify(figures, null, 2));
await nodes[1 - holder].stop();
await Promise.all([postgres.stop(), mail.stop()]);
for (const node of nodes) for (const folder of [node.data, node.deploy]) fs.rmSync(folder, { recursive: true, force: true });
process.exit(0);
