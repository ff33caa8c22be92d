import { useTranslation } from 'react-i18next';
import { useFilterSnapshot, useFilterStore } from './context';
import { isSet } from './extra';
import { canonical, canApply, changedFilters, lacking } from './state';

/** Apply, clear, back to the defaults. */
export function FilterActions() {
  const { t } = useTranslation();
  const store = useFilterStore();
  const { setup, state } = useFilterSnapshot();
  const changed = changedFilters(setup, state).length;
  const missing = lacking(setup, state.selected);
  const some = setup.filters.some(({ id }) => isSet(state.selected[id]));
  const defaulted = setup.filters.some(({ id, defaultMask }) => {
    const given = isSet(defaultMask) ? defaultMask.filterState?.value : null;
    const now = isSet(state.selected[id]) ? state.selected[id]?.filterState?.value : null;
    return isSet(defaultMask) && canonical(given) !== canonical(now);
  });
  return (
    <div className="filter-actions">
      <button
        type="button"
        className="btn primary small"
        disabled={changed === 0 || !canApply(setup, state)}
        title={
          missing.length > 0 ? t('filters.lacking', { names: missing.map(({ name }) => name).join(', ') }) : undefined
        }
        data-testid="filters-apply"
        onClick={() => store.dispatch({ type: 'apply' })}
      >
        {changed === 0 ? t('action.apply') : t('filters.applyChanges', { count: changed })}
      </button>
      <button
        type="button"
        className="btn ghost small"
        disabled={!some}
        data-testid="filters-clear"
        onClick={() => store.dispatch({ type: 'clear' })}
      >
        {t('filters.clearAll')}
      </button>
      {defaulted ? (
        <button
          type="button"
          className="btn ghost small"
          data-testid="filters-reset"
          onClick={() => store.dispatch({ type: 'reset' })}
        >
          {t('filters.reset')}
        </button>
      ) : null}
    </div>
  );
}
