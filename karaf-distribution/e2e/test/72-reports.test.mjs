// Alerts and reports by the REST interface: made, sent now, received by a real mail server, and written down.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { examples, list, signIn } from '../src/client.mjs';
import { leaves, startMail } from '../src/mail.mjs';
import { decode } from '../src/png.mjs';
import { start, until } from '../src/server.mjs';

const pictures = path.resolve(import.meta.dirname, '../target/pictures/reports');
let mail;
let server;
let client;
let charts;
before(async () => {
  mail = await startMail();
  // one of its own: where the mail server is belongs to the server's configuration
  server = await start({
    env: {
      KARAVEL_SMTP_HOST: '127.0.0.1',
      KARAVEL_SMTP_PORT: String(mail.port),
      KARAVEL_SMTP_SECURITY: 'none',
      KARAVEL_SMTP_FROM: 'Karavel <reports@karavel.example>',
      KARAVEL_PUBLIC_URL: 'https://karavel.example',
    },
  });
  client = await signIn(server);
  charts = await examples(client);
  fs.mkdirSync(pictures, { recursive: true });
});
after(async () => {
  await server?.stop();
  await mail?.stop();
});

const email = (target) => ({ type: 'Email', recipient_config_json: { target } });
const make = async (body) => {
  const made = await client.post('/api/v1/report/', { type: 'Report', crontab: '0 8 1 1 *', timezone: 'Europe/Berlin', recipients: [], ...body });
  assert.equal(made.status, 201, made.text);
  return made.json.id;
};
const run = async (id) => {
  const sent = await client.post(`/api/v1/report/${id}/execute/`);
  assert.equal(sent.status, 202, sent.text);
  return until(
    `run ${sent.json.execution_id} to end`,
    async () => {
      const log = (await client.get(`/api/v1/report/${id}/log/`)).json.result.find(({ uuid }) => uuid === sent.json.execution_id);
      return log?.end_dttm && log;
    },
    { timeout: 60_000 },
  );
};
const to = (address) => mail.messages().filter(({ headers }) => headers.to?.includes(address));
const chart = () => [...charts.values()].find(({ viz_type: type }) => type.startsWith('echarts_timeseries')) ?? [...charts.values()][0];

test('a chart comes as a picture in the message', { timeout: 120_000 }, async () => {
  const id = await make({ name: 'Weekly picture', chart: chart().id, report_format: 'PNG', recipients: [email('ann@example.com')], description: 'Every **week**' });
  const log = await run(id);
  assert.equal(log.state, 'Success', JSON.stringify(log));

  const [message] = await until('the mail', () => to('ann@example.com').length && to('ann@example.com'));
  assert.match(message.headers['content-type'], /^multipart\/mixed/);
  assert.equal(message.headers['message-id'].startsWith(`<${log.uuid}.report.`), true);
  const parts = leaves(message);
  const html = parts.find(({ headers }) => headers['content-type'].startsWith('text/html')).text;
  const plain = parts.find(({ headers }) => headers['content-type'].startsWith('text/plain')).text;
  const picture = parts.find(({ headers }) => headers['content-type'].startsWith('image/png'));
  const cid = picture.headers['content-id'].replace(/[<>]/g, '');
  assert.ok(html.includes(`src="cid:${cid}"`) && html.includes('<strong>week</strong>'), html);
  assert.ok(html.includes(`https://karavel.example/explore/?slice_id=${chart().id}`), html);
  assert.ok(plain.includes('Weekly picture'), plain);
  assert.match(picture.headers['content-disposition'], /^inline/);
  assert.equal(decode(picture.bytes).width, 1600);
  fs.writeFileSync(path.join(pictures, 'chart.png'), picture.bytes);
  fs.writeFileSync(path.join(pictures, 'mail.html'), html.replace(`cid:${cid}`, 'chart.png'));

  const { result } = (await client.get(`/api/v1/report/${id}`)).json;
  assert.equal(result.last_state, 'Success');
  assert.ok(result.last_eval_dttm);
  await client.delete(`/api/v1/report/${id}`);
});

test('a dashboard comes as PDF, a chart as CSV, XLSX and text', { timeout: 240_000 }, async () => {
  const boards = (await list(client, 'dashboard', { page_size: 10 })).json.result;
  for (const [format, ending, more] of [
    ['PDF', '.pdf', { dashboard: boards[0].id }],
    ['CSV', '.csv', { chart: chart().id }],
    ['XLSX', '.xlsx', { chart: chart().id }],
    ['TEXT', '', { chart: chart().id }],
  ]) {
    const address = `${format.toLowerCase()}@example.com`;
    const id = await make({ name: `As ${format}`, report_format: format, recipients: [email(address)], ...more });
    const began = Date.now();
    const log = await run(id);
    assert.equal(log.state, 'Success', `${format}: ${JSON.stringify(log)}`);
    const [message] = await until(`the ${format}`, () => to(address).length && to(address));
    const took = Date.now() - began;
    console.log(`${format}: ${took} ms from the order to the mail`);
    const parts = leaves(message);
    if (ending) {
      const file = parts.find(({ headers }) => headers['content-disposition']?.includes(ending));
      assert.ok(file, JSON.stringify(parts.map(({ headers }) => headers)));
      assert.ok(file.bytes.length > 100);
      if (format === 'PDF') assert.ok(file.text.startsWith('%PDF'));
    } else {
      assert.ok(parts.some(({ text }) => text.includes('<table')));
    }
    await client.delete(`/api/v1/report/${id}`);
  }
});

