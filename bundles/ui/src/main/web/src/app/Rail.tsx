import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { bootstrap, fullName, initials, mayManageData, mayUseLab, type Person } from '../api/bootstrap';
import { chooseTheme, useThemeChoice, type ThemeChoice } from '../style/theme';
import { Icon, Sail, type IconName } from '../ui/Icon';
import { Menu } from '../ui/overlays';
import { SettingsMenu } from './SettingsMenu';

interface Place {
  readonly key: string;
  readonly to: string;
  readonly icon: IconName;
  readonly under: readonly string[];
  readonly managers?: boolean;
  readonly lab?: boolean;
}

export const places: readonly Place[] = [
  { key: 'home', to: '/welcome/', icon: 'home', under: ['/welcome'] },
  { key: 'dashboards', to: '/dashboard/list/', icon: 'dashboards', under: ['/dashboard'] },
  { key: 'charts', to: '/chart/list/', icon: 'charts', under: ['/chart', '/explore'] },
  { key: 'sqllab', to: '/sqllab/', icon: 'lab', under: ['/sqllab', '/savedqueryview'], lab: true },
  { key: 'datasets', to: '/tablemodelview/list/', icon: 'datasets', under: ['/tablemodelview'] },
  { key: 'databases', to: '/databaseview/list/', icon: 'databases', under: ['/databaseview'], managers: true },
  {
    key: 'alerts',
    to: '/alert/list/',
    icon: 'bell',
    under: ['/alert', '/report'],
    managers: true,
  },
  { key: 'plugins', to: '/plugin/list/', icon: 'plugins', under: ['/plugin'] },
];

export const placesFor = (user: Person | null) =>
  places.filter((place) => (!place.managers || mayManageData(user)) && (!place.lab || mayUseLab(user)));

const themes: readonly (readonly [ThemeChoice, IconName])[] = [
  ['light', 'sun'],
  ['dark', 'moon'],
  ['system', 'screen'],
];

interface Props {
  readonly user: Person;
  readonly onPalette: () => void;
  readonly onHelp: () => void;
}

export function Rail({ user, onPalette, onHelp }: Props) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  return (
    <nav className="rail" aria-label={t('nav.label')}>
      <Link className="logo" to="/welcome/" aria-label={t('nav.home')}>
        {bootstrap.brand.logo ? <img src={bootstrap.brand.logo} alt="" width={30} height={30} /> : <Sail />}
      </Link>
      {placesFor(user).map(({ key, to, icon, under }) => {
        const here = under.some((prefix) => pathname.startsWith(prefix));
        return (
          <Link
            key={key}
            to={to}
            className={here ? 'on' : ''}
            aria-current={here ? 'page' : undefined}
            data-tip={t(`nav.${key}`)}
          >
            <Icon name={icon} size={19} />
            <span className="hidden-visually">{t(`nav.${key}`)}</span>
          </Link>
        );
      })}
      <button type="button" className="end" onClick={onPalette} data-tip={`${t('palette.open')} (Ctrl K)`}>
        <Icon name="search" size={19} />
        <span className="hidden-visually">{t('palette.open')}</span>
      </button>
      <SettingsMenu user={user} />
      <UserMenu user={user} onHelp={onHelp} />
    </nav>
  );
}

function UserMenu({ user, onHelp }: { user: Person; onHelp: () => void }) {
  const { t } = useTranslation();
  const choice = useThemeChoice();
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
          className="person"
          aria-label={t('user.menu', { name: fullName(user) })}
          data-testid="user-menu"
        >
          <span className="avatar" data-initials={initials(user)} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className="menu-person" role="presentation">
          <b>{fullName(user)}</b>
          <span>{user.email || user.username}</span>
        </div>
        <Menu.Divider />
        <Menu.Label>{t('theme.label')}</Menu.Label>
        <Menu.RadioGroup value={choice} onChange={(value) => chooseTheme(value as ThemeChoice)}>
          {themes.map(([theme, icon]) => (
            <Menu.RadioItem key={theme} value={theme} closeMenuOnClick={false}>
              <span className="menu-theme">
                <Icon name={icon} />
                {t(`theme.${theme}`)}
              </span>
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item component={Link} to="/user_info/" leftSection={<Icon name="settings" />} data-testid="user-info">
          {t('user.settings')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="help" />} rightSection={<kbd>?</kbd>} onClick={onHelp}>
          {t('help.open')}
        </Menu.Item>
        <Menu.Item component="a" href="/logout/" leftSection={<Icon name="leave" />} data-testid="sign-out">
          {t('user.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
