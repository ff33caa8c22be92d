import type { Filter } from 'karavel-viz';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { DashboardChart, FormValues } from '../../api/types';
import { wordsOfFilters } from '../filters/crossMask';
import type { ExtraFormData } from '../filters/model';
import type { useMarks } from '../useMarks';
import { MarkMenu } from './MarkMenu';
import { drilledExtra } from './steps';

const DrillDetail = lazy(() => import('./DrillDetail'));
const DrillBy = lazy(() => import('./DrillBy'));

interface Props {
  readonly chart: DashboardChart;
  readonly title: string;
  readonly formData: FormValues;
  readonly extra: ExtraFormData;
  readonly marks: ReturnType<typeof useMarks>;
  /** The whole chart's rows were asked for, not a mark's. */
  readonly whole: boolean;
  readonly onWholeClosed: () => void;
}

/** The menu of a chart's marks, and the dialogs it leads to. */
export function CardDrill({ chart, title, formData, extra, marks, whole, onWholeClosed }: Props) {
  const { menu, closeMenu, filterBy, source, words, reaches } = marks;
  const [drill, setDrill] = useState<{ readonly to: 'detail' | 'by'; readonly filters: readonly Filter[] }>();
  const filters = drill?.filters;
  const under = useMemo(() => drilledExtra(extra, filters ?? [], source), [extra, filters, source]);
  const close = () => (whole ? onWholeClosed() : setDrill(undefined));
  const go = (to: 'detail' | 'by') => {
    if (menu) setDrill({ to, filters: menu.filters });
    closeMenu();
  };
  const of = wordsOfFilters(filters ?? [], source, words);
  return (
    <>
      {menu ? (
        <MarkMenu
          place={menu}
          of={wordsOfFilters(menu.filters, source, words)}
          onFilter={
            reaches
              ? () => {
                  filterBy(menu.filters);
                  closeMenu();
                }
              : undefined
          }
          onDetail={() => go('detail')}
          onBy={() => go('by')}
          onClose={closeMenu}
        />
      ) : null}
      <Suspense fallback={null}>
        {whole || drill?.to === 'detail' ? (
          <DrillDetail chart={chart} title={title} extra={whole ? extra : under} of={whole ? '' : of} onClose={close} />
        ) : null}
        {drill?.to === 'by' ? (
          <DrillBy
            chart={chart}
            title={title}
            formData={formData}
            extra={extra}
            filters={drill.filters}
            source={source}
            words={words}
            onClose={close}
          />
        ) : null}
      </Suspense>
    </>
  );
}
