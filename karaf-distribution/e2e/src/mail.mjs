// A real mail server of its own, kept by the Java class of plugins/servers, and a reader of what it received.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const classpath = path.resolve(import.meta.dirname, '../target/servers.classpath');

export async function startMail() {
  const child = spawn('java', ['-cp', fs.readFileSync(classpath, 'utf8').trim(), 'dev.karavel.servers.MailForOthers'], { stdio: ['pipe', 'pipe', 'ignore'] });
  process.once('exit', () => child.stdin.destroy());
  let text = '';
  const told = await new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) resolve(JSON.parse(text));
    });
    child.on('exit', (code) => reject(new Error(`The mail server ended with ${code}: ${text}`)));
  });
  return {
    port: told.port,
    messages: () =>
      fs
        .readdirSync(told.folder)
        .filter((name) => name.endsWith('.eml'))
        .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
        .map((name) => read(fs.readFileSync(path.join(told.folder, name), 'latin1'))),
    stop: async () => {
      child.removeAllListeners('exit');
      const gone = new Promise((resolve) => child.on('exit', resolve));
      child.stdin.end();
      await gone;
      fs.rmSync(told.folder, { recursive: true, force: true });
    },
  };
}

/** A message as a tree: its headers in lower case, its parts or its bytes. */
export function read(raw) {
  const text = raw.replaceAll('\r\n', '\n');
  const gap = text.indexOf('\n\n');
  const headers = {};
  for (const line of text.slice(0, gap).replace(/\n[ \t]+/g, ' ').split('\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
  }
  const body = text.slice(gap + 2);
  const boundary = /boundary="?([^";]+)"?/.exec(headers['content-type'] ?? '')?.[1];
  if (boundary && (headers['content-type'] ?? '').startsWith('multipart/')) {
    const parts = body
      .split(new RegExp(`(?:^|\n)--${boundary.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:--)?[ \t]*(?:\n|$)`))
      .slice(1)
      .filter((part) => part.trim());
    return { headers, parts: parts.map(read) };
  }
  const bytes = headers['content-transfer-encoding'] === 'base64' ? Buffer.from(body, 'base64') : Buffer.from(body, 'latin1');
  return { headers, bytes, text: bytes.toString('utf8') };
}

/** All leaves of a message. */
export const leaves = (part) => (part.parts ? part.parts.flatMap(leaves) : [part]);
