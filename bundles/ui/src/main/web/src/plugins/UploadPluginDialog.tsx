import { Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FilePicker } from '../databases/FilePicker';
import { Icon } from '../ui/Icon';
import { FailureState } from '../ui/States';
import { checkJar, usePluginWork, type Arrival } from './pluginApi';
import { useOutcome } from './useOutcome';
import '../databases/databases.css';

/** A jar is looked at by the server before it is installed: what it brings, and what speaks against it. */
export function UploadPluginDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [jar, setJar] = useState<File>();
  const check = useMutation({ mutationFn: checkJar });
  const { install } = usePluginWork();
  const { told } = useOutcome();
  const arrival = check.data;
  const take = (file: File) => {
    setJar(file);
    check.mutate(file);
  };
  const act = async () => {
    if (!jar || !arrival) return;
    if (await told(install.mutateAsync(jar), 'plugin.isInstalled', arrival)) onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={560}
      title={t('plugin.uploadTitle')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <div className="plugin-upload" data-testid="upload-dialog">
        <p className="dialog-text">{t('plugin.uploadText')}</p>
        <FilePicker file={jar} onTake={take} accept=".jar" prompt={t('plugin.drop')} />
        {check.isPending ? <div className="skeleton loss-wait" /> : null}
        {check.isError ? <FailureState error={check.error} /> : null}
        {arrival && !check.isPending ? <Findings arrival={arrival} /> : null}
        <div className="dialog-actions">
          <button type="button" className="btn" onClick={onClose}>
            {t('action.cancel')}
          </button>
          <button
            type="button"
            className="btn primary"
            disabled={!arrival || arrival.problems.length > 0 || install.isPending || check.isPending}
            onClick={() => void act()}
            data-testid="install-plugin"
          >
            {t(install.isPending ? 'plugin.installing' : 'plugin.install')}
          </button>
        </div>
      </div>
    </Modal>
  );
}

function Findings({ arrival }: { arrival: Arrival }) {
  const { t } = useTranslation();
  if (arrival.problems.length > 0) {
    return (
      <div role="alert" data-testid="jar-problems">
        <b>{t('plugin.notTaken')}</b>
        <ul className="jar-problems">
          {arrival.problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      </div>
    );
  }
  return (
    <div role="status" data-testid="jar-brings">
      <p>
        <b>{arrival.title}</b>{' '}
        <code>
          {arrival.plugin} {arrival.version}
        </code>
      </p>
      {arrival.replaces ? <p className="muted">{t('plugin.replaces')}</p> : null}
      <ul className="losses">
        {arrival.brings.map((one) => (
          <li key={one.viz_type} className="loss-head">
            <Icon name="charts" size={14} />
            <b>{one.title}</b>
            <span className="muted">
              {!one.drawn_now_by
                ? t('plugin.isNew')
                : t(one.takes_over ? 'plugin.takesOver' : 'plugin.staysBehind', { by: one.drawn_now_by })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
