import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { registry } from '../chart/registry';
import type { Visualization } from '../chart/visualization';
import { followPlugins } from './chartData';

const type = (viz_type: string, module: string): Visualization => ({
  viz_type,
  title: viz_type,
  category: 'Ranking',
  plugin: 'a.plugin',
  version: '1.0.0',
  module,
});
const pie = type('pie', '/plugins/basic/pie.js');
const lollipop = type('lollipop', '/plugins/starter/1/lollipop.js');

let client: QueryClient;
let leaving: (() => void)[];
beforeEach(() => {
  client = new QueryClient();
  registry.replaceAll([pie]);
  leaving = [followPlugins(client)];
});
afterEach(() => leaving.forEach((leave) => leave()));

/** A chart in view whose first answer is there; tells whether it is asking anew. */
const asked = async (vizType: string, answer: () => unknown) => {
  const queryKey = ['chart-data', vizType];
  const chart = new QueryObserver(client, { queryKey, meta: { vizType }, retry: false, queryFn: async () => answer() });
  leaving.push(chart.subscribe(() => undefined));
  const asking = () => client.getQueryState(queryKey)?.fetchStatus === 'fetching';
  await vi.waitUntil(() => !asking());
  return asking;
};
const failing = () => {
  throw new Error('no plugin');
};
const answered = (vizType: string) => () => ({ askedFor: registry.moduleOf(vizType) });

test('a chart that failed without its plugin is asked about anew when the plugin comes', async () => {
  const asking = await asked('lollipop', failing);
  registry.add(lollipop);

  expect(asking()).toBe(true);
});

test('so is one that was answered in a general way, while other charts are left alone', async () => {
  const asking = await asked('lollipop', answered('lollipop'));
  const other = await asked('pie', answered('pie'));
  registry.add(lollipop);

  expect([asking(), other()]).toEqual([true, false]);
});

test('an answer that was asked for the very plugin still holds when it comes back, but not for a newer one', async () => {
  registry.add(lollipop);
  const asking = await asked('lollipop', answered('lollipop'));
  registry.remove('lollipop');
  registry.add(lollipop);
  expect(asking()).toBe(false);

  registry.replaceAll([pie, type('lollipop', '/plugins/starter/2/lollipop.js')]);
  expect(asking()).toBe(true);
});

test('a snapshot that says nothing new changes nothing', async () => {
  const asking = await asked('pie', failing);
  registry.replaceAll([{ ...pie }]);

  expect(asking()).toBe(false);
});
