import { api, ApiError } from '../../api/client';
import type { Dashboard, DashboardChart } from '../../api/types';
import { baseOf, savedTree, type Base, type Draft } from './useEditor';

interface Answer {
  readonly id?: number;
  readonly result: Dashboard;
}

/** Somebody else saved in the meantime: what is stored now. */
export class Overtaken extends Error {
  constructor(
    readonly dashboard: Dashboard,
    readonly theirs: Base,
  ) {
    super('Somebody else saved this dashboard');
  }
}

export const readStored = async (id: number): Promise<{ dashboard: Dashboard; base: Base }> => {
  const { result } = await api<Answer>(`/api/v1/dashboard/${id}`);
  const charts = await api<{ result: readonly DashboardChart[] }>(`/api/v1/dashboard/${id}/charts`);
  return { dashboard: result, base: baseOf(result, charts.result) };
};

const body = (draft: Draft, base: Base, version: number | undefined) => ({
  ...(version === undefined ? {} : { version }),
  ...(draft.title === base.title ? {} : { dashboard_title: draft.title }),
  position_json: JSON.stringify(savedTree(draft)),
});

/**
 * Saves the draft over the state it began with. Where somebody else saved meanwhile without touching layout or title, both works
 * stand beside each other; else nothing is saved and {@link Overtaken} tells what is stored.
 */
export async function save(id: number, draft: Draft, base: Base, over = false): Promise<Dashboard> {
  const put = (version: number | undefined) =>
    api<Answer>(`/api/v1/dashboard/${id}`, { method: 'PUT', body: body(draft, base, version) });
  try {
    return (await put(over ? undefined : base.version)).result;
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 409) throw error;
    const { dashboard, base: theirs } = await readStored(id);
    if (theirs.position === base.position && theirs.title === base.title) return (await put(theirs.version)).result;
    throw new Overtaken(dashboard, theirs);
  }
}

export const create = async (draft: Draft): Promise<number> => {
  const { id } = await api<Answer>('/api/v1/dashboard/', {
    body: { dashboard_title: draft.title, position_json: JSON.stringify(savedTree(draft)) },
  });
  return id ?? 0;
};

interface Copied {
  readonly result: { readonly id: number; readonly url: string };
}

export const copy = async (id: number, draft: Draft, title: string, withCharts: boolean): Promise<Copied['result']> =>
  (
    await api<Copied>(`/api/v1/dashboard/${id}/copy/`, {
      body: {
        dashboard_title: title,
        duplicate_slices: withCharts,
        position_json: JSON.stringify(savedTree({ ...draft, title })),
      },
    })
  ).result;
