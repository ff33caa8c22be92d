import { useTranslation } from 'react-i18next';
import { useList } from '../api/queries';
import type { DatabaseRow } from '../api/types';

/** Only what belongs to one database. */
export function DatabaseFilter({ value, onChange }: { value: string; onChange: (value: string | undefined) => void }) {
  const { t } = useTranslation();
  const databases = useList<DatabaseRow>('database', { page: 0, page_size: 100 });
  return (
    <select
      className="input lab-select"
      aria-label={t('lab.database')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
    >
      <option value="">{t('lab.allDatabases')}</option>
      {databases.data?.result.map(({ id, database_name }) => (
        <option key={id} value={id}>
          {database_name}
        </option>
      ))}
    </select>
  );
}
