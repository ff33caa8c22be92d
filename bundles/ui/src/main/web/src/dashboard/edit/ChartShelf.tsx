import { useDebouncedValue } from '@mantine/hooks';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { bootstrap } from '../../api/bootstrap';
import { useList, type Filter } from '../../api/queries';
import type { ChartRow } from '../../api/types';
import { registry } from '../../chart/registry';
import { Icon } from '../../ui/Icon';
import { SearchField } from '../../ui/SearchField';
import { EmptyState, FailureState } from '../../ui/States';
import { useEditing } from './EditContext';
import { chartNode } from './changes';
import type { Carried } from './rules';
import { chartsOf } from './tree';

const MORE = 40;

/** All charts of the server the reader may see, own ones first; those on the dashboard are marked. */
export function ChartShelf({ onAdd }: { onAdd: (carried: Carried) => void }) {
  const { t } = useTranslation();
  const { tree, beginPointer, beginKeys } = useEditing();
  const [text, setText] = useState('');
  const [most, setMost] = useState(MORE);
  const [search] = useDebouncedValue(text.trim(), 200);
  const found: readonly Filter[] = search ? [{ col: 'slice_name', opr: 'chart_all_text', value: search }] : [];
  const query = { order_column: 'changed_on_delta_humanized', order_direction: 'desc', page: 0 } as const;
  const me = bootstrap.user?.id ?? 0;
  const own = useList<ChartRow>('chart', {
    ...query,
    page_size: MORE,
    filters: [...found, { col: 'owners', opr: 'rel_m_m', value: me }],
  });
  const all = useList<ChartRow>('chart', { ...query, page_size: most, filters: found });
  const mine = new Set(own.data?.result.map(({ id }) => id));
  const rows = [...(own.data?.result ?? []), ...(all.data?.result ?? []).filter(({ id }) => !mine.has(id))];
  const grouped = mine.size > 0 && mine.size < rows.length;
  const here = new Set(chartsOf(tree));
  const show = (id: number) => {
    const node = chartNode(tree, id);
    const element = node ? document.querySelector(`[data-node="${CSS.escape(node)}"]`) : null;
    element?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  };
  return (
    <>
      <SearchField value={text} onChange={setText} label={t('board.searchCharts')} />
      {all.isError && rows.length === 0 ? (
        <FailureState error={all.error} onRetry={() => void all.refetch()} />
      ) : rows.length === 0 && all.isSuccess ? (
        <EmptyState
          icon="charts"
          title={search ? t('list.noMatch', { search }) : t('board.noCharts')}
          actions={
            <Link className="btn small" to="/chart/add">
              {t('board.newChart')}
            </Link>
          }
        />
      ) : (
        <ul className="edit-shelf scroll" data-testid="chart-shelf">
          {rows.map((row, index) => {
            const on = here.has(row.id);
            const carried: Carried = {
              kind: 'new',
              type: 'CHART',
              meta: { chartId: row.id, sliceName: row.slice_name },
            };
            return (
              <Fragment key={row.id}>
                {grouped && index === 0 ? <li className="group">{t('board.own')}</li> : null}
                {grouped && index === mine.size ? <li className="group">{t('board.others')}</li> : null}
                <li>
                  <button
                    type="button"
                    className={on ? 'on' : undefined}
                    data-testid="shelf-chart"
                    aria-describedby={on ? undefined : 'board-shelf-hint'}
                    onPointerDown={(event) => (on ? undefined : beginPointer(event, carried, row.slice_name))}
                    onClick={() => (on ? show(row.id) : onAdd(carried))}
                    onKeyDown={(event) => {
                      if (event.key !== ' ' || on) return;
                      event.preventDefault();
                      beginKeys(carried, row.slice_name);
                    }}
                  >
                    <Icon name="charts" />
                    <span>
                      {row.slice_name}
                      <em>
                        {registry.snapshot().byType.get(row.viz_type)?.title ?? row.viz_type} ·{' '}
                        {row.datasource_name_text}
                      </em>
                    </span>
                    {on ? (
                      <b className="badge good">
                        <Icon name="check" size={11} />
                        {t('board.onIt')}
                      </b>
                    ) : null}
                  </button>
                </li>
              </Fragment>
            );
          })}
          {(all.data?.count ?? 0) > most ? (
            <li>
              <button type="button" className="more" onClick={() => setMost((now) => now + 2 * MORE)}>
                {t('board.more', { count: (all.data?.count ?? 0) - most })}
              </button>
            </li>
          ) : null}
        </ul>
      )}
    </>
  );
}
