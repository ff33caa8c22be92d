import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dataset, FormValues } from '../api/types';
import { isVisible } from '../chart/controls';
import type { Visualization } from '../chart/visualization';
import { Tabs } from '../ui/Tabs';
import { ControlField } from './ControlField';
import { isData } from './sections';
import { TypePicker } from './TypePicker';
import './controls.css';

/** The control that is wrong; `at` tells one complaint from the next about the same control. */
export interface Problem {
  readonly control: string;
  readonly message: string;
  readonly at: number;
}

interface Props {
  readonly dataset: Dataset | undefined;
  readonly visualization: Visualization | undefined;
  readonly form: FormValues;
  readonly pending: boolean;
  readonly running: boolean;
  readonly automatic: boolean;
  readonly problem: Problem | undefined;
  readonly onChange: (changes: FormValues) => void;
  readonly onType: (vizType: string) => void;
  readonly onUpdate: () => void;
  readonly onStop: () => void;
  readonly onAutomatic: (automatic: boolean) => void;
}

export function ControlPanel(props: Props) {
  const { t } = useTranslation();
  const { visualization, form, pending, problem } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [tab, setTab] = useState<'data' | 'looks'>('data');
  const sections = visualization?.controls ?? [];
  const looks = sections.filter((section) => !isData(section));
  const data = sections.filter(isData);
  const shown = tab === 'looks' && looks.length > 0 ? looks : data;
  const several = shown.length > 1;

  // Brings what is wrong into sight, on whichever tab it is.
  useEffect(() => {
    if (!problem) return undefined;
    const isLook = looks.some(({ controls }) => controls.some(({ name }) => name === problem.control));
    setTab(isLook ? 'looks' : 'data');
    const timer = setTimeout(() => {
      const place = scroller.current?.querySelector(`[data-control="${CSS.escape(problem.control)}"]`);
      place?.scrollIntoView({ block: 'center', behavior: 'smooth' });
    }, 50);
    return () => clearTimeout(timer);
  }, [problem?.control, problem?.at]);

  const fields = (
    <>
      {visualization ? null : (
        <p className="muted none">{t('explore.noControls', { vizType: String(form['viz_type'] ?? '') })}</p>
      )}
      {shown.map((section) => (
        <div key={section.section} className="control-section">
          {several ? <div className="pane-head">{section.title ?? section.section}</div> : null}
          {section.controls
            .filter((control) => isVisible(control, form))
            .map((control) => (
              <ControlField
                key={control.name}
                control={control}
                value={form[control.name]}
                dataset={props.dataset}
                form={form}
                problem={problem?.control === control.name ? problem.message : undefined}
                onChange={(value) => props.onChange({ [control.name]: value })}
              />
            ))}
        </div>
      ))}
    </>
  );

  return (
    <section className="pane control-pane" aria-label={t('explore.controls')}>
      <div ref={scroller} className="control-scroll scroll">
        <TypePicker
          value={String(form['viz_type'] ?? '')}
          form={form}
          dataset={props.dataset}
          onChange={props.onType}
        />
        {looks.length > 0 ? (
          <Tabs
            label={t('explore.controls')}
            className="control-tabs"
            items={[
              { key: 'data', title: t('explore.dataTab') },
              { key: 'looks', title: t('explore.customize') },
            ]}
            value={tab}
            onChange={setTab}
            panel={fields}
          />
        ) : (
          fields
        )}
      </div>
      <div className="control-foot">
        {props.running ? (
          <button type="button" className="btn danger" onClick={props.onStop} data-testid="stop-query">
            {t('explore.stop')}
          </button>
        ) : (
          <button
            type="button"
            className={pending ? 'btn primary' : 'btn'}
            onClick={props.onUpdate}
            data-testid="update-chart"
          >
            {t('explore.update')} <span className="hint">Ctrl ↵</span>
          </button>
        )}
        <label className="switch small" title={t('explore.automaticHint')}>
          <input
            type="checkbox"
            role="switch"
            checked={props.automatic}
            onChange={(event) => props.onAutomatic(event.currentTarget.checked)}
            data-testid="auto-update"
          />
          <i aria-hidden="true" />
          {t('explore.automatic')}
        </label>
      </div>
    </section>
  );
}
