import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { useFailureText } from '../ui/failure';
import { say } from '../ui/toast';

const PATIENCE = 6000;

/** Takes saved queries out of sight at once, and off the server when nobody took them back for a while or the page is left. */
export function useBulkDelete() {
  const { t } = useTranslation();
  const words = useFailureText();
  const client = useQueryClient();
  const [hidden, setHidden] = useState<ReadonlySet<number>>(new Set());
  const due = useRef(new Set<() => void>());

  const remove = useCallback(
    (ids: readonly number[], name: string) => {
      const show = () => setHidden((old) => new Set([...old].filter((id) => !ids.includes(id))));
      setHidden((old) => new Set([...old, ...ids]));
      const go = () => {
        clearTimeout(timer);
        due.current.delete(go);
        const q = ids.length === 1 ? String(ids[0]) : `?q=${encodeURIComponent(`!(${ids.join(',')})`)}`;
        api(`/api/v1/saved_query/${q}`, { method: 'DELETE', keepalive: true })
          .then(() => client.invalidateQueries({ queryKey: ['saved_query'] }))
          .catch((error: unknown) => say(`${words(error).title} ${words(error).text}`, 'bad'))
          .finally(show);
      };
      const timer = setTimeout(go, PATIENCE);
      due.current.add(go);
      say(t('list.deleted', { name }), 'good', {
        label: t('action.undo'),
        lasting: PATIENCE,
        run: () => {
          clearTimeout(timer);
          due.current.delete(go);
          show();
        },
      });
    },
    [client, t, words],
  );
  useEffect(() => {
    const rest = due.current;
    const leave = () => rest.forEach((go) => go());
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
  return { hidden, remove };
}
