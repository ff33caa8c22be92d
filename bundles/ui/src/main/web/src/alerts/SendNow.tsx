import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/Icon';
import type { Row } from './types';
import { useRun } from './useRun';

interface Props {
  readonly row: Row;
  readonly small?: boolean;
  /** There is something that was not saved: it would not be in what is sent. */
  readonly unsaved?: boolean;
}

/** Runs it at once, whatever its schedule says. */
export function SendNow({ row, small = false, unsaved = false }: Props) {
  const { t } = useTranslation();
  const { running, send } = useRun(row.id, row.type, row.name);
  const label = t(row.type === 'Alert' ? 'alerts.checkNow' : 'alerts.sendNow');
  const title = unsaved ? t('alerts.saveFirst') : label;
  return (
    <button
      type="button"
      className={small ? 'btn small icon-only ghost' : 'btn'}
      disabled={running || unsaved}
      aria-busy={running}
      aria-label={small ? `${label}: ${row.name}` : undefined}
      title={title}
      onClick={send}
      data-testid="send-now"
    >
      <span className={running ? 'turning' : 'still'}>
        <Icon name={running ? 'refresh' : 'play'} />
      </span>
      {small ? null : t(running ? 'alerts.running' : row.type === 'Alert' ? 'alerts.checkNow' : 'alerts.sendNow')}
    </button>
  );
}
