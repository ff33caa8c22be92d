import { useTranslation } from 'react-i18next';
import { PAGE_SIZE } from '../lists/useListState';
import { Icon } from '../ui/Icon';
import { count } from '../ui/time';

/** Rows in the shape of what comes. */
export const ListSkeleton = ({ columns }: { columns: number }) => (
  <>
    {Array.from({ length: 8 }, (_, row) => (
      <tr key={row} aria-hidden="true">
        {Array.from({ length: columns }, (__, column) => (
          <td key={column}>
            <div className="skeleton" style={{ height: 11, width: `${40 + ((row * 17 + column * 29) % 45)}%` }} />
          </td>
        ))}
      </tr>
    ))}
  </>
);

interface PagerProps {
  readonly page: number;
  readonly total: number;
  readonly turnTo: (page: number) => void;
}

export function ListPager({ page, total, turnTo }: PagerProps) {
  const { t } = useTranslation();
  const last = Math.ceil(total / PAGE_SIZE) - 1;
  const range = {
    from: count(page * PAGE_SIZE + 1),
    to: count(Math.min(total, (page + 1) * PAGE_SIZE)),
    total: count(total),
  };
  return (
    <nav className="pager" aria-label={t('list.pages')}>
      <span className="muted">{t('list.range', range)}</span>
      <button
        type="button"
        className="btn icon-only"
        disabled={page === 0}
        aria-label={t('list.previous')}
        onClick={() => turnTo(page - 1)}
      >
        <Icon name="left" />
      </button>
      <button
        type="button"
        className="btn icon-only"
        disabled={page >= last}
        aria-label={t('list.next')}
        onClick={() => turnTo(page + 1)}
      >
        <Icon name="right" />
      </button>
    </nav>
  );
}
