// What a person does on the pages, said once.
import { until } from './server.mjs';

export const cards = (page) => page.getByTestId('chart-card');
export const card = (page, title) => page.locator(`[data-testid="chart-card"][aria-label="${title}"]`);

/** Opens a dashboard and scrolls until each of its charts has drawn or said why not. */
export async function openDashboard(page, address) {
  await page.goto(address);
  await page.getByTestId('dashboard').waitFor();
  await settled(page);
}

export async function settled(page) {
  await until('the cards', async () => (await cards(page).count()) > 0);
  const count = await cards(page).count();
  for (let i = 0; i < count; i++) {
    const one = cards(page).nth(i);
    await one.scrollIntoViewIfNeeded();
    await until(
      `chart ${i} to settle`,
      async () => (await one.getByTestId('chart-loading').count()) === 0 && (await one.locator('[role="img"], [role="group"], table').count()) > 0,
    );
  }
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.waitForLoadState('networkidle');
}

export const failures = (page) => page.locator('[data-testid="error-state"], [data-testid="plugin-failed"], [data-testid="plugin-missing"]');
