import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormValues } from '../api/types';
import { isVisible, withDefaults } from '../chart/controls';
import { firstQuery, type Control, type Section, type Visualization } from '../chart/visualization';
import { ControlField } from '../explore/ControlField';
import { Icon } from '../ui/Icon';
import { datasetOf, type Sample } from './samples';
import '../explore/controls.css';
import '../explore/words';

interface Props {
  readonly visualization: Visualization;
  readonly sample: Sample;
  readonly changes: FormValues;
  readonly onChange: (changes: FormValues) => void;
  readonly onReset: () => void;
}

/** The type's controls; those that decide how it looks stand first, as only they change anything here. */
export function SampleControls({ visualization, sample, changes, onChange, onReset }: Props) {
  const { t } = useTranslation();
  const dataset = useMemo(() => datasetOf(sample), [sample]);
  const form = withDefaults({ viz_type: visualization.viz_type, ...sample.formData, ...changes }, visualization);
  const query = firstQuery(visualization.query);
  const asks = new Set([...(query?.columns ?? []), ...(query?.metrics ?? [])]);
  const sections = visualization.controls ?? [];
  const isQuestion = ({ section }: Section) => /quer|data|time|filter/i.test(section);
  const ordered = [...sections.filter((one) => !isQuestion(one)), ...sections.filter(isQuestion)];
  const changed = Object.keys(changes).length;
  const field = (control: Control) => (
    <ControlField
      key={control.name}
      control={control}
      value={form[control.name]}
      dataset={dataset}
      onChange={(value) => onChange({ [control.name]: value })}
    />
  );
  return (
    <>
      <div className="preview-settings-head">
        <h2>{t('preview.settings')}</h2>
        {changed > 0 ? (
          <button type="button" className="btn ghost small" onClick={onReset}>
            <Icon name="undo" size={14} />
            {t('preview.reset')}
          </button>
        ) : null}
      </div>
      {ordered.map((section) => (
        <div key={section.section} className="control-section">
          <div className="pane-head">{section.title ?? section.section}</div>
          {isQuestion(section) ? <p className="muted none">{t('preview.sameRows')}</p> : null}
          {section.controls
            .filter((control) => isVisible(control, form))
            .filter((control) => !isQuestion(section) || asks.has(control.name) || control.required || control.ui)
            .map(field)}
        </div>
      ))}
    </>
  );
}
