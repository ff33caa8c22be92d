import { useEffect, useMemo, useRef, useState } from 'react';
import { ErrorFence } from '../app/ErrorFence';
import { ChartHost } from '../chart/ChartHost';
import type { ColorBook } from '../chart/colors';
import { registry } from '../chart/registry';
import { usePlugin } from '../chart/usePlugin';
import type { Area } from '../render/card';
import { bookOf, dataOf, stateOf } from '../render/chart';
import { useFonts as knowFonts } from '../render/measure';
import { stateFragment, type State } from '../render/state';
import { wordsOf } from '../render/words';
import { useBoardTheme } from '../style/boardTheme';
import type { PictureChart, PictureJob } from './job';
import { say } from './job';
import { countRequests, grown, quiet } from './quiet';
import { stageOf } from './stage';
import '../chart/chart.css';
import './picture.css';

/** What the server's browser photographs. It says how high it is, draws, and says when all charts have settled. */
export default function PicturePage({ job }: { job: PictureJob }) {
  const stage = useMemo(() => {
    knowFonts(job.fonts);
    return stageOf(job);
  }, [job]);
  useBoardTheme(JSON.stringify({ [job.mode]: (job.plan ?? job.charts[0])?.tones }));
  const colors = useMemo(() => bookOf(job.charts[0]?.metadata), [job]);
  const [roomy, setRoomy] = useState(false);
  const settled = useRef(new Set<number>());
  const { width, height, fields, places, svg } = stage;

  useEffect(() => {
    countRequests();
    void registry.load().then(() => {
      if (!registry.snapshot().known) say({ failure: 'The server does not tell its own page what is installed' });
    });
    say({ height });
    void grown(height).then(() => setRoomy(true));
  }, [height]);
  const done = useMemo(() => {
    let said = false;
    return () => {
      if (said || settled.current.size < fields.length) return;
      said = true;
      void quiet().then(() => say({ rendered: true, width, height, places }));
    };
  }, [fields, width, height, places]);
  useEffect(() => {
    if (roomy) done();
  }, [roomy, done]);

  return (
    <div className="picture-page" style={{ width, height }}>
      <div className="picture-ground" dangerouslySetInnerHTML={{ __html: svg }} />
      {roomy
        ? fields.map(({ chart, area }) => (
            <div
              key={chart.id}
              className="picture-field"
              style={{ left: area.x, top: area.y, width: area.width, height: area.height }}
            >
              <ErrorFence fallback={() => null}>
                <Field
                  chart={chart}
                  area={area}
                  colors={colors}
                  onSettled={() => {
                    settled.current.add(chart.id);
                    done();
                  }}
                />
              </ErrorFence>
            </div>
          ))
        : null}
    </div>
  );
}

interface FieldProps {
  readonly chart: PictureChart;
  readonly area: Area;
  readonly colors: ColorBook;
  readonly onSettled: () => void;
}

function Field({ chart, area, colors, onSettled }: FieldProps) {
  const plugin = usePlugin(chart.visualization.viz_type);
  const t = useMemo(() => wordsOf(chart.locale), [chart.locale]);
  const results = useMemo(() => dataOf(chart), [chart]);
  const state = useMemo((): State | undefined => {
    const own = stateOf(chart, results, t);
    if (own) return own;
    const { title, plugin: name, version } = chart.visualization;
    if (plugin.state === 'missing')
      return { title: t('plugin.failed', { title }), text: plugin.problem ?? '', failed: true };
    if (plugin.state !== 'failed') return undefined;
    const detail = plugin.error instanceof Error ? plugin.error.message : String(plugin.error);
    return {
      title: t('plugin.failed', { title }),
      text: t('plugin.failedText', { plugin: name, version, detail }),
      failed: true,
    };
  }, [chart, results, plugin, t]);
  const told = useRef(onSettled);
  told.current = onSettled;
  const [settle] = useState(() => () => told.current());
  useEffect(() => {
    if (state) settle();
  }, [state, settle]);

  if (state) return <Said state={state} area={area} mode={chart.mode} />;
  if (plugin.state !== 'ready') return null;
  const annotations = chart.annotations ?? chart.answer?.result[0]?.annotation_data;
  return (
    <ChartHost
      visualization={plugin.visualization}
      loaded={plugin.loaded}
      title={chart.title}
      formData={chart.formData}
      results={results}
      colors={colors}
      onSettled={settle}
      {...(annotations ? { annotations } : {})}
    />
  );
}

function Said({ state, area, mode }: { state: State; area: Area; mode: PictureChart['mode'] }) {
  const inside = useMemo(() => stateFragment(state, area.width, area.height, mode).draw(0, 0), [state, area, mode]);
  return (
    <svg
      width={area.width}
      height={area.height}
      fontFamily="Inter, sans-serif"
      dangerouslySetInnerHTML={{ __html: inside }}
    />
  );
}
