// Plugin jars made on the spot with the JDK's own tools.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { root, temporary } from './server.mjs';

const run = (command, ...parameters) => {
  const done = spawnSync(command, parameters, { encoding: 'utf8' });
  assert.equal(done.status, 0, `${done.stdout}${done.stderr}`);
};

const target = path.join(root, 'plugins/viz-starter/target');
export const starter = path.join(target, fs.readdirSync(target).find((name) => /^karavel-viz-starter-.*\.jar$/.test(name) && !/sources|javadoc|tests/.test(name)));

export const descriptor = (changes) => ({
  contract: '1',
  id: 'broken_chart',
  title: 'Broken',
  category: 'Ranking',
  tags: [],
  description: 'Broken on purpose.',
  query: { mode: 'aggregate', columns: ['groupby'], metrics: ['metric'] },
  controls: [{ section: 'Query', controls: ['groupby', 'metric'] }],
  ...changes,
});

const sample = [{ title: 'Two', formData: {}, columns: [{ name: 'a', label: 'A', type: 'text' }, { name: 'b', label: 'B', type: 'number' }], values: [['x', 'y'], [1, 2]] }];

/** A jar of one chart type; `files` lie below its folder and may be texts or what becomes JSON. */
export function pluginJar({ name, version = '1.0.0', type = 'broken_chart', files }) {
  const folder = temporary(name);
  const inside = path.join(folder, 'karavel', type);
  fs.mkdirSync(inside, { recursive: true });
  for (const [file, content] of Object.entries({ 'visualization.json': descriptor({ id: type }), 'gallery.json': sample, ...files }))
    fs.writeFileSync(path.join(inside, file), typeof content === 'string' ? content : JSON.stringify(content));
  const manifest = path.join(folder, 'MANIFEST.MF');
  fs.writeFileSync(manifest, `Manifest-Version: 1.0\nBundle-ManifestVersion: 2\nBundle-SymbolicName: ${name}\nBundle-Version: ${version}\nProvide-Capability: karavel.visualization\n`);
  const made = path.join(folder, `${name}-${version}.jar`);
  run('jar', 'cfm', made, manifest, '-C', folder, 'karavel');
  return made;
}

/** A key of its own: signs jars, and gives its certificate away. */
export function signer() {
  const folder = temporary('key');
  const store = path.join(folder, 'key.p12');
  const common = ['-keystore', store, '-storepass', 'secret-enough', '-storetype', 'PKCS12'];
  run('keytool', '-genkeypair', '-alias', 'me', '-keyalg', 'EC', '-dname', 'CN=Tester', '-validity', '30', ...common);
  return {
    sign: (jar) => {
      const signed = path.join(folder, path.basename(jar));
      run('jarsigner', ...common, '-signedjar', signed, jar, 'me');
      return signed;
    },
    certificateInto: (trusted) => {
      fs.mkdirSync(trusted, { recursive: true });
      run('keytool', '-exportcert', '-rfc', '-alias', 'me', '-file', path.join(trusted, 'me.pem'), ...common);
    },
  };
}

/** Into a watched folder at once and whole. */
export const place = (from, to) => {
  fs.copyFileSync(from, `${to}.part`);
  fs.renameSync(`${to}.part`, to);
};
