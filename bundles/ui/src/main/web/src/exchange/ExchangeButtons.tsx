import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '../ui/failure';
import { Icon } from '../ui/Icon';
import { say } from '../ui/toast';
import { exportThings, type Exchanged } from './exchangeApi';
import './words';

const ImportDialog = lazy(() => import('./ImportDialog'));

export function ImportButton({ kind }: { kind: Exchanged }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="btn icon-only"
        aria-label={t(`exchange.title.${kind}`)}
        title={t(`exchange.title.${kind}`)}
        data-testid="import"
        onClick={() => setOpen(true)}
      >
        <Icon name="upload" />
      </button>
      {open ? (
        <Suspense fallback={null}>
          <ImportDialog kind={kind} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

/** Sends the browser a ZIP; what the server refuses is said. */
export function useExport(kind: Exchanged): (ids: readonly number[]) => void {
  const words = useFailureText();
  return (ids) =>
    void exportThings(kind, ids).catch((error: unknown) => say(`${words(error).title} ${words(error).text}`, 'bad'));
}

export function ExportButton({ kind, ids }: { kind: Exchanged; ids: readonly number[] }) {
  const { t } = useTranslation();
  const save = useExport(kind);
  return (
    <button type="button" className="btn small" onClick={() => save(ids)} data-testid="bulk-export">
      <Icon name="download" size={14} />
      {t('exchange.export')}
    </button>
  );
}
