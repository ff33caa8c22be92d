// What maps are made of, by itself: node --test, on the bundle's own folder.
import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';

const karavel = path.resolve(import.meta.dirname, '../../../target/classes/karavel');
const load = (file) => import(pathToFileURL(path.join(karavel, file)).href);

const { cellOf, placeOfHash, polyline } = await load('geo/geohash.js');
const { placesOf, linesOf } = await load('geo/spatial.js');
const { flat, globe, fitted, metersPerPixel } = await load('geo/mercator.js');
const { hexagons, raster, spread, squares } = await load('geo/cells.js');
const { bands, lines } = await load('geo/contour.js');
const { outlines } = await load('geo/dissolve.js');
const { statistic } = await load('geo/statistics.js');
const { chosenStyle } = await load('geo/basemap.js');
const { byGeometry, spotOf } = await load('cartodiagram/places.js');
const { layerOf, selectedId } = await load('cartodiagram/charts.js');

const close = (one, other, by = 1e-4) => assert.ok(Math.abs(one - other) < by, `${one} is not ${other}`);
const table = (columns) => ({ columns: Object.keys(columns).map((name) => ({ name, label: name, type: typeof columns[name][0] === 'number' ? 'number' : 'text' })), values: Object.values(columns), length: Object.values(columns)[0].length });

test('a geohash names a place', () => {
  const [lon, lat] = placeOfHash('u4pruydqqvj');
  close(lat, 57.64911);
  close(lon, 10.40744);
  assert.equal(cellOf('not a hash'), undefined);
  assert.equal(placeOfHash(null), undefined);
});

test('an encoded polyline is a line', () => {
  assert.deepEqual(polyline('_p~iF~ps|U_ulLnnqC_mqNvxq`@'), [[-120.2, 38.5], [-120.95, 40.7], [-126.453, 43.252]]);
});

test('places come from two columns, from one, or from a geohash', () => {
  const data = table({ lon: [7, null], lat: [51, 52], both: ['7.5,51.5', 'nowhere'], turned: ['51.5,7.5', ''], hash: ['u1hcy', 'x!'] });
  const at = (spatial) => [0, 1].map(placesOf(data, { spatial }, 'spatial'));
  assert.deepEqual(at({ type: 'latlong', lonCol: 'lon', latCol: 'lat' }), [[7, 51], undefined]);
  assert.deepEqual(at({ type: 'delimited', lonlatCol: 'both', delimiter: ',' }), [[7.5, 51.5], undefined]);
  assert.deepEqual(at({ type: 'delimited', lonlatCol: 'turned', delimiter: ',', reverseCheckbox: true }), [[7.5, 51.5], undefined]);
  assert.equal(at({ type: 'geohash', geohashCol: 'hash' })[1], undefined);
  assert.deepEqual(at({}), [undefined, undefined]);
});

test('lines are read however JSON says them', () => {
  const line = [[0, 0], [1, 1]];
  const column = { name: 'l', label: 'l', type: 'text', values: [JSON.stringify(line), JSON.stringify({ geometry: { coordinates: line } }), JSON.stringify({ type: 'LineString', coordinates: line }), '{broken', null] };
  assert.deepEqual([0, 1, 2, 3, 4].map(linesOf(column, 'json', false)), [line, line, line, [], []]);
  assert.deepEqual(linesOf(column, 'json', true)(0), line);
});

test('the plane of Mercator leads there and back', () => {
  for (const at of [[0, 0], [-122.4, 37.8], [179.9, -84]]) {
    const [lon, lat] = globe(flat(at));
    close(lon, at[0]);
    close(lat, at[1]);
  }
  const { longitude, latitude, zoom } = fitted([5, 47, 15, 55], { width: 600, height: 400 });
  close(longitude, 10);
  assert.ok(latitude > 51 && latitude < 51.6 && zoom > 4 && zoom < 6);
  close(metersPerPixel(0, 0), 78271.5, 1);
});

test('cells hold every row once', () => {
  const points = Array.from({ length: 500 }, (_, row) => ({ at: [(row * 7.3) % 20, 40 + ((row * 3.7) % 10)], weight: 1, row }));
  for (const bins of [squares(points, spread(90_000, 45)), hexagons(points, spread(60_000, 45))]) {
    assert.equal(bins.flatMap(({ rows }) => rows).length, 500);
    assert.equal(new Set(bins.flatMap(({ rows }) => rows)).size, 500);
  }
  const [hexagon] = hexagons(points, spread(60_000, 45));
  const [x, y] = flat(hexagon.center);
  for (const row of hexagon.rows) {
    const [a, b] = flat(points[row].at);
    assert.ok(Math.hypot(a - x, b - y) <= spread(60_000, 45) * 1.0001, 'a point lies within its hexagon');
  }
});

