import { Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FilePicker } from '../databases/FilePicker';
import { FailureState } from '../ui/States';
import { say } from '../ui/toast';
import { importThings, keyOf, type Asked, type Exchanged } from './exchangeApi';
import './words';
import '../app/dialogs.css';
import '../databases/databases.css';
import './exchange.css';

/** Brings in a ZIP; asks for the secrets it hides, and whether what exists is to be changed. */
export default function ImportDialog({ kind, onClose }: { kind: Exchanged; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [zip, setZip] = useState<File>();
  const [missing, setMissing] = useState<Asked>({ secrets: [], present: [] });
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [overwrite, setOverwrite] = useState(false);
  const { secrets, present } = missing;
  const send = useMutation({
    mutationFn: (file: File) => importThings(kind, file, secrets, values, overwrite),
    onSuccess: async (again) => {
      if (again) {
        setMissing({
          // What was filled in before is still needed, though nobody asks for it any more.
          secrets: [...secrets, ...again.secrets.filter((one) => !secrets.some((old) => keyOf(old) === keyOf(one)))],
          present: again.present,
        });
        return;
      }
      say(t('exchange.done'));
      onClose();
      await client.invalidateQueries();
    },
  });
  const take = (file: File) => {
    setZip(file);
    setMissing({ secrets: [], present: [] });
    setValues({});
    setOverwrite(false);
    send.reset();
  };
  const ready = zip && secrets.every((one) => values[keyOf(one)]) && (present.length === 0 || overwrite);
  return (
    <Modal
      opened
      onClose={onClose}
      size={560}
      title={t(`exchange.title.${kind}`)}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form
        className="save-form import-form"
        data-testid="import-dialog"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) send.mutate(zip);
        }}
      >
        <p className="dialog-text">{t('exchange.text')}</p>
        <FilePicker file={zip} onTake={take} accept=".zip" prompt={t('exchange.drop')} />
        {secrets.length > 0 ? (
          <fieldset className="import-asked" data-testid="import-secrets">
            <legend>{t('exchange.secrets')}</legend>
            {secrets.map((one) => (
              <div key={keyOf(one)} className="field">
                <label htmlFor={keyOf(one)}>
                  {t('exchange.of', {
                    what: one.word === 'option' ? one.title : t(`exchange.${one.word}`),
                    file: one.file.replace(/^databases\//, ''),
                  })}
                </label>
                {one.word === 'tunnelKey' || /private.?key$/i.test(one.path ?? '') ? (
                  <textarea
                    id={keyOf(one)}
                    className="input"
                    rows={4}
                    value={values[keyOf(one)] ?? ''}
                    onChange={({ currentTarget: { value } }) => setValues((old) => ({ ...old, [keyOf(one)]: value }))}
                  />
                ) : (
                  <input
                    id={keyOf(one)}
                    className="input"
                    type="password"
                    autoComplete="off"
                    value={values[keyOf(one)] ?? ''}
                    onChange={({ currentTarget: { value } }) => setValues((old) => ({ ...old, [keyOf(one)]: value }))}
                  />
                )}
              </div>
            ))}
          </fieldset>
        ) : null}
        {present.length > 0 ? (
          <fieldset className="import-asked" data-testid="import-present">
            <legend>{t('exchange.present')}</legend>
            <ul>
              {present.map((file) => (
                <li key={file}>
                  <code>{file}</code>
                </li>
              ))}
            </ul>
            <label className="check">
              <input
                type="checkbox"
                checked={overwrite}
                onChange={(event) => setOverwrite(event.currentTarget.checked)}
              />
              {t('exchange.overwrite')}
            </label>
          </fieldset>
        ) : null}
        {send.isError ? <FailureState error={send.error} /> : null}
        <div className="dialog-actions">
          <button type="button" className="btn" onClick={onClose}>
            {t('action.cancel')}
          </button>
          <button type="submit" className="btn primary" disabled={!ready || send.isPending} data-testid="import-send">
            {t(send.isPending ? 'exchange.working' : 'exchange.import')}
          </button>
        </div>
      </form>
    </Modal>
  );
}
