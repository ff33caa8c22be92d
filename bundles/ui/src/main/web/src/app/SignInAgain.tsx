import { Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { renewCsrfToken } from '../api/client';
import { LoginForm } from '../login/LoginForm';
import './dialogs.css';

/** The session ended under an open page: sign in here, and nothing typed is lost. */
export function SignInAgain({ username, onDone }: { username: string; onDone: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const done = async () => {
    await renewCsrfToken();
    onDone();
    await client.invalidateQueries();
  };
  return (
    <Modal
      opened
      onClose={onDone}
      title={t('login.again')}
      size={400}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <p className="dialog-text">{t('login.againText')}</p>
      <LoginForm username={username} onDone={() => void done()} />
    </Modal>
  );
}
