import { ApiError } from '../../api/client';
import { placeIn, type TextPlace } from '../text/place';
import type { LabQuery, RunState, ToldError } from '../types';

/** One statement on its way to the database and back. */
export interface Run {
  /** The page's name of it, which the server keeps. */
  readonly id: string;
  readonly tab: string;
  readonly state: RunState | 'sending' | 'waiting' | 'stopping';
  readonly sql: string;
  /** Where in the tab's text the statement began; unknown after a reload. */
  readonly offset: number | undefined;
  readonly startedAt: number | undefined;
  readonly endedAt: number | undefined;
  readonly query: LabQuery | undefined;
  readonly error: ApiError | undefined;
}

const ends = new Set(['success', 'failed', 'stopped', 'timed_out', 'scheduled']);

export const isOpen = ({ state }: Run): boolean => !ends.has(state);

/** The failure of a run that ended out of sight, as if the request had failed. */
export function errorOf(query: LabQuery): ApiError | undefined {
  if (query.state !== 'failed' && query.state !== 'timed_out' && query.state !== 'stopped') return undefined;
  const told: ToldError | undefined = query.extra?.errors?.[0];
  const { code, blame, field, line, column } = told?.extra ?? {};
  const fallback =
    query.state === 'timed_out' ? 'WAREHOUSE_TIMEOUT' : query.state === 'stopped' ? 'CANCELLED' : undefined;
  return new ApiError(
    422,
    told?.message ?? query.errorMessage ?? '',
    code ?? fallback ?? 'WAREHOUSE_REFUSED',
    blame ?? 'warehouse',
    field,
    line ? { line, column: column ?? 1 } : undefined,
  );
}

/** A run with what the server tells of it. What was asked to stop shows so until it has ended. */
export function follow(run: Run, query: LabQuery): Run {
  const state =
    run.state === 'stopping' && (query.state === 'pending' || query.state === 'running') ? 'stopping' : query.state;
  const ended = ends.has(query.state);
  return {
    ...run,
    state,
    query,
    startedAt: run.startedAt ?? query.startDttm ?? undefined,
    endedAt: ended ? (run.endedAt ?? query.endDttm ?? undefined) : undefined,
    error: run.error ?? errorOf(query),
  };
}

export const runOf = (query: LabQuery, tab: string): Run =>
  follow(
    {
      id: query.id,
      tab,
      state: query.state,
      sql: query.sql,
      offset: undefined,
      startedAt: query.startDttm ?? undefined,
      endedAt: query.endDttm ?? undefined,
      query,
      error: undefined,
    },
    query,
  );

/** How long a run takes or took, in milliseconds: by the server's clock once it is over. */
export function durationOf(run: Run, now: number): number | undefined {
  const { startDttm, endDttm } = run.query ?? {};
  if (!isOpen(run) && startDttm && endDttm) return Math.max(0, endDttm - startDttm);
  return run.startedAt === undefined ? undefined : Math.max(0, (run.endedAt ?? now) - run.startedAt);
}

/** "38 ms", "4.2 s", "3:07". */
export function durationText(milliseconds: number, locale: string): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000)
    return `${new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(milliseconds / 1000)} s`;
  const seconds = Math.floor(milliseconds / 1000);
  const pad = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return `${hours > 0 ? `${hours}:${pad(minutes)}` : minutes}:${pad(seconds % 60)}`;
}

/** Whether the server kept back rows because of a limit. */
export const isCut = ({ limitingFactor, rows, limit }: LabQuery): boolean =>
  limitingFactor !== 'NOT_LIMITED' && rows !== null && limit !== null && rows >= limit;

/** Where in its statement a run went wrong: as the server tells, else by the database's own words. */
export const failedAt = ({ error, sql }: Run): TextPlace | undefined =>
  error && (error.place ?? placeIn(error.message, sql));
