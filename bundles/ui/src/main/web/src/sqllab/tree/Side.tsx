import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../../ui/Icon';
import { SearchField } from '../../ui/SearchField';
import { FailureState } from '../../ui/States';
import { useDatabase, useLab } from '../context';
import type { LabTab } from '../tabs/model';
import { forgetPlace, useCatalogs, useSchemas, usualSchema } from './data';
import { Picker } from './Picker';
import { Tree } from './Tree';
import { TablePreview } from './TablePreview';
import type { TableName } from './data';

/** Which database the tab asks, and what is in it. */
export function Side({ tab, onFold }: { tab: LabTab; onFold: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { tabs, databases } = useLab();
  const database = useDatabase(tab.dbId);
  const catalogs = useCatalogs(database?.id ?? null);
  const schemas = useSchemas(database?.id ?? null, tab.catalog);
  const [search, setSearch] = useState('');
  const [preview, setPreview] = useState<TableName>();
  const schema = tab.schema;

  useEffect(() => {
    if (schema === null && schemas.data && schemas.data.length > 0)
      tabs.change(tab.key, { schema: usualSchema(schemas.data) });
  }, [schema, schemas.data, tabs, tab.key]);

  return (
    <aside className="lab-side" aria-label={t('lab.tree.label')}>
      <div className="lab-side-top">
        <b>{t('nav.sqllab')}</b>
        <span className="grow" />
        <Link
          className="btn small icon-only ghost"
          to="/savedqueryview/list/"
          aria-label={t('lab.saved.title')}
          title={t('lab.saved.title')}
        >
          <Icon name="bookmark" />
        </Link>
        <Link
          className="btn small icon-only ghost"
          to="/sqllab/history/"
          aria-label={t('lab.history.title')}
          title={t('lab.history.title')}
        >
          <Icon name="clock" />
        </Link>
        <button
          type="button"
          className="btn small icon-only ghost"
          aria-label={t('lab.hideTree')}
          title={t('lab.hideTree')}
          onClick={onFold}
          data-testid="hide-tree"
        >
          <Icon name="sidebar" />
        </button>
      </div>
      <div className="lab-pickers">
        <Picker
          icon="databases"
          label={t('lab.database')}
          search={t('lab.searchDatabases')}
          value={database ? String(database.id) : undefined}
          shown={database?.database_name ?? t('lab.chooseDatabase')}
          options={databases.map((one) => ({ key: String(one.id), text: one.database_name }))}
          onPick={(id) => tabs.change(tab.key, { dbId: Number(id), schema: null, catalog: null })}
          testId="pick-database"
        />
        {catalogs.data && catalogs.data.length > 0 ? (
          <Picker
            icon="schema"
            label={t('lab.catalog')}
            search={t('lab.searchCatalogs')}
            value={tab.catalog ?? undefined}
            shown={tab.catalog ?? t('lab.chooseCatalog')}
            options={catalogs.data.map((name) => ({ key: name, text: name }))}
            onPick={(catalog) => tabs.change(tab.key, { catalog, schema: null })}
            testId="pick-catalog"
          />
        ) : null}
        <Picker
          icon="schema"
          label={t('lab.schema')}
          search={t('lab.searchSchemas')}
          value={schema ?? undefined}
          shown={schema ?? t('lab.chooseSchema')}
          options={(schemas.data ?? []).map((name) => ({ key: name, text: name }))}
          onPick={(name) => tabs.change(tab.key, { schema: name })}
          testId="pick-schema"
        />
        <div className="lab-tree-search">
          <SearchField main value={search} onChange={setSearch} label={t('lab.tree.search')} />
          <button
            type="button"
            className="btn small icon-only ghost"
            aria-label={t('lab.tree.refresh')}
            title={t('lab.tree.refresh')}
            disabled={!database}
            onClick={() => database && void forgetPlace(client, database.id)}
          >
            <Icon name="refresh" size={14} />
          </button>
        </div>
      </div>
      {schemas.error ? (
        <FailureState error={schemas.error} onRetry={() => void schemas.refetch()} />
      ) : database && schemas.data ? (
        <Tree
          key={`${database.id} ${tab.catalog ?? ''}`}
          place={{ database: database.id, catalog: tab.catalog }}
          backend={database.backend}
          schemas={schemas.data}
          schema={schema}
          search={search}
          onPreview={database.disable_data_preview ? undefined : setPreview}
        />
      ) : (
        <div className="lab-skeleton">
          {Array.from({ length: 8 }, (_, index) => (
            <div key={index} className="skeleton" style={{ height: 12, width: `${50 + ((index * 23) % 40)}%` }} />
          ))}
        </div>
      )}
      {preview && database ? (
        <TablePreview
          place={{ database: database.id, catalog: tab.catalog }}
          backend={database.backend}
          table={preview}
          onClose={() => setPreview(undefined)}
        />
      ) : null}
    </aside>
  );
}
