// Dashboards made for tests, of the charts of the examples.
import { examples } from './client.mjs';

const made = async (answer) => {
  const { status, json, text } = await answer;
  if (status >= 300) throw new Error(`${status}: ${text}`);
  return json;
};

const node = (id, type, children, meta = {}) => [id, { id, type, children, meta, parents: [] }];

/** A layout of rows, each a list of charts' ids; in tabs where there are several lists of rows. */
export function layout(tabs, { height = 40, width } = {}) {
  const entries = [];
  const rows = (all, name) =>
    all.map((ids, at) => {
      const charts = ids.map((id) => {
        entries.push(node(`CHART-${id}`, 'CHART', [], { chartId: id, width: width ?? Math.floor(12 / ids.length), height }));
        return `CHART-${id}`;
      });
      entries.push(node(`ROW-${name}-${at}`, 'ROW', charts, { background: 'BACKGROUND_TRANSPARENT' }));
      return `ROW-${name}-${at}`;
    });
  const single = tabs.length === 1;
  const inside = tabs.map((all, at) => {
    const children = rows(all, at);
    if (!single) entries.push(node(`TAB-${at}`, 'TAB', children, { text: `Part ${at + 1}` }));
    return single ? children : [`TAB-${at}`];
  });
  if (!single) entries.push(node('TABS-1', 'TABS', inside.flat()));
  entries.push(node('GRID_ID', 'GRID', single ? inside.flat() : ['TABS-1']), node('ROOT_ID', 'ROOT', ['GRID_ID']));
  return { DASHBOARD_VERSION_KEY: 'v2', ...Object.fromEntries(entries) };
}

export async function makeBoard(client, title, position, metadata = {}) {
  const body = { dashboard_title: title, published: true, position_json: JSON.stringify(position), json_metadata: JSON.stringify(metadata) };
  return (await made(client.post('/api/v1/dashboard/', body))).id;
}

const columns = ['origin_region', 'destination_region', 'outcome', 'weekday', 'origin_state', 'destination_state', 'origin_city', 'destination_city', 'origin'];
const kinds = [
  ['How flights end', (column) => ({ groupby: [column], row_limit: 8 })],
  ['Outcome by region', (column) => ({ x_axis: column, groupby: [], row_limit: 8 })],
  ['Where flights start', (column) => ({ groupby: [column], row_limit: 12 })],
  ['Busiest origins', (column) => ({ groupby: [column], row_limit: 10 })],
  ['Mean delay by month', (column) => ({ groupby: [column], limit: 3, series_limit: 3 })],
];

/** Forty-five charts of five types, each with a question of its own. @returns their ids, by kind first */
export async function manyCharts(client) {
  const known = await examples(client);
  const ids = [];
  for (const [name, changes] of kinds) {
    const { result } = await made(client.get(`/api/v1/chart/${known.get(name).id}`));
    for (const column of columns) {
      const params = { ...JSON.parse(result.params), ...changes(column) };
      const body = { slice_name: `${name}: ${column}`, viz_type: result.viz_type, datasource_id: result.datasource_id, datasource_type: 'table', params: JSON.stringify(params) };
      ids.push((await made(client.post('/api/v1/chart/', body))).id);
    }
  }
  return ids;
}

/** A dashboard of 45 charts, five in a row; a click in the first reaches the next three alone. */
export async function boardOf45(client) {
  const ids = await manyCharts(client);
  const mixed = ids.map((_, at) => ids[(at % 5) * 9 + Math.floor(at / 5)]);
  const rows = Array.from({ length: 9 }, (_, row) => mixed.slice(row * 5, row * 5 + 5));
  const [first, ...others] = mixed;
  const excluded = others.slice(3);
  const metadata = {
    cross_filters_enabled: true,
    chart_configuration: { [first]: { id: first, crossFilters: { scope: { rootPath: ['ROOT_ID'], excluded: [first, ...excluded] }, chartsInScope: others.slice(0, 3) } } },
  };
  const id = await makeBoard(client, 'Forty-five charts', layout([rows], { width: 2, height: 30 }), metadata);
  /** Other tests look for the examples among all charts. */
  const remove = async () => {
    await client.delete(`/api/v1/dashboard/${id}`);
    for (const chart of mixed) await client.delete(`/api/v1/chart/${chart}`);
  };
  return { id, first, reached: others.slice(0, 3), remove };
}
