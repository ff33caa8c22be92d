import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon';
import { useFailureText } from '../../ui/failure';
import { say } from '../../ui/toast';
import type { Exploration } from '../useExploration';
import { downloadData, downloadRendered, safeName, saveAs, type DataFile } from './downloads';
import { drawnByEcharts, pngOfChart, svgOfChart } from './images';

const data: readonly (readonly [string, DataFile])[] = [
  ['csv', { format: 'csv' }],
  ['allCsv', { format: 'csv', allRows: true }],
  ['pivotedCsv', { format: 'csv', pivoted: true }],
  ['xlsx', { format: 'xlsx' }],
  ['records', { format: 'records' }],
  ['arrow', { format: 'arrow' }],
];

export function DownloadMenu({ exploration, title }: { exploration: Exploration; title: string }) {
  const { t } = useTranslation();
  const words = useFailureText();
  const { request, vizType } = exploration;
  const tried = (work: Promise<void>) =>
    void work.catch((error: unknown) => say(`${words(error).title} ${words(error).text}`, 'bad'));
  const picture = async (format: 'png' | 'svg') => {
    if (!drawnByEcharts()) return downloadRendered(request, title, format);
    saveAs(format === 'png' ? await pngOfChart(title) : await svgOfChart(title), `${safeName(title)}.${format}`);
    return undefined;
  };
  const offered = data.filter(([key]) => key !== 'pivotedCsv' || vizType.startsWith('pivot_table'));
  return (
    <Menu
      withInitialFocusPlaceholder={false}
      position="bottom-end"
      width={230}
      transitionProps={{ duration: 100 }}
      zIndex={350}
    >
      <Menu.Target>
        <button
          type="button"
          className="btn icon-only"
          aria-label={t('explore.download.menu')}
          title={t('explore.download.menu')}
          data-testid="download-menu"
        >
          <Icon name="download" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('explore.download.data')}</Menu.Label>
        {offered.map(([key, file]) => (
          <Menu.Item key={key} onClick={() => tried(downloadData(request, file))} data-testid={`chart-${key}`}>
            {t(`explore.download.${key}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('explore.download.picture')}</Menu.Label>
        {(['png', 'svg'] as const).map((format) => (
          <Menu.Item key={format} onClick={() => tried(picture(format))} data-testid={`chart-${format}`}>
            {t(`explore.download.${format}`)}
          </Menu.Item>
        ))}
        <Menu.Item onClick={() => tried(downloadRendered(request, title, 'pdf'))} data-testid="chart-pdf">
          {t('explore.download.pdf')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
