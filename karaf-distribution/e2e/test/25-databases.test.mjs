// Databases are connected, changed and taken away, files become tables, and a kind of database comes and goes.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { axe, launch, open } from '../src/browser.mjs';
import { list, signIn } from '../src/client.mjs';
import { startPostgres } from '../src/postgres.mjs';
import { freePort, root, shell, temporary, until } from '../src/server.mjs';
import { server } from '../src/shared.mjs';
import { startSsh } from '../src/ssh.mjs';

const folder = temporary('files');
const name = `Shop ${Date.now()}`;
let browser;
let client;
let postgres;
before(async () => {
  browser = await launch();
  client = await signIn(server);
  postgres = await startPostgres();
});
after(async () => {
  await browser?.close();
  await postgres?.stop();
});

const real = (changes) => ({ engine: 'postgresql', parameters: { host: '127.0.0.1', port: postgres.port, database: 'shop', user: 'postgres', password: 'secret', ...changes } });
const tried = (body) => client.post('/api/v1/database/test_connection/', body);
const databaseNamed = async (wanted) => (await list(client, 'database', { page_size: 100 })).json.result.find((one) => one.database_name === wanted);
const place = (from, to) => {
  fs.copyFileSync(from, `${to}.part`);
  fs.renameSync(`${to}.part`, to);
};

test('a test of a connection tells each fault by its field and by the name Superset has for it', async () => {
  assert.equal((await tried(real({}))).status, 200);
  for (const [changes, type, field] of [
    [{ host: 'no-such-host.invalid' }, 'CONNECTION_INVALID_HOSTNAME_ERROR', 'host'],
    [{ port: await freePort() }, 'CONNECTION_PORT_CLOSED_ERROR', 'port'],
    [{ password: 'wrong' }, 'CONNECTION_ACCESS_DENIED_ERROR', 'password'],
    [{ database: 'nowhere' }, 'CONNECTION_UNKNOWN_DATABASE_ERROR', 'database'],
    [{ parameters: 'sslmode=require' }, 'GENERIC_DB_ENGINE_ERROR', 'parameters'],
  ]) {
    const answer = await tried(real(changes));
    assert.equal(answer.status, 422, `${type}: ${answer.text}`);
    const [error] = answer.json.errors;
    assert.equal(error.error_type, type, answer.text);
    assert.equal(error.extra.field, field, answer.text);
    assert.doesNotMatch(answer.text, /secret|Exception|org\.postgresql/);
  }
});

test('an SSH server that is not there is told from the database behind it', async () => {
  const tunnel = { server_address: '127.0.0.1', server_port: await freePort(), username: 'keeper', password: 'hatch' };
  const answer = await tried({ ...real({}), ssh_tunnel: tunnel });
  assert.equal(answer.status, 422, answer.text);
  assert.equal(answer.json.errors[0].extra.field, 'ssh_tunnel.server_port', answer.text);
});

test('a database behind an SSH server is reached once the key of that server is confirmed', async () => {
  const ssh = await startSsh();
  try {
    const tunnel = { server_address: '127.0.0.1', server_port: ssh.port, username: 'keeper', password: 'hatch' };
    const stranger = await tried({ ...real({}), ssh_tunnel: tunnel });
    assert.equal(stranger.status, 422, stranger.text);
    assert.equal(stranger.json.errors[0].extra.field, 'ssh_tunnel.host_key_fingerprint');
    assert.ok(stranger.json.message.includes(ssh.fingerprint), stranger.text);
    const wrong = await tried({ ...real({}), ssh_tunnel: { ...tunnel, host_key_fingerprint: ssh.fingerprint, password: 'wrong' } });
    assert.equal(wrong.json.errors[0].extra.field, 'ssh_tunnel.password', wrong.text);
    const behind = `Behind ${Date.now()}`;
    const { password: _, ...withoutPassword } = tunnel;
    const made = await client.post('/api/v1/database/', { database_name: behind, ...real({}), ssh_tunnel: { ...withoutPassword, private_key: ssh.privateKey, host_key_fingerprint: ssh.fingerprint } });
    assert.equal(made.status, 201, made.text);
    assert.equal(made.json.result.ssh_tunnel.private_key, 'XXXXXXXXXX');
    assert.doesNotMatch(made.text, /PRIVATE KEY/);
    assert.ok((await client.get(`/api/v1/database/${made.json.id}/schemas/`)).json.result.includes('public'));
    assert.equal((await client.delete(`/api/v1/database/${made.json.id}`)).status, 200);
  } finally {
    await ssh.stop();
  }
});

