import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dataset } from '../../api/types';
import { typeMark } from '../../explore/columnType';
import { Icon } from '../../ui/Icon';
import { SearchField } from '../../ui/SearchField';
import { EmptyState } from '../../ui/States';
import { newColumn, type ColumnDraft } from '../draft';
import type { DatasetEditing } from '../useDatasetDraft';
import { ExpressionField } from './ExpressionField';
import { Box, Check, Choice, Text } from './fields';

interface Props {
  readonly dataset: Dataset;
  readonly editing: DatasetEditing;
  readonly calculated: boolean;
}

const mark = ({ isTime, typeGeneric }: ColumnDraft) =>
  typeMark({ column_name: '', is_dttm: isTime, type_generic: typeGeneric ?? null });

/** Columns of the source, or calculated ones: the list on the left, all about one on the right. */
export function ColumnsTab({ dataset, editing, calculated }: Props) {
  const { t } = useTranslation();
  const { draft, setColumn } = editing;
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<string>();
  const all = draft.columns.filter(({ expression }) => (expression !== undefined) === calculated);
  const shown = all.filter(({ name, label }) => `${name}\n${label}`.toLowerCase().includes(search.toLowerCase()));
  const current = all.find(({ key }) => key === chosen) ?? shown[0];
  const add = () => {
    const column = newColumn(draft.columns);
    editing.addColumn(column);
    setChosen(column.key);
  };
  if (all.length === 0) {
    return (
      <EmptyState
        icon="table"
        title={t(calculated ? 'dataset.noCalculated' : 'dataset.noColumns')}
        text={t(calculated ? 'dataset.noCalculatedText' : 'dataset.noColumnsText')}
        actions={
          calculated ? (
            <button type="button" className="btn" onClick={add} data-testid="add-calculated">
              <Icon name="plus" size={14} />
              {t('dataset.addCalculated')}
            </button>
          ) : null
        }
      />
    );
  }
  return (
    <div className="parts">
      <div className="parts-list">
        <div className="parts-bar">
          <SearchField main value={search} onChange={setSearch} label={t('explore.searchColumns')} />
          {calculated ? (
            <button type="button" className="btn" onClick={add} data-testid="add-calculated">
              <Icon name="plus" size={14} />
              {t('dataset.addCalculated')}
            </button>
          ) : null}
        </div>
        <div className="parts-scroll scroll">
          <table className="parts-table" data-testid="columns-table">
            <thead>
              <tr>
                <th scope="col">{t('dataset.column')}</th>
                <th scope="col">{t('dataset.label')}</th>
                <th scope="col">{t('dataset.type')}</th>
                {(['isTime', 'filterable', 'groupable'] as const).map((flag) => (
                  <th key={flag} scope="col" className="c">
                    {t(`dataset.flag.${flag}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((column) => (
                <tr
                  key={column.key}
                  className={column.key === current?.key ? 'on' : undefined}
                  onClick={() => setChosen(column.key)}
                >
                  <td>
                    <button type="button" className="part-name" aria-pressed={column.key === current?.key}>
                      <i>{mark(column)}</i>
                      {column.name || t('dataset.unnamed')}
                    </button>
                  </td>
                  <td>
                    <input
                      className="input quiet"
                      aria-label={`${t('dataset.label')}: ${column.name}`}
                      value={column.label}
                      onChange={(event) => setColumn(column.key, { label: event.currentTarget.value })}
                    />
                  </td>
                  <td>
                    <code>{column.type}</code>
                  </td>
                  {(['isTime', 'filterable', 'groupable'] as const).map((flag) => (
                    <td key={flag} className="c">
                      <Box
                        label={`${t(`dataset.flag.${flag}`)}: ${column.name}`}
                        checked={column[flag]}
                        onChange={(checked) => setColumn(column.key, { [flag]: checked })}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {shown.length === 0 ? <p className="muted none">{t('list.noMatch', { search })}</p> : null}
        </div>
      </div>
      {current ? <ColumnForm key={current.key} dataset={dataset} editing={editing} column={current} /> : null}
    </div>
  );
}

const types = ['STRING', 'NUMERIC', 'DATETIME', 'BOOLEAN'];

function ColumnForm({ dataset, editing, column }: Omit<Props, 'calculated'> & { column: ColumnDraft }) {
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
