// One flat picture per country with a path per state or province: Natural Earth 1:10m. What lies far off stands in a frame of its own below.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { geoAzimuthalEqualArea, geoBounds, geoCentroid, geoConicEqualArea } from 'd3-geo';
import { feature, mergeArcs } from 'topojson-client';
import { topology } from 'topojson-server';
import { bounds, heart, path, polygons, projected, ringArea, simplified, wound } from './flat.mjs';

const require = createRequire(import.meta.url);
const isoCountries = require('i18n-iso-countries');
const SIZE = 1600;
const GAP = 2.5;

// Superset's names where they are not those of the data.
const KEYS = {
  united_states_of_america: 'usa', united_kingdom: 'uk', south_korea: 'korea', czechia: 'czech_republic', north_macedonia: 'macedonia', cabo_verde: 'cape_verde', east_timor: 'timorleste',
  united_republic_of_tanzania: 'tanzania', hong_kong_s_a_r: 'hong_kong', macao_s_a_r: 'macao', ivory_coast: 'ivory_coast', eswatini: 'swaziland', kingdom_of_eswatini: 'swaziland',
};
const slug = (name) => {
  const made = name.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[^a-z0-9]+/g, '_').replace(/^_|_$/g, '');
  return KEYS[made] ?? made;
};

const SPAIN = {
  Andalucía: 'AN', Aragón: 'AR', Asturias: 'AS', Cantabria: 'CB', 'Castilla y León': 'CL', 'Castilla-La Mancha': 'CM', 'Canary Is.': 'CN', Canarias: 'CN', Cataluña: 'CT', Ceuta: 'CE', Extremadura: 'EX', Galicia: 'GA',
  'Islas Baleares': 'IB', 'La Rioja': 'RI', Madrid: 'MD', Melilla: 'ML', Murcia: 'MC', 'Foral de Navarra': 'NC', Navarra: 'NC', 'País Vasco': 'PV', Valenciana: 'VC',
};
// Larger parts that states and provinces are joined to.
const JOINED = {
  france_regions: { of: 'france', by: (p) => (p.region_cod.startsWith('FR-') ? p.region_cod : undefined) },
  italy_regions: { of: 'italy', by: (p) => (p.region_cod.startsWith('IT-') ? p.region_cod : undefined) },
  spain_regions: { of: 'spain', by: (p) => (SPAIN[p.region] ? `ES-${SPAIN[p.region]}` : undefined) },
  belgium_regions: { of: 'belgium', by: (p) => ({ Flemish: 'BE-VLG', Walloon: 'BE-WAL' })[p.region] ?? 'BE-BRU' },
  uk_nations: { of: 'uk', by: (p) => ({ England: 'GB-ENG', Scotland: 'GB-SCT', Wales: 'GB-WLS', 'Northern Ireland': 'GB-NIR' })[p.geonunit] },
};
const JOINED_NAMES = { 'GB-ENG': 'England', 'GB-SCT': 'Scotland', 'GB-WLS': 'Wales', 'GB-NIR': 'Northern Ireland', 'BE-VLG': 'Flanders', 'BE-WAL': 'Wallonia', 'BE-BRU': 'Brussels' };

const distance = ([x, y], [a, b]) => Math.hypot((((x - a + 540) % 360) - 180) * Math.cos((((y + b) / 2) * Math.PI) / 180), y - b);

/** A few points around a region: enough to tell near from far. */
function outline(geometry) {
  const all = polygons(geometry).flatMap(([ring]) => ring);
  const step = Math.max(1, Math.floor(all.length / 100));
  return all.filter((_, index) => index % step === 0);
}
function gap(one, other) {
  let least = Infinity;
  for (const a of one) for (const b of other) if (Math.abs(a[1] - b[1]) < least) least = Math.min(least, distance(a, b));
  return least;
}
const thinned = (points, most) => points.filter((_, index) => index % Math.max(1, Math.floor(points.length / most)) === 0);

/** About, as on the globe. */
const areaOf = (geometry) => polygons(geometry).reduce((sum, [ring]) => sum + ringArea(ring) * Math.cos((ring[0][1] * Math.PI) / 180), 0);