test('metadata services are out of reach, and only administrators try connections', async () => {
  const blocked = await tried(real({ host: '169.254.169.254' }));
  assert.equal(blocked.status, 400, blocked.text);
  assert.equal(blocked.json.errors[0].extra.field, 'host');
  const person = `tester${Date.now()}`;
  assert.equal(shell(server, `karavel:user-add --role Gamma --password another-long-pass-phrase ${person}`).status, 0);
  const gamma = await signIn(server, person, 'another-long-pass-phrase');
  assert.equal((await gamma.post('/api/v1/database/test_connection/', real({}))).status, 403);
  assert.equal((await gamma.post('/api/v1/database/validate_parameters/', real({}))).status, 403);
});

for (const theme of ['dark', 'light']) {
  test(`the forms to connect a database in ${theme}: shown, accessible, pictured`, async () => {
    const { page, picture, problems, context } = await open(browser, server, { theme });
    await page.goto('/databaseview/list/');
    await page.getByTestId('connect-database').click();
    await page.getByTestId('engines').waitFor();
    await picture('connect-kinds');
    assert.deepEqual(await axe(page), []);
    await page.locator('[data-engine="postgresql"]').click();
    await page.getByTestId('tunneled').check();
    await picture('connect-form');
    assert.deepEqual(await axe(page), []);
    assert.deepEqual(problems, []);
    await context.close();
  });
}

test('a database is connected, its fault told at the field, then corrected', async () => {
  const { page, picture, context } = await open(browser, server);
  await page.goto('/databaseview/list/');
  await page.getByTestId('connect-database').click();
  await page.locator('[data-engine="postgresql"]').click();
  await page.getByLabel('Name people read').fill(name);
  for (const [label, value] of [['Host', '127.0.0.1'], ['Port', String(postgres.port)], ['Database', 'shop'], ['User', 'postgres'], ['Password', 'wrong']]) {
    await page.getByTestId('connection-form').getByLabel(label, { exact: false }).first().fill(value);
  }
  await page.getByTestId('test-connection').click();
  await page.getByTestId('field-problem').waitFor();
  assert.equal(await page.locator('#password').getAttribute('aria-invalid'), 'true');
  await picture('connect-wrong');
  await page.locator('#password').fill('secret');
  await page.getByTestId('test-connection').click();
  await page.getByTestId('connection-works').waitFor();
  await page.getByTestId('takesFiles').check();
  await page.getByTestId('save-connection').click();
  await page.getByText(name, { exact: true }).waitFor();
  const made = await databaseNamed(name);
  assert.equal(made.allow_file_upload, true);
  const shown = await client.get(`/api/v1/database/${made.id}/connection`);
  assert.equal(shown.json.result.parameters.password, 'XXXXXXXXXX');
  await context.close();
});

test('a file becomes a table and a dataset to make charts from', async () => {
  const file = path.join(folder, 'Sales 2024.csv');
  fs.writeFileSync(file, 'id;sold on;price;zip\n1;2024-02-29;2.5;01234\n2;2024-03-01;;98765\n');
  const { page, picture, problems, context } = await open(browser, server);
  await page.goto('/databaseview/list/');
  await page.getByTestId('database-row').filter({ hasText: name }).getByTestId('database-menu').click();
  await page.getByTestId('upload-file').click();
  await page.getByTestId('upload-input').setInputFiles(file);
  const preview = page.getByTestId('upload-preview');
  await preview.waitFor();
  assert.equal(await page.getByLabel('Table', { exact: true }).inputValue(), 'sales_2024');
  assert.deepEqual(await preview.locator('select').evaluateAll((all) => all.map((one) => one.value)), ['integer', 'date', 'decimal', 'text']);
  await picture('upload-preview');
  assert.deepEqual(await axe(page), []);
  await page.getByTestId('upload-now').click();
  await page.getByTestId('uploaded').waitFor();
  await picture('uploaded');
  await page.getByTestId('open-dataset').click();
  await page.waitForURL(/\/explore\/\?datasource_type=table&datasource_id=\d+/);
  await page.getByText('sold on').first().waitFor();
  assert.deepEqual(problems, []);

  // once more: the table is there, and says so at its field
  await page.goto('/databaseview/list/');
  await page.getByTestId('database-row').filter({ hasText: name }).getByTestId('database-menu').click();
  await page.getByTestId('upload-file').click();
  await page.getByTestId('upload-input').setInputFiles(file);
  await preview.waitFor();
  await page.getByTestId('upload-now').click();
  await page.getByTestId('field-problem').waitFor();
  await page.getByLabel('If it exists').selectOption('append');
  await page.getByTestId('upload-now').click();
  await page.getByTestId('uploaded').waitFor();
  await context.close();

  const dataset = (await list(client, 'dataset', { filters: [{ col: 'table_name', opr: 'ct', value: 'sales_2024' }] })).json.result[0];
  const answer = await client.post('/api/v1/chart/data', { datasource: { id: dataset.id, type: 'table' }, queries: [{ columns: ['zip'], metrics: [{ expressionType: 'SIMPLE', aggregate: 'SUM', column: { column_name: 'price' }, label: 'sum' }, 'count'], orderby: [['zip', true]] }] });
  assert.equal(answer.status, 200, answer.text);
  assert.deepEqual(answer.json.result[0].data.map((row) => [row.zip, row.sum, row.count]), [['01234', 5, 2], ['98765', null, 2]]);
});

