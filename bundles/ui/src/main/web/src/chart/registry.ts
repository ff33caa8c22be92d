import { useSyncExternalStore } from 'react';
import { api } from '../api/client';
import { firstTurn } from './firstTurn';
import { loadModule } from './loadModule';
import { ensureTexts, inLanguage } from './texts';
import type { LoadedModule, Visualization } from './visualization';

export type Loading =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly loaded: LoadedModule }
  | { readonly state: 'failed'; readonly error: unknown };

interface Snapshot {
  /** False until the server told once what is installed: nothing is called missing before that. */
  readonly known: boolean;
  readonly byType: ReadonlyMap<string, Visualization>;
  readonly modules: ReadonlyMap<string, Loading>;
  /** Who once offered a type that is gone, for the placeholder's words. */
  readonly departed: ReadonlyMap<string, Visualization>;
}

const same = (one: Visualization, other: Visualization) => JSON.stringify(one) === JSON.stringify(other);

const usable = (one: Visualization | undefined) => (one?.state === 'refused' ? undefined : one);

/** The visualizations that are installed now, and their modules once a chart asked for them. */
class Registry {
  /** As the server tells them. */
  private offered: ReadonlyMap<string, Visualization> = new Map();
  private now: Snapshot = { known: false, byType: new Map(), modules: new Map(), departed: new Map() };
  private readonly listeners = new Set<() => void>();
  private readonly arrivals = new Set<(types: ReadonlySet<string>) => void>();

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly snapshot = () => this.now;

  /** Hears of types that came, or came back, or came in another version, while the page was open. */
  onArrival(listener: (types: ReadonlySet<string>) => void): () => void {
    this.arrivals.add(listener);
    return () => this.arrivals.delete(listener);
  }

  /** Which code draws a type now; undefined while nothing does. */
  moduleOf = (type: string | undefined): string | undefined =>
    type === undefined ? undefined : usable(this.now.byType.get(type))?.module;

  private change(next: Partial<Snapshot>) {
    const before = this.now;
    this.now = { ...before, ...next };
    this.listeners.forEach((listener) => listener());
    if (!before.known || before.byType === this.now.byType) return;
    const came = [...this.now.byType.values()].filter(
      (one) => usable(one) && usable(before.byType.get(one.viz_type))?.module !== one.module,
    );
    const types = new Set(came.map((one) => one.viz_type));
    if (types.size > 0) this.arrivals.forEach((listener) => listener(types));
  }

  /** What is installed, in the reader's language; what of that has yet to come follows. */
  private offer(offered: ReadonlyMap<string, Visualization>, departed = this.now.departed) {
    const before = this.offered;
    this.offered = offered;
    const told = (anew: boolean) =>
      new Map(
        [...offered].map(([type, one]) => {
          const known = anew || before.get(type) !== one ? undefined : this.now.byType.get(type);
          return [type, known ?? inLanguage(one)];
        }),
      );
    this.change({ known: true, byType: told(false), departed });
    void ensureTexts(offered.values()).then((more) => {
      if (more && this.offered === offered) this.change({ byType: told(true) });
    });
  }

  async load() {
    try {
      const { result } = await api<{ result: readonly Visualization[] }>('/api/v1/karavel/visualizations');
      this.replaceAll(result);
    } catch {
      // the event stream's snapshot brings the same list as soon as the server answers again
    }
  }

  replaceAll(list: readonly Visualization[]) {
    // What is as it was stays the same object: nothing that hangs on it is drawn anew.
    const byType = new Map(
      list.map((one) => {
        const before = this.offered.get(one.viz_type);
        return [one.viz_type, before && same(one, before) ? before : one];
      }),
    );
    const departed = new Map(this.now.departed);
    for (const [type, old] of this.now.byType) if (!byType.has(type)) departed.set(type, old);
    this.offer(byType, departed);
  }

  add(one: Visualization) {
    this.offer(new Map(this.offered).set(one.viz_type, one));
  }

  /** Forgets a type only if it is still the plugin and version that left: a newer one may have taken its place. */
  remove(type: string, plugin?: string, version?: string) {
    const current = this.now.byType.get(type);
    if (!current || (plugin && plugin !== current.plugin) || (version && version !== current.version)) return;
    const offered = new Map(this.offered);
    offered.delete(type);
    this.offer(offered, new Map(this.now.departed).set(type, current));
  }

  /** Starts loading a module once; its URL carries version and content hash, so what is loaded stays right. */
  ensure(one: Visualization): Loading {
    const present = this.now.modules.get(one.module);
    if (present) return present;
    const loading: Loading = { state: 'loading' };
    (this.now.modules as Map<string, Loading>).set(one.module, loading);
    const load = firstTurn.mine().then(() => loadModule(one));
    load.then(
      (loaded) => this.settle(one, { state: 'ready', loaded }),
      (error: unknown) => this.settle(one, { state: 'failed', error }),
    );
    return loading;
  }

  private settle(one: Visualization, result: Loading) {
    this.change({ modules: new Map(this.now.modules).set(one.module, result) });
  }
}

export const registry = new Registry();

export const useRegistry = (): Snapshot => useSyncExternalStore(registry.subscribe, registry.snapshot);

/** A part of it: who hangs on one type is not drawn anew for each of the others. Give back the same object where nothing changed. */
export const useRegistryPart = <T>(choose: (snapshot: Snapshot) => T): T =>
  useSyncExternalStore(registry.subscribe, () => choose(registry.snapshot()));
