import { parseTime } from '../../ui/time';
import type { HistoryRow } from '../types';

/** Moments come as milliseconds, as texts of them, or as ISO. */
export function momentOf(moment: number | string | null | undefined): string | undefined {
  if (moment === null || moment === undefined || moment === '') return undefined;
  const number = Number(moment);
  const time = Number.isNaN(number) ? parseTime(String(moment)) : number;
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

export function durationIn({ start_time, end_time }: Pick<HistoryRow, 'start_time' | 'end_time'>): number | undefined {
  const from = momentOf(start_time);
  const to = momentOf(end_time);
  return from && to ? Math.max(0, Date.parse(to) - Date.parse(from)) : undefined;
}
