import { Modal } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { Dataset } from '../api/types';
import { FailureState } from '../ui/States';
import { useFailureText } from '../ui/failure';
import { say } from '../ui/toast';
import '../app/dialogs.css';

interface Change {
  readonly column_name: string;
  readonly type: string;
  readonly type_before?: string;
}

interface Changes {
  readonly added: readonly Change[];
  readonly removed: readonly Change[];
  readonly changed: readonly Change[];
}

const kinds = ['added', 'removed', 'changed'] as const;

interface Props {
  readonly dataset: Dataset;
  readonly dirty: boolean;
  readonly onClose: () => void;
}

/** What the source looks like now, shown before any of it is taken over. */
export function SyncDialog({ dataset, dirty, onClose }: Props) {
  const { t } = useTranslation();
  const words = useFailureText();
  const client = useQueryClient();
  const changes = useQuery({
    queryKey: ['dataset', dataset.id, 'source-changes'],
    staleTime: 0,
    gcTime: 0,
    retry: false,
    queryFn: async ({ signal }) =>
      (await api<{ result: Changes }>(`/api/v1/dataset/${dataset.id}/source_changes`, { signal })).result,
  });
  const apply = useMutation({
    mutationFn: () => api(`/api/v1/dataset/${dataset.id}/refresh`, { method: 'PUT', body: {} }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['dataset', dataset.id] });
      say(t('dataset.synced'));
      onClose();
    },
  });
  const none = changes.data && kinds.every((kind) => changes.data[kind].length === 0);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('dataset.syncTitle')}
      size={560}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {changes.error ? (
        <FailureState error={changes.error} onRetry={() => void changes.refetch()} />
      ) : !changes.data ? (
        <div className="skeleton" style={{ height: 120 }} />
      ) : none ? (
        <p className="dialog-text" data-testid="sync-none">
          {t('dataset.syncNone')}
        </p>
      ) : (
        <div className="sync" data-testid="sync-changes">
          {kinds
            .filter((kind) => changes.data[kind].length > 0)
            .map((kind) => (
              <section key={kind} className={`sync-${kind}`}>
                <h3 className="pane-head">{t(`dataset.syncKind.${kind}`, { count: changes.data[kind].length })}</h3>
                <ul>
                  {changes.data[kind].map(({ column_name, type, type_before }) => (
                    <li key={column_name}>
                      <b>{column_name}</b>
                      <code>{type_before === undefined ? type : `${type_before} → ${type}`}</code>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          <p className="muted">{t('dataset.syncKeeps')}</p>
        </div>
      )}
      {dirty && changes.data && !none ? <p className="conflict">{t('dataset.syncDirty')}</p> : null}
      {apply.error ? (
        <p className="problem" role="alert">
          {words(apply.error).title} {words(apply.error).text}
        </p>
      ) : null}
      <div className="dialog-actions">
        <button type="button" className="btn" onClick={onClose}>
          {t(none ? 'action.close' : 'action.cancel')}
        </button>
        {none ? null : (
          <button
            type="button"
            className="btn primary"
            disabled={!changes.data || dirty || apply.isPending}
            onClick={() => apply.mutate()}
            data-testid="sync-apply"
          >
            {t('dataset.syncApply')}
          </button>
        )}
      </div>
    </Modal>
  );
}
