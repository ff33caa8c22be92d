import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/client';
import { useRelated } from '../around/filters';
import { NameCell, Owners } from '../lists/cells';
import { ListPage, type ListColumn } from '../lists/ListPage';
import type { ListFilter } from '../lists/useListState';
import { Age } from '../ui/Age';
import { Icon } from '../ui/Icon';
import { fullTime, parseTime } from '../ui/time';
import { useUndoableDelete } from '../ui/undoableDelete';
import { useTried } from '../ui/useTried';
import { ActiveSwitch } from './ActiveSwitch';
import { AlertTabs } from './AlertTabs';
import { useMayWrite } from './alertApi';
import { BulkWork } from './BulkWork';
import { ChannelSigns } from './ChannelSigns';
import { numberText } from './numberText';
import { planWords } from './planWords';
import { SendNow } from './SendNow';
import { stateKey, StateWord } from './StateWord';
import { pathOf, runStates, type Kind, type Row } from './types';
import './words';
import './alerts.css';

function useFilters(kind: Kind): readonly ListFilter[] {
  const { t } = useTranslation();
  const people = useRelated('report', 'owners');
  return [
    {
      key: 'state',
      title: t('alerts.lastState'),
      options: runStates.map((state) => ({ value: state, label: t(stateKey(kind, state)) })),
      toFilter: (value) => ({ col: 'last_state', opr: 'eq', value }),
    },
    {
      key: 'active',
      title: t('alerts.active'),
      options: [
        { value: 'yes', label: t('around.filters.yes') },
        { value: 'no', label: t('around.filters.no') },
      ],
      toFilter: (value) => ({ col: 'active', opr: 'eq', value: value === 'yes' }),
    },
    {
      key: 'owner',
      title: t('around.filters.owner'),
      options: people,
      toFilter: (value) => ({ col: 'owners', opr: 'rel_m_m', value: Number(value) }),
    },
    {
      key: 'changer',
      title: t('alerts.changedBy'),
      options: people,
      toFilter: (value) => ({ col: 'changed_by', opr: 'rel_o_m', value: Number(value) }),
    },
    {
      key: 'made',
      title: t('alerts.madeAt'),
      options: ['alerts_reports', 'dashboards', 'charts'].map((method) => ({
        value: method,
        label: t(`alerts.method.${method}`),
      })),
      toFilter: (value) => ({ col: 'creation_method', opr: 'eq', value }),
    },
  ];
}

