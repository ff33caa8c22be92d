import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ChartRow } from '../api/types';
import { BulkActions, TagPills } from '../around/bulk';
import { Star, useFavorites } from '../around/favorites';
import { useCommonFilters, useNames } from '../around/filters';
import { useRegistry } from '../chart/registry';
import { ChartTile } from '../home/ChartTile';
import { ImportButton } from '../exchange/ExchangeButtons';
import { Icon } from '../ui/Icon';
import { useUndoableDelete } from '../ui/undoableDelete';
import { Certified, Changed, Owners, VizName, VizThumbnail } from './cells';
import { ListPage, type ListColumn } from './ListPage';

export default function ChartsPage() {
  const { t } = useTranslation();
  const { hidden, remove } = useUndoableDelete('chart');
  const common = useCommonFilters('chart');
  const datasets = useNames('dataset', 'table_name');
  const { byType } = useRegistry();
  const [seen, setSeen] = useState<readonly number[]>([]);
  const favorites = useFavorites('chart', seen);
  const types = [...byType.values()].map(({ viz_type, title }) => ({ value: viz_type, label: title }));
  const columns: readonly ListColumn<ChartRow>[] = [
    {
      key: 'name',
      title: t('list.columns.name'),
      order: 'slice_name',
      cell: (row) => (
        <div className="name-cell">
          <Star kind="chart" id={row.id} name={row.slice_name} marked={favorites.has(row.id)} />
          <VizThumbnail vizType={row.viz_type} />
          <div>
            <span className="titled">
              <Link to={row.url}>{row.slice_name}</Link>
              <Certified by={row.certified_by} />
            </span>
            {row.description ? <span title={row.description}>{row.description}</span> : null}
          </div>
        </div>
      ),
    },
    {
      key: 'type',
      title: t('list.columns.type'),
      order: 'viz_type',
      cell: (row) => <VizName vizType={row.viz_type} />,
    },
    {
      key: 'dataset',
      title: t('list.columns.dataset'),
      order: 'datasource_name',
      className: 'wide-only',
      cell: (row) => row.datasource_name_text,
    },
    {
      key: 'dashboards',
      title: t('list.columns.onDashboards'),
      className: 'wide-only',
      cell: ({ dashboards = [] }) =>
        dashboards.slice(0, 2).map(({ id, dashboard_title }, index) => (
          <span key={id}>
            {index > 0 ? ', ' : ''}
            <Link className="quiet" to={`/dashboard/${id}/`}>
              {dashboard_title}
            </Link>
          </span>
        )),
    },
    {
      key: 'tags',
      title: t('around.filters.tag'),
      className: 'wide-only',
      cell: ({ tags }) => <TagPills tags={tags} />,
    },
    {
      key: 'owners',
      title: t('list.columns.owners'),
      className: 'wide-only',
      cell: ({ owners }) => <Owners owners={owners} />,
    },
    {
      key: 'changed',
      title: t('list.columns.changed'),
      order: 'changed_on_delta_humanized',
      first: 'desc',
      className: 'wide-only',
      cell: (row) => <Changed iso={row.changed_on_utc} by={row.changed_by_name} />,
    },
  ];
  return (
    <ListPage<ChartRow>
      kind="chart"
      title={t('nav.charts')}
      icon="charts"
      columns={columns}
      search={{ column: 'slice_name', operator: 'chart_all_text' }}
      order="changed_on_delta_humanized"
      emptyText={t('list.emptyText.chart')}
      hidden={hidden}
      onRows={setSeen}
      rowName={(row) => row.slice_name}
      filters={[
        ...common,
        {
          key: 'type',
          title: t('list.columns.type'),
          options: types.sort((a, b) => a.label.localeCompare(b.label)),
          toFilter: (value) => ({ col: 'viz_type', opr: 'eq', value }),
        },
        {
          key: 'dataset',
          title: t('list.columns.dataset'),
          options: datasets,
          toFilter: (value) => ({ col: 'datasource_id', opr: 'eq', value: Number(value) }),
        },
      ]}
      bulk={(rows, done) => <BulkActions kind="chart" ids={rows.map(({ id }) => id)} remove={remove} done={done} />}
      actions={
        <>
          <ImportButton kind="chart" />
          <Link className="btn" to="/annotationlayer/list/" data-testid="annotation-layers">
            <Icon name="calendar" />
            {t('list.annotationLayers')}
          </Link>
          <Link className="btn primary" to="/chart/add" data-testid="new-chart">
            <Icon name="plus" />
            {t('explore.newChart')}
          </Link>
        </>
      }
      card={(row) => <ChartTile key={row.id} row={row} />}
    />
  );
}
