// node build.mjs build <classes folder>   builds the pages into it (static/ and application.html), from the cache if no input changed
// node build.mjs render <classes folder>  builds the script that draws charts in V8, and the fonts, into it
// node build.mjs test                     checks format, types and unit tests, once per state of the inputs
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const web = import.meta.dirname;
const cache = path.join(web, '.build-cache');
const shared = path.join(web, '../../../../spi/src/main/resources/karavel');
const [task, target] = process.argv.slice(2);

const notInputs = new Set(['node_modules', '.build-cache']);
const inputs = (folder) =>
  fs
    .readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !notInputs.has(name))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const file = path.join(folder, entry.name);
      return entry.isDirectory() ? inputs(file) : [file];
    });

function keyOfInputs() {
  const hash = createHash('sha256').update(process.version);
  for (const file of [...inputs(web), ...inputs(shared)])
    hash.update(`\0${path.relative(web, file)}\0`).update(fs.readFileSync(file));
  return hash.digest('hex').slice(0, 24);
}

function run(...command) {
  // On Windows npm is a command file, which only a shell starts.
  const { status } = spawnSync(command[0], command.slice(1), {
    cwd: web,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}

function install() {
  const lock = fs.readFileSync(path.join(web, 'package-lock.json'), 'utf8');
  if (lock.includes('"resolved"')) {
    console.error(
      'package-lock.json names registry hosts: set omit-lockfile-registry-resolved=true and write it again',
    );
    process.exit(1);
  }
  const stamp = path.join(web, 'node_modules', '.installed');
  const wanted = createHash('sha256').update(lock).update(process.version).digest('hex');
  const isThere = () => fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted;
  if (isThere()) return;
  alone(() => {
    if (isThere()) return;
    run('npm', 'ci', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error');
    fs.writeFileSync(stamp, wanted);
  });
}

/** Two modules build from this folder, side by side; only one of them may fill it. A lock older than a long wait is a dead one's. */
function alone(work) {
  const lock = path.join(cache, 'installing');
  fs.mkdirSync(cache, { recursive: true });
  for (let waited = 0; ; waited++) {
    try {
      fs.mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (waited > 1200) fs.rmSync(lock, { recursive: true, force: true });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
    }
  }
  process.once('exit', () => fs.rmSync(lock, { recursive: true, force: true }));
  work();
  fs.rmSync(lock, { recursive: true, force: true });
}

/** Does the work unless it was done for these very inputs; keeps only the newest outcome. */
function once(kind, key, work) {
  const done = path.join(cache, `${kind}-${key}`);
  if (fs.existsSync(done)) return done;
  install();
  work();
  fs.mkdirSync(cache, { recursive: true });
  for (const old of fs.readdirSync(cache))
    if (old.startsWith(`${kind}-`)) fs.rmSync(path.join(cache, old), { recursive: true });
  return done;
}

const key = keyOfInputs();

/** What `npm` builds with these words and an `--outDir`. */
function built(kind, words) {
  // A folder of its own: two builds of one tree may run side by side.
  const fresh = path.join(cache, `work-${kind}-${process.pid}`);
  const done = once(kind, key, () => run('npm', ...words, '--outDir', fresh));
  if (fs.existsSync(fresh)) {
    if (fs.existsSync(done)) fs.rmSync(fresh, { recursive: true });
    else fs.renameSync(fresh, done);
  }
  return done;
}

function copy(from, to) {
  fs.rmSync(to, { recursive: true, force: true });
  fs.cpSync(from, to, { recursive: true });
}

if (task === 'test') {
  const done = once('tested', key, () => {
    run('npm', 'run', '--silent', 'lint');
    run('npm', 'run', '--silent', 'test');
  });
  fs.writeFileSync(done, '');
} else if (task === 'build' && target) {
  const assets = path.join(target, 'static');
  copy(built('built', ['run', '--silent', 'build', '--']), assets);
  fs.renameSync(path.join(assets, 'index.html'), path.join(target, 'application.html'));
} else if (task === 'render' && target) {
  copy(
    built('render', ['exec', '--', 'vite', 'build', '--config', 'vite.render.config.mjs']),
    path.join(target, 'drawing'),
  );
} else {
  console.error('node build.mjs build <classes folder> | render <classes folder> | test');
  process.exit(2);
}
