import type { Filter } from 'karavel-viz';
import { useCallback, useEffect, useMemo, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChartResult, FormValues } from '../api/types';
import { createFormatters } from '../chart/formatters';
import { currentLocale } from '../i18n';
import { useFilters, useFilterStore } from './filters/context';
import { crossMask, selectedOf, type CellWords, type Source } from './filters/crossMask';
import { canonical } from './filters/state';
import type { ExtraFormData } from './filters/model';
import type { Snapshot } from './filters/store';

/** Where on the page somebody asked what can be done with a mark. */
export interface MarkMenu {
  readonly x: number;
  readonly y: number;
  readonly filters: readonly Filter[];
}

interface MarkEvent {
  readonly type: 'crossFilter' | 'drill' | 'contextMenu';
  readonly filters: readonly Filter[];
  readonly x?: number;
  readonly y?: number;
}

const grainOf = (formData: FormValues, extra: ExtraFormData): string | undefined => {
  const grain = extra.time_grain_sqla ?? formData['time_grain_sqla'];
  return typeof grain === 'string' ? grain : undefined;
};

/** Clicks on marks of a chart: they filter others, or open a menu. */
export function useMarks(
  chart: number,
  card: RefObject<HTMLElement | null>,
  given: {
    readonly results: readonly ChartResult[] | undefined;
    readonly formData: FormValues;
    readonly extra: ExtraFormData;
  },
) {
  const { t } = useTranslation();
  const store = useFilterStore();
  const [menu, setMenu] = useState<MarkMenu>();
  const { results, formData, extra } = given;
  const grain = grainOf(formData, extra);
  const source = useMemo<Source>(() => ({ results, grain }), [results, grain]);
  const words = useMemo<CellWords>(
    () => ({
      time: (value, step) => createFormatters(currentLocale()).time(undefined, step)(value),
      nothing: t('filters.null'),
    }),
    [t],
  );
  const mask = useFilters(useCallback(({ state }: Snapshot) => state.applied[String(chart)], [chart]));
  const reaches = useFilters(
    useCallback(({ setup }: Snapshot) => (setup.reach.get(String(chart))?.size ?? 0) > 0, [chart]),
  );

  const filterBy = useCallback(
    (filters: readonly Filter[]) => {
      if (!reaches) return;
      const wanted = crossMask(filters, source, words);
      const now = store.snapshot().state.applied[String(chart)];
      // The same mark once more takes it back.
      const again = canonical(wanted?.extraFormData ?? null) === canonical(now?.extraFormData ?? null);
      store.dispatch({ type: 'cross', chart, mask: again ? undefined : wanted });
    },
    [store, chart, source, words, reaches],
  );
  useEffect(() => {
    const element = card.current;
    if (!element) return undefined;
    const onEvent = (event: Event) => {
      const { type, filters, x = 0, y = 0 } = (event as CustomEvent<MarkEvent>).detail;
      if (type === 'crossFilter') filterBy(filters);
      else if (filters.length > 0) setMenu({ x, y, filters });
    };
    element.addEventListener('karavel-chart', onEvent);
    return () => element.removeEventListener('karavel-chart', onEvent);
  }, [card, filterBy]);
  return { menu, closeMenu: () => setMenu(undefined), filterBy, source, words, selected: selectedOf(mask), reaches };
}
