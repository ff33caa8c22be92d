import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { useFailureText } from './failure';
import { say } from './toast';

export const PATIENCE = 6000;

type Kind =
  | 'dashboard'
  | 'chart'
  | 'dataset'
  | 'tag'
  | 'security/users'
  | 'security/roles'
  | 'rowlevelsecurity'
  | 'report'
  | 'theme';

let hidden: ReadonlySet<string> = new Set();
const listeners = new Set<() => void>();
const hide = (key: string, away: boolean) => {
  const next = new Set(hidden);
  if (away) next.add(key);
  else next.delete(key);
  hidden = next;
  listeners.forEach((listener) => listener());
};
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Takes a thing out of sight at once, on every page, and out of the server when nobody took it back for a moment. */
export function useUndoableDelete(kind: Kind) {
  const { t } = useTranslation();
  const words = useFailureText();
  const client = useQueryClient();
  const all = useSyncExternalStore(subscribe, () => hidden);

  const remove = useCallback(
    (which: number | readonly number[], name: string) => {
      const ids = typeof which === 'number' ? [which] : which;
      const show = (away: boolean) => ids.forEach((id) => hide(`${kind} ${id}`, away));
      show(true);
      const timer = setTimeout(() => {
        Promise.all(ids.map((id) => api(`/api/v1/${kind}/${id}`, { method: 'DELETE' })))
          .catch((error: unknown) => say(`${words(error).title} ${words(error).text}`, 'bad'))
          .finally(() => {
            void Promise.all([
              client.invalidateQueries({ queryKey: [kind] }),
              client.invalidateQueries({ queryKey: ['trash'] }),
            ]).finally(() => show(false));
          });
      }, PATIENCE);
      say(t('list.deleted', { name }), 'good', {
        label: t('action.undo'),
        lasting: PATIENCE,
        run: () => {
          clearTimeout(timer);
          show(false);
        },
      });
    },
    [kind, client, t, words],
  );
  const gone = new Set([...all].filter((key) => key.startsWith(`${kind} `)).map((key) => Number(key.split(' ')[1])));
  return { hidden: gone, remove };
}
