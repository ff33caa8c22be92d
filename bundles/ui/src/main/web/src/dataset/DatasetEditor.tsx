import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Dataset } from '../api/types';
import { useKeys } from '../app/useKeys';
import { Age } from '../ui/Age';
import { useFailureText } from '../ui/failure';
import { Icon } from '../ui/Icon';
import { LeaveDialog, useLeaveGuard } from '../ui/leaveGuard';
import { Tabs } from '../ui/Tabs';
import { useUndoKeys } from '../ui/useUndoKeys';
import type { Tab } from './draft';
import { ColumnsTab } from './parts/ColumnsTab';
import { MetricsTab } from './parts/MetricsTab';
import { SettingsTab } from './parts/SettingsTab';
import { SourceTab } from './parts/SourceTab';
import { UsageTab } from './parts/UsageTab';
import { SyncDialog } from './SyncDialog';
import { useDatasetDraft, type DatasetEditing } from './useDatasetDraft';

const tabs: readonly Tab[] = ['columns', 'calculated', 'metrics', 'settings', 'source', 'usage'];

export function DatasetEditor({ dataset }: { dataset: Dataset }) {
  const { t } = useTranslation();
  const editing = useDatasetDraft(dataset);
  const { draft, wrongs } = editing;
  const [tab, setTab] = useState<Tab>('columns');
  const [syncing, setSyncing] = useState(false);
  const [leaving, stay] = useLeaveGuard(editing.dirty);
  const save = () => {
    const [wrong] = wrongs;
    if (wrong) setTab(wrong.tab);
    else if (editing.dirty) editing.save.mutate({ force: false });
  };
  useKeys({ 'mod+s': save });
  useUndoKeys(editing.undo, editing.redo);

  const counts: Partial<Record<Tab, number>> = {
    columns: draft.columns.filter(({ expression }) => expression === undefined).length,
    calculated: draft.columns.filter(({ expression }) => expression !== undefined).length,
    metrics: draft.metrics.length,
  };
  const panel = {
    columns: <ColumnsTab dataset={dataset} editing={editing} calculated={false} />,
    calculated: <ColumnsTab dataset={dataset} editing={editing} calculated />,
    metrics: <MetricsTab dataset={dataset} editing={editing} />,
    settings: <SettingsTab editing={editing} />,
    source: <SourceTab dataset={dataset} editing={editing} />,
    usage: <UsageTab dataset={dataset} />,
  };
  return (
    <div className="dataset-page">
      <div className="top">
        <div>
          <div className="crumb">
            <Link to="/tablemodelview/list/">{t('nav.datasets')}</Link>
            {dataset.database ? ` / ${dataset.database.database_name}` : ''}
            {dataset.schema ? ` / ${dataset.schema}` : ''}
          </div>
          <h1>{draft.settings.name || dataset.table_name}</h1>
        </div>
        <span className="badge">{t(`dataset.${dataset.kind ?? 'physical'}`)}</span>
        {draft.settings.certifiedBy ? (
          <span className="badge good" title={draft.settings.certification}>
            <Icon name="check" size={12} />
            {t('explore.certifiedBy', { name: draft.settings.certifiedBy })}
          </span>
        ) : null}
        {editing.dirty ? (
          <span className="badge warn" data-testid="unsaved">
            {t('explore.unsaved')}
          </span>
        ) : null}
        {editing.dirty ? (
          <button type="button" className="btn ghost small" onClick={editing.discard}>
            {t('explore.discard')}
          </button>
        ) : null}
        <span className="grow" />
        <div className="pair-buttons">
          <button
            type="button"
            className="btn icon-only"
            disabled={!editing.canUndo}
            onClick={editing.undo}
            aria-label={t('action.undo')}
            title={t('action.undo')}
          >
            <Icon name="undo" />
          </button>
          <button
            type="button"
            className="btn icon-only flipped"
            disabled={!editing.canRedo}
            onClick={editing.redo}
            aria-label={t('explore.redo')}
            title={t('explore.redo')}
          >
            <Icon name="undo" />
          </button>
        </div>
        <button
          type="button"
          className="btn"
          disabled={editing.save.isPending}
          onClick={() => setSyncing(true)}
          data-testid="sync"
        >
          <Icon name="refresh" size={14} />
          {t('dataset.sync')}
        </button>
        <Link className="btn" to={`/explore/?datasource_type=table&datasource_id=${dataset.id}`}>
          <Icon name="charts" size={14} />
          {t('dataset.explore')}
        </Link>
        <button
          type="button"
          className="btn primary"
          disabled={!editing.dirty || editing.save.isPending}
          onClick={save}
          data-testid="dataset-save"
        >
          {t('action.save')}
        </button>
      </div>
      <Notices editing={editing} onGo={setTab} />
      <Tabs
        label={t('dataset.parts')}
        className="dataset-tabs"
        items={tabs.map((key) => ({
          key,
          title: (
            <>
              {t(`dataset.tab.${key}`)}
              {counts[key] === undefined ? null : <span className="tab-count">{counts[key]}</span>}
              {wrongs.some((wrong) => wrong.tab === key) ? (
                <span className="tab-wrong" role="img" aria-label={t('dataset.hasWrong')}>
                  <Icon name="alert" size={12} />
                </span>
              ) : null}
            </>
          ),
        }))}
        value={tab}
        onChange={setTab}
        panelClassName="dataset-panel"
        panel={panel[tab]}
      />
      {syncing ? <SyncDialog dataset={dataset} dirty={editing.dirty} onClose={() => setSyncing(false)} /> : null}
      {leaving ? (
        <LeaveDialog
          text={t('dataset.leaveText', { name: dataset.table_name })}
          onStay={stay}
          onDiscard={() => {
            editing.discard();
            leaving.go();
          }}
        />
      ) : null}
    </div>
  );
}

/** What stands in the way of saving: names and expressions, the server's own reasons, somebody who was faster. */
function Notices({ editing, onGo }: { editing: DatasetEditing; onGo: (tab: Tab) => void }) {
  const { t } = useTranslation();
  const words = useFailureText();
  const { theirs, save, wrongs } = editing;
  if (theirs) {
    return (
      <div className="dataset-notice warn" role="alert" data-testid="dataset-conflict">
        <span>
          {t('dataset.conflict', { name: theirs.changed_by_name || t('save.somebody') })}{' '}
          <Age iso={theirs.changed_on_utc} />.
        </span>
        <button type="button" className="btn small" onClick={editing.takeTheirs}>
          {t('dataset.takeTheirs')}
        </button>
        <button type="button" className="btn small danger" onClick={() => save.mutate({ force: true })}>
          {t('save.anyway')}
        </button>
      </div>
    );
  }
  if (save.error) {
    const { title, text } = words(save.error);
    return (
      <div className="dataset-notice bad" role="alert">
        <span>
          <b>{title}</b> {text}
        </span>
      </div>
    );
  }
  const [wrong] = wrongs;
  if (!wrong || !editing.dirty) return null;
  return (
    <div className="dataset-notice warn" role="status">
      <span>{t(`dataset.wrong.${wrong.what}`, { name: wrong.name })}</span>
      <button type="button" className="btn small" onClick={() => onGo(wrong.tab)}>
        {t('dataset.show')}
      </button>
    </div>
  );
}
