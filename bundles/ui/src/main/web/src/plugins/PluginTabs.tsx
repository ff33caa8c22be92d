import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

const places = [
  ['installed', '/plugin/list/'],
  ['gallery', '/plugin/gallery/'],
] as const;

/** Between what is installed and what it draws. */
export function PluginTabs({ here }: { here: (typeof places)[number][0] }) {
  const { t } = useTranslation();
  return (
    <nav className="tabs page-tabs" aria-label={t('nav.plugins')}>
      {places.map(([key, to]) => (
        <Link key={key} to={to} className={key === here ? 'on' : ''} aria-current={key === here ? 'page' : undefined}>
          {t(`plugin.tab.${key}`)}
        </Link>
      ))}
    </nav>
  );
}
