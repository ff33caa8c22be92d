import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '../ui/failure';
import { say } from '../ui/toast';
import { orderRun, runOf } from './alertApi';
import { stateKey } from './StateWord';
import type { Kind, LogRow } from './types';

const EVERY = 1200;
/** After that the log alone tells how it ends. */
const PATIENCE = 10 * 60_000;

/** Orders a run and follows it until its end, also after the page that ordered it was left. */
export function useRun(id: number, kind: Kind, name: string) {
  const { t } = useTranslation();
  const words = useFailureText();
  const client = useQueryClient();
  const [running, setRunning] = useState(false);
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);

  const tell = useCallback(
    ({ state, error_message: why }: LogRow) => {
      const word = t(stateKey(kind, state));
      const text = state === 'Error' ? t('alerts.sendFailed', { name, why: why ?? word }) : `${name}: ${word}`;
      say(text, state === 'Error' ? 'bad' : 'good');
    },
    [t, kind, name],
  );

  const send = useCallback(async () => {
    setRunning(true);
    const again = () => client.invalidateQueries({ queryKey: ['report'] });
    try {
      const { execution_id: execution } = await orderRun(id);
      say(t('alerts.sending', { name }));
      const until = Date.now() + PATIENCE;
      for (;;) {
        await new Promise((resume) => setTimeout(resume, EVERY));
        const run = await runOf(id, execution);
        if (run && run.state !== 'Working') {
          tell(run);
          break;
        }
        if (Date.now() > until) break;
      }
    } catch (error) {
      const { title, text } = words(error);
      say(`${title} ${text}`, 'bad');
    } finally {
      await again();
      if (here.current) setRunning(false);
    }
  }, [client, id, name, t, tell, words]);
  return { running, send: () => void send() };
}
