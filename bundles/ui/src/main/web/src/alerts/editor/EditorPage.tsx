import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { useChart, useDashboard } from '../../api/queries';
import { useTitle } from '../../app/useTitle';
import { currentLanguage } from '../../i18n';
import { EmptyState, FailureState } from '../../ui/States';
import { useChannels, useMayWrite, useRow } from '../alertApi';
import type { Kind } from '../types';
import { AlertForm } from './AlertForm';
import { draftOf, freshDraft, type Draft } from './draft';
import '../words';
import '../alerts.css';

const idIn = (text: string | null | undefined) => (/^\d{1,15}$/.test(text ?? '') ? Number(text) : undefined);

const Waiting = () => (
  <div className="page" aria-hidden="true">
    <div className="skeleton" style={{ height: 28, width: 260, margin: '20px 0' }} />
    <div className="skeleton" style={{ height: 300, maxWidth: 860 }} />
  </div>
);

/** One alert or report while it is made or changed. */
export default function EditorPage({ kind }: { kind: Kind }) {
  const id = idIn(useParams()['id']);
  return id === undefined ? <Fresh kind={kind} /> : <Stored key={id} id={id} />;
}

/** What is sent may be named in the address: `?dashboard=3`, `?chart=4`. */
function Fresh({ kind }: { kind: Kind }) {
  const { t } = useTranslation();
  useTitle(t(`alerts.new.${kind}`));
  const [params] = useSearchParams();
  const [dashboard, chart] = [idIn(params.get('dashboard')), idIn(params.get('chart'))];
  const board = useNamedBoard(dashboard);
  const plot = useChart(chart);
  const found = dashboard !== undefined ? board : chart !== undefined ? plot : undefined;
  if (found?.error) return <FailureState error={found.error} onRetry={() => void found.refetch()} />;
  if (found && !found.data) return <Waiting />;
  const language = currentLanguage();
  const thing: Partial<Draft> =
    dashboard !== undefined && board.data
      ? { content: 'dashboard', thing: { id: dashboard, name: board.data.dashboard_title } }
      : chart !== undefined && plot.data
        ? { content: 'chart', thing: { id: chart, name: plot.data.slice_name } }
        : {};
  return <Ready first={freshDraft(kind, { ...thing, language })} />;
}

function useNamedBoard(id: number | undefined) {
  return useDashboard(id === undefined ? '' : String(id), id !== undefined);
}

function Stored({ id }: { id: number }) {
  const row = useRow(id);
  useTitle(row.data?.name ?? '');
  if (row.error) return <FailureState error={row.error} onRetry={() => void row.refetch()} />;
  if (!row.data) return <Waiting />;
  return <Ready first={draftOf(row.data)} id={id} />;
}

function Ready({ first, id }: { readonly first: Draft; readonly id?: number }) {
  const { t } = useTranslation();
  const mayWrite = useMayWrite();
  const channels = useChannels();
  const row = useRow(id);
  if (!channels.data && !channels.error) return <Waiting />;
  if (id === undefined && !mayWrite) return <EmptyState icon="lock" title={t('alerts.mayNot')} />;
  return <AlertForm first={first} row={row.data} channels={channels.data ?? []} mayWrite={mayWrite} />;
}
