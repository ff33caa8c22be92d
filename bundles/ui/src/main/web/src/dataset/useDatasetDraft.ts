import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ApiError } from '../api/client';
import type { Dataset } from '../api/types';
import { begin, redo, step, undo } from '../explore/history';
import { say } from '../ui/toast';
import {
  changesOf,
  readDataset,
  wrongsOf,
  type ColumnDraft,
  type DatasetDraft,
  type MetricDraft,
  type SettingsDraft,
} from './draft';

/** A dataset while it is edited: each change a step, saved together, and refused if somebody else was faster. */
export function useDatasetDraft(dataset: Dataset) {
  const { t } = useTranslation();
  const client = useQueryClient();
  // What the changes stand on: news of others' changes must not slip under them.
  const [base, setBase] = useState(dataset);
  const read = useMemo(() => readDataset(base), [base]);
  const [history, setHistory] = useState(() => begin(read));
  const [theirs, setTheirs] = useState<Dataset>();
  const draft = history.now;
  const changes = useMemo(() => {
    try {
      return changesOf(draft, read, dataset.kind === 'virtual');
    } catch {
      return { extra: draft.settings.extra }; // no JSON yet: a change all the same
    }
  }, [draft, read, dataset.kind]);
  const wrongs = useMemo(() => wrongsOf(draft), [draft]);
  const dirty = Object.keys(changes).length > 0;
  const restart = useCallback((next: Dataset) => {
    setBase(next);
    setHistory(begin(readDataset(next)));
  }, []);
  useEffect(() => {
    if (!dirty && dataset !== base) restart(dataset);
  }, [dirty, dataset, base, restart]);

  const put = useCallback(
    (kind: string, change: (old: DatasetDraft) => DatasetDraft) =>
      setHistory((old) => step(old, change(old.now), kind, performance.now())),
    [],
  );
  const actions = useMemo(
    () => ({
      set: (changed: Partial<SettingsDraft>) =>
        put(Object.keys(changed).join(), (old) => ({ ...old, settings: { ...old.settings, ...changed } })),
      setColumn: (key: string, changed: Partial<ColumnDraft>) =>
        put(`${key} ${Object.keys(changed).join()}`, (old) => ({
          ...old,
          columns: old.columns.map((one) => (one.key === key ? { ...one, ...changed } : one)),
        })),
      setMetric: (key: string, changed: Partial<MetricDraft>) =>
        put(`${key} ${Object.keys(changed).join()}`, (old) => ({
          ...old,
          metrics: old.metrics.map((one) => (one.key === key ? { ...one, ...changed } : one)),
        })),
      addColumn: (column: ColumnDraft) => put('', (old) => ({ ...old, columns: [...old.columns, column] })),
      addMetric: (metric: MetricDraft) => put('', (old) => ({ ...old, metrics: [...old.metrics, metric] })),
      removeColumn: (key: string) =>
        put('', (old) => ({ ...old, columns: old.columns.filter((one) => one.key !== key) })),
      removeMetric: (key: string) =>
        put('', (old) => ({ ...old, metrics: old.metrics.filter((one) => one.key !== key) })),
      undo: () => setHistory(undo),
      redo: () => setHistory(redo),
    }),
    [put],
  );

  const save = useMutation({
    mutationFn: ({ force }: { force: boolean }) =>
      api<{ result: Dataset }>(`/api/v1/dataset/${dataset.id}`, {
        method: 'PUT',
        body: force || base.version === undefined ? changes : { ...changes, version: base.version },
      }),
    onSuccess: ({ result }) => {
      setTheirs(undefined);
      client.setQueryData(['dataset', dataset.id], result);
      restart(result);
      void client.invalidateQueries({ queryKey: ['dataset', dataset.id, 'source-changes'] });
      void client.invalidateQueries({ queryKey: ['dataset', 'list'] });
      void client.invalidateQueries({ queryKey: ['chart-data'] });
      say(t('save.done', { name: result.table_name }));
    },
    onError: async (error) => {
      if (error instanceof ApiError && error.status === 409 && error.field === 'version')
        setTheirs((await api<{ result: Dataset }>(`/api/v1/dataset/${dataset.id}`)).result);
    },
  });

  return {
    ...actions,
    draft,
    wrongs,
    dirty,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    save,
    theirs,
    takeTheirs: () => {
      if (!theirs) return;
      client.setQueryData(['dataset', dataset.id], theirs);
      restart(theirs);
      setTheirs(undefined);
      save.reset();
    },
    discard: () => setHistory(begin(read)),
  };
}

export type DatasetEditing = ReturnType<typeof useDatasetDraft>;
