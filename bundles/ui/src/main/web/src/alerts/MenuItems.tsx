import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../ui/Icon';
import './words';

/** In the menus of dashboards and charts: the editor, filled in with where one comes from. */
export default function MenuItems({ dashboard, chart }: { readonly dashboard?: number; readonly chart?: number }) {
  const { t } = useTranslation();
  const query = dashboard === undefined ? `chart=${chart ?? ''}` : `dashboard=${dashboard}`;
  return (
    <>
      <Menu.Item
        component={Link}
        to={`/report/add?${query}`}
        leftSection={<Icon name="mail" />}
        data-testid="menu-report"
      >
        {t('alerts.scheduleReport')}
      </Menu.Item>
      <Menu.Item
        component={Link}
        to={`/alert/add?${query}`}
        leftSection={<Icon name="bell" />}
        data-testid="menu-alert"
      >
        {t('alerts.setAlert')}
      </Menu.Item>
    </>
  );
}
