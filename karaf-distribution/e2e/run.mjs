// Starts one server of the distribution and runs the tests against it, one file after the other.
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
const server = await start();
let status = 1;
try {
  await examples(await signIn(server));
  const tests = spawn(process.execPath, ['--test', '--test-concurrency=1', ...files], {
    stdio: 'inherit',
    env: { ...process.env, KARAVEL_E2E: JSON.stringify({ url: server.url, port: server.port, data: server.data, deploy: server.deploy, pid: server.child.pid }) },
  });
  status = await new Promise((resolve) => tests.on('exit', (code) => resolve(code ?? 1)));
} finally {
  await server.stop();
  fs.mkdirSync(path.join(here, 'target'), { recursive: true });
  fs.copyFileSync(server.log, path.join(here, 'target/server-console.log'));
  if (status === 0) for (const folder of [server.data, server.deploy]) fs.rmSync(folder, { recursive: true, force: true });
  else console.error(`The server's data were left in ${server.data}`);
}
process.exit(status);
