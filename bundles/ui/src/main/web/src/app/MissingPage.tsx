import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../ui/States';
import { useTitle } from './useTitle';

export default function MissingPage() {
  const { t } = useTranslation();
  useTitle(t('missingPage.title'));
  return (
    <EmptyState
      title={t('missingPage.title')}
      text={t('missingPage.text')}
      actions={
        <Link className="btn primary" to="/welcome/">
          {t('missingPage.home')}
        </Link>
      }
    />
  );
}