function useColumns(kind: Kind, mayWrite: boolean, remove: (id: number, name: string) => void) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const tried = useTried();
  const activate = useMutation({
    mutationFn: ({ id, active }: { id: number; active: boolean }) =>
      api(`/api/v1/report/${id}`, { method: 'PUT', body: { active } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['report'] }),
  });
  const under = activate.isPending ? activate.variables : undefined;
  const columns: readonly ListColumn<Row>[] = [
    {
      key: 'name',
      title: t('list.columns.name'),
      order: 'name',
      cell: (row) => (
        <NameCell
          to={`${pathOf(kind)}/${row.id}`}
          name={row.name}
          sub={row.dashboard?.dashboard_title ?? row.chart?.slice_name ?? row.description}
          icon={row.dashboard ? 'dashboards' : 'charts'}
        />
      ),
    },
    {
      key: 'state',
      title: t('alerts.lastState'),
      order: 'last_state',
      cell: (row) => (
        <span className="state-cell">
          <StateWord kind={kind} state={row.last_state} never={!row.last_eval_dttm} />
          {row.last_value === null ? null : (
            <span className="muted tabular" title={t('alerts.lastValue')}>
              {numberText(row.last_value)}
            </span>
          )}
        </span>
      ),
    },
    {
      key: 'schedule',
      title: t('alerts.schedule'),
      className: 'wide-only',
      cell: (row) => (
        <span className="two-lines" title={row.crontab}>
          <span>{planWords(row.crontab, t, row.crontab_humanized)}</span>
          <span className="muted">{row.timezone}</span>
        </span>
      ),
    },
    {
      key: 'next',
      title: t('alerts.nextRun'),
      className: 'wide-only nowrap',
      cell: ({ next_run }) =>
        next_run ? <time dateTime={next_run}>{fullTime(parseTime(next_run))}</time> : <span className="muted">–</span>,
    },
    {
      key: 'last',
      title: t('alerts.lastRun'),
      order: 'last_eval_dttm',
      first: 'desc',
      className: 'wide-only nowrap',
      cell: ({ id, last_eval_dttm }) =>
        last_eval_dttm ? (
          <Link className="quiet" to={`${pathOf(kind)}/${id}/log`}>
            <Age iso={last_eval_dttm} />
          </Link>
        ) : (
          <span className="muted">–</span>
        ),
    },
    {
      key: 'recipients',
      title: t('alerts.recipients'),
      className: 'wide-only',
      cell: ({ recipients }) => <ChannelSigns recipients={recipients} />,
    },
    {
      key: 'owners',
      title: t('list.columns.owners'),
      className: 'wide-only',
      cell: ({ owners }) => <Owners owners={owners} />,
    },
    {
      key: 'active',
      title: t('alerts.active'),
      order: 'active',
      className: 'wide-only',
      cell: (row) => (
        <ActiveSwitch
          name={row.name}
          on={under?.id === row.id ? under.active : row.active}
          disabled={!mayWrite}
          onChange={(active) => tried(activate.mutateAsync({ id: row.id, active }))}
        />
      ),
    },
    {
      key: 'actions',
      title: <span className="hidden-visually">{t('databases.actions')}</span>,
      className: 'n wide-only',
      cell: (row) => (
        <span className="row-actions">
          {mayWrite ? <SendNow row={row} small /> : null}
          <Link
            className="btn small icon-only ghost"
            to={`${pathOf(kind)}/${row.id}/log`}
            aria-label={t('alerts.logOf', { name: row.name })}
            title={t('alerts.log')}
            data-testid="open-log"
          >
            <Icon name="history" />
          </Link>
          {mayWrite ? (
            <button
              type="button"
              className="btn small icon-only ghost"
              aria-label={t('around.deleteOne', { name: row.name })}
              title={t('around.bulk.delete')}
              onClick={() => remove(row.id, row.name)}
              data-testid="delete-one"
            >
              <Icon name="trash" />
            </button>
          ) : null}
        </span>
      ),
    },
  ];
  return columns;
}

/** Alerts, or reports, that the reader owns; administrators see all. */
export default function AlertsPage({ kind }: { kind: Kind }) {
  const { t } = useTranslation();
  const mayWrite = useMayWrite();
  const { hidden, remove } = useUndoableDelete('report');
  const columns = useColumns(kind, mayWrite, remove);
  const filters = useFilters(kind);
  const create = mayWrite ? (
    <Link className="btn primary" to={`${pathOf(kind)}/add`} data-testid="new-alert">
      <Icon name="plus" />
      {t(`alerts.new.${kind}`)}
    </Link>
  ) : null;
  return (
    <ListPage<Row>
      kind="report"
      title={t(`alerts.kinds.${kind}`)}
      icon={kind === 'Alert' ? 'bell' : 'mail'}
      tabs={<AlertTabs here={kind} />}
      columns={columns}
      always={[{ col: 'type', opr: 'eq', value: kind }]}
      search={{ column: 'name', operator: 'report_all_text' }}
      order="name"
      direction="asc"
      emptyText={t(`alerts.empty.${kind}`)}
      emptyActions={create}
      filters={filters}
      hidden={hidden}
      rowName={({ name }) => name}
      actions={create}
      {...(mayWrite
        ? {
            bulk: (rows: readonly Row[], done: () => void) => (
              <BulkWork
                rows={rows}
                onDone={done}
                onDelete={() =>
                  remove(
                    rows.map(({ id }) => id),
                    t('around.bulk.things', { count: rows.length }),
                  )
                }
              />
            ),
          }
        : {})}
    />
  );
}
