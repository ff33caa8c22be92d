import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Dataset } from '../../api/types';
import { checkExpression, type Expression } from '../../explore/checkExpression';
import { useSqlWords } from '../../explore/useSqlWords';
import { useFailureText } from '../../ui/failure';
import { SqlEditor } from '../../ui/SqlEditor';

interface Props {
  readonly dataset: Dataset;
  readonly kind: Expression;
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  readonly wrong: boolean;
  readonly onChange: (sql: string) => void;
}

/** SQL of a part, with a question to the database whether it understands it. */
export function ExpressionField({ dataset, kind, label, value, placeholder, wrong, onChange }: Props) {
  const { t } = useTranslation();
  const words = useFailureText();
  const sqlWords = useSqlWords(dataset);
  const check = useMutation({ mutationFn: () => checkExpression(dataset, kind, value.trim()) });
  const failure = check.error ? words(check.error) : undefined;
  return (
    <div className="field">
      <span className="label">{label}</span>
      <SqlEditor
        value={value}
        label={label}
        placeholder={placeholder}
        words={sqlWords}
        invalid={wrong || failure !== undefined}
        onRun={() => check.mutate()}
        onChange={(sql) => {
          onChange(sql);
          check.reset();
        }}
      />
      <div className="sql-form-foot">
        <span role="status" className={failure || wrong ? 'problem' : 'muted'} data-testid="expression-check">
          {failure
            ? failure.text || failure.title
            : wrong
              ? t('dataset.wrong.expression', { name: '' })
              : check.isSuccess
                ? t('explore.sqlWorks')
                : ''}
        </span>
        <button
          type="button"
          className="btn small"
          disabled={!value.trim() || check.isPending}
          onClick={() => check.mutate()}
          data-testid="check-expression"
        >
          {t('explore.check')}
        </button>
      </div>
    </div>
  );
}
