import { useCallback, useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon';
import { useDashboardState } from '../context';
import { useFilterSnapshot, useFilterStore } from './context';
import { lacksValue, valueOf } from './extra';
import { FilterControl } from './FilterControl';
import { isRequired, type NativeFilter } from './model';
import { extraOfParents, isChanged } from './state';

/** One filter of the bar: its name, its field, and what is wrong with it. */
export function FilterField({ filter, compact = false }: { filter: NativeFilter; compact?: boolean }) {
  const { t } = useTranslation();
  const id = useId();
  const store = useFilterStore();
  const { state, setup } = useFilterSnapshot();
  const { id: dashboardId, forceAfter } = useDashboardState();
  const mask = state.selected[filter.id];
  const under = JSON.stringify(extraOfParents(state, filter));
  const parents = useMemo(() => JSON.parse(under) as ReturnType<typeof extraOfParents>, [under]);
  const onChange = useCallback(
    (value: unknown) => store.dispatch({ type: 'select', id: filter.id, value }),
    [store, filter.id],
  );
  const onFirst = useCallback(
    (value: unknown) => store.dispatch({ type: 'offer', id: filter.id, value }),
    [store, filter.id],
  );
  const reached = setup.reach.get(filter.id)?.size ?? 0;
  const lacking = lacksValue(filter, mask);
  return (
    <div
      className={compact ? 'filter-field compact' : 'filter-field'}
      role="group"
      aria-labelledby={id}
      data-testid="filter-field"
      data-filter={filter.id}
    >
      <div className="filter-name">
        <span id={id} className="clipped" title={filter.name}>
          {filter.name}
        </span>
        {isRequired(filter) ? (
          <span className="required" title={t('filters.required')}>
            *<span className="hidden-visually">{t('filters.required')}</span>
          </span>
        ) : null}
        {isChanged(state, filter.id) ? (
          <span
            className="changed-dot"
            role="img"
            aria-label={t('filters.notApplied')}
            title={t('filters.notApplied')}
          />
        ) : null}
        {filter.description ? (
          <button
            type="button"
            className="hint-button"
            title={filter.description}
            aria-label={t('filters.about', { text: filter.description })}
          >
            <Icon name="info" size={13} />
          </button>
        ) : null}
        <span className="grow" />
        {compact ? null : (
          <button
            type="button"
            className="hint-button scope-button"
            aria-label={t('filters.showScope', { name: filter.name, count: reached })}
            title={t('filters.reaches', { count: reached })}
            data-testid="filter-scope"
            onPointerEnter={() => store.focus(filter.id)}
            onPointerLeave={() => store.focus(undefined)}
            onFocus={() => store.focus(filter.id)}
            onBlur={() => store.focus(undefined)}
          >
            <Icon name="charts" size={13} />
            {reached}
          </button>
        )}
      </div>
      <FilterControl
        filter={filter}
        value={valueOf(mask)}
        onChange={onChange}
        onFirst={onFirst}
        asking={{ dashboardId, parents, forceAfter }}
        invalid={lacking}
      />
      {lacking && !compact ? <span className="problem">{t('filters.needsValue')}</span> : null}
    </div>
  );
}
