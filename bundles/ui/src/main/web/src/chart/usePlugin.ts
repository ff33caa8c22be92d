import { useEffect, useMemo } from 'react';
import { registry, useRegistryPart } from './registry';
import type { LoadedModule, Visualization } from './visualization';

export type PluginState =
  | { readonly state: 'loading'; readonly visualization?: Visualization | undefined }
  | { readonly state: 'missing'; readonly last: Visualization | undefined; readonly problem: string | undefined }
  | { readonly state: 'failed'; readonly visualization: Visualization; readonly error: unknown }
  | { readonly state: 'ready'; readonly visualization: Visualization; readonly loaded: LoadedModule };

/** How it stands with what draws this type; begins loading it as soon as it is near, beside the data and not after them. */
export function usePlugin(vizType: string, near = true): PluginState {
  const known = useRegistryPart((now) => now.known);
  const offered = useRegistryPart(({ byType }) => byType.get(vizType));
  const visualization = offered?.state === 'refused' ? undefined : offered;
  const loading = useRegistryPart(({ modules }) => (visualization ? modules.get(visualization.module) : undefined));
  const last = useRegistryPart(({ departed }) => offered ?? departed.get(vizType));
  useEffect(() => {
    if (visualization && near) registry.ensure(visualization);
  }, [visualization, near]);

  return useMemo((): PluginState => {
    if (!visualization)
      return known ? { state: 'missing', last, problem: offered?.problem ?? undefined } : { state: 'loading' };
    if (!loading || loading.state === 'loading') return { state: 'loading', visualization };
    return { ...loading, visualization };
  }, [visualization, known, last, offered, loading]);
}
