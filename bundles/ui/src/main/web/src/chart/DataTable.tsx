import { useVirtualizer } from '@tanstack/react-virtual';
import type { Data } from 'karavel-viz';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLocale } from '../i18n';
import { Icon } from '../ui/Icon';
import { createFormatters } from './formatters';
import { orderRows, type RowOrder } from './orderRows';
import './table.css';

const ROW = 30;

/** Any result as a table: as many rows as there are, only the seen ones drawn; a click on a head sorts. */
export function DataTable({ data }: { data: Data }) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const [order, setOrder] = useState<RowOrder>();
  const rows = useMemo(() => orderRows(data, order), [data, order]);
  const formats = useMemo(() => {
    const { cell } = createFormatters(currentLocale());
    return data.columns.map((column) => cell(column));
  }, [data]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const next = (column: number) =>
    setOrder((old) =>
      old?.column !== column ? { column, way: 'asc' } : old.way === 'asc' ? { column, way: 'desc' } : undefined,
    );

  return (
    <div ref={scroller} className="data-table scroll" tabIndex={0} role="region" aria-label={t('table.label')}>
      <table data-testid="data-table" aria-rowcount={data.length + 1}>
        <thead>
          <tr>
            {data.columns.map(({ name, label, type }, column) => {
              const here = order?.column === column;
              return (
                <th
                  key={name}
                  scope="col"
                  className={type === 'number' ? 'n' : undefined}
                  aria-sort={here ? (order.way === 'asc' ? 'ascending' : 'descending') : 'none'}
                >
                  <button type="button" onClick={() => next(column)}>
                    {label}
                    {here ? <Icon name={order.way === 'asc' ? 'up' : 'down'} size={11} /> : null}
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {before > 0 ? (
            <tr aria-hidden="true">
              <td style={{ height: before, padding: 0 }} />
            </tr>
          ) : null}
          {items.map(({ index }) => {
            const row = rows[index] ?? 0;
            return (
              <tr key={index} aria-rowindex={index + 2}>
                {data.columns.map(({ name, type }, column) => {
                  const value = data.values[column]?.[row] ?? null;
                  return (
                    <td key={name} className={type === 'number' ? 'n' : value === null ? 'none' : undefined}>
                      {formats[column]?.(value)}
                    </td>
                  );
                })}
              </tr>
            );
          })}
          {after > 0 ? (
            <tr aria-hidden="true">
              <td style={{ height: after, padding: 0 }} />
            </tr>
          ) : null}
        </tbody>
      </table>
    </div>
  );
}
