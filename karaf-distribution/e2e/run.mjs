// Starts one server of the distribution and runs the tests against it, one file after the other. Files that start servers of their
// own run beside it, also one after the other: they wait more than they compute. What measures runs before both, by itself.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { install } from './src/install.mjs';
import { examples, signIn } from './src/client.mjs';
import { start } from './src/server.mjs';

install();
const here = import.meta.dirname;
const only = process.argv.slice(2);
const files = fs
  .readdirSync(path.join(here, 'test'))
  .filter((name) => name.endsWith('.test.mjs') && (only.length === 0 || only.some((part) => name.includes(part))))
  .sort()
  .map((name) => path.join(here, 'test', name));
const shared = files.filter((file) => fs.readFileSync(file, 'utf8').includes('src/shared.mjs'));
const measuring = files.filter((file) => path.basename(file) === '68-first-load.test.mjs');
const alone = files.filter((file) => !shared.includes(file) && !measuring.includes(file));

/** Runs test files one after the other; their words go where `output` says. */
function run(lane, output, env) {
  if (lane.length === 0) return Promise.resolve(0);
  const tests = spawn(process.execPath, ['--test', '--test-concurrency=1', ...lane], { stdio: ['ignore', output, output], env: { ...process.env, ...env } });
  return new Promise((resolve) => tests.on('exit', (code) => resolve(code ?? 1)));
}

async function onTheSharedServer() {
  if (shared.length === 0) return 0;
  const server = await start();
  let status = 1;
  try {
    await examples(await signIn(server));
    const told = { url: server.url, port: server.port, data: server.data, deploy: server.deploy, pid: server.child.pid };
    status = await run(shared, 'inherit', { KARAVEL_E2E: JSON.stringify(told) });
  } finally {
    await server.stop();
    fs.copyFileSync(server.log, path.join(here, 'target/server-console.log'));
    if (status === 0) for (const folder of [server.data, server.deploy]) fs.rmSync(folder, { recursive: true, force: true });
    else console.error(`The server's data were left in ${server.data}`);
  }
  return status;
}

// Two lanes at once would mix their lines, so those of the second come at the end.
const target = path.join(here, 'target');
fs.mkdirSync(target, { recursive: true });
const later = shared.length > 0 ? path.join(target, 'own-servers.log') : undefined;
const began = Date.now();
const ended = (lane) => (status) => {
  console.error(`Tests ${lane}: ended after ${((Date.now() - began) / 60_000).toFixed(1)} minutes`);
  return status;
};
const measured = await run(measuring, 'inherit').then(ended('that measure'));
const statuses = await Promise.all([
  onTheSharedServer().then(ended('on the shared server')),
  run(alone, later ? fs.openSync(later, 'w') : 'inherit').then(ended('with servers of their own')),
]);
if (later) process.stdout.write(fs.readFileSync(later, 'utf8'));
process.exitCode = Math.max(measured, ...statuses);
