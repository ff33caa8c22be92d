import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dataset } from '../api/types';
import type { Control } from '../chart/visualization';
import { ChoicesField } from './fields/ChoicesField';
import { ColorSchemeField } from './fields/ColorSchemeField';
import { ColumnsField } from './fields/ColumnsField';
import { FiltersField } from './fields/FiltersField';
import { MetricsField } from './fields/MetricsField';
import { OrderField } from './fields/OrderField';
import { BoundsField, CurrencyField } from './fields/pairs';
import { choicesOf, NumberField, SelectField, SwitchField, TextField } from './fields/plain';
import { TimeRangeField } from './fields/TimeRangeField';
import { asColumns } from './form';
import { widgetOf } from './widgets';

interface Props {
  readonly control: Control;
  readonly value: unknown;
  readonly dataset: Dataset | undefined;
  readonly onChange: (value: unknown) => void;
}

const isEmpty = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Any control of a descriptor as a field. */
export function ControlField({ control, value, dataset, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const title = control.title ?? t(`control.${control.name}`, { defaultValue: control.name });
  const widget = widgetOf(control);
  if (widget === 'none') return null;
  if (widget === 'switch') {
    return <SwitchField id={id} title={title} hint={control.description} value={value === true} onChange={onChange} />;
  }
  const common = { id, title, dataset, onChange };
  const single = widget === 'metric' || widget === 'column';
  const field = (): ReactNode => {
    switch (widget) {
      case 'metrics':
      case 'metric':
        return <MetricsField {...common} single={single} value={value} />;
      case 'columns':
      case 'column':
        return <ColumnsField {...common} single={single} value={asColumns(value)} />;
      case 'filters':
        return <FiltersField {...common} value={value} />;
      case 'order':
        return <OrderField {...common} value={value} />;
      case 'time_range':
        return <TimeRangeField id={id} value={typeof value === 'string' ? value : undefined} onChange={onChange} />;
      case 'select':
        return (
          <SelectField
            id={id}
            value={value}
            choices={choicesOf(control)}
            free={control.ui?.['free'] === true}
            onChange={onChange}
          />
        );
      case 'choices':
        return <ChoicesField {...common} value={value} choices={choicesOf(control)} />;
      case 'number':
        return <NumberField id={id} value={value} schema={control.schema ?? {}} onChange={onChange} />;
      case 'bounds':
        return <BoundsField id={id} value={value} onChange={onChange} />;
      case 'currency':
        return <CurrencyField id={id} value={value} onChange={onChange} />;
      case 'colorScheme':
        return (
          <ColorSchemeField
            id={id}
            title={title}
            value={value ?? control.schema?.default}
            kind={control.ui?.['kind'] === 'linear' ? 'linear' : 'categorical'}
            onChange={onChange}
          />
        );
      case 'text':
        return <TextField id={id} value={value} onChange={onChange} />;
    }
  };
  return (
    <div
      className={control.required && isEmpty(value) ? 'field control wanting' : 'field control'}
      data-control={control.name}
    >
      <label htmlFor={id} title={control.description}>
        {title}
        {control.required && isEmpty(value) ? <em> {t('explore.required')}</em> : null}
      </label>
      {field()}
    </div>
  );
}
