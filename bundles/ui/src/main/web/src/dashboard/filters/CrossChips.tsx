import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon';
import { useDashboardState } from '../context';
import { useFilterSnapshot, useFilterStore } from './context';

/** What was clicked in charts and filters others now; each can be taken out. */
export function CrossChips() {
  const { t } = useTranslation();
  const store = useFilterStore();
  const { state } = useFilterSnapshot();
  const { charts } = useDashboardState();
  const chips = Object.entries(state.applied).flatMap(([id, mask]) => {
    const chart = charts.get(Number(id));
    return chart ? [{ chart, label: mask.filterState?.label ?? '' }] : [];
  });
  if (chips.length === 0) return null;
  return (
    <div className="cross-chips" role="group" aria-label={t('filters.crossFilters')} data-testid="cross-chips">
      {chips.map(({ chart, label }) => (
        <span key={chart.id} className="chip on" data-testid="cross-chip">
          <span className="clipped" title={`${chart.slice_name}: ${label}`}>
            {chart.slice_name} <b>{label}</b>
          </span>
          <button
            type="button"
            className="chip-out"
            aria-label={t('filters.removeCross', { name: chart.slice_name, value: label })}
            onPointerEnter={() => store.focus(String(chart.id))}
            onPointerLeave={() => store.focus(undefined)}
            onClick={() => {
              store.focus(undefined);
              store.dispatch({ type: 'cross', chart: chart.id, mask: undefined });
            }}
          >
            <Icon name="close" size={11} />
          </button>
        </span>
      ))}
      {chips.length > 1 ? (
        <button type="button" className="btn ghost small" onClick={() => store.dispatch({ type: 'clearCross' })}>
          {t('filters.clearCross')}
        </button>
      ) : null}
    </div>
  );
}
