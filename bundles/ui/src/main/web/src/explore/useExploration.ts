import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartData, type ChartRequest } from '../api/chartData';
import { ApiError } from '../api/client';
import { useDataset } from '../api/queries';
import type { Chart, FormValues } from '../api/types';
import { withDefaults } from '../chart/controls';
import { useOwnState } from '../chart/useOwnState';
import { useRegistry } from '../chart/registry';
import { useFailureText } from '../ui/failure';
import { blamedControl, missingControls } from './checks';
import type { Problem } from './ControlPanel';
import { findCulprit, suspectsIn } from './culprit';
import { carryOver, datasetOf, sameForm } from './form';
import { asksAnew, withLooks } from './sections';
import { useDraft, type Draft } from './useDraft';

const AUTOMATIC = 'karavel.explore.automatic';
const SETTLED = 500;

export interface Subject {
  readonly id: string;
  readonly saved: Draft;
  /** What to begin with where it is not what is saved: a link was opened. */
  readonly first?: Draft | undefined;
  readonly chart: Chart | undefined;
  /** The chart alone, as others embed it. */
  readonly bare: boolean;
}

/** Everything the page knows of one chart: what is being set, what was asked, what came of it, and what is wrong. */
export function useExploration({ id, saved, first, chart }: Subject) {
  const { t } = useTranslation();
  const words = useFailureText();
  const client = useQueryClient();
  const { byType, known } = useRegistry();
  const draft = useDraft(id, saved, first);
  const [applied, setApplied] = useState<FormValues>(draft.form);
  const [forceAfter, setForceAfter] = useState(0);
  const [asked, setAsked] = useState<Problem>();
  const [automatic, setAutomatic] = useState(() => localStorage.getItem(AUTOMATIC) === 'true');

  const dataset = useDataset(datasetOf(draft.form)).data;
  const visualization = byType.get(String(draft.form['viz_type'] ?? ''));
  const vizType = String(applied['viz_type'] ?? '');
  const drawnBy = byType.get(vizType);
  const form = useMemo(() => withDefaults(draft.form, visualization), [draft.form, visualization]);
  const missing = missingControls(visualization, form);
  const incomplete = missingControls(drawnBy, withDefaults(applied, drawnBy));
  const pending = asksAnew(applied, draft.form, visualization);
  const own = useOwnState(chart ? String(chart.id) : id, vizType);

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
  const data = useChartData(request, { enabled: known && incomplete.length === 0, vizType, forceAfter });

  const update = useCallback(() => {
    const [needed] = missing;
    if (needed) {
      const message = t('explore.neededText', { title: needed.title ?? needed.name });
      setAsked({ control: needed.name, message, at: Date.now() });
    } else if (pending || !sameForm(applied, draft.form)) setApplied(draft.form);
    else setForceAfter(Date.now());
  }, [missing, pending, applied, draft.form, t]);

  // Looks show at once and are asked with a little later; all else waits, unless it shall not.
  const retyped = applied['viz_type'] !== draft.form['viz_type'];
  const follows = !sameForm(applied, draft.form) && (!pending || automatic || retyped) && missing.length === 0;
  useEffect(() => {
    if (!follows) return undefined;
    const timer = setTimeout(() => setApplied(draft.form), retyped ? 0 : SETTLED);
    return () => clearTimeout(timer);
  }, [follows, retyped, draft.form]);

  useEffect(() => {
    if (draft.followed > 0 && !draft.dirty) setApplied(saved.form);
  }, [draft.followed]);
  // The version that the changes stand on: news of others' saves must not slip under them.
  const [base, setBase] = useState(chart);
  useEffect(() => {
    if (!draft.dirty) setBase(chart);
  }, [draft.dirty, chart]);

  // The warehouse refuses the whole and names no part: each piece of SQL is asked about alone.
  const refused = data.error instanceof ApiError && data.error.status === 422 && !data.error.field;
  const culprit = useQuery({
    queryKey: ['culprit', request],
    enabled: refused && dataset !== undefined,
    retry: false,
    queryFn: () =>
      dataset ? findCulprit(suspectsIn(withDefaults(applied, drawnBy), drawnBy, dataset), dataset) : null,
  }).data;

  const told = useMemo<Problem | undefined>(() => {
    if (!data.error) return undefined;
    const { title, text } = words(data.error);
    if (refused && culprit)
      return {
        control: culprit.control,
        message: `${t('explore.culprit', { sql: culprit.sql })} ${(text || title).replace(/^The database refused the query: /, '')}`,
        at: data.errorUpdatedAt,
      };
    const control = blamedControl(data.error, drawnBy, withDefaults(applied, drawnBy), dataset);
    return control ? { control, message: text || title, at: data.errorUpdatedAt } : undefined;
    // The words of the same failure stay the same.
  }, [data.error, data.errorUpdatedAt, drawnBy, applied, dataset, refused, culprit]);
  const stands = (problem: Problem | undefined) =>
    problem && sameForm(draft.form[problem.control] ?? null, applied[problem.control] ?? null) ? problem : undefined;

  // In the words of the page: the server's "columns" is what this chart calls its dimensions.
  const error =
    told && data.error instanceof ApiError && data.error.field
      ? new ApiError(data.error.status, data.error.message, data.error.code, data.error.blame, told.control)
      : data.error;

  return {
    draft,
    error,
    baseVersion: base?.version,
    form,
    applied,
    drawn: withLooks(applied, draft.form, visualization),
    dataset,
    visualization,
    vizType,
    request,
    data,
    pending,
    incomplete,
    /** The question was stopped, and what is shown answers another one. */
    halted: data.isPlaceholderData && data.fetchStatus === 'idle' && !data.error,
    ownState: own.ownState,
    setOwnState: own.setOwnState,
    problem: missing.some(({ name }) => name === asked?.control) ? asked : stands(told),
    automatic,
    update,
    refresh: () => setForceAfter(Date.now()),
    stop: () => void client.cancelQueries({ queryKey: ['chart-data', request] }),
    chooseType: (next: string) => {
      const type = byType.get(next);
      if (!type) return;
      const changed = carryOver(draft.form, type, dataset);
      draft.replace(changed);
      setApplied(changed);
    },
    discard: () => {
      draft.reset();
      setApplied(saved.form);
    },
    pointAt: (control: string) => {
      const title = missing.find(({ name }) => name === control)?.title ?? control;
      setAsked({ control, message: t('explore.neededText', { title }), at: Date.now() });
    },
    setAutomatic: (next: boolean) => {
      localStorage.setItem(AUTOMATIC, String(next));
      setAutomatic(next);
    },
  };
}

export type Exploration = ReturnType<typeof useExploration>;
