import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../api/queries';
import { Icon } from '../ui/Icon';
import { pathOf, type Row } from './types';
import './words';

/** That a dashboard is sent by reports or alerts that the reader may see, and by which. */
export default function ReportCount({ dashboard }: { readonly dashboard: number }) {
  const { t } = useTranslation();
  const found = useList<Row>('report', {
    filters: [{ col: 'dashboard_id', opr: 'eq', value: dashboard }],
    order_column: 'name',
    order_direction: 'asc',
    page: 0,
    page_size: 25,
  });
  const count = found.data?.count ?? 0;
  if (count === 0) return null;
  return (
    <Menu position="bottom-start" width={260} transitionProps={{ duration: 100 }} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <button
          type="button"
          className="badge as-switch"
          title={t('alerts.ofThisText')}
          data-testid="dashboard-reports"
        >
          <Icon name="mail" size={11} />
          {t('alerts.ofThis', { count })}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {(found.data?.result ?? []).map(({ id, type, name }) => (
          <Menu.Item
            key={id}
            component={Link}
            to={`${pathOf(type)}/${id}`}
            leftSection={<Icon name={type === 'Alert' ? 'bell' : 'mail'} />}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
