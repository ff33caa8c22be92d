import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useTried } from '../../ui/useTried';
import type { Exploration } from '../useExploration';
import { downloadData, downloadRendered, safeName, saveAs, type DataFile } from './downloads';
import { drawnByEcharts, pngOfChart, svgOfChart } from './images';
import { IconMenu } from './IconMenu';

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
  const tried = useTried();
  const { request, vizType } = exploration;
  const picture = async (format: 'png' | 'svg') => {
    if (!drawnByEcharts()) return downloadRendered(request, title, format);
    saveAs(format === 'png' ? await pngOfChart(title) : await svgOfChart(title), `${safeName(title)}.${format}`);
    return undefined;
  };
  const offered = data.filter(([key]) => key !== 'pivotedCsv' || vizType.startsWith('pivot_table'));
  return (
    <IconMenu icon="download" label={t('explore.download.menu')} testId="download-menu" width={230}>
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
    </IconMenu>
  );
}
