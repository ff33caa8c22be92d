import { Navigate, useParams, useSearchParams } from 'react-router';
import { FailureState } from '../../ui/States';
import { addressOf, useLink } from './permalink';

/** `/dashboard/p/<key>/`: leads on to the dashboard the link was made on. */
export default function PermalinkPage() {
  const { key } = useParams();
  const [search] = useSearchParams();
  const link = useLink(key);
  if (link.error) return <FailureState error={link.error} onRetry={() => void link.refetch()} />;
  if (!link.data) return null;
  const standalone = search.get('standalone');
  const to = addressOf(link.data);
  return <Navigate replace to={standalone ? to.replace('?', `?standalone=${encodeURIComponent(standalone)}&`) : to} />;
}
