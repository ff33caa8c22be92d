import { useTranslation } from 'react-i18next';
import { copyText } from '../../explore/copyText';
import { Icon } from '../../ui/Icon';
import { FailureState } from '../../ui/States';
import { say } from '../../ui/toast';
import type { Plan } from '../usePlan';

/** How much each line of a plan steps in, without the arrows databases draw. */
const planLines = (plan: string) =>
  plan.split('\n').map((line) => {
    const text = line.replace(/^\s*(?:->)?\s*/, '');
    return { text, depth: line.length - text.length };
  });

/** The database's own plan, as a tree where it is one by its indents, and what it expects it to cost. */
export function PlanView({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  if (plan.error) return <FailureState place="fill" error={plan.error} onRetry={plan.ask} />;
  if (!plan.data) return <div className="rows-skeleton skeleton" />;
  const text = plan.data.plan ?? '';
  const boxed = /[┌│└]/.test(text);
  return (
    <div className="lab-plan scroll" tabIndex={0} data-testid="plan">
      <div className="lab-plan-costs">
        {plan.data.result.map((row, index) => (
          <dl key={index}>
            {Object.entries(row).map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{typeof value === 'object' ? JSON.stringify(value) : String(value)}</dd>
              </div>
            ))}
          </dl>
        ))}
        <span className="grow" />
        {text ? (
          <button
            type="button"
            className="btn small"
            onClick={() => void copyText(text).then((done) => say(done ? t('grid.copied') : t('sql.notCopied')))}
          >
            <Icon name="copy" size={14} />
            {t('sql.copy')}
          </button>
        ) : null}
      </div>
      {text === '' ? (
        <p className="muted">{t('lab.plan.none')}</p>
      ) : boxed ? (
        <pre>{text}</pre>
      ) : (
        <ol>
          {planLines(text).map(({ text: line, depth }, index) => (
            <li key={index} style={{ paddingInlineStart: depth * 7 }}>
              <Step text={line} />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

/** `Seq Scan on flights  (cost=… rows=…)`: what is done, then what it costs more quietly. */
function Step({ text }: { text: string }) {
  const costs = /\s*(\((?:cost|actual)[^)]*\).*)$/.exec(text);
  return costs ? (
    <>
      {text.slice(0, costs.index)} <em>{costs[1]}</em>
    </>
  ) : (
    <>{text}</>
  );
}
