import { useTranslation } from 'react-i18next';
import { changedTo, everies, steps, weekdays, type Every, type Plan } from '../plan';
import { weekdayName } from '../planWords';
import { ChoiceField } from './ChoiceField';
import { DurationField } from './DurationField';
import { aboutField, FormCard, FormField, Problem, type PartProps } from './FormField';
import { NextRuns } from './NextRuns';

const zones = (): readonly string[] => ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

const useZones = (search: string, open: boolean) => {
  const part = search.toLowerCase().replaceAll(' ', '_');
  const found = open ? zones().filter((zone) => zone.toLowerCase().includes(part)) : [];
  return { options: found.slice(0, 100).map((zone) => ({ value: zone, label: zone })), busy: false };
};

interface BuilderProps {
  readonly plan: Plan;
  readonly onChange: (plan: Plan) => void;
  readonly problem: string | undefined;
}

const two = (value: number) => String(value).padStart(2, '0');

function PlanFields({ plan, onChange, problem }: BuilderProps) {
  const { t } = useTranslation();
  const time =
    'hour' in plan ? (
      <label className="inline-field">
        <span>{t('alerts.at')}</span>
        <input
          type="time"
          className="input"
          value={`${two(plan.hour)}:${two(plan.minute)}`}
          aria-label={t('alerts.timeOfDay')}
          onChange={(event) => {
            const [hour = NaN, minute = NaN] = event.currentTarget.value.split(':').map(Number);
            if (Number.isFinite(hour) && Number.isFinite(minute)) onChange({ ...plan, hour, minute });
          }}
        />
      </label>
    ) : null;
  switch (plan.every) {
    case 'minutes':
      return (
        <label className="inline-field">
          <span>{t('alerts.steps')}</span>
          <select
            className="input"
            value={plan.step}
            onChange={(event) => onChange({ ...plan, step: Number(event.currentTarget.value) })}
          >
            {steps.map((step) => (
              <option key={step} value={step}>
                {t('alerts.plan.minutes', { count: step })}
              </option>
            ))}
          </select>
        </label>
      );
    case 'hour':
      return (
        <label className="inline-field">
          <span>{t('alerts.atMinute')}</span>
          <input
            type="number"
            className="input"
            min={0}
            max={59}
            value={plan.minute}
            onChange={(event) =>
              onChange({ ...plan, minute: Math.min(59, Math.max(0, Math.round(Number(event.currentTarget.value)))) })
            }
          />
        </label>
      );
    case 'day':
      return time;
    case 'week':
      return (
        <>
          <div className="weekdays" role="group" aria-label={t('alerts.weekdays')}>
            {weekdays.map((day) => {
              const on = plan.days.includes(day);
              const days = on ? plan.days.filter((one) => one !== day) : [...plan.days, day];
              return (
                <button
                  key={day}
                  type="button"
                  aria-pressed={on}
                  title={weekdayName(day)}
                  onClick={() => onChange({ ...plan, days: weekdays.filter((one) => days.includes(one)) })}
                >
                  {weekdayName(day, 'short')}
                </button>
              );
            })}
          </div>
          {time}
        </>
      );
    case 'month':
      return (
        <>
          <label className="inline-field">
            <span>{t('alerts.onDay')}</span>
            <select
              className="input"
              value={plan.day}
              onChange={(event) => onChange({ ...plan, day: Number(event.currentTarget.value) })}
            >
              {Array.from({ length: 31 }, (_, index) => index + 1).map((day) => (
                <option key={day} value={day}>
                  {day}
                </option>
              ))}
            </select>
          </label>
          {time}
          {plan.day > 28 ? <span className="hint">{t('alerts.shortMonths')}</span> : null}
        </>
      );
    case 'crontab':
      return (
        <label className="inline-field crontab">
          <span>{t('alerts.crontab')}</span>
          <input
            {...aboutField('alert-crontab', problem)}
            className="input mono"
            spellCheck={false}
            autoComplete="off"
            placeholder="30 8 * * 1-5"
            value={plan.text}
            onChange={(event) => onChange({ every: 'crontab', text: event.currentTarget.value })}
          />
        </label>
      );
  }
}

/** When it runs, in whose time, and what happens when that goes wrong. */
export function SchedulePart({ draft, change, problem }: PartProps) {
  const { t } = useTranslation();
  const set = (plan: Plan) => change({ plan });
  return (
    <FormCard id="part-schedule" title={t('alerts.parts.schedule')}>
      <div className="field">
        <label htmlFor="alert-every">{t('alerts.runs')}</label>
        <div className="plan-line">
          <select
            id="alert-every"
            className="input"
            value={draft.plan.every}
            onChange={(event) => set(changedTo(draft.plan, event.currentTarget.value as Every))}
            data-testid="alert-every"
          >
            {everies.map((every) => (
              <option key={every} value={every}>
                {t(`alerts.every.${every}`)}
              </option>
            ))}
          </select>
          <PlanFields plan={draft.plan} onChange={set} problem={problem('crontab')} />
        </div>
        {problem('crontab') ? <Problem id="alert-crontab">{problem('crontab') ?? ''}</Problem> : null}
      </div>
      <FormField id="alert-zone" label={t('alerts.timeZone')} problem={problem('timezone')}>
        <ChoiceField
          id="alert-zone"
          label={t('alerts.timeZone')}
          chosen={draft.zone}
          useOptions={useZones}
          onChoose={({ value }) => change({ zone: value })}
          problem={problem('timezone')}
          testId="alert-zone"
        />
      </FormField>
      <NextRuns plan={draft.plan} zone={draft.zone} />
      <details className="more-fields">
        <summary>{t('alerts.limits')}</summary>
        <div className="field-grid">
          <FormField
            id="alert-timeout"
            label={t('alerts.timeout')}
            hint={t('alerts.timeoutText')}
            problem={problem('working_timeout')}
          >
            <DurationField
              id="alert-timeout"
              label={t('alerts.timeout')}
              seconds={draft.timeout}
              onChange={(timeout) => change({ timeout })}
              problem={problem('working_timeout')}
            />
          </FormField>
          <FormField
            id="alert-grace"
            label={t('alerts.grace')}
            hint={t(draft.kind === 'Alert' ? 'alerts.graceText' : 'alerts.graceOfReportText')}
            problem={problem('grace_period')}
          >
            <DurationField
              id="alert-grace"
              label={t('alerts.grace')}
              seconds={draft.grace}
              onChange={(grace) => change({ grace })}
              problem={problem('grace_period')}
            />
          </FormField>
          <FormField
            id="alert-log"
            label={t('alerts.logDays')}
            hint={t('alerts.logDaysText')}
            problem={problem('log_retention')}
          >
            <input
              {...aboutField('alert-log', problem('log_retention'), 'hint')}
              className="input"
              inputMode="numeric"
              value={draft.logDays}
              onChange={(event) => change({ logDays: event.currentTarget.value })}
            />
          </FormField>
          <FormField id="alert-missed" label={t('alerts.missed')} problem={problem('missed_runs')}>
            <select
              id="alert-missed"
              className="input"
              value={draft.missed}
              onChange={(event) => change({ missed: event.currentTarget.value as typeof draft.missed })}
            >
              <option value="skip">{t('alerts.missedRuns.skip')}</option>
              <option value="run_once">{t('alerts.missedRuns.runOnce')}</option>
            </select>
          </FormField>
        </div>
      </details>
    </FormCard>
  );
}
