import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Chart } from '../api/types';
import { Age } from '../ui/Age';
import { Icon } from '../ui/Icon';
import { count } from '../ui/time';
import type { OpenDialog } from './dialogs/Dialogs';
import { DownloadMenu } from './menus/DownloadMenu';
import { MoreMenu } from './menus/MoreMenu';
import { ShareMenu } from './menus/ShareMenu';
import type { StageTab } from './Stage';
import type { Exploration } from './useExploration';

interface Props {
  readonly exploration: Exploration;
  readonly chart: Chart | undefined;
  readonly title: string;
  readonly tab: StageTab;
  readonly onTab: (tab: StageTab) => void;
  readonly onDialog: (dialog: OpenDialog) => void;
  /** Where the window is too narrow for the dataset beside the settings, it lies over them. */
  readonly drawer: { readonly open: boolean; readonly toggle: () => void };
}

export function EditorHead({ exploration, chart, title, tab, onTab, onDialog, drawer }: Props) {
  const { t } = useTranslation();
  const { draft, dataset } = exploration;
  return (
    <div className="top">
      <button
        type="button"
        className="btn icon-only data-toggle"
        aria-expanded={drawer.open}
        aria-controls="explore-data"
        aria-label={t('explore.data')}
        title={t('explore.data')}
        data-testid="data-drawer"
        onClick={drawer.toggle}
      >
        <Icon name="datasets" />
      </button>
      <div className="explore-name">
        <div className="crumb">
          <Link to="/chart/list/">{t('nav.charts')}</Link>
          {dataset ? (
            <>
              {' / '}
              <Link to={`/dataset/${dataset.id}`}>{dataset.table_name}</Link>
            </>
          ) : null}
        </div>
        <h1 className="hidden-visually">{title}</h1>
        <input
          className="name-input"
          value={draft.name}
          placeholder={t('explore.newChart')}
          aria-label={t('explore.name')}
          data-testid="chart-name"
          size={Math.max(16, Math.min(60, draft.name.length + 1))}
          onChange={(event) => draft.rename(event.currentTarget.value)}
        />
      </div>
      {chart?.certified_by ? (
        <span className="badge good" title={chart.certification_details ?? undefined}>
          <Icon name="check" size={12} />
          {t('explore.certifiedBy', { name: chart.certified_by })}
        </span>
      ) : null}
      {draft.dirty ? (
        <span className="badge warn" data-testid="unsaved">
          {t('explore.unsaved')}
        </span>
      ) : null}
      {draft.dirty && chart ? (
        <button type="button" className="btn ghost small" onClick={exploration.discard}>
          {t('explore.discard')}
        </button>
      ) : null}
      <span className="grow" />
      <ResultBadges exploration={exploration} />
      <div className="pair-buttons">
        <button
          type="button"
          className="btn icon-only"
          disabled={!draft.canUndo}
          onClick={draft.undo}
          aria-label={t('action.undo')}
          title={`${t('action.undo')} (Ctrl Z)`}
          data-testid="undo"
        >
          <Icon name="undo" />
        </button>
        <button
          type="button"
          className="btn icon-only flipped"
          disabled={!draft.canRedo}
          onClick={draft.redo}
          aria-label={t('explore.redo')}
          title={`${t('explore.redo')} (Shift Ctrl Z)`}
          data-testid="redo"
        >
          <Icon name="undo" />
        </button>
      </div>
      <ShareMenu exploration={exploration} chart={chart} title={title} />
      <DownloadMenu exploration={exploration} title={title} />
      <MoreMenu exploration={exploration} chart={chart} title={title} tab={tab} onTab={onTab} onDialog={onDialog} />
      <button type="button" className="btn primary" onClick={() => onDialog('save')} data-testid="save">
        {t('action.save')}
      </button>
    </div>
  );
}

/** How much came, how fast, how old it is, and whether there would be more. */
function ResultBadges({ exploration }: { exploration: Exploration }) {
  const { t } = useTranslation();
  const { data, applied } = exploration;
  const first = data.data?.results[0];
  if (!first || !data.data || data.error) return null;
  const limit = Number(applied['row_limit'] ?? Number.NaN);
  const cut = limit > 0 && first.rowcount >= limit;
  return (
    <>
      {cut ? (
        <span className="badge warn" data-testid="row-limit" title={t('explore.limitReachedText')}>
          <Icon name="alert" size={12} />
          {t('explore.limitReached', { shown: count(limit) })}
        </span>
      ) : null}
      <span className="badge good" data-testid="result-badge" title={first.is_cached ? t('chart.cached') : undefined}>
        {t('explore.rows', { count: first.rowcount, shown: count(first.rowcount) })} · {count(data.data.milliseconds)}{' '}
        ms
      </span>
      {first.is_cached && first.cached_dttm ? (
        <button
          type="button"
          className="btn ghost small cached-age"
          onClick={exploration.refresh}
          title={t('chart.forceRefresh')}
          data-testid="cached-age"
        >
          {t('chart.cached')} <Age iso={first.cached_dttm} />
          <Icon name="refresh" size={12} />
        </button>
      ) : null}
    </>
  );
}
