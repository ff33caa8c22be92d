import { useTranslation } from 'react-i18next';
import { codeOf, useFailureText } from '../../ui/failure';
import { ApiError } from '../../api/client';
import { Icon } from '../../ui/Icon';
import { clock } from '../../ui/time';
import { copyText } from '../../explore/copyText';
import { say } from '../../ui/toast';
import { useLab } from '../context';
import { failedAt, type Run } from '../run/model';
import type { LabTab } from '../tabs/model';
import { failedRange } from './failedRange';
import type { Running } from '../useRunning';

interface Props {
  readonly tab: LabTab;
  readonly run: Run;
  readonly running: Running;
}

const AROUND = 1;
/** What to do next is said otherwise here than for a chart. */
const own = new Set(['WAREHOUSE_REFUSED', 'WAREHOUSE_TIMEOUT', 'STATEMENT_REFUSED', 'INVALID_REQUEST', 'CANCELLED']);

/** Why a run gave nothing: the message, the line it speaks of, what to do now. */
export function RunFailure({ tab, run, running }: Props) {
  const { t } = useTranslation();
  const words = useFailureText();
  const lab = useLab();
  if (run.state === 'stopped')
    return (
      <div className="state fill" role="status" data-testid="stopped">
        <span className="sign">
          <Icon name="stop" size={18} />
        </span>
        <h3>{t('lab.state.stopped')}</h3>
        <div className="actions">
          <Again run={run} running={running} />
        </div>
      </div>
    );
  const error = run.error ?? new ApiError(500, '');
  const { title, text, next } = words(error);
  const code = codeOf(error);
  const place = failedAt(run);
  const lines = run.sql.split('\n');
  // The text may have changed since: a jump only where the statement still stands there.
  const still = run.offset !== undefined && tab.sql.startsWith(run.sql, run.offset);
  const jump = () => {
    const range = place && run.offset !== undefined ? failedRange(run.sql, run.offset, place) : undefined;
    if (range) lab.jump(range.from, range.to);
  };
  return (
    <div className="lab-failure scroll" role="alert" data-testid="run-failure" tabIndex={0}>
      <div className="lab-failure-card">
        <h3>
          <Icon name="alert" size={16} />
          {title}
          {run.endedAt ? <span className="muted">{clock(run.endedAt)}</span> : null}
        </h3>
        <pre className="lab-failure-text">{text}</pre>
        {place && lines[place.line - 1] !== undefined ? (
          <div className="lab-excerpt" aria-label={t('lab.failure.line', { line: place.line })}>
            {lines.slice(Math.max(0, place.line - 1 - AROUND), place.line + AROUND).map((line, at) => {
              const number = Math.max(1, place.line - AROUND) + at;
              return (
                <div key={number} className={number === place.line ? 'here' : ''}>
                  <span>{number}</span>
                  <code>{line || ' '}</code>
                </div>
              );
            })}
          </div>
        ) : null}
        <p className="next">{code && own.has(code) ? t(`lab.failure.next.${code}`) : next}</p>
        <div className="actions">
          {place && still ? (
            <button type="button" className="btn small" onClick={jump} data-testid="jump">
              <Icon name="right" size={14} />
              {t('lab.failure.jump', { line: place.line })}
            </button>
          ) : null}
          <Again run={run} running={running} />
          <button
            type="button"
            className="btn small ghost"
            onClick={() => void copyText(text).then((done) => say(done ? t('grid.copied') : t('sql.notCopied')))}
          >
            <Icon name="copy" size={14} />
            {t('lab.failure.copy')}
          </button>
        </div>
      </div>
    </div>
  );
}

function Again({ run, running }: { run: Run; running: Running }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className="btn small"
      onClick={() => running.again(run.sql, run.offset)}
      data-testid="run-again"
    >
      <Icon name="play" size={12} />
      {t('lab.run.again')}
    </button>
  );
}
