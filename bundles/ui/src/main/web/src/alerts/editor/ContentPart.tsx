import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { languages } from '../../i18n/languages';
import { useChoices } from '../alertApi';
import type { Format } from '../types';
import { ChoiceField } from './ChoiceField';
import { formatsOf, isPicture } from './checks';
import type { Draft } from './draft';
import { aboutField, FormCard, FormField, type PartProps } from './FormField';

const BoardPart = lazy(() => import('./BoardPart').then((module) => ({ default: module.BoardPart })));

const optionsOf = (found: ReturnType<typeof useChoices>) => ({
  options: (found.data ?? []).map(({ id, name }) => ({ value: String(id), label: name })),
  busy: found.isFetching,
});
const useDashboards = (search: string, open: boolean) => optionsOf(useChoices('dashboard', search, open));
const useCharts = (search: string, open: boolean) => optionsOf(useChoices('chart', search, open));

const nothingOf: Pick<Draft, 'thing' | 'part' | 'masks' | 'urlParams'> = {
  thing: undefined,
  part: { anchors: [], openTabs: [] },
  masks: {},
  urlParams: [],
};

/** What is sent, and how it looks. */
export function ContentPart(props: PartProps) {
  const { t } = useTranslation();
  const { draft, change, problem } = props;
  const { content } = draft;
  const offered = formatsOf(content);
  const turn = (next: Draft['content']) =>
    change({ ...nothingOf, content: next, format: formatsOf(next).includes(draft.format) ? draft.format : 'PNG' });
  const label = t(`alerts.content.${content}`);
  return (
    <FormCard id="part-content" title={t('alerts.parts.content')}>
      <div className="segments" role="radiogroup" aria-label={t('alerts.parts.content')}>
        {(['dashboard', 'chart'] as const).map((one) => (
          <label key={one}>
            <input type="radio" name="alert-content" checked={content === one} onChange={() => turn(one)} />
            <span>{t(`alerts.content.${one}`)}</span>
          </label>
        ))}
      </div>
      <FormField id="alert-thing" label={label} problem={problem(content)}>
        <ChoiceField
          key={content}
          id="alert-thing"
          label={label}
          chosen={draft.thing?.name}
          useOptions={content === 'dashboard' ? useDashboards : useCharts}
          onChoose={(option) => change({ ...nothingOf, thing: { id: Number(option.value), name: option.label } })}
          placeholder={t(`alerts.choose.${content}`)}
          problem={problem(content)}
          testId="alert-thing"
        />
      </FormField>
      {content === 'dashboard' && draft.thing ? (
        <Suspense fallback={<div className="skeleton" style={{ height: 60 }} />}>
          <BoardPart key={draft.thing.id} {...props} id={draft.thing.id} />
        </Suspense>
      ) : null}
      <div className="field">
        <span className="label">{t('alerts.format')}</span>
        <div className="segments" role="radiogroup" aria-label={t('alerts.format')}>
          {offered.map((format: Format) => (
            <label key={format} title={t(`alerts.formats.${format}`)}>
              <input
                type="radio"
                name="alert-format"
                checked={draft.format === format}
                onChange={() => change({ format })}
              />
              <span>{format === 'TEXT' ? t('alerts.textTable') : format}</span>
            </label>
          ))}
        </div>
        <span className="hint">{t(`alerts.formats.${draft.format}`)}</span>
        {problem('report_format') ? <span className="problem">{problem('report_format')}</span> : null}
      </div>
      <div className="field-grid">
        <FormField id="alert-subject" label={t('alerts.subject')} optional hint={t('alerts.subjectText')}>
          <input
            {...aboutField('alert-subject', undefined, 'hint')}
            className="input"
            value={draft.subject}
            onChange={(event) => change({ subject: event.currentTarget.value })}
          />
        </FormField>
        {isPicture(draft.format) ? (
          <FormField
            id="alert-width"
            label={t('alerts.width')}
            optional
            hint={t('alerts.widthText')}
            problem={problem('custom_width')}
          >
            <input
              {...aboutField('alert-width', problem('custom_width'), 'hint')}
              className="input"
              inputMode="numeric"
              value={draft.width}
              onChange={(event) => change({ width: event.currentTarget.value })}
            />
          </FormField>
        ) : null}
      </div>
      <FormField id="alert-words" label={t('alerts.words')} optional hint={t('alerts.wordsText')}>
        <textarea
          {...aboutField('alert-words', undefined, 'hint')}
          className="input"
          rows={2}
          value={draft.words}
          onChange={(event) => change({ words: event.currentTarget.value })}
        />
      </FormField>
      <FormField id="alert-language" label={t('alerts.language')} hint={t('alerts.languageText')}>
        <select
          {...aboutField('alert-language', undefined, 'hint')}
          className="input"
          value={draft.language}
          onChange={(event) => change({ language: event.currentTarget.value })}
          data-testid="alert-language"
        >
          <option value="">{t('alerts.ownersLanguage')}</option>
          {languages.map(({ code, name }) => (
            <option key={code} value={code} lang={code}>
              {name}
            </option>
          ))}
        </select>
      </FormField>
      <label className="check">
        <input
          type="checkbox"
          checked={draft.fresh}
          onChange={(event) => change({ fresh: event.currentTarget.checked })}
        />
        {t('alerts.fresh')}
      </label>
    </FormCard>
  );
}
