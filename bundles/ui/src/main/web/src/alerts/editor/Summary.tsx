import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { bootstrap } from '../../api/bootstrap';
import { Icon } from '../../ui/Icon';
import { fullTime, parseTime } from '../../ui/time';
import { say } from '../../ui/toast';
import { sendTest } from '../alertApi';
import { crontabOf } from '../plan';
import { planWords } from '../planWords';
import { addressesIn } from '../recipients';
import type { Row } from '../types';
import { bodyOf, type Draft } from './draft';
import { useDueTimes } from './useDueTimes';

interface Props {
  readonly draft: Draft;
  readonly row: Row | undefined;
  readonly mayWrite: boolean;
  /** Whether it could be sent as it is; says what is missing where it could not. */
  readonly check: () => boolean;
  readonly onRefused: (error: unknown) => void;
}

const people = ({ recipients }: Draft) =>
  recipients.reduce((sum, { settings }) => sum + addressesIn(Object.values(settings).join(',')).length, 0);

/** The whole thing in a few words, and a way to see it with one's own eyes. */
export function Summary({ draft, row, mayWrite, check, onRefused }: Props) {
  const { t } = useTranslation();
  const address = bootstrap.user?.email;
  const { times } = useDueTimes(draft.plan, draft.zone);
  const [due] = draft.active ? (times.data?.next ?? []) : [];
  const test = useMutation({
    mutationFn: () => sendTest(bodyOf({ ...draft, name: draft.name || t(`alerts.new.${draft.kind}`) })),
    onSuccess: ({ result }) => say(t('alerts.testSent', { address: result.recipient })),
    onError: onRefused,
  });
  const facts: readonly (readonly [string, string | undefined])[] = [
    [t('alerts.summary.what'), draft.thing ? `${draft.thing.name} · ${draft.format}` : undefined],
    [
      t('alerts.summary.when'),
      draft.plan.every === 'week' && draft.plan.days.length === 0
        ? undefined
        : `${planWords(crontabOf(draft.plan), t, row?.crontab === crontabOf(draft.plan) ? row.crontab_humanized : '')} · ${draft.zone}`,
    ],
    [
      t('alerts.summary.whom'),
      draft.recipients.length === 0 ? undefined : t('alerts.summary.people', { count: people(draft) }),
    ],
    [t('alerts.nextRun'), due ? fullTime(parseTime(due)) : undefined],
  ];
  return (
    <aside className="card summary" aria-label={t('alerts.summary.title')}>
      <h2>{t('alerts.summary.title')}</h2>
      <dl>
        {facts.map(([title, text]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd className={text ? '' : 'muted'}>{text ?? '–'}</dd>
          </div>
        ))}
      </dl>
      {mayWrite && address ? (
        <>
          <button
            type="button"
            className="btn"
            disabled={test.isPending}
            aria-busy={test.isPending}
            onClick={() => {
              if (check()) test.mutate();
            }}
            data-testid="send-test"
          >
            <Icon name="mail" />
            {t(test.isPending ? 'alerts.sendingTest' : 'alerts.sendTest')}
          </button>
          <p className="hint">{t('alerts.testText', { address })}</p>
        </>
      ) : mayWrite ? (
        <p className="hint">
          {t('alerts.noAddress')} <Link to="/user_info/">{t('user.settings')}</Link>
        </p>
      ) : null}
    </aside>
  );
}
