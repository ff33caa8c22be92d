import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { FormValues } from '../api/types';
import { useTitle } from '../app/useTitle';
import { MissingPlugin } from '../chart/MissingPlugin';
import { usePlugin } from '../chart/usePlugin';
import type { Visualization } from '../chart/visualization';
import { EmptyState, FailureState } from '../ui/States';
import { PreviewFacts } from './PreviewFacts';
import { PreviewStage } from './PreviewStage';
import { SampleChart } from './SampleChart';
import { SampleControls } from './SampleControls';
import { useSamples, type Sample } from './samples';
import { ThemeSwitch } from './ThemeSwitch';
import './preview.css';

/** A chart type tried out over the rows it brings itself: nothing is asked of a database. */
export default function PreviewPage() {
  const { t } = useTranslation();
  const { vizType = '' } = useParams();
  const plugin = usePlugin(vizType);
  const visualization = 'visualization' in plugin ? plugin.visualization : undefined;
  const title = visualization?.title ?? vizType;
  useTitle(title);
  return (
    <div className="preview">
      <div className="top">
        <div>
          <div className="crumb">
            <Link to="/plugin/list/">{t('nav.plugins')}</Link>
            {' / '}
            <Link to="/plugin/gallery/">{t('gallery.title')}</Link>
          </div>
          <h1>{title}</h1>
        </div>
        <span className="grow" />
        <ThemeSwitch />
      </div>
      {visualization ? (
        <Samples key={vizType} visualization={visualization} />
      ) : plugin.state === 'missing' ? (
        <div className="preview-missing">
          <MissingPlugin vizType={vizType} last={plugin.last} problem={plugin.problem} action={null} />
        </div>
      ) : (
        <div className="card skeleton tile-skeleton preview-wait" />
      )}
    </div>
  );
}

function Samples({ visualization }: { visualization: Visualization }) {
  const { t } = useTranslation();
  const samples = useSamples(visualization);
  const [chosen, choose] = useState(0);
  const [changes, setChanges] = useState<FormValues>({});
  const change = useCallback((more: FormValues) => setChanges((now) => ({ ...now, ...more })), []);
  const at = samples.data?.[chosen] ? chosen : 0;
  const sample = samples.data?.[at];
  if (samples.isPending) return <div className="card skeleton tile-skeleton preview-wait" />;
  if (samples.isError) return <FailureState error={samples.error} onRetry={() => void samples.refetch()} />;
  return (
    <div className="preview-panes">
      <section className="preview-settings scroll" aria-label={t('preview.settings')}>
        {sample ? (
          <SampleControls
            visualization={visualization}
            sample={sample}
            changes={changes}
            onChange={change}
            onReset={() => setChanges({})}
          />
        ) : null}
      </section>
      <div className="preview-main scroll" tabIndex={-1}>
        <p className="muted lead">{visualization.description}</p>
        {sample ? (
          <PreviewStage visualization={visualization} sample={sample} changes={changes} />
        ) : (
          <div className="card">
            <EmptyState icon="charts" title={t('gallery.noSample')} text={t('preview.noSampleText')} />
          </div>
        )}
        <SampleStrip
          vizType={visualization.viz_type}
          samples={samples.data}
          chosen={at}
          onChoose={(next) => {
            choose(next);
            setChanges({});
          }}
        />
        <PreviewFacts visualization={visualization} />
      </div>
    </div>
  );
}

interface StripProps {
  readonly vizType: string;
  readonly samples: readonly Sample[];
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}

function SampleStrip({ vizType, samples, chosen, onChoose }: StripProps) {
  const { t } = useTranslation();
  if (samples.length < 2) return null;
  return (
    <section aria-label={t('preview.samples')}>
      <h2>{t('preview.samples')}</h2>
      <div className="sample-strip">
        {samples.map((sample, index) => (
          <button
            key={index}
            type="button"
            className={index === chosen ? 'card sample on' : 'card sample'}
            aria-pressed={index === chosen}
            data-testid="sample"
            onClick={() => onChoose(index)}
          >
            <b>{sample.title}</b>
            <span className="sample-chart" aria-hidden="true" inert>
              <SampleChart vizType={vizType} sample={sample} />
            </span>
          </button>
        ))}
      </div>
    </section>
  );
}
