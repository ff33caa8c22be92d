import { useDebouncedValue } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from '../../explore/copyText';
import { useFailureText } from '../../ui/failure';
import { say } from '../../ui/toast';
import { useLab } from '../context';
import { quoteName } from '../text/habits';
import { fetchFacts, useFacts, useTables, type Place, type TableName } from './data';
import { levelOf, tableKey, treeRows, type TreeRow } from './rows';
import { TreeLine } from './TreeLine';
import './tree.css';

const ROW = 26;
/** So many schemas are looked into when somebody searches; beyond, those that are open. */
const SEARCHED = 25;

interface Props {
  readonly place: Place;
  readonly backend: string;
  readonly schemas: readonly string[];
  readonly schema: string | null;
  readonly search: string;
  readonly onPreview: ((table: TableName) => void) | undefined;
}

/** Schemas, tables, columns. Arrows walk, Right opens, Left closes, Enter puts the name into the editor; lines can be dragged there. */
export function Tree({ place, backend, schemas, schema, search, onPreview }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const client = useQueryClient();
  const words = useFailureText();
  const lab = useLab();
  const scroller = useRef<HTMLDivElement>(null);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const [at, setAt] = useState(0);
  const [wanted] = useDebouncedValue(search, 120);

  // The schema of the tab stands open until somebody closes it.
  const open = useMemo(() => {
    const keys = new Set(toggled);
    if (schema !== null) {
      if (keys.has(schema)) keys.delete(schema);
      else keys.add(schema);
    }
    return keys;
  }, [toggled, schema]);
  const ordered = useMemo(
    () =>
      schema === null ? schemas : [...schemas].sort((one, other) => Number(other === schema) - Number(one === schema)),
    [schemas, schema],
  );
  const looked = ordered.filter(
    (name, index) => open.has(name) || name === schema || (wanted.trim() !== '' && index < SEARCHED),
  );
  const tables = useTables(place, looked);
  const openTables = [...open]
    .filter((key) => key.includes('\n'))
    .map((key): TableName => {
      const [of = '', name = ''] = key.split('\n');
      return { schema: of, name };
    });
  const facts = useFacts(place, openTables);
  const rows = treeRows({
    schemas: ordered,
    open,
    tables: (name) => {
      const query = tables[looked.indexOf(name)];
      return query?.data ?? query?.error ?? undefined;
    },
    facts: (of, name) => {
      const query = facts[openTables.findIndex((one) => one.schema === of && one.name === name)];
      return query?.data ?? query?.error ?? undefined;
    },
    search: wanted,
  });
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 10,
    getItemKey: (index) => rows[index]?.key ?? index,
  });

  const quote = (name: string) => quoteName(name, backend);
  const pathOf = (row: TreeRow): string =>
    row.kind === 'table'
      ? row.schema === schema
        ? quote(row.name)
        : `${quote(row.schema)}.${quote(row.name)}`
      : row.kind === 'column'
        ? quote(row.name)
        : row.kind === 'schema'
          ? quote(row.schema)
          : '';
  const toggle = (key: string) =>
    setToggled((old) => {
      const next = new Set(old);
      if (next.has(key)) next.delete(key);
      else next.add(key);
      return next;
    });
  const failed = (error: unknown) => say(`${words(error).title} ${words(error).text}`, 'bad');
  const actions = {
    toggle,
    insert: (row: TreeRow) => lab.insert(pathOf(row)),
    copy: async (text: string) =>
      say((await copyText(text)) ? t('lab.tree.copied', { name: text }) : t('sql.notCopied')),
    star: (table: TableName, way: 'insert' | 'copy') =>
      void fetchFacts(client, place, table).then(async (found) => {
        const star = found.selectStar ?? `SELECT *\nFROM ${quote(table.schema)}.${quote(table.name)}\nLIMIT 100`;
        if (way === 'insert') lab.insert(star);
        else say((await copyText(star)) ? t('sql.copied') : t('sql.notCopied'));
      }, failed),
    preview: onPreview,
    retry: (of: string) =>
      void client.invalidateQueries({
        queryKey: ['database', place.database],
        predicate: ({ queryKey }) => queryKey.includes(of.split('\n').at(-1) ?? of),
      }),
    pathOf,
  };

  const go = (next: number) => {
    const to = Math.max(0, Math.min(rows.length - 1, next));
    setAt(to);
    virtual.scrollToIndex(to);
  };
  const current = Math.min(at, rows.length - 1);
  const onKey = (event: KeyboardEvent) => {
    const row = rows[current];
    if (event.target !== event.currentTarget || !row) return;
    const opens = row.kind === 'schema' || row.kind === 'table';
    const mod = event.ctrlKey || event.metaKey;
    if (event.key === 'ArrowDown') go(current + 1);
    else if (event.key === 'ArrowUp') go(current - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(rows.length - 1);
    else if (event.key === 'ArrowRight' && opens) row.open ? go(current + 1) : toggle(row.key);
    else if (event.key === 'ArrowLeft' && opens && row.open) toggle(row.key);
    else if (event.key === 'ArrowLeft') {
      const level = levelOf(row);
      let parent = current;
      while (parent > 0 && levelOf(rows[parent] ?? row) >= level) parent--;
      go(parent);
    } else if (event.key === 'Enter') actions.insert(row);
    else if (mod && event.key === 'c') void actions.copy(pathOf(row));
    else if (event.key === ' ' && row.kind === 'table') onPreview?.({ schema: row.schema, name: row.name });
    else return;
    event.preventDefault();
  };

  return (
    <>
      <div
        ref={scroller}
        className="lab-tree scroll"
        role="tree"
        tabIndex={0}
        aria-label={t('lab.tree.label')}
        aria-activedescendant={rows[current] ? `${id}-${current}` : undefined}
        onKeyDown={onKey}
        data-testid="tree"
      >
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }} role="presentation">
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            return row ? (
              <TreeLine
                key={row.key}
                id={`${id}-${index}`}
                row={row}
                here={row.kind === 'schema' ? row.schema === schema : false}
                at={index === current}
                top={start}
                search={wanted}
                actions={actions}
                onPoint={() => setAt(index)}
              />
            ) : null;
          })}
        </div>
      </div>
      {rows.length === 0 ? (
        <p className="lab-tree-none muted">{wanted ? t('list.noMatch', { search: wanted }) : t('lab.tree.empty')}</p>
      ) : null}
    </>
  );
}

export type TreeActions = {
  readonly toggle: (key: string) => void;
  readonly insert: (row: TreeRow) => void;
  readonly copy: (text: string) => Promise<void>;
  readonly star: (table: TableName, way: 'insert' | 'copy') => void;
  readonly preview: ((table: TableName) => void) | undefined;
  readonly retry: (of: string) => void;
  readonly pathOf: (row: TreeRow) => string;
};

export const keyOfTable = tableKey;
