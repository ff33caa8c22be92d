import './shims';
import { setPlatformAPI } from 'echarts/core';
import type { VisualizationModule } from 'karavel-viz';
import { drawChart, neededBy, type Parts, type Wanted } from './chart';
import { planDashboard, type DashboardWanted } from './dashboard';
import { measureText, useFonts, type FontTables } from './measure';

setPlatformAPI({ measureText });

/** What the server calls: text in, text out, so that nothing of its own gets in here. */
export const fonts = (json: string): void => useFonts(JSON.parse(json) as FontTables);
export const needs = (module: VisualizationModule, json: string): string =>
  JSON.stringify(neededBy(module, JSON.parse(json) as Wanted));
export const chart = (module: VisualizationModule | undefined, json: string, parts: Parts = {}): string =>
  JSON.stringify(drawChart(module ?? undefined, JSON.parse(json) as Wanted, parts));
export const dashboard = (json: string): string => JSON.stringify(planDashboard(JSON.parse(json) as DashboardWanted));
