import { api, ApiError } from '../../api/client';
import { fetchTab, newName } from '../api';
import type { LabStart } from '../types';
import {
  asEditor,
  changedFields,
  emptyText,
  mergeTabs,
  moveTab,
  readTab,
  sameText,
  textOf,
  type LabTab,
  type LocalTab,
  type TabText,
} from './model';

export type SaveState = 'saved' | 'saving' | 'offline';

export interface Tabs {
  readonly tabs: readonly LabTab[];
  readonly active: string | undefined;
  readonly saving: SaveState;
}

interface Closed {
  readonly tab: LabTab;
  readonly place: number;
  readonly timer: ReturnType<typeof setTimeout>;
}

const QUIET = 700;
const RETRY = 4000;
const LONGEST_RETRY = 60_000;

/** All tabs of the reader: what the server keeps, with what this browser still holds laid over it. */
export async function loadTabs(start: LabStart, local: readonly LocalTab[], copyLabel: (label: string) => string) {
  const known = start.active_tab;
  const states = await Promise.all(start.tab_state_ids.map(({ id }) => (id === known?.id ? known : fetchTab(id))));
  const theirs = states.map(readTab);
  return { server: theirs, tabs: mergeTabs(theirs, local, copyLabel), active: known ? `t${known.id}` : undefined };
}

