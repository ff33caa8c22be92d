import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dataset, FormValues } from '../api/types';
import type { Control } from '../chart/visualization';
import { AnnotationsField } from './fields/annotations/AnnotationsField';
import { ChoicesField } from './fields/ChoicesField';
import { ColorField } from './fields/ColorField';
import { ColorSchemeField } from './fields/ColorSchemeField';
import { ColumnsField } from './fields/ColumnsField';
import { FiltersField } from './fields/FiltersField';
import { GrainField } from './fields/GrainField';
import { ContoursField } from './fields/maps/ContoursField';
import { FixedOrMetricField } from './fields/maps/FixedOrMetricField';
import { ChartsField } from './fields/maps/ChartsField';
import { ListField } from './fields/maps/ListField';
import { SpatialField } from './fields/maps/SpatialField';
import { ViewportField } from './fields/maps/ViewportField';
import { MetricsField } from './fields/MetricsField';
import { OrderField } from './fields/OrderField';
import { BoundsField, CurrencyField } from './fields/pairs';
import { choicesOf, NumberField, SelectField, SwitchField, TextField } from './fields/plain';
import { ColumnConfigField } from './fields/tables/ColumnConfigField';
import { RulesField } from './fields/tables/RulesField';
import { TemplateField } from './fields/tables/TemplateField';
import { TimeColumnsField } from './fields/tables/TimeColumnsField';
import { TimeRangeField } from './fields/TimeRangeField';
import { isEmpty } from './checks';
import { asColumns } from './form';
import { widgetOf } from './widgets';

interface Props {
  readonly control: Control;
  readonly value: unknown;
  readonly dataset: Dataset | undefined;
  /** All settings, for those that are about others. */
  readonly form?: FormValues;
  /** What is wrong with it, and what would be right. */
  readonly problem?: string | undefined;
  readonly onChange: (value: unknown) => void;
}

const nothing: FormValues = {};

/** Any control of a descriptor as a field. */
export function ControlField({ control, value, dataset, form = nothing, problem, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const title = control.title ?? t(`control.${control.name}`, { defaultValue: control.name });
  const widget = widgetOf(control);
  if (widget === 'none') return null;
  const wrong = problem ? (
    <p className="control-problem" role="alert" data-testid="control-problem">
      {problem}
    </p>
  ) : null;
  if (widget === 'switch') {
    return (
      <div data-control={control.name} className={wrong ? 'wrong' : undefined}>
        <SwitchField id={id} title={title} hint={control.description} value={value === true} onChange={onChange} />
        {wrong}
      </div>
    );
  }
  const common = { id, name: control.name, title, dataset, onChange };
  const single = widget === 'metric' || widget === 'column';
  const field = (): ReactNode => {
    switch (widget) {
      case 'metrics':
      case 'metric':
        return <MetricsField {...common} single={single} value={value} />;
      case 'columns':
      case 'column':
        return (
          <ColumnsField
            {...common}
            single={single}
            temporal={control.ui?.['temporal'] === true}
            preset={control.schema?.default}
            value={asColumns(value)}
          />
        );
      case 'filters':
        return <FiltersField {...common} value={value} />;
      case 'order':
        return <OrderField {...common} value={value} />;
      case 'time_range':
        return <TimeRangeField id={id} value={typeof value === 'string' ? value : undefined} onChange={onChange} />;
      case 'grain':
        return (
          <GrainField id={id} value={value} datasetId={dataset?.id} choices={choicesOf(control)} onChange={onChange} />
        );
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
      case 'annotations':
        return <AnnotationsField id={id} value={value} onChange={onChange} />;
      case 'color':
        return <ColorField id={id} value={value} onChange={onChange} />;
      case 'spatial':
        return <SpatialField {...common} value={value} />;
      case 'viewport':
        return <ViewportField id={id} value={value} onChange={onChange} />;
      case 'fixedOrMetric':
        return <FixedOrMetricField {...common} value={value ?? control.schema?.default} />;
      case 'contours':
        return <ContoursField id={id} value={value} onChange={onChange} />;
      case 'charts':
        return (
          <ChartsField
            {...common}
            value={value}
            single={control.ui?.['single'] === true}
            vizTypes={(control.ui?.['vizTypes'] as readonly string[] | undefined) ?? []}
          />
        );
      case 'list':
        return <ListField id={id} value={value} onChange={onChange} />;
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
      case 'columnConfig':
        return <ColumnConfigField {...common} form={form} value={value} />;
      case 'conditionalFormatting':
        return <RulesField {...common} form={form} value={value} />;
      case 'timeColumns':
        return <TimeColumnsField id={id} value={value ?? control.schema?.default} onChange={onChange} />;
      case 'template':
        return <TemplateField id={id} value={value ?? control.schema?.default} onChange={onChange} />;
      case 'text':
        return <TextField id={id} value={value} onChange={onChange} />;
    }
  };
  const wanting = control.required && isEmpty(value);
  return (
    <div className={`field control${wanting ? ' wanting' : ''}${wrong ? ' wrong' : ''}`} data-control={control.name}>
      <label htmlFor={id} title={control.description}>
        {title}
        {wanting ? <em> {t('explore.required')}</em> : null}
      </label>
      {field()}
      {wrong}
    </div>
  );
}
