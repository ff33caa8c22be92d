import { useTranslation } from 'react-i18next';
import { currentLocale } from '../../i18n';
import { fullTime, parseTime } from '../../ui/time';
import { numberText } from '../numberText';
import { StateWord } from '../StateWord';
import type { Kind, LogRow } from '../types';

const moment = (iso: string) => (
  <time dateTime={iso} title={new Date(parseTime(iso)).toISOString()}>
    {fullTime(parseTime(iso))}
  </time>
);

const unit = (value: number, name: 'second' | 'minute', digits = 0) =>
  new Intl.NumberFormat(currentLocale(), {
    style: 'unit',
    unit: name,
    unitDisplay: 'short',
    maximumFractionDigits: digits,
  }).format(value);

/** “0.4 sec”, “12 sec”, “3 min 5 sec”. */
function lengthOf({ start_dttm: start, end_dttm: end }: LogRow): string {
  if (!end) return '–';
  const seconds = Math.max(0, (parseTime(end) - parseTime(start)) / 1000);
  if (seconds < 60) return unit(seconds, 'second', seconds < 10 ? 1 : 0);
  return `${unit(Math.floor(seconds / 60), 'minute')} ${unit(Math.round(seconds % 60), 'second')}`;
}

/** Each run with its times, its outcome and what there is to say of it. */
export function LogTable({ kind, rows }: { kind: Kind; rows: readonly LogRow[] }) {
  const { t } = useTranslation();
  const alert = kind === 'Alert';
  return (
    <div className="log-scroll" role="region" aria-label={t('alerts.log')} tabIndex={0}>
      <table className="list runs" data-testid="run-list">
        <thead>
          <tr>
            <th scope="col">{t('alerts.outcome')}</th>
            <th scope="col" className="wide-only">
              {t('alerts.due')}
            </th>
            <th scope="col">{t('alerts.started')}</th>
            <th scope="col" className="n wide-only">
              {t('alerts.took')}
            </th>
            {alert ? (
              <th scope="col" className="n">
                {t('alerts.value')}
              </th>
            ) : null}
            <th scope="col">{t('alerts.message')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((run) => (
            <tr key={run.id} data-testid="run-row" data-state={run.state}>
              <td>
                <StateWord kind={kind} state={run.state} />
              </td>
              <td className="wide-only nowrap">{moment(run.scheduled_dttm)}</td>
              <td className="nowrap">{moment(run.start_dttm)}</td>
              <td className="n wide-only nowrap tabular">{lengthOf(run)}</td>
              {alert ? <td className="n tabular">{run.value === null ? '–' : numberText(run.value)}</td> : null}
              <td className="run-message">
                {run.state === 'On Grace' ? t('alerts.toldBefore') : (run.error_message ?? '')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
