import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { useFailureText } from '../ui/failure';
import { say } from '../ui/toast';

const PATIENCE = 6000;

/** Takes a row out of sight at once, and out of the server when nobody took it back for a moment. */
export function useUndoableDelete() {
  const { t } = useTranslation();
  const words = useFailureText();
  const client = useQueryClient();
  const [hidden, setHidden] = useState<ReadonlySet<number>>(new Set());

  const remove = useCallback(
    (id: number, name: string) => {
      const show = () => setHidden((old) => new Set([...old].filter((each) => each !== id)));
      setHidden((old) => new Set([...old, id]));
      const timer = setTimeout(() => {
        api(`/api/v1/database/${id}`, { method: 'DELETE' })
          .then(() => client.invalidateQueries({ queryKey: ['database'] }))
          .catch((error: unknown) => say(words(error).text, 'bad'))
          .finally(show);
      }, PATIENCE);
      say(t('databases.deleted', { name }), 'good', {
        label: t('action.undo'),
        lasting: PATIENCE,
        run: () => {
          clearTimeout(timer);
          show();
        },
      });
    },
    [client, t, words],
  );
  return { hidden, remove };
}
