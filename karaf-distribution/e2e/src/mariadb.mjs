// A real MariaDB of its own, kept by the Java class of plugins/servers.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const classpath = path.resolve(import.meta.dirname, '../target/servers.classpath');

export async function startMariaDb() {
  const child = spawn('java', ['-cp', fs.readFileSync(classpath, 'utf8').trim(), 'dev.karavel.servers.MariaDbForOthers'], { stdio: ['pipe', 'pipe', 'inherit'] });
  process.once('exit', () => child.stdin.destroy());
  let text = '';
  const told = await new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) resolve(JSON.parse(text));
    });
    child.on('exit', (code) => reject(new Error(`MariaDB ended with ${code}: ${text}`)));
  });
  return {
    ...told,
    /** What servers have to be told that share it as their metadata database. */
    env: {
      KARAVEL_METADATA_URL: `jdbc:mysql://127.0.0.1:${told.port}/metadata`,
      KARAVEL_METADATA_USER: told.user,
      KARAVEL_METADATA_PASSWORD: told.password,
      KARAVEL_SECRET_KEY: 'q7Zr2mW9xT4vB1nK8sL5pD3fG6hJ0cY2',
    },
    stop: async () => {
      child.removeAllListeners('exit');
      const gone = new Promise((resolve) => child.on('exit', resolve));
      child.stdin.end();
      await gone;
    },
  };
}
