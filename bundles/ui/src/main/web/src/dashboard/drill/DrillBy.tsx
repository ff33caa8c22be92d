import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Filter } from 'karavel-viz';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartData, type ChartRequest } from '../../api/chartData';
import { api } from '../../api/client';
import type { Dataset, DashboardChart, FormValues } from '../../api/types';
import { ChartView } from '../../chart/ChartView';
import { Icon } from '../../ui/Icon';
import { useDashboardState } from '../context';
import { wordsOfFilters, type CellWords, type Source } from '../filters/crossMask';
import type { ExtraFormData } from '../filters/model';
import { drilledBy, drilledExtra, usedColumns } from './steps';
import './drill.css';

interface Props {
  readonly chart: DashboardChart;
  readonly title: string;
  readonly formData: FormValues;
  readonly extra: ExtraFormData;
  readonly filters: readonly Filter[];
  readonly source: Source;
  readonly words: CellWords;
  readonly onClose: () => void;
}

interface Step {
  /** What the mark that was drilled from says. */
  readonly of: string;
  readonly extra: ExtraFormData;
  /** Undefined until it is chosen. */
  readonly dimension: string | undefined;
}

const datasetOf = (formData: FormValues) => Number(String(formData['datasource'] ?? '').split('__')[0]);

/** Columns of the chart's dataset, as far as whoever sees the dashboard may know of them. */
function useDimensions(dashboard: number, formData: FormValues) {
  const datasets = useQuery({
    queryKey: ['dashboard', dashboard, 'datasets'],
    queryFn: async ({ signal }) =>
      (await api<{ result: readonly Dataset[] }>(`/api/v1/dashboard/${dashboard}/datasets`, { signal })).result,
  });
  const columns = datasets.data?.find(({ id }) => id === datasetOf(formData))?.columns ?? [];
  return columns.filter((one) => one.groupby !== false && one.is_dttm !== true && one.type_generic !== 2);
}

/** The chart drawn anew by another dimension, for the mark it was asked at; from there on again, and back. */
export default function DrillBy({ chart, title, formData, extra, filters, source, words, onClose }: Props) {
  const { t } = useTranslation();
  const { id, colors } = useDashboardState();
  const [steps, setSteps] = useState<readonly Step[]>([
    { of: wordsOfFilters(filters, source, words), extra: drilledExtra(extra, filters, source), dimension: undefined },
  ]);
  const step = steps[steps.length - 1];
  const dimensions = useDimensions(id, formData);
  const seen = usedColumns(formData);
  const offered = dimensions.filter(
    ({ column_name }) =>
      column_name === step?.dimension ||
      (!seen.has(column_name) && !steps.some((one) => one.dimension === column_name)),
  );
  const vizType = String(formData['viz_type'] ?? '');
  const under = step?.extra ?? extra;
  const changes = useMemo(
    () => (step?.dimension ? drilledBy(formData, step.dimension) : {}),
    [formData, step?.dimension],
  );
  const request = useMemo<ChartRequest>(
    () => ({ dashboardId: id, form_data: { slice_id: chart.id, ...changes, extra_form_data: under } }),
    [id, chart.id, changes, under],
  );
  const data = useChartData(request, { enabled: step?.dimension !== undefined, vizType });
  const results = data.data?.results;
  const drawn = useMemo<FormValues>(
    () => ({ ...formData, ...changes, extra_form_data: under }),
    [formData, changes, under],
  );
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (!element || !step?.dimension) return undefined;
    const onMark = (event: Event) => {
      const marked = (event as CustomEvent<{ filters: readonly Filter[] }>).detail.filters;
      if (marked.length === 0) return;
      const here: Source = { results, grain: source.grain };
      setSteps((old) => [
        ...old,
        { of: wordsOfFilters(marked, here, words), extra: drilledExtra(under, marked, here), dimension: undefined },
      ]);
    };
    element.addEventListener('karavel-chart', onMark);
    return () => element.removeEventListener('karavel-chart', onMark);
  }, [step?.dimension, results, under, source.grain, words]);
  const labelOf = (name: string) => dimensions.find((one) => one.column_name === name)?.verbose_name || name;
  const choose = (dimension: string) =>
    setSteps((old) => [...old.slice(0, -1), ...(step ? [{ ...step, dimension }] : [])]);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('drill.by', { title })}
      size={960}
      zIndex={360}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <div className="drill-by" data-testid="drill-by">
        <nav className="drill-crumbs" aria-label={t('drill.path')}>
          {steps.map((one, at) => (
            <button
              key={`${at} ${one.of}`}
              type="button"
              className="chip"
              aria-current={at === steps.length - 1 ? 'step' : undefined}
              onClick={() => setSteps((old) => old.slice(0, at + 1))}
            >
              {one.of || title}
              {one.dimension ? <b>{labelOf(one.dimension)}</b> : null}
              {at < steps.length - 1 ? <Icon name="right" size={11} /> : null}
            </button>
          ))}
          <span className="select">
            <select
              className="input"
              aria-label={t('drill.dimension')}
              value={step?.dimension ?? ''}
              data-testid="drill-dimension"
              onChange={(event) => choose(event.currentTarget.value)}
            >
              <option value="" disabled>
                {t('drill.choose')}
              </option>
              {offered.map(({ column_name, verbose_name }) => (
                <option key={column_name} value={column_name}>
                  {verbose_name || column_name}
                </option>
              ))}
            </select>
          </span>
        </nav>
        <div className="drill-chart" ref={place}>
          {step?.dimension ? (
            <ChartView
              vizType={vizType}
              title={title}
              formData={drawn}
              results={data.isPlaceholderData ? undefined : results}
              error={data.error}
              failingSince={data.failingSince}
              asTable={false}
              colors={colors}
              onRetry={() => void data.refetch()}
              onSql={() => undefined}
              onTable={() => undefined}
            />
          ) : (
            <p className="muted">{t('drill.chooseText')}</p>
          )}
        </div>
      </div>
    </Modal>
  );
}
