// The browser that npm ships, headless, with everything it says on its console kept.
import fs from 'node:fs';
import path from 'node:path';
import { file, install, load } from './install.mjs';
import { password } from './server.mjs';

const pictures = path.resolve(import.meta.dirname, '../target/pictures');

/** Where the browser's program lies. */
export async function program() {
  install();
  return (await load('@sparticuz/chromium')).executablePath();
}

export async function launch() {
  install();
  const { chromium } = await load('playwright-core');
  const binary = await load('@sparticuz/chromium');
  return chromium.launch({
    executablePath: await binary.executablePath(),
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--hide-scrollbars', '--font-render-hinting=none', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'],
  });
}

/** A page of its own session; `problems` collects errors of the console and of scripts. */
export async function open(browser, server, { theme = 'light', width = 1440, height = 900, signedIn = true } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme, baseURL: server.url, locale: 'en-GB', timezoneId: 'UTC', reducedMotion: 'reduce' });
  // two lanes of tests share the machine
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const problems = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  if (signedIn) {
    const response = await context.request.post('/login/', { data: { username: 'admin', password } });
    if (!response.ok()) throw new Error(`Sign-in gave ${response.status()}: ${await response.text()}`);
  }
  return {
    page,
    context,
    problems,
    picture: async (name, { themed = true, ...options } = {}) => {
      const file = path.join(pictures, themed ? `${name}-${theme}.png` : `${name}.png`);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      await page.screenshot({ path: file, ...options });
    },
  };
}

export const axe = async (page) => {
  await page.evaluate(fs.readFileSync(file('axe-core/axe.min.js'), 'utf8'));
  return page.evaluate(async () => {
    const result = await window.axe.run(document, { resultTypes: ['violations'] });
    return result.violations
      .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
      .map((violation) => `${violation.id}: ${violation.help} (${violation.nodes.map((node) => node.target.join(' ')).slice(0, 3).join(', ')})`);
  });
};
