import { useTranslation } from 'react-i18next';
import type { Dataset } from '../../api/types';
import { typeMark } from '../../explore/columnType';
import { EmptyState } from '../../ui/States';
import { newColumn } from '../draft';
import type { DatasetEditing } from '../useDatasetDraft';
import { ColumnForm } from './ColumnForm';
import { Box } from './fields';
import { Parts } from './Parts';

interface Props {
  readonly dataset: Dataset;
  readonly editing: DatasetEditing;
  readonly calculated: boolean;
}

const flags = ['isTime', 'filterable', 'groupable'] as const;

/** Columns of the source, or calculated ones. */
export function ColumnsTab({ dataset, editing, calculated }: Props) {
  const { t } = useTranslation();
  const { draft, setColumn } = editing;
  const add = () => {
    const column = newColumn(draft.columns);
    editing.addColumn(column);
    return column.key;
  };
  return (
    <Parts
      kind="columns"
      parts={draft.columns.filter(({ expression }) => (expression !== undefined) === calculated)}
      nameTitle={t('dataset.column')}
      searchLabel={t('explore.searchColumns')}
      textOf={({ name, label }) => `${name}\n${label}`}
      mark={({ isTime, typeGeneric }) =>
        typeMark({ column_name: '', is_dttm: isTime, type_generic: typeGeneric ?? null })
      }
      columns={[
        { title: t('dataset.type'), cell: ({ type }) => <code>{type}</code> },
        ...flags.map((flag) => ({
          title: t(`dataset.flag.${flag}`),
          centered: true,
          cell: (column: (typeof draft.columns)[number]) => (
            <Box
              label={`${t(`dataset.flag.${flag}`)}: ${column.name}`}
              checked={column[flag]}
              onChange={(checked) => setColumn(column.key, { [flag]: checked })}
            />
          ),
        })),
      ]}
      onLabel={(key, label) => setColumn(key, { label })}
      adding={calculated ? { title: t('dataset.addCalculated'), testId: 'add-calculated', add } : undefined}
      form={(column) => <ColumnForm key={column.key} dataset={dataset} editing={editing} column={column} />}
      empty={(actions) => (
        <EmptyState
          icon="table"
          title={t(calculated ? 'dataset.noCalculated' : 'dataset.noColumns')}
          text={t(calculated ? 'dataset.noCalculatedText' : 'dataset.noColumnsText')}
          actions={actions}
        />
      )}
    />
  );
}
