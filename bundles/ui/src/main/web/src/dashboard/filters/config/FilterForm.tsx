import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { useDataset } from '../../../api/queries';
import type { Dataset, DatasetColumn } from '../../../api/types';
import { merge, maskOf, valueOf } from '../extra';
import { FilterControl } from '../FilterControl';
import { TimeControl } from '../TimeControl';
import {
  filterTypes,
  isRequired,
  takesFirst,
  takesMany,
  type FilterType,
  type NativeFilter,
  type Raw,
  type Scope,
} from '../model';
import type { FilterItem } from '../model';
import { CheckField, SelectField, TextField } from './fields';
import { ScopeTreeField } from './ScopeTreeField';
import type { Problem } from './draft';
import type { ScopeNode } from './scopeTree';

const PreFilters = lazy(() => import('./PreFilters'));

interface Props {
  readonly filter: NativeFilter;
  readonly parents: readonly FilterItem[];
  readonly tree: ScopeNode;
  readonly dashboardId: number;
  readonly problem: Problem | undefined;
  readonly onChange: (patch: Raw) => void;
}

type DatasetOption = Pick<Dataset, 'id' | 'table_name'>;

/** Datasets of the dashboard's charts: what its filters can be about. */
export const useDashboardDatasets = (dashboard: number) =>
  useQuery({
    queryKey: ['dashboard', dashboard, 'datasets'],
    queryFn: async ({ signal }) =>
      (await api<{ result: readonly DatasetOption[] }>(`/api/v1/dashboard/${dashboard}/datasets`, { signal })).result,
  });

const isTime = ({ is_dttm, type_generic }: DatasetColumn) => is_dttm === true || type_generic === 2;

const fits = (type: FilterType, column: DatasetColumn): boolean =>
  type === 'filter_range' ? column.type_generic === 0 : type === 'filter_select' ? !isTime(column) : true;

/** Everything one filter can be told. */
export function FilterForm(props: Props) {
  const { t } = useTranslation();
  const { filter, onChange, problem } = props;
  const target = (patch: Raw) => {
    const [first] = (filter.raw['targets'] ?? []) as readonly Raw[];
    onChange({ targets: [{ ...first, ...patch }], defaultDataMask: { extraFormData: {}, filterState: {} } });
  };
  const control = (patch: Raw) => onChange({ controlValues: { ...filter.controls, ...patch } });
  const changeType = (type: string) =>
    onChange({ filterType: type, controlValues: {}, defaultDataMask: { extraFormData: {}, filterState: {} } });
  return (
    <div className="filter-form" data-testid="filter-form">
      <div className="form-pair">
        <TextField
          label={t('filters.config.name')}
          value={filter.name}
          invalid={problem === 'name'}
          testId="filter-name"
          onChange={(name) => onChange({ name })}
        />
        <SelectField
          label={t('filters.config.type')}
          value={filter.type}
          options={filterTypes.map((type) => ({ value: type, label: t(`filters.config.types.${type}`) }))}
          testId="filter-type"
          onChange={changeType}
        />
      </div>
      {filter.type === 'filter_time' ? null : <TargetFields {...props} onTarget={target} />}
      <TextField
        label={t('filters.config.description')}
        value={filter.description}
        testId="filter-description"
        onChange={(description) => onChange({ description })}
      />
      <Behaviour {...props} onControl={control} />
      <DefaultField {...props} />
      <details className="form-part" open={filter.adhocFilters.length > 0 || filter.timeRange !== undefined}>
        <summary>{t('filters.config.pre')}</summary>
        <PreFilterFields {...props} />
      </details>
      <section className="form-part">
        <h3>{t('filters.config.scope')}</h3>
        <ScopeTreeField
          tree={props.tree}
          scope={filter.scope}
          onChange={(scope: Scope) =>
            onChange({ scope: { ...scope }, chartsInScope: undefined, tabsInScope: undefined })
          }
        />
      </section>
    </div>
  );
}

interface TargetProps extends Props {
  readonly onTarget: (patch: Raw) => void;
}

function TargetFields({ filter, dashboardId, problem, onTarget, onChange }: TargetProps) {
  const { t } = useTranslation();
  const datasets = useDashboardDatasets(dashboardId);
  const dataset = useDataset(filter.datasetId);
  const columns = (dataset.data?.columns ?? []).filter((one) => fits(filter.type, one));
  const withColumn = filter.type === 'filter_select' || filter.type === 'filter_range';
  return (
    <div className="form-pair">
      <SelectField
        label={t('filters.config.dataset')}
        value={String(filter.datasetId ?? '')}
        invalid={problem === 'dataset'}
        options={(datasets.data ?? []).map(({ id, table_name }) => ({ value: String(id), label: table_name }))}
        none={t('filters.choose')}
        testId="filter-dataset"
        onChange={(id) => {
          onChange({
            adhoc_filters: [],
            defaultDataMask: { extraFormData: {}, filterState: {} },
            targets: [{ datasetId: Number(id) }],
          });
        }}
      />
      {withColumn ? (
        <SelectField
          label={t('filters.config.column')}
          value={filter.column ?? ''}
          invalid={problem === 'column'}
          options={columns.map(({ column_name, verbose_name }) => ({
            value: column_name,
            label: verbose_name || column_name,
          }))}
          none={t('filters.choose')}
          testId="filter-column"
          onChange={(name) => {
            onTarget({ column: { name } });
          }}
        />
      ) : (
        <span />
      )}
    </div>
  );
}

interface BehaviourProps extends Props {
  readonly onControl: (patch: Raw) => void;
}

