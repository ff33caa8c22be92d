// A chart answers data through the API, with no browser involved.
import assert from 'node:assert/strict';
import test, { before } from 'node:test';
import { examples, list, signIn } from '../src/client.mjs';
import { shell } from '../src/server.mjs';
import { server } from '../src/shared.mjs';

let client;
let charts;
let flights;
before(async () => {
  client = await signIn(server);
  charts = await examples(client);
  const { json } = await list(client, 'dataset', { page_size: 100 });
  flights = json.result.find((dataset) => /flights/i.test(dataset.table_name));
});

const data = (formData, more = {}) => client.post('/api/v1/chart/data', { form_data: formData, ...more });

test('every example chart answers from its saved form data alone', async () => {
  assert.ok(charts.size >= 12, `${charts.size} charts`);
  for (const chart of charts.values()) {
    const answer = await client.get(`/api/v1/chart/${chart.id}/data/`);
    assert.equal(answer.status, 200, `${chart.slice_name}: ${answer.text.slice(0, 400)}`);
    const [result] = answer.json.result;
    assert.equal(result.status, 'success', chart.slice_name);
    assert.ok(result.rowcount > 0, `${chart.slice_name} has no rows`);
    assert.equal(result.colnames.length, result.coltypes.length);
  }
});

test('three million flights are counted right', async () => {
  const answer = await data({ viz_type: 'big_number_total', datasource: `${flights.id}__table`, metric: { expressionType: 'SQL', sqlExpression: 'COUNT(*)', label: 'n' } });
  assert.equal(answer.status, 200, answer.text);
  assert.equal(answer.json.result[0].data[0].n, 3_000_000);
});

test("Superset's query objects are answered as they are", async () => {
  const answer = await client.post('/api/v1/chart/data', {
    datasource: { id: flights.id, type: 'table' },
    queries: [{ columns: ['origin'], metrics: [{ expressionType: 'SIMPLE', aggregate: 'COUNT', column: { column_name: 'origin' }, label: 'n' }], filters: [{ col: 'origin', op: 'IN', val: ['ORD', 'LAX'] }], orderby: [['n', false]], row_limit: 10 }],
    result_format: 'json',
    result_type: 'full',
  });
  assert.equal(answer.status, 200, answer.text);
  const [result] = answer.json.result;
  assert.deepEqual(result.data.map((row) => row.origin).sort(), ['LAX', 'ORD']);
  assert.deepEqual(result.applied_filters, [{ column: 'origin' }]);
});

test('the second answer comes from the cache and says so; force asks again', async () => {
  const question = { viz_type: 'pie', datasource: `${flights.id}__table`, groupby: ['origin'], metric: { expressionType: 'SQL', sqlExpression: 'COUNT(*)', label: `n ${Date.now()}` }, row_limit: 5 };
  const first = (await data(question)).json.result[0];
  const second = (await data(question)).json.result[0];
  const forced = (await data(question, { force: true })).json.result[0];
  assert.equal(first.is_cached, false);
  assert.equal(second.is_cached, true);
  assert.ok(Date.parse(second.cached_dttm) <= Date.now());
  assert.equal(forced.is_cached, false);
  assert.deepEqual(second.data, first.data);
});

test('typed SQL that is more than an expression is refused', async () => {
  for (const where of ['1=1; DROP TABLE flights', "origin = (SELECT 'x')) OR (1=1", 'origin IN (SELECT username FROM ab_user)', "1=1 UNION SELECT * FROM read_csv('/etc/passwd')", '1=1 --', "(SELECT content FROM read_text('/etc/passwd')) IS NOT NULL"]) {
    const answer = await client.post('/api/v1/chart/data', { datasource: { id: flights.id, type: 'table' }, queries: [{ columns: ['origin'], metrics: ['count'], extras: { where } }] });
    assert.equal(answer.status, 422, `${where}: ${answer.text.slice(0, 200)}`);
    assert.equal(answer.json.errors[0].extra.code, 'STATEMENT_REFUSED');
    assert.doesNotMatch(answer.text, /root:/);
  }
});

test('CSV keeps formulas from running in a spreadsheet', async () => {
  const answer = await client.post('/api/v1/chart/data', {
    datasource: { id: flights.id, type: 'table' },
    queries: [{ columns: [{ expressionType: 'SQL', sqlExpression: "'=1+1'", label: 'formula' }], metrics: [{ expressionType: 'SQL', sqlExpression: 'COUNT(*)', label: 'n' }], row_limit: 1 }],
    result_format: 'csv',
  });
  assert.equal(answer.status, 200, answer.text);
  assert.match(answer.headers.get('content-type'), /text\/csv/);
  assert.doesNotMatch(answer.text, /(^|,|\n)=1\+1/);
});

test('somebody without rights on a dataset learns nothing of it', async () => {
  const name = `gamma${Date.now()}`;
  const made = shell(server, `karavel:user-add --role Gamma --password another-long-pass-phrase ${name}`);
  assert.equal(made.status, 0, made.out + made.problem);
  const gamma = await signIn(server, name, 'another-long-pass-phrase');
  const [chart] = charts.values();
  assert.equal((await gamma.get(`/api/v1/chart/${chart.id}/data/`)).status, 404);
  assert.equal((await gamma.get(`/api/v1/dataset/${flights.id}`)).status, 404);
  const asked = await gamma.post('/api/v1/chart/data', { datasource: { id: flights.id, type: 'table' }, queries: [{ columns: ['origin'], metrics: ['count'] }] });
  assert.equal(asked.status, 404, asked.text);
  assert.equal((await list(gamma, 'chart')).json.count, 0);
  assert.equal((await gamma.post('/api/v1/database/', { database_name: 'x', sqlalchemy_uri: 'duckdb:///x' })).status, 403);
});
