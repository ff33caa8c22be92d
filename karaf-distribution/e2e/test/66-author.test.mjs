// A new author follows plugins/README.md to the letter: from an empty folder to a chart in the running server that redraws on save.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launch, open } from '../src/browser.mjs';
import { root, temporary, until } from '../src/server.mjs';
import { server } from '../src/shared.mjs';

const folder = temporary('author');
const repository = temporary('author-repository');
let browser;
let watch;
before(async () => {
  browser = await launch();
});
after(async () => {
  watch?.kill('SIGTERM');
  await browser?.close();
  fs.rmSync(path.join(server.deploy, 'acme-charts-1.0.0.jar'), { force: true });
  for (const each of [folder, repository]) fs.rmSync(each, { recursive: true, force: true });
});

/** The steps with the blocks of code in each. */
function steps() {
  const guide = fs.readFileSync(path.join(root, 'plugins/README.md'), 'utf8');
  const chapter = guide.split('## From an empty folder to your own chart')[1].split('\n## ')[0];
  return chapter.split(/\n(?=\d+\. )/).slice(1).map((text) => ({
    text,
    code: [...text.matchAll(/ {3}```(\w+)\n([\s\S]*?)\n {3}```/g)].map(([, language, lines]) => ({ language, lines: lines.replaceAll(/^ {3}/gm, '') })),
  }));
}

/** The repository this build reads from serves an empty one as a mirror, so that nothing comes from the network. */
function isolated() {
  const config = path.join(root, '.mvn/maven.config');
  const own = fs.existsSync(config) ? /-Dmaven\.repo\.local=(\S+)/.exec(fs.readFileSync(config, 'utf8'))?.[1] : undefined;
  const source = process.env.KARAVEL_LOCAL_REPOSITORY ?? own ?? path.join(process.env.HOME, '.m2/repository');
  const settings = path.join(folder, '..', `${path.basename(folder)}-settings.xml`);
  fs.writeFileSync(settings, `<settings><localRepository>${repository}</localRepository><mirrors><mirror><id>here</id><mirrorOf>*</mirrorOf><url>${pathToFileURL(source)}</url></mirror></mirrors></settings>`);
  return settings;
}

/** What step 1 installs, from what this build made. */
function installKit() {
  const put = (artifact, pom, jar) => {
    const place = path.join(repository, 'dev/karavel', artifact, '0.1.0-SNAPSHOT');
    fs.mkdirSync(place, { recursive: true });
    fs.copyFileSync(pom, path.join(place, `${artifact}-0.1.0-SNAPSHOT.pom`));
    if (jar) fs.copyFileSync(jar, path.join(place, `${artifact}-0.1.0-SNAPSHOT.jar`));
  };
  put('karavel', path.join(root, 'pom.xml'));
  for (const module of ['bundles/spi', 'bundles/api', 'bundles/viz', 'bundles/sql', 'plugins/contract']) {
    const artifact = `karavel-${path.basename(module)}`;
    put(artifact, path.join(root, module, 'pom.xml'), path.join(root, module, 'target', `${artifact}-0.1.0-SNAPSHOT.jar`));
  }
}

test('ten steps lead from an empty folder to a chart that redraws when its file is saved', { timeout: 600_000 }, async () => {
  const all = steps();
  assert.ok(all.length <= 10, `${all.length} steps`);
  const settings = isolated();
  const env = { ...process.env, KARAVEL: root, KARAVEL_DEPLOY: server.deploy };
  const maven = (line) => line.replace(/^mvn/, `mvn -B -s "${settings}"`);
  const run = (line) => {
    const done = spawnSync('sh', ['-c', maven(line)], { cwd: folder, env, encoding: 'utf8' });
    assert.equal(done.status, 0, `${line}\n${done.stdout}\n${done.stderr}`);
  };
  installKit();
  const began = Date.now();
  for (const { code } of all.slice(1, 5)) {
    for (const { language, lines } of code) {
      if (language === 'xml') fs.writeFileSync(path.join(folder, 'pom.xml'), lines);
      else lines.split('\n').forEach(run);
    }
  }
  const { page, context, problems, picture } = await open(browser, server);
  const address = /`(\/plugin\/preview\/[^`]+)`/.exec(all[5].text)[1];
  await page.goto(address);
  await page.getByTestId('preview-stage').locator('svg, canvas').first().waitFor({ timeout: 60_000 });
  console.log(`from an empty folder to the chart drawn: ${Math.round((Date.now() - began) / 1000)} s`);
  await picture('author');

  const [watching] = all[6].code;
  watch = spawn('sh', ['-c', `exec ${maven(watching.lines)}`], { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  watch.stdout.on('data', (chunk) => (said += chunk));
  await until('the watch', () => / ms\n/.test(said), { timeout: 120_000 });
  await page.getByTestId('preview-stage').locator('svg, canvas').first().waitFor({ timeout: 60_000 });

  const module = path.join(folder, 'src/main/resources/karavel/acme_dots/index.js');
  const text = fs.readFileSync(module, 'utf8');
  const saved = Date.now();
  fs.writeFileSync(module, text.replace(/export const chart = [\s\S]*?=> \{/, (head) => `${head}\n  if (true) return { kind: 'html', html: '<p>saved a moment ago</p>' };`));
  await page.getByTestId('preview-stage').getByText('saved a moment ago').waitFor({ timeout: 60_000 });
  const took = Date.now() - saved;
  console.log(`from saved to redrawn: ${took} ms`);
  fs.writeFileSync(path.join(folder, 'src/main/resources/karavel/acme_dots/visualization.json'), '{ "contract": "1",');
  await until('the complaint', () => /not deployed: .*visualization\.json/.test(said));
  await page.getByTestId('preview-stage').getByText('saved a moment ago').waitFor();
  assert.deepEqual(problems, []);
  await context.close();
});
