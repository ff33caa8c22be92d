import { api } from '../../api/client';
import type { Dashboard } from '../../api/types';
import { placeChart, type Placed } from './placeChart';

/** One that is there, or one to be made under a new name. */
export type Target =
  { readonly id: number; readonly title: string } | { readonly id: undefined; readonly title: string };

/** Puts a chart on a dashboard; tells the dashboard's id. */
export async function addToDashboard(chart: Placed, target: Target): Promise<number> {
  if (target.id === undefined) {
    const body = { dashboard_title: target.title, position_json: placeChart('{}', chart) };
    return (await api<{ id: number }>('/api/v1/dashboard/', { method: 'POST', body })).id;
  }
  const { result } = await api<{ result: Dashboard }>(`/api/v1/dashboard/${target.id}`);
  const position = placeChart(result.position_json, chart);
  if (position !== result.position_json)
    await api(`/api/v1/dashboard/${target.id}`, { method: 'PUT', body: { position_json: position } });
  return target.id;
}
