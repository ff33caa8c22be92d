import { useTranslation } from 'react-i18next';
import { AlertItems } from '../alerts/entries';
import type { Dashboard } from '../api/types';
import { useExport } from '../exchange/ExchangeButtons';
import { Icon } from '../ui/Icon';
import { Menu } from '../ui/overlays';

interface Props {
  readonly dashboard: Dashboard;
  readonly fullScreen: boolean;
  readonly onFullScreen: () => void;
  readonly onSaveAs: () => void;
  readonly onProperties: () => void;
  readonly onVersions: () => void;
}

export function DashboardMenu(props: Props) {
  const { t } = useTranslation();
  const { dashboard, fullScreen, onFullScreen } = props;
  const save = useExport('dashboard');
  return (
    <Menu withInitialFocusPlaceholder={false} position="bottom-end" width={240} transitionProps={{ duration: 100 }}>
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
        <Menu.Divider />
        {dashboard.is_editable ? (
          <Menu.Item leftSection={<Icon name="settings" />} onClick={props.onProperties} data-testid="menu-properties">
            {t('board.properties')}
          </Menu.Item>
        ) : null}
        <Menu.Item leftSection={<Icon name="history" />} onClick={props.onVersions} data-testid="menu-versions">
          {t('board.versions.title')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="copy" />} onClick={props.onSaveAs} data-testid="menu-save-as">
          {t('board.saveAs')}
        </Menu.Item>
        <Menu.Item
          leftSection={<Icon name="download" />}
          onClick={() => save([dashboard.id])}
          data-testid="menu-export"
        >
          {t('exchange.export')}
        </Menu.Item>
        <AlertItems dashboard={dashboard.id} />
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
