import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/Icon';
import { count } from '../ui/time';

interface Props {
  /** From 0. */
  readonly page: number;
  readonly size: number;
  readonly total: number;
  readonly turnTo: (page: number) => void;
}

/** Where one is in a list, and the ways on; nothing where all is on one page. */
export function Pager({ page, size, total, turnTo }: Props) {
  const { t } = useTranslation();
  if (total <= size) return null;
  const range = { from: count(page * size + 1), to: count(Math.min(total, (page + 1) * size)), total: count(total) };
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
        disabled={(page + 1) * size >= total}
        aria-label={t('list.next')}
        onClick={() => turnTo(page + 1)}
      >
        <Icon name="right" />
      </button>
    </nav>
  );
}