/** Specks far from their region would only make it small. */
function withoutSpecks(geometry) {
  const parts = polygons(geometry);
  const largest = parts.reduce((most, rings) => (ringArea(rings[0]) > ringArea(most[0]) ? rings : most));
  const home = outline({ type: 'Polygon', coordinates: largest });
  const kept = parts.filter((rings) => rings === largest || ringArea(rings[0]) > ringArea(largest[0]) * 0.05 || gap(outline({ type: 'Polygon', coordinates: rings }), home) < GAP);
  return { type: 'MultiPolygon', coordinates: kept };
}

/** Regions that lie together. */
function groups(regions) {
  const left = regions.map((region) => ({ region, points: outline(region.geometry), area: areaOf(region.geometry) }));
  const found = [];
  while (left.length > 0) {
    const group = [left.shift()];
    for (const one of group)
      for (let at = left.length - 1; at >= 0; at--)
        if (gap(one.points, left[at].points) < GAP) group.push(...left.splice(at, 1));
    found.push({ regions: group.map(({ region }) => region), points: group.flatMap(({ points }) => points), area: group.reduce((sum, { area }) => sum + area, 0) });
  }
  return found.sort((one, other) => other.area - one.area);
}

function mainland(regions) {
  const [first, ...others] = groups(regions);
  const total = [first, ...others].reduce((sum, { area }) => sum + area, 0);
  const spread = Math.max(...first.points.map((point) => distance(point, first.points[0])));
  const far = [];
  for (const group of others) {
    if (group.area > total * 0.2 || gap(thinned(group.points, 600), thinned(first.points, 600)) < spread * 0.12) first.regions.push(...group.regions);
    else far.push(group.regions);
  }
  return { main: first.regions, far };
}

const collection = (regions) => ({ type: 'GeometryCollection', geometries: regions.map(({ geometry }) => geometry) });

function projectionFor(regions, box) {
  const all = collection(regions);
  const [[west, south], [east, north]] = geoBounds(all);
  const wide = (east - west + 360) % 360;
  const middle = west + wide / 2;
  const [, lat] = wide > 40 ? [0, (south + north) / 2] : geoCentroid(all);
  const third = (north - south) / 6;
  const made = wide > 40 && Math.abs(lat) > 20 ? geoConicEqualArea().parallels([south + third, north - third]).rotate([-middle, 0]).center([0, lat]) : geoAzimuthalEqualArea().rotate([-middle, -lat]);
  return made.fitExtent(box, all);
}

function flatOf(regions) {
  const projection = projectionFor(regions, [[0, 0], [SIZE, SIZE]]);
  const flat = regions.map((region) => ({ ...region, geometry: projected(region.geometry, projection) })).filter(({ geometry }) => geometry && polygons(geometry).length > 0);
  const [west, north] = bounds(flat.map(({ geometry }) => geometry));
  return flat.map((region) => ({ ...region, geometry: mapped(region.geometry, ([x, y]) => [x - west, y - north]) }));
}
const mapped = (geometry, change) => ({ type: 'MultiPolygon', coordinates: polygons(geometry).map((rings) => rings.map((ring) => ring.map(change))) });

/** Frames stand in a row below, each as far up as the land leaves it room. */
function framed(main, far) {
  const [, , width, height] = bounds(main.map(({ geometry }) => geometry));
  const tall = Math.max(90, Math.min(width, height) * 0.2);
  const all = [...main];
  const frames = [];
  const corners = main.flatMap(({ geometry }) => polygons(geometry).flatMap(([ring]) => ring));
  let left = 0;
  let low = height;
  for (const group of far.slice(0, 8)) {
    const flat = flatOf(group);
    const [, , w, h] = bounds(flat.map(({ geometry }) => geometry));
    const scale = Math.min((tall - 16) / h, (tall * 1.6 - 16) / w);
    const wide = w * scale + 16;
    let top = height + 16;
    const free = (y) => !corners.some(([a, b]) => a > left - 12 && a < left + wide + 12 && b > y - 12 && b < y + tall + 12);
    while (top > height - tall && free(top - 4)) top -= 4;
    frames.push([left, top, wide, tall].map(Math.round));
    all.push(...flat.map((region) => ({ ...region, geometry: mapped(region.geometry, ([x, y]) => [x * scale + left + 8, y * scale + top + 8 + (tall - 16 - h * scale) / 2]) })));
    left += wide + 12;
    low = Math.max(low, top + tall);
  }
  return { all, frames, width: Math.max(width, left - 12), height: low };
}