/** Tabs live here while the page is open. Each change is kept in the browser at once and on the server a moment later. */
export function createTabStore(storageKey: string) {
  let state: Tabs = { tabs: [], active: undefined, saving: 'saved' };
  /** What the server has, by the page's name of the tab. */
  const saved = new Map<string, TabText>();
  const creating = new Map<string, Promise<void>>();
  const listeners = new Set<() => void>();
  let closed: readonly Closed[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending = false;
  let retry = RETRY;

  const set = (changed: Partial<Tabs>) => {
    state = { ...state, ...changed };
    listeners.forEach((listener) => listener());
  };
  const unsaved = () =>
    state.tabs.filter((tab) => {
      const there = saved.get(tab.key);
      return tab.id === undefined || there === undefined || !sameText(tab, there);
    });
  const keepLocally = () => {
    const copies = unsaved().map((tab): LocalTab => ({
      key: tab.key,
      id: tab.id,
      base: saved.get(tab.key),
      now: textOf(tab),
    }));
    try {
      if (copies.length > 0) localStorage.setItem(storageKey, JSON.stringify(copies));
      else localStorage.removeItem(storageKey);
    } catch {
      // storage closed or full: the server has the rest
    }
  };

  const create = (tab: LabTab): Promise<void> => {
    const running = creating.get(tab.key);
    if (running) return running;
    const made = api<{ id: number }>('/tabstateview/', { method: 'POST', body: { queryEditor: asEditor(tab) } })
      .then(({ id }) => {
        // The order and the like go with the next save.
        saved.set(tab.key, { ...textOf(tab), order: -1, named: true, runs: [], savedQuery: null });
        set({ tabs: state.tabs.map((one) => (one.key === tab.key ? { ...one, id } : one)) });
        if (!state.tabs.some(({ key }) => key === tab.key) && !closed.some((one) => one.tab.key === tab.key))
          void api(`/tabstateview/${id}`, { method: 'DELETE' });
      })
      .finally(() => creating.delete(tab.key));
    creating.set(tab.key, made);
    return made;
  };

  const saveOne = async (tab: LabTab) => {
    if (tab.id === undefined) await create(tab);
    const now = state.tabs.find(({ key }) => key === tab.key);
    if (now?.id === undefined) return;
    const body = changedFields(now, saved.get(now.key));
    if (Object.keys(body).length === 0) return;
    try {
      await api(`/tabstateview/${now.id}`, { method: 'PUT', body });
    } catch (cause) {
      if (cause instanceof ApiError) giveWay(now.key, cause);
      throw cause;
    }
    saved.set(now.key, textOf(now));
  };

  /** The server refused for good: what the tab points at is gone, or the tab was closed on another machine. */
  const giveWay = (key: string, { code, field }: ApiError) => {
    const change = (changed: Partial<LabTab>) =>
      set({ tabs: state.tabs.map((one) => (one.key === key ? { ...one, ...changed } : one)) });
    // Only the server itself knows that: a proxy before it may find nothing while it starts.
    if (code === 'NOT_FOUND') {
      saved.delete(key);
      change({ id: undefined });
    } else if (field === 'saved_query_id') change({ savedQuery: null });
    else if (field === 'database_id') change({ dbId: null, schema: null, catalog: null });
    else if (field === 'latest_query_id') change({ runs: [] });
  };

  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    if (sending) return;
    const due = unsaved();
    if (due.length === 0) return set({ saving: 'saved' });
    sending = true;
    set({ saving: 'saving' });
    const results = await Promise.allSettled(due.map(saveOne));
    sending = false;
    keepLocally();
    const failed = results.some(({ status }) => status === 'rejected');
    set({ saving: failed ? 'offline' : unsaved().length > 0 ? 'saving' : 'saved' });
    if (failed || unsaved().length > 0) timer = setTimeout(() => void flush(), failed ? retry : QUIET);
    retry = failed ? Math.min(LONGEST_RETRY, retry * 2) : RETRY;
  };

  const changed = (next: Partial<Tabs>) => {
    set({ ...next, ...(state.saving === 'offline' ? {} : { saving: 'saving' as const }) });
    keepLocally();
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), QUIET);
  };

  const activate = (key: string) => {
    if (key === state.active) return;
    set({ active: key });
    const id = state.tabs.find((tab) => tab.key === key)?.id;
    if (id !== undefined) void api(`/tabstateview/${id}/activate`, { method: 'POST', body: {} }).catch(() => undefined);
  };

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get: () => state,
    readLocal: (): readonly LocalTab[] => {
      try {
        return (JSON.parse(localStorage.getItem(storageKey) ?? '[]') as readonly LocalTab[]).map((one) => ({
          ...one,
          now: { ...emptyText, ...one.now },
        }));
      } catch {
        return [];
      }
    },
    begin: (server: readonly LabTab[], tabs: readonly LabTab[], active: string | undefined) => {
      saved.clear();
      server.forEach((tab) => saved.set(tab.key, textOf(tab)));
      state = { tabs, active: active ?? tabs[0]?.key, saving: 'saved' };
      if (unsaved().length > 0) timer = setTimeout(() => void flush(), 0);
      listeners.forEach((listener) => listener());
    },
    add: (text: TabText, after?: string): string => {
      const key = `n${newName()}`;
      const place = after === undefined ? state.tabs.length : state.tabs.findIndex((tab) => tab.key === after) + 1;
      const tabs = moveTab([...state.tabs, { ...text, key, id: undefined }], key, place);
      changed({ tabs, active: key });
      return key;
    },
    change: (key: string, text: Partial<TabText>) =>
      changed({ tabs: state.tabs.map((tab) => (tab.key === key ? { ...tab, ...text } : tab)) }),
    move: (key: string, place: number) => changed({ tabs: moveTab(state.tabs, key, place) }),
    activate,
    /** Out of sight at once, off the server when nobody took it back for a while. */
    close: (key: string, patience: number) => {
      const place = state.tabs.findIndex((tab) => tab.key === key);
      const tab = state.tabs[place];
      if (!tab) return;
      const tabs = state.tabs.filter((one) => one.key !== key);
      const forget = () => {
        const gone = closed.find((one) => one.tab.key === key);
        closed = closed.filter((one) => one !== gone);
        saved.delete(key);
        if (gone?.tab.id !== undefined)
          void api(`/tabstateview/${gone.tab.id}`, { method: 'DELETE' }).catch(() => undefined);
      };
      closed = [...closed, { tab, place, timer: setTimeout(forget, patience) }];
      set({ tabs });
      keepLocally();
      if (state.active === key) {
        const next = tabs[Math.min(place, tabs.length - 1)];
        if (next) activate(next.key);
        else set({ active: undefined });
      }
    },
    reopen: (key: string) => {
      const found = closed.find(({ tab }) => tab.key === key);
      if (!found) return;
      clearTimeout(found.timer);
      closed = closed.filter((one) => one !== found);
      set({ tabs: moveTab([...state.tabs, found.tab], key, found.place) });
      activate(key);
    },
    /** The server's name of a tab, which a run needs; made now if there is none yet. */
    idOf: async (key: string): Promise<number | undefined> => {
      const tab = state.tabs.find((one) => one.key === key);
      if (tab && tab.id === undefined) await create(tab).catch(() => undefined);
      return state.tabs.find((one) => one.key === key)?.id;
    },
    flush,
    /** The page goes away: what is not saved goes out with it, what was closed is closed. */
    leave: () => {
      clearTimeout(timer);
      keepLocally();
      void flush();
      for (const { tab, timer: waiting } of closed) {
        clearTimeout(waiting);
        if (tab.id !== undefined)
          void api(`/tabstateview/${tab.id}`, { method: 'DELETE', keepalive: true }).catch(() => undefined);
      }
      closed = [];
    },
  };
}

export type TabStore = ReturnType<typeof createTabStore>;
