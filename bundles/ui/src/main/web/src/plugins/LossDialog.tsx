import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Plugin } from '../api/types';
import { Icon } from '../ui/Icon';
import { FailureState } from '../ui/States';
import { usePluginDetails, usePluginWork, type Loss } from './pluginApi';
import { useOutcome } from './useOutcome';

export interface Farewell {
  readonly plugin: Plugin;
  readonly way: 'disable' | 'remove';
}

/** What charts would lose, before a plugin is switched off or removed. */
export function LossDialog({ plugin, way, onClose }: Farewell & { onClose: () => void }) {
  const { t } = useTranslation();
  const details = usePluginDetails(plugin);
  const work = usePluginWork();
  const { told } = useOutcome();
  const busy = work.enable.isPending || work.remove.isPending;
  const act = async () => {
    const undo = {
      label: t('action.undo'),
      run: () =>
        void (way === 'remove'
          ? told(work.restore.mutateAsync(plugin), 'plugin.isBack', plugin)
          : told(work.enable.mutateAsync({ which: plugin, enabled: true }), 'plugin.isOn', plugin)),
    };
    const done =
      way === 'remove' ? work.remove.mutateAsync(plugin) : work.enable.mutateAsync({ which: plugin, enabled: false });
    if (await told(done, way === 'remove' ? 'plugin.isRemoved' : 'plugin.isOff', plugin, undo)) onClose();
  };
  const losses = details.data?.losses ?? [];
  const broken = losses.filter((loss) => !loss.drawn_instead_by && loss.chart_count > 0);
  return (
    <Modal
      opened
      onClose={onClose}
      size={560}
      title={t(way === 'remove' ? 'plugin.removeTitle' : 'plugin.disableTitle', { name: plugin.title })}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <div data-testid="loss-dialog">
        {details.isError ? (
          <FailureState error={details.error} onRetry={() => void details.refetch()} />
        ) : details.isPending ? (
          <div className="skeleton loss-wait" />
        ) : (
          <>
            <p className="dialog-text">
              {broken.length > 0
                ? t('plugin.breaks')
                : t(plugin.kind === 'datasource' ? 'plugin.databasesLost' : 'plugin.breaksNothing')}
            </p>
            <ul className="losses scroll">
              {losses.map((loss) => (
                <LossRow key={loss.viz_type} loss={loss} />
              ))}
            </ul>
            {way === 'remove' ? <p className="muted">{t('plugin.removeNote')}</p> : null}
          </>
        )}
        <div className="dialog-actions">
          <button type="button" className="btn" onClick={onClose}>
            {t('action.cancel')}
          </button>
          <button
            type="button"
            className={broken.length > 0 ? 'btn danger' : 'btn primary'}
            disabled={details.isPending || busy}
            onClick={() => void act()}
            data-testid="confirm-loss"
          >
            {t(way === 'remove' ? 'plugin.remove' : 'plugin.disable')}
          </button>
        </div>
      </div>
    </Modal>
  );
}

function LossRow({ loss }: { loss: Loss }) {
  const { t } = useTranslation();
  const safe = Boolean(loss.drawn_instead_by) || loss.chart_count === 0;
  return (
    <li data-testid="loss" data-viz-type={loss.viz_type}>
      <div className={safe ? 'loss-head' : 'loss-head broken'}>
        <Icon name={safe ? 'check' : 'alert'} size={14} />
        <b>{loss.title}</b>
        <span className="muted">
          {loss.drawn_instead_by
            ? t('plugin.takenOver', { by: loss.drawn_instead_by })
            : t('plugin.chartsLost', { count: loss.chart_count })}
        </span>
      </div>
      {safe ? null : (
        <p>
          {loss.charts.map(({ id, slice_name }) => (
            <Link key={id} className="link" to={`/explore/?slice_id=${id}`}>
              {slice_name}
            </Link>
          ))}
          {loss.dashboards.map(({ id, dashboard_title }) => (
            <Link key={`d${id}`} className="link" to={`/dashboard/${id}/`}>
              <Icon name="dashboards" size={12} /> {dashboard_title}
            </Link>
          ))}
        </p>
      )}
    </li>
  );
}
