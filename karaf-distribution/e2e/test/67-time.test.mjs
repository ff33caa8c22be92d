// Charts along time, from their settings to what the server works out.
import assert from 'node:assert/strict';
import test, { before } from 'node:test';
import { examples, list, signIn } from '../src/client.mjs';
import { server } from '../src/shared.mjs';

let client;
let dataset;
before(async () => {
  client = await signIn(server);
  await examples(client);
  dataset = (await list(client, 'dataset', { page_size: 100 })).json.result.find((one) => one.table_name === 'stocks').id;
});

const LINE = { viz_type: 'echarts_timeseries_line', x_axis: 'date', time_grain_sqla: 'P1M', metrics: ['mean_price'], groupby: ['company'], adhoc_filters: [] };

async function ask(form) {
  const answer = await client.post('/api/v1/chart/data', { form_data: { datasource: `${dataset}__table`, ...form } });
  return { status: answer.status, text: answer.text, results: answer.json?.result ?? [] };
}

async function columns(form) {
  const { status, text, results } = await ask(form);
  assert.equal(status, 200, text);
  return results.map((result) => ({ names: result.colnames, rows: result.data }));
}

test('a forecast goes on after every series, within its band', async () => {
  const [plain] = await columns(LINE);
  const [told] = await columns({ ...LINE, forecastEnabled: true, forecastPeriods: 6 });
  assert.deepEqual(told.names, ['date', 'company', 'mean_price__yhat', 'mean_price__yhat_lower', 'mean_price__yhat_upper', 'mean_price']);
  const companies = new Set(plain.rows.map((row) => row.company));
  const end = Math.max(...plain.rows.map((row) => row.date));
  const future = told.rows.filter((row) => row.date > end);
  assert.equal(future.length, 6 * companies.size);
  for (const row of future.filter((one) => one.mean_price__yhat !== null)) {
    assert.equal(row.mean_price, null);
    assert.ok(row.mean_price__yhat_lower <= row.mean_price__yhat && row.mean_price__yhat <= row.mean_price__yhat_upper);
  }
});

test('windows, other times and other points are worked out series by series', async () => {
  const [plain] = await columns(LINE);
  const [summed] = await columns({ ...LINE, rolling_type: 'cumsum' });
  const of = (table, company) => table.rows.filter((row) => row.company === company).map((row) => row.mean_price);
  const company = plain.rows[0].company;
  const [first, second] = of(plain, company);
  assert.ok(Math.abs(of(summed, company)[1] - first - second) < 1e-6);
  const [changed] = await columns({ ...LINE, time_compare: ['1 year ago'], comparison_type: 'percentage' });
  assert.deepEqual(changed.names, ['date', 'company', 'percentage__mean_price__mean_price__1 year ago']);
  const [daily] = await columns({ ...LINE, resample_rule: '1D', resample_method: 'linear' });
  assert.ok(daily.rows.length > plain.rows.length * 20);
});

test('a setting that is wrong is named', async () => {
  const { status, text } = await ask({ ...LINE, forecastEnabled: true, forecastInterval: 2 });
  assert.equal(status, 400);
  assert.match(text, /forecastInterval: a share between 0 and 1 is needed/);
  assert.match((await ask({ viz_type: 'mixed_timeseries', x_axis: 'date', metrics: ['mean_price'] })).text, /metrics_b: choose at least one metric/);
});

test('a chart of two questions gets two answers', async () => {
  const [a, b] = await columns({ viz_type: 'mixed_timeseries', x_axis: 'date', time_grain_sqla: 'P1Y', metrics: ['mean_price'], groupby: ['company'], metrics_b: ['highest_price'], adhoc_filters: [] });
  assert.deepEqual(a.names, ['date', 'company', 'mean_price']);
  assert.deepEqual(b.names, ['date', 'highest_price']);
  assert.equal((await columns({ viz_type: 'big_number', x_axis: 'date', metric: 'mean_price', aggregation: 'raw' })).length, 2);
  assert.equal((await columns({ viz_type: 'big_number', x_axis: 'date', metric: 'mean_price' })).length, 1);
});

test('a number is set beside that of the time before', async () => {
  const range = { clause: 'WHERE', expressionType: 'SIMPLE', subject: 'date', operator: 'TEMPORAL_RANGE', comparator: '2009-01-01 : 2010-01-01' };
  const kpi = { viz_type: 'pop_kpi', metric: 'mean_price', adhoc_filters: [range] };
  const [inherited] = await columns({ ...kpi, time_compare: 'inherit' });
  assert.deepEqual(inherited.names, ['mean_price', 'mean_price__inherit']);
  const [own] = await columns({ ...kpi, time_compare: 'custom', start_date_offset: '2008-01-02' });
  assert.ok(Math.abs(own.rows[0]['mean_price__2008-01-02'] - inherited.rows[0].mean_price__inherit) < 5);
  assert.notEqual(inherited.rows[0].mean_price, inherited.rows[0].mean_price__inherit);
});

test('time divides a partition, or is worked into its parts, as its option says', async () => {
  const form = { viz_type: 'partition', groupby: ['company'], metrics: ['mean_price'], granularity_sqla: 'date', time_grain_sqla: 'P1Y', rolling_type: 'cumsum', time_compare: ['1 year ago'] };
  const [together] = await columns(form);
  assert.deepEqual(together.names, ['company', 'mean_price']);
  const [apart] = await columns({ ...form, time_series_option: 'point_diff' });
  assert.deepEqual(apart.names, ['date', 'company', 'mean_price']);
  assert.deepEqual((await columns({ ...form, time_series_option: 'time_series' }))[0].rows, apart.rows);
  const [rolled] = await columns({ ...form, time_series_option: 'adv_anal' });
  assert.deepEqual(rolled.names, apart.names);
  const last = (rows) => rows.filter((row) => row.company === apart.rows[0].company).at(-1).mean_price;
  assert.ok(last(rolled.rows) > last(apart.rows));
});

test('cells of a calendar are asked by their own size', async () => {
  const [months] = await columns({ viz_type: 'cal_heatmap', x_axis: 'date', metrics: ['mean_price'], domain_granularity: 'year', subdomain_granularity: 'month' });
  assert.ok(months.rows.every((row) => new Date(row.date).getUTCDate() === 1));
});
