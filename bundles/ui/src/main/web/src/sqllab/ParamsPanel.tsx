import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/Icon';
import { useLab } from './context';
import type { LabTab } from './tabs/model';
import { askedNames } from './text/templates';

/** What is wrong with parameters as JSON; undefined if nothing is. */
export function paramsProblem(text: string): string | undefined {
  if (text.trim() === '') return undefined;
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? undefined : 'object';
  } catch (cause) {
    return cause instanceof Error ? cause.message : 'JSON';
  }
}

/** Values for the templates of a tab, as JSON that is checked while it is typed. */
export function ParamsPanel({
  tab,
  onClose,
  onProblem,
}: {
  tab: LabTab;
  onClose: () => void;
  onProblem: (broken: boolean) => void;
}) {
  const { t } = useTranslation();
  const { tabs } = useLab();
  const [text, setText] = useState(tab.templateParams);
  const problem = paramsProblem(text);
  const put = (next: string) => {
    setText(next);
    const broken = paramsProblem(next) !== undefined;
    onProblem(broken);
    // Half a word of JSON is nothing to keep.
    if (!broken) tabs.change(tab.key, { templateParams: next });
  };
  const given = problem === undefined && text.trim() !== '' ? (JSON.parse(text) as Record<string, unknown>) : {};
  const missing = askedNames(tab.sql).filter((name) => !(name in given));
  return (
    <section className="lab-params" aria-label={t('lab.params.title')} data-testid="params">
      <div className="lab-params-head">
        <b>{t('lab.params.title')}</b>
        <span className="muted">{t('lab.params.hint', { example: '{{ name }}' })}</span>
        <span className="grow" />
        <button type="button" className="btn small icon-only ghost" aria-label={t('action.close')} onClick={onClose}>
          <Icon name="close" size={14} />
        </button>
      </div>
      <textarea
        className="input code"
        rows={3}
        spellCheck={false}
        value={text}
        aria-label={t('lab.params.title')}
        aria-invalid={problem !== undefined}
        aria-describedby="lab-params-state"
        placeholder='{"country": "DE", "year": 2024}'
        onChange={(event) => put(event.currentTarget.value)}
        data-testid="params-text"
      />
      <div id="lab-params-state" className="lab-params-state" role="status">
        {problem === 'object' ? (
          <span className="problem">{t('lab.params.object')}</span>
        ) : problem ? (
          <span className="problem">{t('lab.params.broken', { problem })}</span>
        ) : missing.length > 0 ? (
          <>
            <span className="muted">{t('lab.params.missing', { names: missing.join(', ') })}</span>
            <button
              type="button"
              className="btn small"
              onClick={() =>
                put(JSON.stringify({ ...given, ...Object.fromEntries(missing.map((name) => [name, ''])) }, null, 2))
              }
            >
              {t('lab.params.add')}
            </button>
          </>
        ) : null}
      </div>
    </section>
  );
}
