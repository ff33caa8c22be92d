import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import type { Dashboard } from '../../api/types';
import { ChangeList } from '../edit/ChangeList';
import { Age } from '../../ui/Age';
import { Icon } from '../../ui/Icon';
import { EmptyState, FailureState } from '../../ui/States';
import { useFailureText } from '../../ui/failure';
import { fullTime, parseTime } from '../../ui/time';
import { say } from '../../ui/toast';
import { changesOf, useVersion, useVersions, type Version } from './useVersions';
import './versions.css';

interface Props {
  readonly dashboard: Dashboard;
  /** The version the page shows in place of what is stored now. */
  readonly shown: Dashboard | undefined;
  readonly onShow: (version: Dashboard | undefined, savedOn?: string) => void;
  readonly onClose: () => void;
}

const nameOf = (version: Version | undefined) =>
  [version?.saved_by?.first_name, version?.saved_by?.last_name].filter(Boolean).join(' ');

/** Who saved the dashboard when and what they changed; a look at each version, and the way back to it. */
export default function VersionsPanel({ dashboard, shown, onShow, onClose }: Props) {
  const { t } = useTranslation();
  const versions = useVersions(dashboard.id);
  const [chosen, setChosen] = useState<number>();
  const list = versions.data ?? [];
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
  };
  return (
    <aside
      className="versions-panel"
      aria-label={t('board.versions.title')}
      data-testid="versions-panel"
      onKeyDown={onKey}
    >
      <header>
        <h2>{t('board.versions.title')}</h2>
        <button
          type="button"
          className="btn small icon-only ghost"
          aria-label={t('action.close')}
          autoFocus
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      </header>
      {versions.error ? (
        <FailureState error={versions.error} onRetry={() => void versions.refetch()} />
      ) : versions.data?.length === 0 ? (
        <EmptyState icon="history" title={t('board.versions.none')} />
      ) : (
        <ol className="versions" aria-label={t('board.versions.list')} data-testid="versions">
          {list.map((version, index) => (
            <li key={version.version} className={chosen === version.version ? 'chosen' : undefined}>
              <button
                type="button"
                aria-expanded={chosen === version.version}
                data-testid="version"
                onClick={() => setChosen((now) => (now === version.version ? undefined : version.version))}
              >
                <b>
                  <Age iso={version.saved_on} />
                </b>
                {index === 0 ? <span className="badge good">{t('board.versions.now')}</span> : null}
                <em>{t('board.versions.by', { name: nameOf(version) || t('board.somebody') })}</em>
              </button>
              {chosen === version.version ? (
                <Details
                  dashboard={dashboard}
                  version={version}
                  before={list[index + 1]}
                  latest={index === 0}
                  shown={shown}
                  onShow={onShow}
                />
              ) : null}
            </li>
          ))}
        </ol>
      )}
    </aside>
  );
}

interface DetailsProps extends Pick<Props, 'dashboard' | 'shown' | 'onShow'> {
  readonly version: Version;
  readonly before: Version | undefined;
  readonly latest: boolean;
}

function Details({ dashboard, version, before, latest, shown, onShow }: DetailsProps) {
  const { t } = useTranslation();
  const words = useFailureText();
  const client = useQueryClient();
  const here = useVersion(dashboard.id, version.version);
  const last = useVersion(dashboard.id, before?.version);
  const changes = useMemo(
    () => (here.data && last.data ? changesOf(last.data, here.data) : undefined),
    [here.data, last.data],
  );
  const back = useMutation({
    mutationFn: (to: number) =>
      api(`/api/v1/dashboard/${dashboard.id}/versions/${to}/restore`, { method: 'POST', body: {} }),
    onSuccess: async () => {
      onShow(undefined);
      await client.invalidateQueries({ queryKey: ['dashboard'] });
    },
    onError: (error) => say(`${words(error).title} ${words(error).text}`, 'bad'),
  });
  const time = fullTime(parseTime(version.saved_on));
  const restore = async () => {
    const now = client.getQueryData<readonly Version[]>(['dashboard', dashboard.id, 'versions'])?.[0]?.version;
    await back.mutateAsync(version.version);
    say(t('board.versions.restored', { time }), 'good', {
      label: t('action.undo'),
      lasting: 10_000,
      run: () => now !== undefined && back.mutate(now),
    });
  };
  const failed = here.error ?? last.error;
  const looking = here.data !== undefined && shown === here.data;
  return (
    <div className="version-details" data-testid="version-details">
      {failed ? (
        <FailureState error={failed} />
      ) : before === undefined ? (
        <p className="muted">{t('board.versions.first')}</p>
      ) : changes ? (
        <ChangeList changes={changes} label={t('board.versions.since')} />
      ) : (
        <div className="skeleton" style={{ height: 44 }} />
      )}
      {latest ? null : (
        <div className="dialog-actions">
          <button
            type="button"
            className="btn small"
            aria-pressed={looking}
            disabled={!here.data}
            data-testid="version-preview"
            onClick={() => onShow(looking ? undefined : here.data, version.saved_on)}
          >
            {t('board.versions.preview')}
          </button>
          {dashboard.is_editable ? (
            <button
              type="button"
              className="btn small primary"
              disabled={back.isPending}
              data-testid="version-restore"
              onClick={() => void restore()}
            >
              {t('board.versions.restore')}
            </button>
          ) : null}
        </div>
      )}
    </div>
  );
}
