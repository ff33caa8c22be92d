import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon';
import { Popover } from '../../ui/overlays';
import { useDashboardState } from '../context';
import { useFilters } from './context';
import type { Mask } from './model';
import { masksOn } from './state';
import { useRangeWords } from '../TimeFilter';
import { columnsOf, wordsOf } from './words';

type Placed = readonly (readonly [string, Mask])[];
const none: Placed = [];

/** The masks a chart stands under; nothing is drawn while there is none, so that most cards cost nothing. */
export function CardFilters({ chart }: { chart: number }) {
  const { timeRange } = useDashboardState();
  const setup = useFilters(({ setup: now }) => now);
  const applied = useFilters(({ state }) => state.applied);
  const on = useMemo<Placed>(() => {
    const filtered = masksOn(setup, applied, chart);
    const ownRange = timeRange && !filtered.some(([, mask]) => mask.extraFormData?.time_range);
    if (!ownRange) return filtered.length === 0 ? none : filtered;
    return [['time', { extraFormData: { time_range: timeRange } }] as const, ...filtered];
  }, [setup, applied, chart, timeRange]);
  return on.length === 0 ? null : <FilterCount chart={chart} on={on} />;
}

/** How many filters a chart stands under, which, and which of them it could not follow and why. */
function FilterCount({ chart, on }: { chart: number; on: Placed }) {
  const { t } = useTranslation();
  const ranges = useRangeWords();
  const { charts } = useDashboardState();
  const setup = useFilters(({ setup: now }) => now);
  const report = useFilters(({ reports }) => reports.get(chart));
  const rejected = new Map((report?.rejected ?? []).map((one) => [one.column, one.reason]));
  const rows = on.map(([id, mask]: readonly [string, Mask]) => {
    const reason = columnsOf(mask).flatMap((column) => (rejected.has(column) ? [rejected.get(column) ?? ''] : []))[0];
    const name =
      setup.filters.find((one) => one.id === id)?.name ?? charts.get(Number(id))?.slice_name ?? t('time.label');
    return { id, name, value: wordsOf(mask, ranges, t), reason };
  });
  const left = rows.filter(({ reason }) => reason !== undefined);
  const followed = rows.length - left.length;
  const label = [
    followed > 0 ? t('filters.applied', { count: followed }) : '',
    left.length > 0 ? t('filters.rejected', { count: left.length }) : '',
  ];
  return (
    <Popover position="bottom-end" width={280} returnFocus zIndex={360} transitionProps={{ duration: 100 }}>
      <Popover.Target>
        <button
          type="button"
          className={left.length > 0 ? 'card-filters some-left' : 'card-filters'}
          aria-label={label.filter(Boolean).join(', ')}
          title={label.filter(Boolean).join(', ')}
          data-testid="card-filters"
          data-applied={followed}
          data-rejected={left.length}
        >
          <Icon name="filter" size={12} />
          {rows.length}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <ul className="card-filter-list">
          {rows.map(({ id, name, value, reason }) => (
            <li key={id} className={reason === undefined ? undefined : 'left'}>
              <b>{name}</b> <span>{value}</span>
              {reason === undefined ? null : (
                <p>{t(`filters.reasons.${reason}`, { defaultValue: t('filters.reasons.other') })}</p>
              )}
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
