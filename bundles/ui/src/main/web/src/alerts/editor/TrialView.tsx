import type { UseMutationResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { currentLocale } from '../../i18n';
import { useFailureText } from '../../ui/failure';
import { Icon } from '../../ui/Icon';
import type { Trial } from '../types';
import type { Draft } from './draft';

interface Props {
  readonly draft: Draft;
  readonly trial: UseMutationResult<Trial, Error, void>;
}

/** The one value in a row of JSON, where it is no number. */
function textIn(row: string | null): string | undefined {
  try {
    const [first] = JSON.parse(row ?? '[]') as readonly Readonly<Record<string, unknown>>[];
    const [value] = Object.values(first ?? {});
    return value === undefined || value === null ? undefined : String(value);
  } catch {
    return undefined;
  }
}

/** What a try gave, and whether it would be a reason to tell. */
export function TrialView({ draft, trial }: Props) {
  const { t } = useTranslation();
  const words = useFailureText();
  if (trial.isPending) {
    return (
      <p className="trial" role="status">
        {t('alerts.trying')}
      </p>
    );
  }
  if (trial.error) {
    const { title, text } = words(trial.error, () => t('alerts.sql'));
    return (
      <p className="trial bad" role="alert" data-testid="trial">
        <Icon name="alert" />
        <span>
          <b>{title}</b> {text}
        </span>
      </p>
    );
  }
  if (!trial.data) return null;
  const { state, value, value_row_json: row } = trial.data;
  const fires = state === 'Success';
  const shown =
    value === null ? (textIn(row) ?? t('alerts.noValue')) : new Intl.NumberFormat(currentLocale()).format(value);
  const condition =
    draft.condition === 'not null'
      ? t('alerts.operators.notNull')
      : `${t(`alerts.operators.${draft.condition}`)} ${draft.threshold}`;
  return (
    <p className={fires ? 'trial warn' : 'trial'} role="status" data-testid="trial">
      <Icon name={fires ? 'bell' : 'check'} />
      <span>
        {t('alerts.found')} <b className="tabular">{shown}</b> <span className="muted">({condition})</span>
        <br />
        {t(fires ? 'alerts.wouldFire' : 'alerts.wouldNotFire')}
      </span>
    </p>
  );
}