test('a contour closes around its hill', () => {
  const points = Array.from({ length: 900 }, (_, row) => ({ at: [(row % 30) / 10 + 0.05, Math.floor(row / 30) / 10 + 0.05], weight: Math.exp(-(((row % 30) - 15) ** 2 + (Math.floor(row / 30) - 15) ** 2) / 60), row }));
  const grid = raster(points, 0.1 / 360, statistic('mean'));
  const found = lines(grid, 0.5);
  assert.equal(found.length, 1);
  const [first, last] = [found[0][0], found[0].at(-1)];
  close(first[0], last[0], 1e-6);
  close(first[1], last[1], 1e-6);
  assert.ok(bands(grid, 0.5, 2).length > 10);
  assert.equal(lines(grid, 5).length, 0);
});

test('pieces that lie side by side have one outline, and holes stay holes', () => {
  const square = (x, y) => [[x, y], [x + 1, y], [x + 1, y + 1], [x, y + 1]];
  const halves = [[[0, 0], [1, 0], [1, 1]], [[0, 0], [1, 1.04], [0, 1]]];
  assert.deepEqual(outlines(halves), [square(0, 0)]);
  const around = [0, 1, 2].flatMap((x) => [0, 1, 2].filter((y) => x !== 1 || y !== 1).map((y) => square(x, y)));
  const area = (ring) => ring.reduce((sum, [x, y], at) => sum + x * ring[(at + 1) % ring.length][1] - y * ring[(at + 1) % ring.length][0], 0) / 2;
  assert.deepEqual(outlines(around).map(area).sort(), [-1, 9]);
  assert.deepEqual(outlines([square(0, 0), square(0, 0)]).map(area), [1, 1]);
});

test('statistics are those that Superset names', () => {
  const values = [4, 1, 3, 2];
  const all = Object.fromEntries(['sum', 'min', 'max', 'mean', 'median', 'count', 'variance', 'p95', 'unknown'].map((name) => [name, statistic(name)(values)]));
  close(all.variance, 1.66667);
  close(all.p95, 3.85);
  assert.deepEqual([all.sum, all.min, all.max, all.mean, all.median, all.count, all.unknown], [10, 1, 4, 2.5, 2.5, 4, 10]);
});

test('only hosts that the operator allows give a base map', () => {
  const settings = { tiles: ['https://tiles.example.com/{z}/{x}/{y}.png'], hosts: ['tiles.example.com', '*.example.org'] };
  assert.ok(chosenStyle('', settings).style);
  assert.deepEqual(chosenStyle('', {}), {});
  assert.deepEqual(chosenStyle('karavel://offline', settings), {});
  assert.ok(chosenStyle('tile://https://a.example.org/{z}/{x}/{y}.png', settings).style);
  assert.deepEqual(chosenStyle('tile://https://evil.example/{z}/{x}/{y}.png', settings), { refused: true });
  assert.deepEqual(chosenStyle('mapbox://styles/mapbox/light-v9', settings), { refused: true });
  const mapbox = chosenStyle('mapbox://styles/mapbox/light-v9', { hosts: ['api.mapbox.com'], mapboxKey: 'pk.x' });
  assert.match(JSON.stringify(mapbox.style), /styles\/v1\/mapbox\/light-v9\/tiles/);
});

test('charts on a map find their rows and their layers', () => {
  assert.deepEqual(spotOf('{"type":"Point","coordinates":[7,51]}'), [7, 51]);
  assert.deepEqual(spotOf('POINT (7 51)'), [7, 51]);
  assert.deepEqual(spotOf('{"type":"Polygon","coordinates":[[[0,0],[2,0],[2,2],[0,0]]]}'), [1, 1]);
  assert.equal(spotOf('nowhere'), undefined);
  const groups = byGeometry(table({ kind: ['a', 'b', 'a'], place: ['POINT(1 1)', 'POINT(1 1)', 'POINT(2 2)'], n: [1, 2, 3] }), 'place');
  assert.deepEqual([...groups.values()].map(({ data }) => data.values), [[['a', 'b'], [1, 2]], [['a'], [3]]]);
  assert.equal(selectedId({ selected_chart: '{"id": 12, "params": "{}"}' }), 12);
  assert.equal(selectedId({ selected_chart: 7 }), 7);
  assert.equal(selectedId({ selected_chart: 'x' }), undefined);
  assert.match(layerOf({ type: 'WMS', url: 'https://maps.example.com/wms', layersParam: 'roads' }).source.tiles[0], /crs=EPSG:3857&bbox=\{bbox-epsg-3857\}/);
  assert.equal(layerOf({ type: 'XYZ', url: 'javascript:alert(1)' }), undefined);
});
