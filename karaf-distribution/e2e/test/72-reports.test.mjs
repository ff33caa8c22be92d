// Alerts and reports by the REST interface: made, checked, tried without sending.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { examples, signIn } from '../src/client.mjs';
import { startMail } from '../src/mail.mjs';
import { start } from '../src/server.mjs';

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
const to = (address) => mail.messages().filter(({ headers }) => headers.to?.includes(address));
const chart = () => [...charts.values()].find(({ viz_type: type }) => type.startsWith('echarts_timeseries')) ?? [...charts.values()][0];

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
