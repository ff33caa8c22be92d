import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormValues } from '../api/types';
import { useSize } from '../chart/useSize';
import type { Visualization } from '../chart/visualization';
import { Icon } from '../ui/Icon';
import { SampleChart } from './SampleChart';
import { useResults, type Sample } from './samples';

const DataTable = lazy(() => import('../chart/DataTable').then(({ DataTable: component }) => ({ default: component })));

const sizes = { small: [260, 180], card: [480, 320], wide: [900, 380], tall: [360, 560] } as const;
type SizeName = keyof typeof sizes;

interface Props {
  readonly visualization: Visualization;
  readonly sample: Sample;
  readonly changes: FormValues;
}

/** The chosen sample, at any size: presets, or the handle at its corner. */
export function PreviewStage({ visualization, sample, changes }: Props) {
  const { t } = useTranslation();
  const [asTable, setAsTable] = useState(false);
  const [name, setName] = useState<SizeName | undefined>();
  const [heard, setHeard] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const results = useResults(sample);
  const size = useSize(box);
  const resize = (next: SizeName | undefined) => {
    setName(next);
    // A size drawn with the handle is written here by the browser.
    if (box.current) box.current.style.width = box.current.style.height = '';
  };
  useEffect(() => {
    const place = box.current;
    const hear = (event: Event) => setHeard(JSON.stringify((event as CustomEvent<unknown>).detail));
    place?.addEventListener('karavel-chart', hear);
    return () => place?.removeEventListener('karavel-chart', hear);
  }, []);
  const [width, height] = name ? sizes[name] : [undefined, Math.max(sample.height ?? 0, 420)];

  return (
    <section aria-label={sample.title}>
      <div className="preview-bar">
        <h2>{sample.title}</h2>
        <span className="grow" />
        <div className="switcher" role="group" aria-label={t('preview.size')}>
          {([undefined, 'small', 'card', 'wide', 'tall'] as const).map((one) => (
            <button
              key={one ?? 'full'}
              type="button"
              className="btn small"
              aria-pressed={name === one}
              onClick={() => resize(one)}
            >
              {t(`preview.sizes.${one ?? 'full'}`)}
            </button>
          ))}
        </div>
        <button
          type="button"
          className="btn small"
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
          data-testid="preview-table"
        >
          <Icon name={asTable ? 'charts' : 'table'} size={14} />
          {t(asTable ? 'preview.asChart' : 'chart.asTable')}
        </button>
      </div>
      <div className="preview-floor">
        <div ref={box} className="card preview-box" style={{ width, height }} data-testid="preview-stage">
          {asTable ? (
            <Suspense fallback={null}>
              {results.map((data, index) => (
                <div key={index} className="preview-rows">
                  <DataTable data={data} />
                </div>
              ))}
            </Suspense>
          ) : (
            <SampleChart vizType={visualization.viz_type} sample={sample} changes={changes} />
          )}
        </div>
      </div>
      <p className="muted preview-note">
        {t('preview.measured', { width: size.width, height: size.height })}
        {heard ? (
          <>
            {' · '}
            {t('preview.heard')} <code>{heard}</code>
          </>
        ) : null}
      </p>
    </section>
  );
}
