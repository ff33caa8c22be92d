import { useTranslation } from 'react-i18next';
import type { StatementCheck } from './checkStatement';

/** The columns a checked statement gives. */
export function StatementColumns({ check }: { check: StatementCheck | undefined }) {
  const { t } = useTranslation();
  if (!check || check.columns.length === 0) return null;
  return (
    <div className="statement-columns" data-testid="statement-columns">
      <div className="pane-head">{t('dataset.gives', { count: check.columns.length })}</div>
      <ul>
        {check.columns.map(({ column_name, type }) => (
          <li key={column_name}>
            <b>{column_name}</b>
            <code>{type}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}
