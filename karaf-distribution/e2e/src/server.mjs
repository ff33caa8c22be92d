// A server of the real distribution, with a data folder and a deploy folder of its own.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

const here = path.resolve(import.meta.dirname, '..');
export const root = path.resolve(here, '../..');
export const assembly = process.env.KARAVEL_ASSEMBLY ?? path.resolve(here, '../assembly/target/assembly');
export const password = 'a-long-pass-phrase-for-tests';

export const freePort = () =>
  new Promise((resolve, reject) => {
    const socket = net.createServer();
    socket.on('error', reject);
    socket.listen(0, '127.0.0.1', () => {
      const { port } = socket.address();
      socket.close(() => resolve(port));
    });
  });

export const temporary = (name) => fs.mkdtempSync(path.join(os.tmpdir(), `karavel-${name}-`));

/** Waits for a condition that is asked again and again; says what it waited for when the time is over. */
export async function until(what, condition, { timeout = 60_000, every = 50 } = {}) {
  const end = Date.now() + timeout;
  let last;
  for (;;) {
    try {
      last = await condition();
      if (last) return last;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`Waited ${timeout} ms in vain for ${what}; last: ${last}`);
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}

export async function start(options = {}) {
  const port = options.port ?? (await freePort());
  const data = options.data ?? temporary('data');
  const deploy = options.deploy ?? temporary('deploy');
  const url = `http://127.0.0.1:${port}`;
  const log = path.join(data, 'e2e-console.log');
  fs.mkdirSync(data, { recursive: true });
  const out = fs.openSync(log, 'a');
  const began = Date.now();
  const child = spawn(path.join(assembly, 'bin/karavel'), ['run'], {
    stdio: ['ignore', out, out],
    detached: true,
    env: {
      ...process.env,
      KARAVEL_HTTP_PORT: String(port),
      KARAVEL_DATA: data,
      KARAVEL_DEPLOY: deploy,
      KARAVEL_ADMIN_PASSWORD: password,
      KARAVEL_LOAD_EXAMPLES: 'true',
      ...options.env,
    },
  });
  let exit;
  const ended = new Promise((resolve) => child.on('exit', (code, signal) => resolve((exit = { code, signal }))));
  const signal = (name) => {
    try {
      process.kill(-child.pid, name);
    } catch {
      /* already gone */
    }
  };
  const server = {
    url,
    port,
    data,
    deploy,
    log,
    child,
    ended,
    began,
    startedIn: 0,
    console: () => fs.readFileSync(log, 'utf8'),
    kill: async () => {
      signal('SIGKILL');
      await ended;
    },
    stop: async () => {
      signal('SIGINT');
      const timer = setTimeout(() => signal('SIGKILL'), 40_000);
      const result = await ended;
      clearTimeout(timer);
      return result;
    },
  };
  process.once('exit', () => signal('SIGKILL'));
  if (options.wait === false) return server;
  await until(
    'the server to answer',
    async () => {
      if (exit) return true;
      return (await fetch(`${url}/health`)).ok;
    },
    { timeout: 240_000 },
  );
  if (exit) throw new Error(`The server ended with ${exit.code}:\n${server.console().slice(-4000)}`);
  server.startedIn = Date.now() - began;
  return server;
}

/** The process id of the JVM below the start script. */
export function jvm(server) {
  const list = spawnSync('ps', ['-eo', 'pid,pgid,rss,comm'], { encoding: 'utf8' }).stdout.trim().split('\n');
  const rows = list.map((line) => line.trim().split(/\s+/)).filter(([, group, , name]) => Number(group) === server.child.pid && name === 'java');
  rows.sort((a, b) => Number(b[2]) - Number(a[2]));
  return { pid: Number(rows[0][0]), rss: Number(rows[0][2]) * 1024 };
}

const plain = (text) => text.replace(/\u001b\[[0-9;]*m/g, '');
const shellEnv = (server) => ({ ...process.env, KARAVEL_HTTP_PORT: String(server.port), KARAVEL_DATA: server.data });

/** Runs a command in the server's Karaf shell while this process goes on. */
export const shellBeside = (server, command) =>
  new Promise((resolve, reject) => {
    const child = spawn(path.join(assembly, 'bin/karavel'), ['client', command], { stdio: ['ignore', 'pipe', 'pipe'], env: shellEnv(server) });
    let out = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (out += chunk));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, out: plain(out) }));
  });

/** Runs commands in the server's Karaf shell, as an admin does. */
export function shell(server, command, input) {
  const done = spawnSync(path.join(assembly, 'bin/karavel'), ['client', command], {
    encoding: 'utf8',
    input: input ?? '',
    env: shellEnv(server),
  });
  return { status: done.status, out: plain(done.stdout), problem: plain(done.stderr) };
}
