// node build.mjs maps <classes folder>   geometry of the world and of its countries, for viz-maps
// node build.mjs geo <classes folder>    the base map and the map libraries in one piece, for viz-geo
// Each is made once per state of its inputs and kept in .build-cache.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const here = import.meta.dirname;
const cache = path.join(here, '.build-cache');
const lock = fs.readFileSync(path.join(here, 'package-lock.json'), 'utf8');
const [task, classes] = process.argv.slice(2);

const inputs = { maps: ['admin1.mjs', 'flat.mjs', 'world.mjs', 'countries.mjs'], geo: ['admin1.mjs', 'base.mjs', 'library.mjs', 'src'] }[task];
if (!inputs || !classes) {
  console.error('node build.mjs maps|geo <classes folder>');
  process.exit(2);
}

const filesOf = (name) => {
  const file = path.join(here, name);
  return fs.statSync(file).isDirectory() ? fs.readdirSync(file).sort().flatMap((inner) => filesOf(path.join(name, inner))) : [name];
};

function keyOf(names) {
  const hash = createHash('sha256').update(process.version).update(lock);
  for (const name of names.flatMap(filesOf)) hash.update(`\0${name}\0`).update(fs.readFileSync(path.join(here, name)));
  return hash.digest('hex').slice(0, 16);
}

function install() {
  if (lock.includes('"resolved"')) throw new Error('package-lock.json names registry hosts: set omit-lockfile-registry-resolved=true and write it again');
  const stamp = path.join(here, 'node_modules', '.installed');
  const wanted = createHash('sha256').update(lock).update(process.version).digest('hex');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return;
  const command = ['ci', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', command, { cwd: here, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`npm ci ended with ${status}`);
  fs.writeFileSync(stamp, wanted);
}

async function make(target) {
  install();
  const { admin1 } = await import('./admin1.mjs');
  if (task === 'maps') {
    const [{ world }, { countries }] = [await import('./world.mjs'), await import('./countries.mjs')];
    world(target);
    countries(admin1(cache), target);
  } else {
    const [{ base }, { library }] = [await import('./base.mjs'), await import('./library.mjs')];
    base(admin1(cache), target);
    await library(target);
  }
}

const STALE = 15 * 60_000;

/** The bundles may be built at the same time; what they install and fetch is the same. */
async function alone(work) {
  const mark = path.join(cache, 'at-work');
  for (;;) {
    try {
      fs.mkdirSync(mark);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const since = fs.statSync(mark, { throwIfNoEntry: false })?.mtimeMs ?? 0;
      if (since > 0 && Date.now() - since > STALE) fs.rmSync(mark, { recursive: true, force: true });
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  try {
    return await work();
  } finally {
    fs.rmSync(mark, { recursive: true, force: true });
  }
}

async function prepared() {
  const folder = path.join(cache, `${task}-${keyOf(inputs)}`);
  if (fs.existsSync(folder)) return folder;
  fs.mkdirSync(cache, { recursive: true });
  return alone(() => (fs.existsSync(folder) ? folder : made(folder)));
}

async function made(folder) {
  const making = `${folder}.${process.pid}`;
  fs.mkdirSync(making, { recursive: true });
  await make(making);
  for (const old of fs.readdirSync(cache)) if (old.startsWith(`${task}-`) && !old.includes('.')) fs.rmSync(path.join(cache, old), { recursive: true });
  fs.renameSync(making, folder);
  return folder;
}

/** Leaves alone what is the same: a jar is made anew only for what changed. */
function copy(from, to) {
  fs.mkdirSync(to, { recursive: true });
  const wanted = new Set(fs.readdirSync(from));
  for (const name of fs.readdirSync(to)) if (!wanted.has(name)) fs.rmSync(path.join(to, name), { recursive: true });
  for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) copy(source, target);
    else if (!fs.existsSync(target) || !fs.readFileSync(source).equals(fs.readFileSync(target))) fs.copyFileSync(source, target);
  }
}

copy(await prepared(), path.join(classes, 'karavel', task === 'maps' ? 'geometry' : 'vendor'));