function Behaviour({ filter, parents, onControl, onChange }: BehaviourProps) {
  const { t } = useTranslation();
  const dataset = useDataset(filter.datasetId);
  const select = filter.type === 'filter_select';
  const flag = (name: string, on: boolean, key: string) => (
    <CheckField
      key={name}
      label={t(`filters.config.${key}`)}
      checked={on}
      testId={`filter-${name}`}
      onChange={(value) => onControl({ [name]: value })}
    />
  );
  const held = (name: string) => filter.controls[name] === true;
  const dependsOn = parents.filter((one) => filter.parents.includes(one.id));
  return (
    <>
      <div className="form-checks">
        {flag('enableEmptyFilter', isRequired(filter), 'required')}
        {select ? (
          <>
            {flag('multiSelect', takesMany(filter), 'many')}
            {flag('defaultToFirstItem', takesFirst(filter), 'first')}
            {flag('inverseSelection', held('inverseSelection'), 'inverse')}
            {flag('searchAllOptions', held('searchAllOptions'), 'searchAll')}
            {flag('creatable', held('creatable'), 'creatable')}
          </>
        ) : null}
      </div>
      {select ? (
        <div className="form-pair">
          <SelectField
            label={t('filters.config.sort')}
            value={filter.controls['sortAscending'] === false ? 'down' : 'up'}
            options={[
              { value: 'up', label: t('filters.config.ascending') },
              { value: 'down', label: t('filters.config.descending') },
            ]}
            testId="filter-sort"
            onChange={(word) => onControl({ sortAscending: word === 'up' })}
          />
          <SelectField
            label={t('filters.config.sortBy')}
            value={filter.sortMetric ?? ''}
            none={t('filters.config.byValue')}
            options={(dataset.data?.metrics ?? []).map(({ metric_name, verbose_name }) => ({
              value: metric_name,
              label: verbose_name || metric_name,
            }))}
            testId="filter-sort-by"
            onChange={(metric) => onChange({ sortMetric: metric || undefined })}
          />
        </div>
      ) : null}
      {filter.type === 'filter_range' ? (
        <div className="form-pair">
          <SelectField
            label={t('filters.config.rangeMode')}
            value={String(filter.controls['rangeDisplayMode'] ?? 'slider-and-input')}
            options={['slider-and-input', 'slider', 'input'].map((mode) => ({
              value: mode,
              label: t(`filters.config.modes.${mode}`),
            }))}
            testId="filter-range-mode"
            onChange={(mode) => onControl({ rangeDisplayMode: mode })}
          />
          <SelectField
            label={t('filters.config.ends')}
            value={String(filter.controls['enableSingleValue'] ?? '')}
            none={t('filters.config.bothEnds')}
            options={['0', '1', '2'].map((kind) => ({ value: kind, label: t(`filters.config.single.${kind}`) }))}
            testId="filter-range-ends"
            onChange={(kind) => onControl({ enableSingleValue: kind === '' ? undefined : Number(kind) })}
          />
        </div>
      ) : null}
      {(select || filter.type === 'filter_range') && parents.length > 0 ? (
        <fieldset className="form-part">
          <legend>{t('filters.config.parents')}</legend>
          <p className="hint">{t('filters.config.parentsText')}</p>
          <div className="form-checks">
            {parents.map(({ id, name }) => (
              <CheckField
                key={id}
                label={name}
                checked={dependsOn.some((one) => one.id === id)}
                testId={`filter-parent-${name}`}
                onChange={(on) =>
                  onChange({
                    cascadeParentIds: on ? [...filter.parents, id] : filter.parents.filter((one) => one !== id),
                  })
                }
              />
            ))}
          </div>
        </fieldset>
      ) : null}
    </>
  );
}

/** The default, chosen in the filter itself as readers will see it. */
function DefaultField({ filter, dashboardId, onChange }: Props) {
  const { t } = useTranslation();
  const first = takesFirst(filter);
  return (
    <section className="form-part">
      <h3>{t('filters.config.default')}</h3>
      {first ? (
        <p className="hint">{t('filters.config.defaultFirst')}</p>
      ) : (
        <div className="default-value" data-testid="filter-default">
          <FilterControl
            filter={filter}
            value={valueOf(filter.defaultMask) ?? null}
            onChange={(value) => onChange({ defaultDataMask: { ...maskOf(filter, value) } })}
            asking={{ dashboardId, parents: merge([]), forceAfter: 0 }}
          />
        </div>
      )}
    </section>
  );
}

function PreFilterFields({ filter, onChange }: Props) {
  const { t } = useTranslation();
  const dataset = useDataset(filter.datasetId);
  const times = (dataset.data?.columns ?? []).filter(isTime);
  if (filter.type !== 'filter_select' && filter.type !== 'filter_range')
    return <p className="hint">{t('filters.config.preNone')}</p>;
  return (
    <>
      <p className="hint">{t('filters.config.preText')}</p>
      <div className="field">
        <span className="label">{t('filters.config.preFilters')}</span>
        <Suspense fallback={<div className="skeleton" style={{ height: 34 }} />}>
          <PreFilters
            value={filter.adhocFilters}
            dataset={dataset.data}
            onChange={(filters) => onChange({ adhoc_filters: filters })}
          />
        </Suspense>
      </div>
      <div className="form-pair">
        <div className="field">
          <span className="label">{t('filters.config.preTime')}</span>
          <TimeControl
            label={t('filters.config.preTime')}
            value={filter.timeRange}
            onChange={(range) => onChange({ time_range: range ?? undefined })}
          />
        </div>
        <SelectField
          label={t('filters.config.preColumn')}
          value={filter.timeColumn ?? ''}
          none={t('filters.config.mainTime')}
          options={times.map(({ column_name, verbose_name }) => ({
            value: column_name,
            label: verbose_name || column_name,
          }))}
          testId="filter-pre-column"
          onChange={(name) => onChange({ granularity_sqla: name || undefined })}
        />
      </div>
    </>
  );
}
