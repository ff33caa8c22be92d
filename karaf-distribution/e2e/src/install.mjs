// Brings the browser and its driver into a cache beside this module. Their versions stand in the one package.json, under "e2eDependencies".
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const here = path.resolve(import.meta.dirname, '..');
const cache = path.join(here, '.build-cache');
const manifest = path.resolve(here, '../../bundles/ui/src/main/web/package.json');

export function install() {
  const wanted = JSON.parse(fs.readFileSync(manifest, 'utf8')).e2eDependencies;
  const stamp = path.join(cache, 'installed.json');
  const text = JSON.stringify(wanted);
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === text) return;
  fs.rmSync(cache, { recursive: true, force: true });
  fs.mkdirSync(cache, { recursive: true });
  fs.writeFileSync(path.join(cache, 'package.json'), '{"private":true}');
  const names = Object.entries(wanted).map(([name, version]) => `${name}@${version}`);
  const npm = spawnSync('npm', ['install', '--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund', ...names], {
    cwd: cache,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) throw new Error('npm could not install the browser for the tests');
  fs.writeFileSync(stamp, text);
}

/** A package from the cache: its default export, which is all of it where it is CommonJS. */
export const load = async (name) => (await import(file(name))).default;

export const file = (name) => createRequire(path.join(cache, 'package.json')).resolve(name);
