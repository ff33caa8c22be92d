import { Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import type { Dashboard, DashboardChart } from '../../../api/types';
import { useFailureText } from '../../../ui/failure';
import { say } from '../../../ui/toast';
import { readMetadata, type Raw, type Scope } from '../model';
import { chartsOfCross, chartPaths, readCrossScopes, type CrossScopes } from '../scope';
import { ScopeTreeField } from './ScopeTreeField';
import { scopeTree } from './scopeTree';
import './config.css';

interface Props {
  readonly dashboard: Dashboard;
  readonly charts: readonly DashboardChart[];
  readonly onClose: () => void;
}

/** As Superset keeps it: the charts in scope are written down too, for those who only read them. */
function written({ enabled, global, own }: CrossScopes, dashboard: Dashboard, charts: readonly DashboardChart[]): Raw {
  const paths = chartPaths(
    dashboard.position_json,
    charts.map(({ id }) => id),
  );
  const scopes = { enabled: true, global, own };
  const each = charts.map(({ id }) => {
    const scope = own.get(id) ?? 'global';
    return [id, { id, crossFilters: { scope, chartsInScope: [...chartsOfCross(id, scopes, paths)] } }] as const;
  });
  return {
    cross_filters_enabled: enabled,
    global_chart_configuration: {
      scope: global,
      chartsInScope: charts.map(({ id }) => id).filter((id) => !global.excluded.includes(id)),
    },
    chart_configuration: Object.fromEntries(each),
  };
}

/** Whom clicks in charts filter: one scope for all, and those of charts that have their own. */
export default function CrossFilterDialog({ dashboard, charts, onClose }: Props) {
  const { t } = useTranslation();
  const words = useFailureText();
  const client = useQueryClient();
  const metadata = useMemo(() => readMetadata(dashboard.json_metadata), [dashboard.json_metadata]);
  const [scopes, setScopes] = useState(() => readCrossScopes(metadata));
  const [of, setOf] = useState<number>();
  const [failure, setFailure] = useState<unknown>();
  const tree = useMemo(() => scopeTree(dashboard.position_json, charts), [dashboard.position_json, charts]);
  const own = of === undefined ? undefined : scopes.own.get(of);
  const setOwn = (chart: number, scope: Scope | undefined) => {
    const next = new Map(scopes.own);
    if (scope) next.set(chart, scope);
    else next.delete(chart);
    setScopes({ ...scopes, own: next });
  };
  const save = async () => {
    try {
      const json_metadata = JSON.stringify({ ...metadata, ...written(scopes, dashboard, charts) });
      await api(`/api/v1/dashboard/${dashboard.id}`, { method: 'PUT', body: { json_metadata } });
      await client.invalidateQueries({ queryKey: ['dashboard'] });
      say(t('filters.config.saved'));
      onClose();
    } catch (cause) {
      setFailure(cause);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('filters.cross.title')}
      size={820}
      zIndex={300}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <label className="check cross-enabled">
        <input
          type="checkbox"
          checked={scopes.enabled}
          data-testid="cross-enabled"
          onChange={(event) => setScopes({ ...scopes, enabled: event.currentTarget.checked })}
        />
        <span>{t('filters.cross.enabled')}</span>
      </label>
      <div className="filter-config" aria-disabled={!scopes.enabled} data-testid="cross-dialog">
        <nav aria-label={t('filters.cross.charts')}>
          <ol className="config-items">
            <li className={of === undefined ? 'on' : ''}>
              <button
                type="button"
                className="config-item"
                aria-current={of === undefined || undefined}
                onClick={() => setOf(undefined)}
              >
                <span className="clipped strong">{t('filters.cross.global')}</span>
              </button>
            </li>
            {charts.map(({ id, slice_name }) => (
              <li key={id} className={of === id ? 'on' : ''}>
                <button
                  type="button"
                  className="config-item"
                  aria-current={of === id || undefined}
                  data-testid={`cross-of-${id}`}
                  onClick={() => setOf(id)}
                >
                  <span className="clipped">{slice_name}</span>
                  {scopes.own.has(id) ? <span className="badge">{t('filters.cross.own')}</span> : null}
                </button>
              </li>
            ))}
          </ol>
        </nav>
        <div className="config-editor">
          {of === undefined ? (
            <>
              <p className="hint">{t('filters.cross.globalText')}</p>
              <ScopeTreeField
                tree={tree}
                scope={scopes.global}
                onChange={(global) => setScopes({ ...scopes, global })}
              />
            </>
          ) : (
            <>
              <label className="check">
                <input
                  type="checkbox"
                  checked={own === undefined}
                  data-testid="cross-like-all"
                  onChange={(event) => setOwn(of, event.currentTarget.checked ? undefined : scopes.global)}
                />
                <span>{t('filters.cross.likeAll')}</span>
              </label>
              {own ? (
                <ScopeTreeField tree={tree} scope={own} without={of} onChange={(scope) => setOwn(of, scope)} />
              ) : null}
            </>
          )}
        </div>
      </div>
      <div className="dialog-actions">
        {failure ? (
          <span className="problem" role="alert">
            {words(failure).title} {words(failure).text}
          </span>
        ) : null}
        <button type="button" className="btn" onClick={onClose}>
          {t('action.cancel')}
        </button>
        <button type="button" className="btn primary" data-testid="cross-save" onClick={() => void save()}>
          {t('action.save')}
        </button>
      </div>
    </Modal>
  );
}
