import { Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ApiError } from '../api/client';
import { useFailureText } from '../ui/failure';
import { Icon } from '../ui/Icon';
import { FailureState } from '../ui/States';
import { say } from '../ui/toast';
import { bodyOf, draftOf, emptyDraft, useConnection, useEngines, type Draft } from './api';
import { ConnectionForm, shownFields } from './ConnectionForm';
import { EnginePicker } from './EnginePicker';
import '../app/dialogs.css';
import './databases.css';

interface Props {
  /** The database to change; absent to connect a new one. */
  readonly id?: number | undefined;
  readonly onClose: () => void;
}

export function ConnectDialog({ id, onClose }: Props) {
  const { t } = useTranslation();
  const words = useFailureText();
  const client = useQueryClient();
  const engines = useEngines();
  const known = useConnection(id);
  const [draft, setDraft] = useState<Draft>();
  const tunnel = engines.data?.ssh_tunnel ?? [];

  useEffect(() => {
    if (known.data && engines.data) setDraft(draftOf(known.data, engines.data.ssh_tunnel));
  }, [known.data, engines.data]);

  const test = useMutation({
    mutationFn: (tried: Draft) => api('/api/v1/database/test_connection/', { method: 'POST', body: bodyOf(tried) }),
  });
  const save = useMutation({
    mutationFn: (made: Draft) =>
      made.id === undefined
        ? api('/api/v1/database/', { method: 'POST', body: bodyOf(made) })
        : api(`/api/v1/database/${made.id}`, { method: 'PUT', body: bodyOf(made) }),
    onSuccess: async (_, made) => {
      await client.invalidateQueries({ queryKey: ['database'] });
      say(t(made.id === undefined ? 'databases.connected' : 'databases.saved', { name: made.name.trim() }));
      onClose();
    },
  });

  const engine = engines.data?.databases.find((each) => each.engine === draft?.engine);
  const failure = save.error ?? test.error;
  const field = failure instanceof ApiError ? failure.field : undefined;
  const atField = draft !== undefined && field !== undefined && shownFields(draft, engine, tunnel).includes(field);
  const told = failure ? words(failure) : undefined;
  useEffect(() => {
    if (failure && field) document.getElementById(field)?.focus();
  }, [failure, field]);

  const busy = test.isPending || save.isPending;
  const ready = draft !== undefined && draft.name.trim() !== '';

  const change = (next: Draft) => {
    setDraft(next);
    test.reset();
    save.reset();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={
        id !== undefined
          ? t('databases.edit')
          : draft
            ? t('databases.connectTo', { engine: engine?.name ?? draft.engine })
            : t('databases.connect')
      }
      size={620}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {engines.isError || known.isError ? (
        <FailureState error={engines.error ?? known.error} onRetry={() => void engines.refetch()} />
      ) : !engines.data || (id !== undefined && !draft) ? (
        <div className="skeleton" style={{ height: 220 }} />
      ) : !draft ? (
        <EnginePicker
          engines={engines.data.databases}
          onChoose={(chosen) => setDraft(emptyDraft(chosen, engines.data.ssh_tunnel))}
        />
      ) : (
        <form
          noValidate
          data-testid="connection-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (!ready || busy) return;
            test.reset();
            save.mutate(draft);
          }}
        >
          <ConnectionForm
            draft={draft}
            engine={engine}
            tunnel={tunnel}
            problem={failure ? { field, text: failure.message } : undefined}
            onChange={change}
          />
          <div className="connection-foot">
            <div className="dialog-word" aria-live="polite">
              {told && !atField ? (
                <p className="problem" role="alert" data-testid="connection-problem">
                  {told.title}. {told.text}
                </p>
              ) : null}
              {test.isSuccess ? (
                <p className="well" data-testid="connection-works">
                  <Icon name="check" size={14} />
                  {t('databases.works')}
                </p>
              ) : null}
            </div>
            <div className="dialog-actions">
              {id === undefined ? (
                <button type="button" className="btn ghost first" onClick={() => setDraft(undefined)}>
                  {t('databases.otherKind')}
                </button>
              ) : null}
              <button
                type="button"
                className="btn"
                disabled={busy || !ready}
                data-testid="test-connection"
                onClick={() => {
                  save.reset();
                  test.mutate(draft);
                }}
              >
                {t(test.isPending ? 'databases.testing' : 'databases.test')}
              </button>
              <button type="submit" className="btn primary" disabled={busy || !ready} data-testid="save-connection">
                {t(id === undefined ? 'databases.connectNow' : 'action.save')}
              </button>
            </div>
          </div>
        </form>
      )}
    </Modal>
  );
}
