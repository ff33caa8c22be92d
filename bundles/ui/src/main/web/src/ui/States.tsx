import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/client';
import { Icon, type IconName } from './Icon';
import { clock } from './time';

interface StateProps {
  readonly title: string;
  readonly text?: ReactNode;
  readonly icon?: IconName;
  readonly actions?: ReactNode;
  /** fill: over a chart's card; page: in the open. */
  readonly place?: 'fill' | 'page';
}

export const EmptyState = ({ title, text, icon = 'search', actions, place = 'page' }: StateProps) => (
  <div className={`state ${place}`} role="status" data-testid="empty-state">
    <span className="sign">
      <Icon name={icon} size={20} />
    </span>
    <h3>{title}</h3>
    {text ? <p>{text}</p> : null}
    {actions ? <div className="actions">{actions}</div> : null}
  </div>
);

/** What happened, in the reader's terms: who can help, and what the server said. */
export function useFailureText() {
  const { t } = useTranslation();
  return (error: unknown): { title: string; text: string } => {
    if (!(error instanceof ApiError))
      return { title: t('error.title'), text: error instanceof Error ? error.message : String(error) };
    if (error.status === 0) return { title: t('error.unreachable'), text: t('error.unreachableText') };
    const byStatus: Record<number, string> = {
      401: t('error.signedOut'),
      403: t('error.forbidden'),
      404: t('error.notFound'),
      429: t('error.busy'),
      503: t('error.notReady'),
    };
    const title = error.blame === 'warehouse' ? t('error.warehouse') : (byStatus[error.status] ?? t('error.title'));
    return { title, text: error.message || t('error.status', { status: error.status }) };
  };
}

interface FailureProps {
  readonly error: unknown;
  readonly since?: number | undefined;
  readonly onRetry?: (() => void) | undefined;
  readonly actions?: ReactNode;
  readonly place?: 'fill' | 'page';
  readonly title?: string;
}

export function FailureState({ error, since, onRetry, actions, place = 'page', title }: FailureProps) {
  const { t } = useTranslation();
  const words = useFailureText()(error);
  return (
    <div className={`state failed ${place}`} role="alert" data-testid="error-state">
      <span className="sign">
        <Icon name="alert" size={20} />
      </span>
      <h3>{title ?? words.title}</h3>
      <p>{words.text}</p>
      {since ? <span className="since">{t('error.since', { time: clock(since) })}</span> : null}
      {onRetry || actions ? (
        <div className="actions">
          {onRetry ? (
            <button type="button" className="btn small" onClick={onRetry}>
              <Icon name="refresh" size={14} />
              {t('action.retry')}
            </button>
          ) : null}
          {actions}
        </div>
      ) : null}
    </div>
  );
}