test('Parquet goes into PostgreSQL too, and a broken file leaves nothing', async () => {
  const made = await databaseNamed(name);
  const send = async (bytes, fields) => {
    const form = new FormData();
    for (const [key, value] of Object.entries(fields)) form.set(key, value);
    form.set('file', new Blob([bytes]), 'x');
    const response = await fetch(`${server.url}/api/v1/database/${made.id}/upload/`, { method: 'POST', headers: { authorization: `Bearer ${client.token}` }, body: form });
    return { status: response.status, json: await response.json() };
  };
  const parquet = await send(fs.readFileSync(path.join(root, 'plugins/examples/target/classes/karavel-assets/data/flights.parquet')), { type: 'columnar', table_name: 'flights_again', rows_to_read: '20000' });
  assert.equal(parquet.status, 201, JSON.stringify(parquet.json));
  assert.equal(parquet.json.result.rows, 20_000);
  const broken = await send('id,name\n1,a\n2,b,c\n', { type: 'csv', table_name: 'broken' });
  assert.equal(broken.status, 400);
  assert.match(broken.json.errors[0].message, /Line 3 has 3 values/);
  const tables = await client.get(`/api/v1/database/${made.id}/tables/?q=(schema_name:public)`);
  assert.deepEqual(tables.json.result.map(({ value }) => value).sort(), ['flights_again', 'sales_2024']);
});

test('a workbook the server wrote is one it reads', async () => {
  const made = await databaseNamed(name);
  const dataset = (await list(client, 'dataset', { filters: [{ col: 'table_name', opr: 'ct', value: 'sales_2024' }] })).json.result[0];
  const written = await fetch(`${server.url}/api/v1/chart/data`, {
    method: 'POST',
    headers: { authorization: `Bearer ${client.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ datasource: { id: dataset.id, type: 'table' }, queries: [{ columns: ['id', 'sold on', 'price', 'zip'], row_limit: 10 }], result_format: 'xlsx' }),
  });
  assert.equal(written.status, 200);
  const form = new FormData();
  for (const [key, value] of Object.entries({ type: 'excel', table_name: 'from_excel' })) form.set(key, value);
  form.set('file', new Blob([await written.arrayBuffer()]), 'x.xlsx');
  const response = await fetch(`${server.url}/api/v1/database/${made.id}/upload/`, { method: 'POST', headers: { authorization: `Bearer ${client.token}` }, body: form });
  const answer = await response.json();
  assert.equal(response.status, 201, JSON.stringify(answer));
  assert.deepEqual(answer.result.columns.map(({ type }) => type), ['integer', 'date', 'decimal', 'text']);
});

test('deleting a database can be taken back for a moment', async () => {
  const spare = `Spare ${Date.now()}`;
  assert.equal((await client.post('/api/v1/database/', { database_name: spare, ...real({}) })).status, 201);
  const { page, context } = await open(browser, server);
  await page.goto('/databaseview/list/');
  const row = page.getByTestId('database-row').filter({ hasText: spare });
  const remove = async () => {
    await row.getByTestId('database-menu').click();
    await page.getByTestId('delete-database').click();
    await row.waitFor({ state: 'detached' });
  };
  await remove();
  await page.getByRole('button', { name: 'Undo' }).click();
  await row.waitFor();
  await remove();
  await until('the database to go', async () => !(await databaseNamed(spare)));
  await context.close();
});

test('a kind of database comes with its jar and goes with it', async () => {
  const target = path.join(root, 'plugins/datasource-starter/target');
  const jar = path.join(target, fs.readdirSync(target).find((each) => /^karavel-datasource-starter-.*\.jar$/.test(each) && !/sources|javadoc|tests/.test(each)));
  const deployed = path.join(server.deploy, 'datasource-starter.jar');
  const kind = async () => (await client.get('/api/v1/database/available/')).json.databases.find(({ engine }) => engine === 'starter_h2');
  const threads = (await client.get('/api/v1/karavel/status')).json.threads;
  for (let round = 0; round < 3; round++) {
    place(jar, deployed);
    await until('the kind', kind);
    const missing = await tried({ engine: 'starter_h2', parameters: { database: 'nothing' } });
    assert.equal(missing.json.errors[0].error_type, 'CONNECTION_UNKNOWN_DATABASE_ERROR', missing.text);
    fs.rmSync(deployed);
    await until('the kind to go', async () => !(await kind()));
  }
  const gone = await tried({ engine: 'starter_h2', parameters: { database: 'nothing' } });
  assert.equal(gone.status, 400, gone.text);
  assert.ok((await client.get('/api/v1/karavel/status')).json.threads <= threads + 5);
});
