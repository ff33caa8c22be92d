import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathOf, type Kind } from './types';

export function AlertTabs({ here }: { here: Kind }) {
  const { t } = useTranslation();
  return (
    <nav className="tabs page-tabs" aria-label={t('nav.alerts')}>
      {(['Alert', 'Report'] as const).map((kind) => (
        <Link
          key={kind}
          to={`${pathOf(kind)}/list/`}
          className={kind === here ? 'on' : ''}
          aria-current={kind === here ? 'page' : undefined}
        >
          {t(`alerts.kinds.${kind}`)}
        </Link>
      ))}
    </nav>
  );
}
