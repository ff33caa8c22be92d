import { lazy, Suspense } from 'react';
import type { Visualization } from '../chart/visualization';
import { VizPicture } from '../chart/VizPicture';
import { useSamples } from '../plugins/samples';

const SampleChart = lazy(() =>
  import('../plugins/SampleChart').then(({ SampleChart: component }) => ({ default: component })),
);

/** A type's own first sample, drawn as it would be on a page; its picture while that is on its way, or where it has none. */
export function SamplePreview({ one }: { one: Visualization }) {
  const samples = useSamples(one);
  const sample = samples.data?.[0];
  const picture = (
    <div className="sample picture">
      <VizPicture one={one} vizType={one.viz_type} />
    </div>
  );
  if (!sample) return picture;
  return (
    <Suspense fallback={picture}>
      <div className="sample" data-testid="sample">
        <SampleChart vizType={one.viz_type} sample={sample} />
      </div>
    </Suspense>
  );
}
