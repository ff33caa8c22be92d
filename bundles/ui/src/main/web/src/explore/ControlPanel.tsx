import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dataset, FormValues } from '../api/types';
import type { Section, Visualization } from '../chart/visualization';
import { Tabs } from '../ui/Tabs';
import { ControlField } from './ControlField';
import { isVisible } from '../chart/controls';

import { TypePicker } from './TypePicker';
import './controls.css';

interface Props {
  readonly dataset: Dataset | undefined;
  readonly visualization: Visualization | undefined;
  readonly form: FormValues;
  readonly pending: boolean;
  readonly onChange: (changes: FormValues) => void;
  readonly onType: (vizType: string) => void;
  readonly onUpdate: () => void;
}

/** What decides which data comes; all else decides how it looks. */
const isData = ({ section }: Section) => /quer|data|time|analytic|filter|annotation/i.test(section);

export function ControlPanel(props: Props) {
  const { t } = useTranslation();
  const { visualization, form, pending } = props;
  const [tab, setTab] = useState<'data' | 'looks'>('data');
  const sections = visualization?.controls ?? [];
  const looks = sections.filter((section) => !isData(section));
  const data = sections.filter(isData);
  const shown = tab === 'looks' && looks.length > 0 ? looks : data;
  const several = shown.length > 1;

  const fields = (
    <>
      {visualization ? null : (
        <p className="muted none">{t('explore.noControls', { vizType: String(form['viz_type'] ?? '') })}</p>
      )}
      {shown.map((section) => (
        <div key={section.section} className="control-section">
          {several ? (
            <div className="pane-head">{t(`section.${section.section}`, { defaultValue: section.section })}</div>
          ) : null}
          {section.controls
            .filter((control) => isVisible(control, form))
            .map((control) => (
              <ControlField
                key={control.name}
                control={control}
                value={form[control.name]}
                dataset={props.dataset}
                onChange={(value) => props.onChange({ [control.name]: value })}
              />
            ))}
        </div>
      ))}
    </>
  );

  return (
    <section className="pane control-pane" aria-label={t('explore.controls')}>
      <div className="control-scroll scroll">
        <TypePicker value={String(form['viz_type'] ?? '')} onChange={props.onType} />
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
        <button
          type="button"
          className={pending ? 'btn primary' : 'btn'}
          onClick={props.onUpdate}
          data-testid="update-chart"
        >
          {t('explore.update')} <span className="hint">Ctrl ↵</span>
        </button>
      </div>
    </section>
  );
}
