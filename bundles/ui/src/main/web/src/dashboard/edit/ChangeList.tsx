import { useTranslation } from 'react-i18next';
import type { Change } from './changes';

const signs: Readonly<Record<Change['kind'], string>> = {
  added: '+',
  removed: '−',
  moved: '↕',
  resized: '↔',
  retitled: '✎',
  text: '✎',
  style: '◐',
  field: '✎',
  filterAdded: '+',
  filterRemoved: '−',
  filterChanged: '✎',
};

export function useChangeWords() {
  const { t } = useTranslation();
  return ({ kind, type, name, before = '', after = '' }: Change): string => {
    const what = t(`board.kind.${type}`, { defaultValue: type });
    const called = name ? t('board.change.called', { what, name }) : what;
    if (kind === 'field') {
      const field = t(`board.field.${name}`, { defaultValue: name });
      return before || after
        ? t('board.change.field', { field, before: before || '–', after: after || '–' })
        : t('board.change.setting', { field });
    }
    return t(`board.change.${kind}`, { what: called, before: before || '–', after: after || '–' });
  };
}

/** What differs between two states, in words. */
export function ChangeList({ changes, label }: { changes: readonly Change[]; label: string }) {
  const { t } = useTranslation();
  const words = useChangeWords();
  if (changes.length === 0) return <p className="muted">{t('board.change.none')}</p>;
  return (
    <ul className="change-list" aria-label={label}>
      {changes.map((change, index) => (
        <li key={index} className={`change-${change.kind}`}>
          <span aria-hidden="true">{signs[change.kind]}</span>
          {words(change)}
        </li>
      ))}
    </ul>
  );
}
