import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api } from '../api/client';
import { useList } from '../api/queries';
import type { DatabaseRow } from '../api/types';
import { useTitle } from '../app/useTitle';
import { PickList } from '../explore/fields/PickList';
import { useFailureText } from '../ui/failure';
import { SqlEditor } from '../ui/SqlEditor';
import { EmptyState, FailureState } from '../ui/States';
import { Tabs } from '../ui/Tabs';
import { say } from '../ui/toast';
import { checkStatement, type StatementCheck } from './checkStatement';
import { Choice, Text } from './parts/fields';
import { StatementColumns } from './StatementColumns';

const list = <T,>(key: readonly unknown[], path: string, enabled: boolean) => ({
  queryKey: key,
  enabled,
  retry: false,
  queryFn: async ({ signal }: { signal: AbortSignal }) =>
    (await api<{ result: readonly T[] }>(path, { signal })).result,
});

/** A dataset from a table of a database, or from a statement. */
export function NewDataset() {
  const { t } = useTranslation();
  const words = useFailureText();
  const client = useQueryClient();
  const navigate = useNavigate();
  useTitle(t('dataset.new'));
  const databases = useList<DatabaseRow>('database', { page: 0, page_size: 100 });
  const [databaseId, setDatabaseId] = useState<number>();
  const database = databaseId ?? databases.data?.result[0]?.id;
  const schemas = useQuery(
    list<string>(['database', database, 'schemas'], `/api/v1/database/${database}/schemas/`, database !== undefined),
  );
  const [chosenSchema, setSchema] = useState<string>();
  const schema = chosenSchema ?? schemas.data?.find((name) => /^(main|public)$/i.test(name)) ?? schemas.data?.[0] ?? '';
  const [way, setWay] = useState<'table' | 'sql'>('table');
  const [table, setTable] = useState<string>();
  const [sql, setSql] = useState('');
  const [name, setName] = useState('');

  const q = encodeURIComponent(JSON.stringify({ schema_name: schema }));
  const tables = useQuery(
    list<{ value: string; type: string }>(
      ['database', database, 'tables', schema],
      `/api/v1/database/${database}/tables/?q=${q}`,
      database !== undefined && schemas.data !== undefined && way === 'table',
    ),
  );
  const check = useMutation({ mutationFn: () => checkStatement(database ?? 0, { sql, schema: schema || null }) });
  const create = useMutation({
    mutationFn: () => {
      const body = {
        database,
        schema: schema || null,
        table_name: way === 'table' ? table : name.trim(),
        ...(way === 'sql' ? { sql } : {}),
      };
      return api<{ id: number }>('/api/v1/dataset/', { method: 'POST', body });
    },
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['dataset'] });
      say(t('dataset.made'));
      await navigate(`/dataset/${id}`);
    },
  });
  const ready =
    database !== undefined && (way === 'table' ? table !== undefined : sql.trim() !== '' && name.trim() !== '');
  const wrong = check.data?.result[0]?.message ?? (check.error ? words(check.error).text : undefined);

  if (databases.error) return <FailureState error={databases.error} onRetry={() => void databases.refetch()} />;
  if (databases.data?.result.length === 0)
    return (
      <EmptyState
        icon="databases"
        title={t('dataset.noDatabase')}
        actions={
          <Link className="btn" to="/databaseview/list/">
            {t('nav.databases')}
          </Link>
        }
      />
    );
  const panel = {
    table: tables.error ? (
      <FailureState error={tables.error} onRetry={() => void tables.refetch()} />
    ) : tables.data ? (
      <PickList
        label={t('dataset.searchTables')}
        chosen={table}
        options={tables.data.map(({ value, type }) => ({ key: value, mark: type, text: value }))}
        onPick={setTable}
      />
    ) : (
      <div className="skeleton" style={{ height: 200 }} />
    ),
    sql: (
      <>
        <Text label={t('dataset.name')} value={name} onChange={setName} placeholder="delays_by_airport" />
        <p className="muted none">{t('dataset.newSqlHint')}</p>
      </>
    ),
  };
  const statement = (
    <div className="source">
      <SqlEditor
        tall
        value={sql}
        label="SQL"
        placeholder="SELECT …"
        invalid={wrong !== undefined}
        onRun={() => check.mutate()}
        onChange={(text) => {
          setSql(text);
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
  return (
    <div className="dataset-page">
      <div className="top">
        <div>
          <div className="crumb">
            <Link to="/tablemodelview/list/">{t('nav.datasets')}</Link>
          </div>
          <h1>{t('dataset.new')}</h1>
        </div>
        <span className="grow" />
        <button
          type="button"
          className="btn primary"
          disabled={!ready || create.isPending}
          onClick={() => create.mutate()}
          data-testid="dataset-create"
        >
          {t('dataset.create')}
        </button>
      </div>
      {create.error ? (
        <div className="dataset-notice bad" role="alert">
          <span>
            <b>{words(create.error).title}</b> {words(create.error).text}
          </span>
        </div>
      ) : null}
      <div className="new-dataset">
        <div className="card new-where">
          <Choice
            label={t('dataset.source.database')}
            value={String(database ?? '')}
            options={(databases.data?.result ?? []).map(({ id, database_name }) => ({
              value: String(id),
              title: database_name,
            }))}
            onChange={(id) => {
              setDatabaseId(Number(id));
              setSchema(undefined);
              setTable(undefined);
            }}
          />
          {schemas.error ? (
            <p className="problem">{words(schemas.error).text}</p>
          ) : (
            <Choice
              label={t('dataset.source.schema')}
              value={schema}
              options={(schemas.data ?? []).map((value) => ({ value, title: value }))}
              onChange={(value) => {
                setSchema(value);
                setTable(undefined);
              }}
            />
          )}
          <Tabs
            label={t('dataset.from')}
            className="new-ways"
            items={(['table', 'sql'] as const).map((key) => ({ key, title: t(`dataset.fromWay.${key}`) }))}
            value={way}
            onChange={setWay}
            panel={panel[way]}
          />
        </div>
        <div className="card new-preview">
          {way === 'sql' ? (
            statement
          ) : table && database !== undefined ? (
            <TableColumns database={database} schema={schema} table={table} />
          ) : (
            <EmptyState icon="table" title={t('dataset.chooseTable')} />
          )}
        </div>
      </div>
    </div>
  );
}

interface Described {
  readonly columns: readonly { readonly name: string; readonly type: string; readonly type_generic: number }[];
}

function TableColumns({ database, schema, table }: { database: number; schema: string; table: string }) {
  const described = useQuery({
    queryKey: ['database', database, 'table', schema, table],
    retry: false,
    queryFn: async ({ signal }): Promise<StatementCheck> => {
      const params = new URLSearchParams({ name: table, schema });
      const { columns } = await api<Described>(`/api/v1/database/${database}/table_metadata/?${params}`, { signal });
      return {
        result: [],
        columns: columns.map(({ name, type, type_generic }) => ({
          column_name: name,
          type,
          is_dttm: type_generic === 2,
        })),
      };
    },
  });
  if (described.error) return <FailureState error={described.error} onRetry={() => void described.refetch()} />;
  return (
    <>
      <h2>{table}</h2>
      {described.data ? (
        <StatementColumns check={described.data} />
      ) : (
        <div className="skeleton" style={{ height: 160 }} />
      )}
    </>
  );
}
