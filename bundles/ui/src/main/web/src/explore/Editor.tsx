import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useChartData, type ChartRequest } from '../api/chartData';
import type { Chart, Dataset, FormValues } from '../api/types';
import { useKeys } from '../app/useKeys';
import { useOwnState } from '../chart/useOwnState';
import { useRegistry } from '../chart/registry';
import { ChartMenu } from '../dashboard/ChartMenu';
import { SqlDialog } from '../dashboard/SqlDialog';
import { Age } from '../ui/Age';
import { count } from '../ui/time';
import { ControlPanel } from './ControlPanel';
import { DataPanel } from './DataPanel';
import { addToForm, type Addition } from './addToForm';
import { withDefaults } from '../chart/controls';
import { carryOver, sameForm } from './form';
import { SaveDialog } from './SaveDialog';
import { Stage, type StageTab } from './Stage';
import { useDraft } from './useDraft';

interface Props {
  readonly id: string;
  readonly saved: { readonly name: string; readonly form: FormValues };
  readonly chart: Chart | undefined;
  readonly dataset: Dataset | undefined;
}

export function Editor({ id, saved, chart, dataset }: Props) {
  const { t } = useTranslation();
  const { byType } = useRegistry();
  const draft = useDraft(id, saved);
  const [applied, setApplied] = useState<FormValues>(draft.form);
  const [forceAfter, setForceAfter] = useState(0);
  const [tab, setTab] = useState<StageTab>('chart');
  const [saving, setSaving] = useState(false);
  const [sqlOpen, setSqlOpen] = useState(false);
  const vizType = String(applied['viz_type'] ?? '');
  const visualization = byType.get(String(draft.form['viz_type'] ?? ''));
  const own = useOwnState(chart ? String(chart.id) : id, vizType);
  const pending = !sameForm(draft.form, applied);

  // As saved: by its id, so that its own cache settings and access rules count. Changed: the whole form, so that what was taken out stays out.
  const request = useMemo<ChartRequest>(
    () => ({
      form_data: {
        ...(chart && sameForm(applied, saved.form) ? { slice_id: chart.id } : applied),
        ...(own.question ? { own_state: own.question } : {}),
      },
    }),
    [applied, saved.form, chart, own.question],
  );
  const data = useChartData(request, { enabled: true, vizType, forceAfter });
  const first = data.data?.results[0];

  const update = useCallback(() => {
    if (pending) setApplied(draft.form);
    else setForceAfter(Date.now());
  }, [pending, draft.form]);
  const chooseType = (next: string) => {
    const type = byType.get(next);
    if (!type) return;
    const form = carryOver(draft.form, type, dataset);
    draft.replace(form);
    setApplied(form);
  };
  const add = (addition: Addition) => draft.change(addToForm(draft.form, addition, visualization));
  const discard = () => {
    draft.reset();
    setApplied(saved.form);
  };
  useKeys({ 'mod+enter': update, 'mod+s': () => setSaving(true), r: () => setForceAfter(Date.now()) });

  return (
    <div className="explore">
      <div className="top">
        <div className="explore-name">
          <div className="crumb">
            <Link to="/chart/list/">{t('nav.charts')}</Link>
            {dataset ? ` / ${dataset.table_name}` : ''}
          </div>
          <h1 className="hidden-visually">{draft.name || t('explore.newChart')}</h1>
          <input
            className="name-input"
            value={draft.name}
            placeholder={t('explore.newChart')}
            aria-label={t('explore.name')}
            data-testid="chart-name"
            size={Math.max(16, Math.min(60, draft.name.length + 1))}
            onChange={(event) => draft.rename(event.currentTarget.value)}
          />
        </div>
        {draft.dirty ? (
          <span className="badge warn" data-testid="unsaved">
            {t('explore.unsaved')}
          </span>
        ) : null}
        {draft.dirty && chart ? (
          <button type="button" className="btn ghost small" onClick={discard}>
            {t('explore.discard')}
          </button>
        ) : null}
        <span className="grow" />
        {first && data.data ? (
          <span
            className="badge good"
            data-testid="result-badge"
            title={first.is_cached ? t('chart.cached') : undefined}
          >
            {t('explore.rows', { count: first.rowcount, shown: count(first.rowcount) })} ·{' '}
            {count(data.data.milliseconds)} ms
          </span>
        ) : null}
        {first?.is_cached && first.cached_dttm ? (
          <span className="muted cached-age">
            {t('chart.cached')} <Age iso={first.cached_dttm} />
          </span>
        ) : null}
        <ChartMenu
          request={request}
          title={draft.name || t('explore.newChart')}
          sliceId={chart?.id ?? 0}
          large={false}
          asTable={tab === 'results'}
          onRefresh={() => setForceAfter(Date.now())}
          onTable={() => setTab(tab === 'results' ? 'chart' : 'results')}
          onSql={() => setTab('sql')}
          inExplore
        />
        <button type="button" className="btn primary" onClick={() => setSaving(true)} data-testid="save">
          {t('action.save')}
        </button>
      </div>
      <div className="panes">
        <DataPanel dataset={dataset} onAdd={add} />
        <ControlPanel
          dataset={dataset}
          visualization={visualization}
          form={withDefaults(draft.form, visualization)}
          onChange={draft.change}
          onType={chooseType}
          onUpdate={update}
          pending={pending}
        />
        <Stage
          tab={tab}
          onTab={setTab}
          vizType={vizType}
          title={draft.name || t('explore.newChart')}
          formData={applied}
          request={request}
          data={data}
          ownState={own.ownState}
          onOwnState={own.setOwnState}
          onSql={() => setSqlOpen(true)}
        />
      </div>
      {saving ? (
        <SaveDialog
          chart={chart}
          dataset={dataset}
          form={draft.form}
          name={draft.name}
          draftId={id}
          onClose={() => setSaving(false)}
          onSaved={draft.rename}
        />
      ) : null}
      {sqlOpen ? (
        <SqlDialog request={request} known={undefined} title={draft.name} onClose={() => setSqlOpen(false)} />
      ) : null}
    </div>
  );
}
