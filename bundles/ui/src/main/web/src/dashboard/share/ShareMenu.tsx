import { useTranslation } from 'react-i18next';
import type { Dashboard } from '../../api/types';
import { Icon } from '../../ui/Icon';
import { useFailureText } from '../../ui/failure';
import { say } from '../../ui/toast';
import { Menu } from '../../ui/overlays';
import { downloadDashboard } from './downloads';
import { makeLink, type LinkState } from './permalink';

interface Props {
  readonly dashboard: Dashboard;
  /** What others get to see, as it is at the moment of the click. */
  readonly state: () => LinkState;
}

export function useCopy() {
  const { t } = useTranslation();
  return (text: string) =>
    navigator.clipboard.writeText(text).then(
      () => say(t('dashboard.linkCopied')),
      () => say(text),
    );
}

export function ShareMenu({ dashboard, state }: Props) {
  const { t } = useTranslation();
  const words = useFailureText();
  const copy = useCopy();
  const { id, dashboard_title: title } = dashboard;
  const tried = (work: () => Promise<unknown>) =>
    void work().catch((error: unknown) => say(`${words(error).title} ${words(error).text}`, 'bad'));
  const download = (format: 'pdf' | 'png') =>
    tried(async () => {
      say(t('board.share.drawing'));
      await downloadDashboard(id, title, format, state().activeTabs ?? []);
    });
  const mail = async () => {
    const link = await makeLink(id, state());
    const body = t('board.share.mailText', { title, link, interpolation: { escapeValue: false } });
    location.href = `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(body)}`;
  };
  return (
    <Menu withInitialFocusPlaceholder={false} position="bottom-end" width={250} transitionProps={{ duration: 100 }}>
      <Menu.Target>
        <button type="button" className="btn" data-testid="share-menu">
          <Icon name="share" />
          {t('board.share.title')}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<Icon name="link" />}
          data-testid="share-link"
          onClick={() => tried(async () => copy(await makeLink(id, state())))}
        >
          {t('board.share.link')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="mail" />} data-testid="share-mail" onClick={() => tried(mail)}>
          {t('board.share.mail')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="download" />} data-testid="share-pdf" onClick={() => download('pdf')}>
          {t('board.share.pdf')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="download" />} data-testid="share-png" onClick={() => download('png')}>
          {t('board.share.png')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="open" />} data-testid="share-print" onClick={() => window.print()}>
          {t('board.share.print')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
