import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChartRequest } from '../api/chartData';
import { longOf, watchLong } from '../api/jobs';
import { Icon } from '../ui/Icon';
import './stillRunning.css';

interface Props {
  readonly request: ChartRequest;
  /** False where the page has a stop button already. */
  readonly stoppable?: boolean;
}

/** Says that a question takes long, how long by now, and lets people end it. Nothing while it does not. */
export function StillRunning({ request, stoppable = true }: Props) {
  const question = useMemo(() => JSON.stringify(request), [request]);
  const long = useSyncExternalStore(watchLong, () => longOf(question));
  return long ? <Bar since={long.since} onStop={stoppable ? long.stop : undefined} /> : null;
}

function Bar({ since, onStop }: { since: number; onStop: (() => void) | undefined }) {
  const { t } = useTranslation();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <div className="still-running" role="status" data-testid="still-running">
      <Icon name="history" size={14} />
      <span>{t('chart.stillRunning')}</span>
      <span className="seconds" aria-hidden>
        {t('chart.seconds', { seconds: Math.max(0, Math.round((now - since) / 1000)) })}
      </span>
      {onStop ? (
        <button type="button" className="btn small" onClick={onStop}>
          {t('chart.stop')}
        </button>
      ) : null}
    </div>
  );
}