test('an alert tells once, rests, and says when it is over', { timeout: 120_000 }, async () => {
  const database = (await list(client, 'database', { page_size: 100 })).json.result[0];
  const alert = (threshold) => ({
    type: 'Alert',
    name: 'Above the line',
    chart: chart().id,
    database: database.id,
    sql: 'SELECT 42 AS n',
    validator_type: 'operator',
    validator_config_json: { op: '>', threshold },
    notify_on_recovery: true,
    report_format: 'TEXT',
    recipients: [email('alert@example.com')],
  });
  const id = await make(alert(41));
  const first = await run(id);
  assert.equal(first.state, 'Success', JSON.stringify(first));
  assert.equal(first.value, 42);
  const found = (await list(client, 'report', { filters: [{ col: 'type', opr: 'eq', value: 'Alert' }, { col: 'name', opr: 'report_all_text', value: 'above' }] })).json;
  assert.deepEqual(found.ids, [id]);
  assert.equal((await run(id)).state, 'On Grace');
  const { result } = (await client.get(`/api/v1/report/${id}`)).json;
  assert.equal(result.last_value, 42);
  const changed = await client.put(`/api/v1/report/${id}`, { validator_config_json: { op: '>', threshold: 43 }, validator_type: 'operator' });
  assert.equal(changed.status, 200, changed.text);
  assert.equal((await run(id)).state, 'Not triggered');
  await until('two mails', () => to('alert@example.com').length === 2);
  assert.ok(to('alert@example.com')[1].headers.subject.includes('Recovered'));
  const history = (await client.get(`/api/v1/report/${id}/log/?q=${encodeURIComponent(JSON.stringify({ columns: ['value', 'scheduled_dttm'] }))}`)).json;
  assert.deepEqual(
    history.result.map(({ value }) => value),
    [42, 42, 42],
  );
  await client.delete(`/api/v1/report/${id}`);
});

test('an alert may ask a database that is hidden from SQL Lab', { timeout: 120_000 }, async () => {
  const database = (await list(client, 'database', { page_size: 100 })).json.result[0];
  assert.equal((await client.put(`/api/v1/database/${database.id}`, { expose_in_sqllab: false })).status, 200);
  try {
    const offered = (await client.get('/api/v1/report/related/database')).json.result;
    assert.ok(offered.some(({ value }) => value === database.id), JSON.stringify(offered));
    const id = await make({ type: 'Alert', name: 'Of what is hidden', chart: chart().id, database: database.id, sql: 'SELECT 7 AS n', validator_type: 'operator', validator_config_json: { op: '>', threshold: 6 }, report_format: 'TEXT', recipients: [email('hidden@example.com')] });
    const log = await run(id);
    assert.equal(log.state, 'Success', JSON.stringify(log));
    assert.equal(log.value, 7);
    await client.delete(`/api/v1/report/${id}`);
  } finally {
    assert.equal((await client.put(`/api/v1/database/${database.id}`, { expose_in_sqllab: true })).status, 200);
  }
});

test('a failure names its reason in the log, and nothing is sent', { timeout: 120_000 }, async () => {
  const database = (await list(client, 'database', { page_size: 100 })).json.result[0];
  const id = await make({
    type: 'Alert',
    name: 'Two rows',
    chart: chart().id,
    database: database.id,
    sql: 'SELECT 1 AS n UNION ALL SELECT 2',
    validator_type: 'not null',
    recipients: [email('never@example.com')],
  });
  const log = await run(id);
  assert.equal(log.state, 'Error');
  assert.match(log.error_message, /more than one row/);
  assert.equal(to('never@example.com').length, 0);
  const trial = await client.post(`/api/v1/report/${id}/dry_run/`);
  assert.equal(trial.status, 400);
  await client.delete(`/api/v1/report/${id}`);
});

test('what is wrong is said at its field', async () => {
  const good = { type: 'Report', name: 'Wrong', crontab: '0 8 * * *', chart: chart().id, recipients: [email('ann@example.com')] };
  for (const [field, bad] of [
    ['name', { name: '' }],
    ['type', { type: 'Letter' }],
    ['crontab', { crontab: '61 * * * *' }],
    ['timezone', { timezone: 'Mars/Olympus' }],
    ['chart', { chart: 999_999 }],
    ['chart', { dashboard: 1 }],
    ['report_format', { report_format: 'DOC' }],
    ['custom_width', { custom_width: 100 }],
    ['recipients.0.type', { recipients: [{ type: 'Pigeon', recipient_config_json: {} }] }],
    ['recipients.0.target', { recipients: [email('nobody')] }],
    ['database', { type: 'Alert', validator_type: 'not null' }],
  ]) {
    const answer = await client.post('/api/v1/report/', { ...good, ...bad });
    assert.equal(answer.status, 400, `${field}: ${answer.text}`);
    assert.equal(answer.json.errors[0].extra.field, field, answer.text);
  }
  const channels = (await client.get('/api/v1/report/channels/')).json.result;
  assert.deepEqual(
    channels.map(({ id, ready }) => [id, ready]),
    [
      ['Email', true],
      ['SlackV2', false],
      ['Webhook', true],
    ],
  );
});

test('a trial says what would be sent', { timeout: 60_000 }, async () => {
  const id = await make({ name: 'Only tried', chart: chart().id, report_format: 'CSV', recipients: [email('trial@example.com')] });
  const trial = (await client.post(`/api/v1/report/${id}/dry_run/`)).json.result;
  assert.equal(trial.state, 'Success');
  assert.match(trial.subject, /^\[Report\] Only tried: /);
  assert.equal(trial.files.length, 1);
  assert.equal(to('trial@example.com').length, 0);
  assert.equal((await client.get(`/api/v1/report/${id}/log/`)).json.count, 0);
  await client.delete(`/api/v1/report/${id}`);
});
