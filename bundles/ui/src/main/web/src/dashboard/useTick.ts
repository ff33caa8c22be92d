import { useEffect, useState } from 'react';
import { useDashboardState } from './context';

/** When the clock wants a chart anew: never for immune ones, spread over a while where the dashboard says so. */
export function useTick(chart: number): { readonly at: number; readonly force: boolean } {
  const { tick, charts } = useDashboardState();
  const { at, spread, immune, force } = tick;
  const place = spread > 0 ? [...charts.keys()].indexOf(chart) : 0;
  const delay = spread > 0 && charts.size > 0 ? (spread * place) / charts.size : 0;
  const [reached, setReached] = useState(0);
  const wanted = at > 0 && !immune.has(chart);
  useEffect(() => {
    if (!wanted || delay === 0) return undefined;
    const wait = setTimeout(() => setReached(at), delay);
    return () => clearTimeout(wait);
  }, [wanted, at, delay]);
  return { at: !wanted ? 0 : delay === 0 ? at : reached, force };
}
