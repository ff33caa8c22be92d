// A real PostgreSQL of its own, kept by the Java class of plugins/servers; its log tells every statement it was asked.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const classpath = path.resolve(import.meta.dirname, '../target/servers.classpath');

export async function startPostgres() {
  const child = spawn('java', ['-cp', fs.readFileSync(classpath, 'utf8').trim(), 'dev.karavel.servers.PostgresForOthers', 'log_statement=all'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  process.once('exit', () => child.stdin.destroy());
  let text = '';
  const told = await new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) resolve(JSON.parse(text));
    });
    child.on('exit', (code) => reject(new Error(`PostgreSQL ended with ${code}: ${text}`)));
  });
  const jdbc = (database) => `jdbc:postgresql://127.0.0.1:${told.port}/${database}`;
  return {
    port: told.port,
    jdbc,
    password: 'secret',
    /** What servers have to be told that share it as their metadata database. */
    env: {
      KARAVEL_METADATA_URL: jdbc('metadata'),
      KARAVEL_METADATA_USER: 'postgres',
      KARAVEL_METADATA_PASSWORD: 'secret',
      KARAVEL_SECRET_KEY: 'q7Zr2mW9xT4vB1nK8sL5pD3fG6hJ0cY2',
    },
    log: () => fs.readFileSync(told.log, 'utf8'),
    stop: async () => {
      child.removeAllListeners('exit');
      const gone = new Promise((resolve) => child.on('exit', resolve));
      child.stdin.end();
      await gone;
    },
  };
}
