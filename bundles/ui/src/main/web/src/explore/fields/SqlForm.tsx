import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dataset } from '../../api/types';
import { useFailureText } from '../../ui/failure';
import { SqlEditor } from '../../ui/SqlEditor';
import { checkExpression, type Expression } from '../checkExpression';
import { useSqlWords } from '../useSqlWords';

interface Props {
  readonly dataset: Dataset | undefined;
  readonly kind: Expression;
  readonly sql: string;
  readonly label: string;
  readonly placeholder: string;
  readonly onDone: (sql: string, label: string) => void;
  /** Conditions have no name of their own. */
  readonly unnamed?: boolean;
  /** What else there is to say of it. */
  readonly children?: ReactNode;
}

/** An expression in SQL with its name; the warehouse is asked whether it understands it. */
export function SqlForm({ dataset, kind, placeholder, onDone, unnamed = false, children, ...first }: Props) {
  const { t } = useTranslation();
  const words = useFailureText();
  const sqlWords = useSqlWords(dataset);
  const [sql, setSql] = useState(first.sql);
  const [label, setLabel] = useState(first.label);
  const check = useMutation({ mutationFn: () => checkExpression(dataset, kind, sql.trim()) });
  const failure = check.error ? words(check.error) : undefined;
  const submit = () => {
    if (sql.trim()) onDone(sql.trim(), label.trim());
  };
  return (
    <form
      className="sql-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <SqlEditor
        value={sql}
        label="SQL"
        placeholder={placeholder}
        words={sqlWords}
        autoFocus
        onChange={(text) => {
          setSql(text);
          check.reset();
        }}
        onRun={submit}
      />
      {unnamed ? null : (
        <input
          className="input"
          value={label}
          placeholder={t('explore.ownLabel')}
          aria-label={t('explore.ownLabel')}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
      )}
      {children}
      <div className="sql-form-foot">
        <span role="status" className={failure ? 'problem' : 'muted'}>
          {failure ? failure.text || failure.title : check.isSuccess ? t('explore.sqlWorks') : ''}
        </span>
        <button
          type="button"
          className="btn small"
          disabled={!sql.trim() || check.isPending || !dataset}
          onClick={() => check.mutate()}
        >
          {t('explore.check')}
        </button>
        <button type="submit" className="btn primary small" disabled={!sql.trim()}>
          {t('action.apply')}
        </button>
      </div>
    </form>
  );
}
