import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import type { Chart } from '../../api/types';
import { Icon } from '../../ui/Icon';
import { say } from '../../ui/toast';
import { useTried } from '../../ui/useTried';
import { copyText } from '../copyText';
import type { Exploration } from '../useExploration';
import { IconMenu } from './IconMenu';

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
  const tried = useTried();
  const withLink = (use: (link: string) => Promise<void> | void) => tried(makeLink(exploration, chart).then(use));
  const copied = async (text: string, done: string) => say((await copyText(text)) ? done : t('sql.notCopied'));
  return (
    <IconMenu icon="link" label={t('explore.share')} testId="share-menu" width={210}>
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
    </IconMenu>
  );
}
