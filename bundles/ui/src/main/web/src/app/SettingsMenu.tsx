import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { isAdmin, type Person } from '../api/bootstrap';
import { Icon, type IconName } from '../ui/Icon';
import { Menu } from '../ui/overlays';

interface Place {
  readonly key: string;
  readonly to: string;
  readonly icon: IconName;
  readonly admins?: boolean;
}

/** Pages people open now and then: behind one door at the rail's foot. */
export const sidePlaces: readonly Place[] = [
  { key: 'tags', to: '/tag/list/', icon: 'tag' },
  { key: 'annotationLayers', to: '/annotationlayer/list/', icon: 'calendar' },
  { key: 'themes', to: '/theme/list/', icon: 'palette', admins: true },
  { key: 'trash', to: '/trash/', icon: 'trash' },
  { key: 'users', to: '/users/list/', icon: 'people', admins: true },
  { key: 'roles', to: '/roles/', icon: 'key', admins: true },
  { key: 'rowRules', to: '/rowlevelsecurity/list/', icon: 'filter', admins: true },
  { key: 'tasks', to: '/task/list/', icon: 'list', admins: true },
  { key: 'log', to: '/actionlog/list/', icon: 'history', admins: true },
];

export const sidePlacesFor = (user: Person | null) => sidePlaces.filter(({ admins }) => !admins || isAdmin(user));

export function SettingsMenu({ user }: { user: Person }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const here = sidePlaces.some(({ to }) => pathname.startsWith(to.replace(/list\/$/, '')));
  return (
    <Menu
      position="right-end"
      width={220}
      offset={10}
      transitionProps={{ duration: 100 }}
      zIndex={200}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <button
          type="button"
          className={here ? 'on' : ''}
          aria-label={t('nav.more')}
          data-tip={t('nav.more')}
          data-testid="settings-menu"
        >
          <Icon name="settings" size={19} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {sidePlacesFor(user).map(({ key, to, icon }) => (
          <Menu.Item key={key} component={Link} to={to} leftSection={<Icon name={icon} />}>
            {t(`nav.${key}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
