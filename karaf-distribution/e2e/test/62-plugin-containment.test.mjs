// What a plugin does wrong in a page stays in its card: loops without end, listeners, timers, promises and observers that throw.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { launch, open } from '../src/browser.mjs';
import { signIn } from '../src/client.mjs';
import { place, pluginJar } from '../src/jars.mjs';
import { until } from '../src/server.mjs';
import { server } from '../src/shared.mjs';

let browser;
let client;
before(async () => {
  browser = await launch();
  client = await signIn(server);
});
after(() => browser?.close());

const option = (formatter) => `export const chart = () => ({ kind: 'echarts', option: { xAxis: { type: 'category', data: ['a'] }, yAxis: { axisLabel: { formatter: ${formatter} } }, series: [{ type: 'bar', data: [1] }] } });`;
const mounted = (body) => `export const mount = (element) => { element.innerHTML = '<button style="position:absolute;inset:0;width:100%;height:100%">b</button>'; const button = element.firstElementChild; ${body}; return { update() {}, resize() {}, dispose() {} }; };`;

const wrongs = {
  'while': 'export const chart = () => { let a = 0; while (true) a++; };',
  'for-of': 'export const chart = () => { function* endless() { for (;;) yield 1; } let n = 0; for (const one of endless()) n += one; };',
  'formatter loop': option('() => { for (;;); }'),
  'formatter throw': option('() => { throw new Error("broken on purpose"); }'),
  'mount loop': 'export const mount = () => { do { } while (1); };',
  'listener': mounted("button.addEventListener('pointermove', () => { throw new Error('broken on purpose'); })"),
  'timer': mounted("setTimeout(() => { throw new Error('broken on purpose'); }, 20)"),
  'timer loop': mounted('setTimeout(() => { for (;;); }, 20)'),
  'promise': mounted("Promise.resolve().then(() => { throw new Error('broken on purpose'); })"),
  'promise loop': mounted("(async () => { while (true) await null; })()"),
  'observer': mounted("new ResizeObserver(() => { throw new Error('broken on purpose'); }).observe(button)"),
};

for (const [what, script] of Object.entries(wrongs)) {
  test(`a ${what} that goes wrong ends in its card, which names the plugin`, async () => {
    const name = `wrong.${what.replaceAll(/\W/g, '')}${Date.now()}`;
    const file = path.join(server.deploy, `${name}.jar`);
    place(pluginJar({ name, files: { 'index.js': script } }), file);
    await until('the plugin', async () => (await client.get('/api/v1/karavel/visualizations')).json.result.some((one) => one.plugin === name));
    const { page, context } = await open(browser, server);
    await page.goto('/plugin/preview/broken_chart/');
    if (what === 'listener') await page.getByTestId('preview-stage').getByRole('button').hover({ timeout: 10_000 });
    const card = page.getByTestId('preview-stage').getByTestId('plugin-failed');
    await card.waitFor();
    assert.match(await card.textContent(), /wrong\./);
    // the page is alive
    await page.getByTestId('preview-table').click();
    await page.getByTestId('data-table').waitFor();
    await context.close();
    fs.rmSync(file);
    await until('the plugin to go', async () => !(await client.get('/api/v1/karavel/visualizations')).json.result.some((one) => one.plugin === name));
  });
}

test('no page lets code be made of text or written into it, and plugins are served under the same rule', async () => {
  const { page, context } = await open(browser, server);
  const [viz] = (await client.get('/api/v1/karavel/visualizations')).json.result;
  const pages = ['/login/', '/welcome/', '/dashboard/list/', '/chart/list/', '/plugin/list/', '/plugin/gallery/', `/plugin/preview/${viz.viz_type}/`, '/tablemodelview/list/', '/databaseview/list/', '/explore/', '/nowhere/', '/swagger/v1', viz.module];
  for (const address of pages) {
    const response = await context.request.get(address, { maxRedirects: 5 });
    const policy = response.headers()['content-security-policy'] ?? '';
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? /default-src ([^;]*)/.exec(policy)?.[1];
    assert.ok(scripts, `${address} has no policy for scripts`);
    assert.doesNotMatch(scripts, /unsafe-eval|unsafe-inline|\*|https?:|data:|blob:/, address);
    assert.doesNotMatch(/style-src ([^;]*)/.exec(policy)?.[1] ?? '', /unsafe-inline/, address);
    assert.match(policy, /default-src 'none'/, address);
  }
  await page.goto('/plugin/gallery/');
  // in a turn of its own: what the test evaluates itself is exempt from the policy
  const tried = await page.evaluate(
    () =>
      new Promise((done) =>
        setTimeout(() => {
          const results = {};
          try {
            results.made = new Function('return 1')();
          } catch (error) {
            results.made = error.name;
          }
          const script = document.createElement('script');
          script.textContent = 'window.inlined = true';
          document.head.append(script);
          results.inlined = window.inlined === true;
          done(results);
        }, 0),
      ),
  );
  assert.deepEqual(tried, { made: 'EvalError', inlined: false });
  await context.close();
});
