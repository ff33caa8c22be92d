import { useTranslation } from 'react-i18next';
import type { Dataset } from '../../api/types';
import type { ColumnDraft } from '../draft';
import type { DatasetEditing } from '../useDatasetDraft';
import { ExpressionField } from './ExpressionField';
import { Check, Choice, Text } from './fields';

interface Props {
  readonly dataset: Dataset;
  readonly editing: DatasetEditing;
  readonly column: ColumnDraft;
}

const types = ['STRING', 'NUMERIC', 'DATETIME', 'BOOLEAN'];

export function ColumnForm({ dataset, editing, column }: Props) {
  const { t } = useTranslation();
  const change = (changed: Partial<ColumnDraft>) => editing.setColumn(column.key, changed);
  const wrongs = editing.wrongs.filter(({ key }) => key === column.key);
  const naming = wrongs.find(({ what }) => what === 'name' || what === 'twice');
  const calculated = column.expression !== undefined;
  const isMain = editing.draft.settings.mainTime === column.name && column.name !== '';
  return (
    <form className="part-form scroll" onSubmit={(event) => event.preventDefault()} aria-label={column.name}>
      <h3>{column.name || t('dataset.unnamed')}</h3>
      {calculated ? (
        <>
          <Text
            label={t('dataset.name')}
            value={column.name}
            onChange={(name) => change({ name })}
            wrong={naming ? t(`dataset.wrong.${naming.what}`, { name: column.name }) : undefined}
          />
          <ExpressionField
            dataset={dataset}
            kind="column"
            label={t('dataset.expression')}
            value={column.expression ?? ''}
            placeholder="delay > 15"
            wrong={wrongs.some(({ what }) => what === 'expression')}
            onChange={(expression) => change({ expression })}
          />
          <Choice
            label={t('dataset.type')}
            value={column.type}
            options={types.map((type) => ({ value: type, title: t(`dataset.types.${type}`) }))}
            onChange={(type) =>
              change({
                type,
                typeGeneric: ['NUMERIC', 'STRING', 'DATETIME', 'BOOLEAN'].indexOf(type),
                isTime: type === 'DATETIME',
              })
            }
          />
        </>
      ) : null}
      <Text
        label={t('dataset.label')}
        value={column.label}
        onChange={(label) => change({ label })}
        hint={t('dataset.labelHint')}
      />
      <Text
        label={t('dataset.description')}
        rows={2}
        value={column.description}
        onChange={(description) => change({ description })}
      />
      <Check label={t('dataset.flag.isTime')} checked={column.isTime} onChange={(isTime) => change({ isTime })} />
      {column.isTime ? (
        <>
          <Check
            label={t('dataset.mainTime')}
            checked={isMain}
            hint={t('dataset.mainTimeHint')}
            onChange={(main) => editing.set({ mainTime: main ? column.name : '' })}
          />
          <Text
            label={t('dataset.dateFormat')}
            value={column.dateFormat}
            list={['epoch_s', 'epoch_ms', '%Y-%m-%d', '%Y-%m-%d %H:%M:%S', '%Y-%m', '%Y']}
            hint={t('dataset.dateFormatHint')}
            onChange={(dateFormat) => change({ dateFormat })}
          />
        </>
      ) : null}
      <Check
        label={t('dataset.flag.filterable')}
        checked={column.filterable}
        onChange={(filterable) => change({ filterable })}
      />
      <Check
        label={t('dataset.flag.groupable')}
        checked={column.groupable}
        onChange={(groupable) => change({ groupable })}
      />
      <Text
        label={t('explore.certifiedByLabel')}
        value={column.certifiedBy}
        onChange={(certifiedBy) => change({ certifiedBy })}
      />
      {column.certifiedBy ? (
        <Text
          label={t('explore.certificationDetails')}
          value={column.certification}
          onChange={(certification) => change({ certification })}
        />
      ) : null}
      <button
        type="button"
        className="btn danger small"
        onClick={() => editing.removeColumn(column.key)}
        data-testid="remove-part"
      >
        {t('dataset.remove')}
      </button>
    </form>
  );
}
