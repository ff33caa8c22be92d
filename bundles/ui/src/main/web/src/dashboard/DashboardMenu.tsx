import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Dashboard } from '../api/types';
import { Icon } from '../ui/Icon';
import { say } from '../ui/toast';

interface Props {
  readonly dashboard: Dashboard;
  readonly fullScreen: boolean;
  readonly onFullScreen: () => void;
}

export function DashboardMenu({ dashboard, fullScreen, onFullScreen }: Props) {
  const { t } = useTranslation();
  const copyLink = () =>
    void navigator.clipboard.writeText(location.href).then(
      () => say(t('dashboard.linkCopied')),
      () => say(location.href),
    );
  return (
    <Menu withInitialFocusPlaceholder={false} position="bottom-end" width={230} transitionProps={{ duration: 100 }}>
      <Menu.Target>
        <button type="button" className="btn icon-only" aria-label={t('dashboard.menu')} data-testid="dashboard-menu">
          <Icon name="more" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<Icon name={fullScreen ? 'shrink' : 'expand'} />}
          rightSection={<kbd>f</kbd>}
          onClick={onFullScreen}
        >
          {t(fullScreen ? 'dashboard.leaveFullScreen' : 'dashboard.fullScreen')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="link" />} onClick={copyLink}>
          {t('dashboard.copyLink')}
        </Menu.Item>
        {dashboard.changed_by_name ? (
          <>
            <Menu.Divider />
            <Menu.Label>{t('dashboard.changedBy', { name: dashboard.changed_by_name })}</Menu.Label>
          </>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
