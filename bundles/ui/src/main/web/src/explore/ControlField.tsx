import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dataset } from '../api/types';
import type { Control } from '../chart/visualization';
import { asNames } from './form';
import { ColumnsField } from './fields/ColumnsField';
import { FiltersField } from './fields/FiltersField';
import { MetricsField } from './fields/MetricsField';
import { choicesOf, NumberField, SelectField, SwitchField, TextField } from './fields/plain';
import { TimeRangeField } from './fields/TimeRangeField';
import { widgetOf } from './widgets';

interface Props {
  readonly control: Control;
  readonly value: unknown;
  readonly dataset: Dataset | undefined;
  readonly onChange: (value: unknown) => void;
}

/** Any control of a descriptor as a field; one that needs an editor of its own and has none yet is a plain text. */
export function ControlField({ control, value, dataset, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const title = control.title ?? t(`control.${control.name}`, { defaultValue: control.name });
  const widget = widgetOf(control);
  if (widget === 'switch') {
    return <SwitchField id={id} title={title} hint={control.description} value={value === true} onChange={onChange} />;
  }
  const field = () => {
    switch (widget) {
      case 'metrics':
      case 'metric':
        return (
          <MetricsField
            id={id}
            single={widget === 'metric'}
            value={value}
            dataset={dataset}
            onChange={onChange}
            title={title}
          />
        );
      case 'columns':
      case 'column':
        return (
          <ColumnsField
            id={id}
            single={widget === 'column'}
            value={asNames(value)}
            dataset={dataset}
            onChange={onChange}
            title={title}
          />
        );
      case 'filters':
        return <FiltersField id={id} value={value} dataset={dataset} onChange={onChange} />;
      case 'time_range':
        return <TimeRangeField id={id} value={typeof value === 'string' ? value : undefined} onChange={onChange} />;
      case 'select':
        return <SelectField id={id} value={value} choices={choicesOf(control)} onChange={onChange} />;
      case 'number':
        return <NumberField id={id} value={value} schema={control.schema ?? {}} onChange={onChange} />;
      default:
        return <TextField id={id} value={value} onChange={onChange} />;
    }
  };
  return (
    <div className="field control" data-control={control.name}>
      <label htmlFor={id}>{title}</label>
      {field()}
      {control.description ? <span className="hint">{control.description}</span> : null}
    </div>
  );
}
