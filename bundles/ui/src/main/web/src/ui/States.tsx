import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/client';
import { Icon, type IconName } from './Icon';
import { useFailureText } from './failure';
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

interface FailureProps {
  readonly error: unknown;
  readonly since?: number | undefined;
  readonly onRetry?: (() => void) | undefined;
  readonly actions?: ReactNode;
  readonly place?: 'fill' | 'page';
  readonly title?: string;
  /** What the page calls the field that was wrong. */
  readonly fieldTitle?: (field: string) => string | undefined;
}

export function FailureState({ error, since, onRetry, actions, place = 'page', title, fieldTitle }: FailureProps) {
  const { t } = useTranslation();
  const words = useFailureText()(error, fieldTitle);
  // Nothing went wrong where somebody ended it
  if (error instanceof ApiError && error.code === 'CANCELLED') {
    const again = (
      <button type="button" className="btn small" onClick={onRetry}>
        <Icon name="play" size={12} />
        {t('action.runAgain')}
      </button>
    );
    return (
      <EmptyState place={place} icon="stop" title={words.title} text={words.next} actions={onRetry ? again : actions} />
    );
  }
  return (
    <div className={`state failed ${place}`} role="alert" data-testid="error-state">
      <span className="sign">
        <Icon name="alert" size={20} />
      </span>
      <h3>{title ?? words.title}</h3>
      <p>{words.text}</p>
      {words.next ? <p className="next">{words.next}</p> : null}
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
