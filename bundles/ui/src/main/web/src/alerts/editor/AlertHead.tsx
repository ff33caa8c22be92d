import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../../ui/Icon';
import { ActiveSwitch } from '../ActiveSwitch';
import { SendNow } from '../SendNow';
import { StateWord } from '../StateWord';
import { pathOf, type Row } from '../types';
import type { Draft } from './draft';

interface Props {
  readonly draft: Draft;
  readonly row: Row | undefined;
  readonly changed: boolean;
  readonly busy: boolean;
  readonly mayWrite: boolean;
  readonly onActive: (active: boolean) => void;
  readonly onSave: () => void;
}

/** Where one is, what it is called, how it stands, and what can be done. */
export function AlertHead({ draft, row, changed, busy, mayWrite, onActive, onSave }: Props) {
  const { t } = useTranslation();
  const { kind } = draft;
  const name = row?.name ?? t(`alerts.new.${kind}`);
  return (
    <div className="top alert-top">
      <div>
        <div className="crumb">
          <Link to={`${pathOf(kind)}/list/`}>{t(`alerts.kinds.${kind}`)}</Link>
        </div>
        <h1 data-testid="alert-title">{name}</h1>
      </div>
      {row ? <StateWord kind={kind} state={row.last_state} never={!row.last_eval_dttm} /> : null}
      <span className="grow" />
      <span className="active-line">
        <ActiveSwitch name={name} on={draft.active} disabled={!mayWrite} onChange={onActive} />
        <span aria-hidden="true">{t(draft.active ? 'alerts.active' : 'alerts.inactive')}</span>
      </span>
      {row ? (
        <Link className="btn" to={`${pathOf(kind)}/${row.id}/log`} data-testid="open-log">
          <Icon name="history" />
          {t('alerts.log')}
        </Link>
      ) : null}
      {row && mayWrite ? <SendNow row={row} unsaved={changed} /> : null}
      {mayWrite ? (
        <button
          type="button"
          className="btn primary"
          disabled={busy || (row !== undefined && !changed)}
          onClick={onSave}
          title={`${t('action.save')} (Ctrl S)`}
          data-testid="save-alert"
        >
          {t('action.save')}
        </button>
      ) : null}
    </div>
  );
}
