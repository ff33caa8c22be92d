import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

const places = [
  ['editor', '/sqllab/'],
  ['saved', '/savedqueryview/list/'],
  ['history', '/sqllab/history/'],
] as const;

/** Between the editor, what was saved and what ran. */
export function LabTabs({ here }: { here: (typeof places)[number][0] }) {
  const { t } = useTranslation();
  return (
    <nav className="tabs page-tabs" aria-label={t('nav.sqllab')}>
      {places.map(([key, to]) => (
        <Link key={key} to={to} className={key === here ? 'on' : ''} aria-current={key === here ? 'page' : undefined}>
          {t(`lab.place.${key}`)}
        </Link>
      ))}
    </nav>
  );
}
