import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import type { Chart } from '../../api/types';
import { Icon } from '../../ui/Icon';
import { useFailureText } from '../../ui/failure';
import { say } from '../../ui/toast';
import { copyText } from '../copyText';
import type { Exploration } from '../useExploration';

/** The address of the chart as it stands now, saved or not. */
async function makeLink({ draft }: Exploration, chart: Chart | undefined): Promise<string> {
  const body = { formData: { ...draft.form, ...(chart ? { slice_id: chart.id } : {}) }, urlParams: [] };
  const { url } = await api<{ url: string }>('/api/v1/explore/permalink', { body });
  return new URL(url, window.location.origin).href;
}

const embedCode = (link: string, title: string) =>
  `<iframe src="${link}?standalone=1" title="${title.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}" width="600" height="400" style="border:0"></iframe>`;

interface Props {
  readonly exploration: Exploration;
  readonly chart: Chart | undefined;
  readonly title: string;
}

export function ShareMenu({ exploration, chart, title }: Props) {
  const { t } = useTranslation();
  const words = useFailureText();
  const withLink = (use: (link: string) => Promise<void> | void) =>
    void makeLink(exploration, chart)
      .then(use)
      .catch((error: unknown) => say(`${words(error).title} ${words(error).text}`, 'bad'));
  const copied = async (text: string, done: string) => say((await copyText(text)) ? done : t('sql.notCopied'));
  return (
    <Menu
      withInitialFocusPlaceholder={false}
      position="bottom-end"
      width={210}
      transitionProps={{ duration: 100 }}
      zIndex={350}
    >
      <Menu.Target>
        <button
          type="button"
          className="btn icon-only"
          aria-label={t('explore.share')}
          title={t('explore.share')}
          data-testid="share-menu"
        >
          <Icon name="link" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<Icon name="copy" />}
          onClick={() => withLink((link) => copied(link, t('explore.linkCopied')))}
          data-testid="copy-link"
        >
          {t('explore.copyLink')}
        </Menu.Item>
        <Menu.Item
          leftSection={<Icon name="code" />}
          onClick={() => withLink((link) => copied(embedCode(link, title), t('explore.embedCopied')))}
          data-testid="copy-embed"
        >
          {t('explore.copyEmbed')}
        </Menu.Item>
        <Menu.Item
          leftSection={<Icon name="open" />}
          onClick={() =>
            withLink((link) => {
              window.location.href = `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(link)}`;
            })
          }
          data-testid="mail-link"
        >
          {t('explore.mailLink')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
