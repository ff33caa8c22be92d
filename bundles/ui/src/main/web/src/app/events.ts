import type { QueryClient } from '@tanstack/react-query';
import { followPlugins } from '../api/chartData';
import { registry } from '../chart/registry';
import type { Visualization } from '../chart/visualization';
import { tellTask } from '../api/jobs';
import { tellRun } from '../api/runNews';

const parse = <T>(event: Event): T => JSON.parse((event as MessageEvent<string>).data) as T;

interface Changed {
  readonly id?: number;
}

/** A tab nobody looks at gives its connection back after a while: a browser has few of them per server. */
const HIDDEN_FOR = 60_000;

/** News from the server: plugins that come and go, things others changed. The browser reconnects by itself; each connection starts with a snapshot. */
export function followEvents(client: QueryClient): () => void {
  let source: EventSource | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  let ended = false;

  const connect = () => {
    source = new EventSource('/api/v1/karavel/events');
    source.addEventListener('snapshot', (event) =>
      registry.replaceAll(parse<{ visualizations: readonly Visualization[] }>(event).visualizations),
    );
    source.addEventListener('visualization-added', (event) => registry.add(parse<Visualization>(event)));
    source.addEventListener('visualization-removed', (event) => {
      const { viz_type, plugin, version } = parse<Visualization>(event);
      registry.remove(viz_type, plugin, version);
    });
    for (const kind of ['visualization-added', 'visualization-removed', 'plugin-changed']) {
      source.addEventListener(kind, () => void client.invalidateQueries({ queryKey: ['plugins'] }));
    }
    source.addEventListener('chart-changed', (event) => {
      const { id } = parse<Changed>(event);
      void client.invalidateQueries({ queryKey: ['chart'] });
      void client.invalidateQueries({ predicate: ({ queryKey }) => concernsChart(queryKey, id) });
    });
    source.addEventListener('dashboard-changed', () => void client.invalidateQueries({ queryKey: ['dashboard'] }));
    source.addEventListener('dataset-changed', () => {
      void client.invalidateQueries({ queryKey: ['dataset'] });
      void client.invalidateQueries({ queryKey: ['chart-data'] });
    });
    source.addEventListener('task-changed', (event) => tellTask(parse<{ id: string }>(event).id));
    source.addEventListener('tasks-changed', () => void client.invalidateQueries({ queryKey: ['tasks'] }));
    source.addEventListener('query-changed', (event) => tellRun(parse<{ id: string }>(event).id));
    // A connection refused outright (server restarting behind a proxy) is closed for good by the browser: try again.
    source.addEventListener('error', () => {
      if (ended || source?.readyState !== EventSource.CLOSED) return;
      retry = setTimeout(connect, 3000);
    });
  };

  const close = () => {
    clearTimeout(retry);
    source?.close();
    source = undefined;
  };
  const onVisibility = () => {
    clearTimeout(leaving);
    if (document.hidden) leaving = setTimeout(close, HIDDEN_FOR);
    else if (!source) connect();
  };

  const unfollow = followPlugins(client);
  connect();
  document.addEventListener('visibilitychange', onVisibility);
  return () => {
    ended = true;
    unfollow();
    clearTimeout(leaving);
    document.removeEventListener('visibilitychange', onVisibility);
    close();
  };
}

function concernsChart(queryKey: readonly unknown[], id: number | undefined): boolean {
  const [kind, request] = queryKey;
  if (kind !== 'chart-data') return false;
  const form = (request as { form_data?: { slice_id?: unknown } } | undefined)?.form_data;
  return id === undefined || form?.slice_id === id;
}
