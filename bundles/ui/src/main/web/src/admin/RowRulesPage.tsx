import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { useNames } from '../around/filters';
import { NameCell } from '../lists/cells';
import { ListPage, type ListColumn } from '../lists/ListPage';
import { Icon } from '../ui/Icon';
import { say } from '../ui/toast';
import { useUndoableDelete } from '../ui/undoableDelete';
import { Checks, FormDialog, TextField } from './Dialog';
import { useRoles } from './UsersPage';
import './admin.css';
import '../around/words';

interface RuleRow {
  readonly id: number;
  readonly name: string;
  readonly filter_type: 'Regular' | 'Base';
  readonly clause: string;
  readonly group_key: string;
  readonly description: string;
  readonly tables: readonly { readonly id: number; readonly table_name: string }[];
  readonly roles: readonly { readonly id: number; readonly name: string }[];
}

export default function RowRulesPage() {
  const { t } = useTranslation();
  const { hidden, remove } = useUndoableDelete('rowlevelsecurity');
  const [edited, setEdited] = useState<RuleRow | 'new'>();
  const datasets = useNames('dataset', 'table_name');
  const columns: readonly ListColumn<RuleRow>[] = [
    {
      key: 'name',
      title: t('list.columns.name'),
      order: 'name',
      cell: (row) => <NameCell name={row.name} sub={row.clause} icon="filter" />,
    },
    {
      key: 'kind',
      title: t('list.columns.kind'),
      order: 'filter_type',
      cell: (row) => <span className="badge">{t(`around.rules.${row.filter_type}`)}</span>,
    },
    {
      key: 'datasets',
      title: t('nav.datasets'),
      className: 'wide-only',
      cell: (row) => row.tables.map(({ table_name }) => table_name).join(', '),
    },
    {
      key: 'roles',
      title: t('nav.roles'),
      className: 'wide-only',
      cell: (row) => row.roles.map(({ name }) => name).join(', '),
    },
    {
      key: 'actions',
      title: <span className="hidden-visually">{t('databases.actions')}</span>,
      className: 'n',
      cell: (row) => (
        <span className="row-actions">
          <button
            type="button"
            className="btn small icon-only ghost"
            aria-label={t('around.editOne', { name: row.name })}
            onClick={() => setEdited(row)}
          >
            <Icon name="edit" />
          </button>
          <button
            type="button"
            className="btn small icon-only ghost"
            aria-label={t('around.deleteOne', { name: row.name })}
            onClick={() => remove(row.id, row.name)}
          >
            <Icon name="trash" />
          </button>
        </span>
      ),
    },
  ];
  return (
    <>
      <ListPage<RuleRow>
        kind="rowlevelsecurity"
        title={t('nav.rowRules')}
        icon="filter"
        columns={columns}
        search={{ column: 'name', operator: 'ct' }}
        order="name"
        direction="asc"
        emptyText={t('around.rules.empty')}
        hidden={hidden}
        filters={[
          {
            key: 'dataset',
            title: t('list.columns.dataset'),
            options: datasets,
            toFilter: (value) => ({ col: 'tables', opr: 'rel_m_m', value: Number(value) }),
          },
        ]}
        actions={
          <button type="button" className="btn primary" onClick={() => setEdited('new')} data-testid="new-rule">
            <Icon name="plus" />
            {t('around.rules.new')}
          </button>
        }
      />
      {edited ? (
        <RuleDialog
          rule={edited === 'new' ? undefined : edited}
          datasets={datasets}
          onClose={() => setEdited(undefined)}
        />
      ) : null}
    </>
  );
}

interface DialogProps {
  readonly rule: RuleRow | undefined;
  readonly datasets: readonly { readonly value: string; readonly label: string }[];
  readonly onClose: () => void;
}

function RuleDialog({ rule, datasets, onClose }: DialogProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const roles = useRoles();
  const [name, setName] = useState(rule?.name ?? '');
  const [kind, setKind] = useState<'Regular' | 'Base'>(rule?.filter_type ?? 'Regular');
  const [tables, setTables] = useState<readonly number[]>(rule?.tables.map(({ id }) => id) ?? []);
  const [held, setHeld] = useState<readonly number[]>(rule?.roles.map(({ id }) => id) ?? []);
  const [clause, setClause] = useState(rule?.clause ?? '');
  const [group, setGroup] = useState(rule?.group_key ?? '');
  const [description, setDescription] = useState(rule?.description ?? '');
  const save = useMutation<unknown, Error, void>({
    mutationFn: () =>
      api(`/api/v1/rowlevelsecurity/${rule?.id ?? ''}`, {
        method: rule ? 'PUT' : 'POST',
        body: { name, filter_type: kind, tables, roles: held, clause, group_key: group, description },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['rowlevelsecurity'] });
      say(t('around.saved', { name }));
      onClose();
    },
  });
  return (
    <FormDialog
      title={rule ? t('around.editOne', { name: rule.name }) : t('around.rules.new')}
      onClose={onClose}
      save={save}
      ready={name.trim() !== '' && clause.trim() !== '' && tables.length > 0}
      size={620}
    >
      <TextField id="rule-name" label={t('list.columns.name')} value={name} onChange={setName} />
      <div className="field">
        <label htmlFor="rule-kind">{t('list.columns.kind')}</label>
        <select
          id="rule-kind"
          className="input"
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value === 'Base' ? 'Base' : 'Regular')}
        >
          <option value="Regular">{t('around.rules.Regular')}</option>
          <option value="Base">{t('around.rules.Base')}</option>
        </select>
        <span className="hint">{t(kind === 'Base' ? 'around.rules.baseHint' : 'around.rules.regularHint')}</span>
      </div>
      <Checks
        legend={t('nav.datasets')}
        options={datasets.map(({ value, label }) => ({ value: Number(value), label }))}
        value={tables}
        onChange={setTables}
      />
      <Checks
        legend={t('nav.roles')}
        options={(roles.data?.result ?? []).map((role) => ({ value: role.id, label: role.name }))}
        value={held}
        onChange={setHeld}
      />
      <div className="field">
        <label htmlFor="rule-clause">{t('around.rules.clause')}</label>
        <textarea
          id="rule-clause"
          className="input code"
          rows={3}
          value={clause}
          spellCheck={false}
          onChange={(event) => setClause(event.currentTarget.value)}
        />
        <span className="hint">{t('around.rules.clauseHint')}</span>
      </div>
      <div className="pair">
        <TextField
          id="rule-group"
          label={t('around.rules.group')}
          value={group}
          onChange={setGroup}
          hint={t('around.rules.groupHint')}
        />
        <TextField
          id="rule-description"
          label={t('around.rules.description')}
          value={description}
          onChange={setDescription}
        />
      </div>
    </FormDialog>
  );
}
