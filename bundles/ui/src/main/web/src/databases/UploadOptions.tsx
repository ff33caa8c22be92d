import { useTranslation } from 'react-i18next';
import type { Choices, Existing, Kind } from './uploads';

interface Props {
  readonly kind: Kind;
  readonly choices: Choices;
  /** Those files may go into; none where the database's own is as good. */
  readonly schemas: readonly string[];
  readonly sheets: readonly string[];
  readonly problem: { readonly field: string; readonly text: string } | undefined;
  readonly onChange: (changes: Partial<Choices>) => void;
}

const delimiters = [',', ';', '\t', '|'] as const;

export function UploadOptions({ kind, choices, schemas, sheets, problem, onChange }: Props) {
  const { t } = useTranslation();
  const told = (field: string) =>
    problem?.field === field ? (
      <span className="problem" role="alert" data-testid="field-problem">
        {problem.text}
      </span>
    ) : null;
  return (
    <div className="settings upload-options">
      <div className="field">
        <label htmlFor="table_name">{t('upload.table')}</label>
        <input
          id="table_name"
          className="input"
          value={choices.table}
          aria-invalid={problem?.field === 'table_name' ? true : undefined}
          spellCheck={false}
          onChange={(event) => onChange({ table: event.currentTarget.value })}
        />
        {told('table_name')}
      </div>
      <div className="field">
        <label htmlFor="schema">
          {t('upload.schema')}
          {schemas.length === 0 ? <span className="optional"> {t('databases.optional')}</span> : null}
        </label>
        {schemas.length > 0 ? (
          <select
            id="schema"
            className="input"
            value={choices.schema}
            onChange={(event) => onChange({ schema: event.currentTarget.value })}
          >
            <option value="">–</option>
            {schemas.map((schema) => (
              <option key={schema}>{schema}</option>
            ))}
          </select>
        ) : (
          <input
            id="schema"
            className="input"
            value={choices.schema}
            spellCheck={false}
            onChange={(event) => onChange({ schema: event.currentTarget.value })}
          />
        )}
        {told('schema')}
      </div>
      <div className="field">
        <label htmlFor="already_exists">{t('upload.existing')}</label>
        <select
          id="already_exists"
          className="input"
          value={choices.existing}
          onChange={(event) => onChange({ existing: event.currentTarget.value as Existing })}
        >
          {(['fail', 'replace', 'append'] as const).map((each) => (
            <option key={each} value={each}>
              {t(`upload.exists.${each}`)}
            </option>
          ))}
        </select>
      </div>
      {kind === 'csv' ? (
        <div className="field">
          <label htmlFor="delimiter">{t('upload.delimiter')}</label>
          <select
            id="delimiter"
            className="input"
            value={choices.delimiter}
            onChange={(event) => onChange({ delimiter: event.currentTarget.value, types: {} })}
          >
            <option value="">{t('upload.findOut')}</option>
            {delimiters.map((sign) => (
              <option key={sign} value={sign}>
                {sign === '\t' ? t('upload.tab') : sign}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      {sheets.length > 1 ? (
        <div className="field">
          <label htmlFor="sheet_name">{t('upload.sheet')}</label>
          <select
            id="sheet_name"
            className="input"
            value={choices.sheet || sheets[0]}
            onChange={(event) => onChange({ sheet: event.currentTarget.value, types: {} })}
          >
            {sheets.map((sheet) => (
              <option key={sheet}>{sheet}</option>
            ))}
          </select>
        </div>
      ) : null}
      {kind === 'columnar' ? null : (
        <>
          <div className="field narrow">
            <label htmlFor="skip_rows">{t('upload.skip')}</label>
            <input
              id="skip_rows"
              className="input"
              inputMode="numeric"
              placeholder="0"
              value={choices.skipRows}
              onChange={(event) => onChange({ skipRows: event.currentTarget.value.replace(/\D/g, ''), types: {} })}
            />
          </div>
          <label className="check">
            <input
              type="checkbox"
              checked={choices.hasNames}
              onChange={(event) => onChange({ hasNames: event.currentTarget.checked, types: {} })}
            />
            <span>{t('upload.hasNames')}</span>
          </label>
        </>
      )}
    </div>
  );
}
