import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Dataset } from '../../api/types';
import { useSqlWords } from '../../explore/useSqlWords';
import { useFailureText } from '../../ui/failure';
import { SqlEditor } from '../../ui/SqlEditor';
import { checkStatement } from '../checkStatement';
import { StatementColumns } from '../StatementColumns';
import type { DatasetEditing } from '../useDatasetDraft';

/** Where the rows come from: a table by its name, or a statement that can be changed and checked. */
export function SourceTab({ dataset, editing }: { dataset: Dataset; editing: DatasetEditing }) {
  const { t } = useTranslation();
  const words = useFailureText();
  const sqlWords = useSqlWords(dataset);
  const { sql, templateParams } = editing.draft.settings;
  const database = dataset.database?.id ?? 0;
  const check = useMutation({
    mutationFn: () =>
      checkStatement(database, { sql, schema: dataset.schema, template_params: templateParams.trim() || null }),
  });
  const wrong = check.data?.result[0]?.message ?? (check.error ? words(check.error).text : undefined);
  if (dataset.kind !== 'virtual') {
    return (
      <dl className="facts source-facts">
        {(
          [
            ['database', dataset.database?.database_name],
            ['schema', dataset.schema ?? '–'],
            ['table', dataset.table_name],
          ] as const
        ).map(([key, value]) => (
          <div key={key}>
            <dt>{t(`dataset.source.${key}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    );
  }
  return (
    <div className="source">
      <p className="muted">{t('dataset.sqlHint')}</p>
      <SqlEditor
        tall
        value={sql}
        label={t('dataset.tab.source')}
        words={sqlWords}
        invalid={wrong !== undefined}
        onRun={() => check.mutate()}
        onChange={(text) => {
          editing.set({ sql: text });
          check.reset();
        }}
      />
      <div className="sql-form-foot">
        <span role="status" className={wrong ? 'problem' : 'muted'} data-testid="statement-check">
          {wrong ?? (check.isSuccess ? t('explore.sqlWorks') : '')}
        </span>
        <button
          type="button"
          className="btn small"
          disabled={!sql.trim() || check.isPending}
          onClick={() => check.mutate()}
          data-testid="check-statement"
        >
          {t('explore.check')}
        </button>
      </div>
      <StatementColumns check={check.data} />
    </div>
  );
}
