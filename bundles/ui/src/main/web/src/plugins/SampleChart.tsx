import { useCallback, useMemo, useState } from 'react';
import type { FormValues } from '../api/types';
import { ChartHost } from '../chart/ChartHost';
import { ChartSkeleton } from '../chart/ChartSkeleton';
import { createColorBook } from '../chart/colors';
import { PluginFailure } from '../chart/PluginFailure';
import { merged, type OwnState } from '../chart/ownState';
import { usePlugin } from '../chart/usePlugin';
import { useResults, type Sample } from './samples';
import '../chart/chart.css';

interface Props {
  readonly vizType: string;
  readonly sample: Sample;
  /** Settings tried out, over the sample's own. */
  readonly changes?: FormValues | undefined;
}

/** A sample drawn as charts on dashboards are, without asking a server. */
export function SampleChart({ vizType, sample, changes }: Props) {
  const plugin = usePlugin(vizType);
  const results = useResults(sample);
  const colors = useMemo(() => createColorBook(), [sample]);
  const formData = useMemo(() => ({ viz_type: vizType, ...sample.formData, ...changes }), [vizType, sample, changes]);
  const [ownState, setOwnState] = useState<OwnState>({});
  const remember = useCallback((patch: OwnState) => setOwnState((now) => merged(now, patch)), []);
  const visualization = 'visualization' in plugin ? plugin.visualization : undefined;
  return (
    <div className={visualization?.category === 'Table' ? 'plot flush inset' : 'plot'}>
      <div className="plot-field">
        {plugin.state === 'ready' ? (
          <ChartHost
            key={plugin.visualization.module}
            visualization={plugin.visualization}
            loaded={plugin.loaded}
            title={sample.title}
            formData={formData}
            results={results}
            colors={colors}
            ownState={ownState}
            onOwnState={remember}
            {...(sample.annotations ? { annotations: sample.annotations } : {})}
          />
        ) : plugin.state === 'failed' ? (
          <PluginFailure visualization={plugin.visualization} error={plugin.error} action={null} />
        ) : (
          <ChartSkeleton category={visualization?.category} vizType={vizType} />
        )}
      </div>
    </div>
  );
}
