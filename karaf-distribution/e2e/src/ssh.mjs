// A real SSH server of its own, kept by the Java class of plugins/servers.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const classpath = path.resolve(import.meta.dirname, '../target/servers.classpath');

export async function startSsh() {
  const child = spawn('java', ['-cp', fs.readFileSync(classpath, 'utf8').trim(), 'dev.karavel.servers.SshForOthers'], { stdio: ['pipe', 'pipe', 'ignore'] });
  process.once('exit', () => child.stdin.destroy());
  let text = '';
  const told = await new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) resolve(JSON.parse(text));
    });
    child.on('exit', (code) => reject(new Error(`The SSH server ended with ${code}: ${text}`)));
  });
  return {
    ...told,
    stop: async () => {
      child.removeAllListeners('exit');
      const gone = new Promise((resolve) => child.on('exit', resolve));
      child.stdin.end();
      await gone;
    },
  };
}
