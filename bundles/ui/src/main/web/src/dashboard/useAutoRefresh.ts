import { useEffect, useMemo, useState } from 'react';
import { ids, type Raw } from './filters/model';
import type { Tick } from './context';

/** Seconds, as Superset offers them; 0 is never. */
export const intervals = [0, 10, 30, 60, 300, 1800, 3600, 21_600, 43_200, 86_400] as const;

const STAGGER = 5000;

/** Fetches all charts anew by the clock, as json_metadata says or the reader chose; rests while nobody sees the page. */
export function useAutoRefresh(metadata: Raw) {
  const saved = Number(metadata['refresh_frequency']);
  const [chosen, choose] = useState<number>();
  const seconds = chosen ?? (Number.isFinite(saved) && saved > 0 ? saved : 0);
  const [at, setAt] = useState(0);
  useEffect(() => {
    if (seconds <= 0) return undefined;
    let last = Date.now();
    const due = () => {
      if (document.hidden || Date.now() - last < seconds * 1000 - 50) return;
      last = Date.now();
      setAt(last);
    };
    const timer = setInterval(due, seconds * 1000);
    // Who comes back sees what is new at once, not after one more interval.
    document.addEventListener('visibilitychange', due);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', due);
    };
  }, [seconds]);
  const tick = useMemo<Tick>(() => {
    const time = Number(metadata['stagger_time']);
    return {
      at,
      force: metadata['auto_refresh_mode'] !== 'fetch',
      immune: new Set(ids(metadata['timed_refresh_immune_slices'])),
      spread: metadata['stagger_refresh'] === true ? (time > 0 ? time : STAGGER) : 0,
    };
  }, [at, metadata]);
  return { tick, seconds, choose };
}