/** @returns {string} the text of a module, or undefined where there is nothing to draw */
function drawn(regions) {
  const wounded = regions.map((region) => ({ ...region, geometry: wound(withoutSpecks(region.geometry)) }));
  const { main, far } = mainland(wounded);
  const { all, frames, width, height } = framed(flatOf(main), far.map((group) => group));
  const small = simplified(Object.fromEntries(all.map(({ geometry }, index) => [index, geometry])), 3);
  const list = all
    .map(({ code, names, geometry }, index) => {
      const d = path(small[index], 2.5) || path(geometry, 0);
      return [code, ...names, ...heart(polygons(small[index]).length > 0 ? small[index] : geometry), d];
    })
    .filter((region) => region.at(-1) !== '')
    .sort((one, other) => (one[0] < other[0] ? -1 : 1));
  return `export default ${JSON.stringify({ width: Math.round(width), height: Math.round(height), frames, regions: list }).replaceAll('],["', '],\n["')};\n`;
}

function named(p) {
  const known = [p.name, p.name_en, p.name_de, p.name_local, ...p.name_alt.split('|'), p.code_hasc.replace('.', '-'), p.postal].map((one) => one.trim()).filter(Boolean);
  return [p.name_en || p.name, p.name_de || p.name, [...new Set(known)]];
}

function joined(regions, by) {
  const parts = new Map();
  for (const region of regions) {
    const code = by(region.properties);
    if (code) parts.set(code, [...(parts.get(code) ?? []), region]);
  }
  return [...parts].map(([code, members]) => {
    const name = JOINED_NAMES[code] ?? members[0].properties.region;
    return { code, names: [name, name, [name]], geometry: dissolved(members) };
  });
}

/** Cancels borders within. */
function dissolved(members) {
  const topo = topology(Object.fromEntries(members.map(({ geometry }, index) => [index, geometry])), 1e6);
  const { type, arcs } = mergeArcs(topo, Object.values(topo.objects));
  return feature(topo, { type, arcs }).geometry;
}

/** @param {readonly object[]} features of admin1.mjs @param {string} target a folder; writes countries/<key>.js and countries.json */
export function countries(features, target) {
  fs.mkdirSync(`${target}/countries`, { recursive: true });
  const byCountry = new Map();
  for (const one of features) {
    if (polygons(one.geometry).length === 0) continue;
    const key = slug(one.properties.admin);
    byCountry.set(key, [...(byCountry.get(key) ?? []), one]);
  }
  const offered = [];
  const write = (key, title, german, regions) => {
    if (regions.length === 0) return;
    fs.writeFileSync(`${target}/countries/${key}.js`, drawn(regions));
    offered.push({ key, title, german, regions: regions.length });
  };
  for (const [key, list] of byCountry) {
    const { adm0_a3: code, admin } = list[0].properties;
    if (code === 'ATA' || list.length < 2) continue;
    const iso2 = isoCountries.alpha3ToAlpha2(code);
    const german = [require('i18n-iso-countries/langs/de.json').countries[iso2]].flat()[0] ?? admin;
    write(key, admin, german, list.map(({ geometry, properties: p }) => ({ code: p.iso_3166_2.replace(/~$/, ''), names: named(p), geometry })));
    for (const [other, { of, by }] of Object.entries(JOINED)) {
      if (of === key) write(other, `${admin}, ${other.slice(of.length + 1)}`, german, joined(list, by));
    }
  }
  offered.sort((one, other) => (one.title < other.title ? -1 : 1));
  fs.writeFileSync(`${target}/countries.json`, JSON.stringify(offered));
}
