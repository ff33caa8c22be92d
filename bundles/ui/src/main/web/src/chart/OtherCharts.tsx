import type { Data, FormData, OtherChart } from 'karavel-viz';
import { useMemo } from 'react';
import { createRoot } from 'react-dom/client';
import { askChart } from '../api/chartData';
import { api } from '../api/client';
import type { Chart, FormValues } from '../api/types';
import { ChartHost } from './ChartHost';
import { createColorBook } from './colors';
import { toData } from './data';
import { PluginFailure } from './PluginFailure';
import { usePlugin } from './usePlugin';

interface Drawn {
  readonly vizType: string;
  readonly title: string;
  readonly formData: FormValues;
  readonly results: readonly Data[];
}

function Within({ vizType, title, formData, results }: Drawn) {
  const plugin = usePlugin(vizType);
  const colors = useMemo(() => createColorBook(), []);
  if (plugin.state === 'failed')
    return <PluginFailure visualization={plugin.visualization} error={plugin.error} action={null} />;
  if (plugin.state !== 'ready') return null;
  const { visualization, loaded } = plugin;
  return (
    <div className="plot-field">
      <ChartHost
        visualization={visualization}
        loaded={loaded}
        title={title}
        formData={formData}
        results={results}
        colors={colors}
      />
    </div>
  );
}

const settingsOf = ({ params }: Chart): FormValues => {
  const read: unknown = JSON.parse(params ?? '{}');
  return read !== null && typeof read === 'object' ? (read as FormValues) : {};
};

/** A saved chart for a chart that shows others. */
export async function otherChart(id: number): Promise<OtherChart> {
  const { result } = await api<{ result: Chart }>(`/api/v1/chart/${id}`);
  const formData: FormData = { ...settingsOf(result), viz_type: result.viz_type, slice_id: id };
  return {
    id,
    vizType: result.viz_type,
    title: result.slice_name,
    formData,
    ask: async (changes = {}) => {
      const { results } = await askChart({ form_data: { ...formData, ...changes } as FormValues }, result.viz_type);
      return results.map(toData);
    },
    draw: (place, results, changes = {}) => {
      const root = createRoot(place);
      const settings = { ...formData, ...changes } as FormValues;
      root.render(<Within vizType={result.viz_type} title={result.slice_name} formData={settings} results={results} />);
      // Taken down after the drawing that asked for it is through.
      return () => queueMicrotask(() => root.unmount());
    },
  };
}
