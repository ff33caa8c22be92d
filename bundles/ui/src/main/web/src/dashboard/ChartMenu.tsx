import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { download, downloadFormats, type ChartRequest, type DownloadFormat } from '../api/chartData';
import { downloadRendered } from '../explore/menus/downloads';
import { Icon } from '../ui/Icon';
import { useFailureText } from '../ui/failure';
import { say } from '../ui/toast';
import { useCopy } from './share/ShareMenu';

interface Props {
  readonly request: ChartRequest;
  readonly title: string;
  readonly sliceId: number;
  readonly large: boolean;
  readonly asTable: boolean;
  readonly onRefresh: () => void;
  readonly onTable: () => void;
  readonly onSql: () => void;
  /** Shows the rows behind the chart. */
  readonly onRows?: () => void;
  readonly onLarge?: () => void;
  readonly inExplore?: boolean;
  /** Its place on the dashboard, for links to it. */
  readonly anchor?: string;
}

export function ChartMenu(props: Props) {
  const { t } = useTranslation();
  const words = useFailureText();
  const { request, title, sliceId, large, asTable, onLarge, inExplore = false } = props;
  const save = (format: DownloadFormat) =>
    void download(request, format).catch((error: unknown) => say(`${words(error).title} ${words(error).text}`, 'bad'));
  const copy = useCopy();
  const draw = (format: 'png' | 'svg' | 'pdf') =>
    void downloadRendered(request, title, format).catch((error: unknown) =>
      say(`${words(error).title} ${words(error).text}`, 'bad'),
    );
  return (
    <>
      {large ? (
        <button type="button" className="btn small icon-only ghost" aria-label={t('chart.small')} onClick={onLarge}>
          <Icon name="close" />
        </button>
      ) : null}
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
            className={inExplore ? 'btn icon-only' : 'btn small icon-only ghost chart-menu'}
            aria-label={t('chart.menu', { title })}
            data-testid="chart-menu"
          >
            <Icon name="more" />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Icon name="refresh" />} onClick={props.onRefresh} data-testid="chart-refresh">
            {t('chart.forceRefresh')}
          </Menu.Item>
          <Menu.Item
            leftSection={<Icon name={asTable ? 'charts' : 'table'} />}
            onClick={props.onTable}
            data-testid="chart-as-table"
          >
            {t(asTable ? 'chart.asChart' : 'chart.asTable')}
          </Menu.Item>
          <Menu.Item leftSection={<Icon name="code" />} onClick={props.onSql} data-testid="chart-sql">
            {t('chart.viewQuery')}
          </Menu.Item>
          {props.onRows ? (
            <Menu.Item leftSection={<Icon name="row" />} onClick={props.onRows} data-testid="chart-rows">
              {t('drill.toDetail')}
            </Menu.Item>
          ) : null}
          {onLarge ? (
            <Menu.Item
              leftSection={<Icon name={large ? 'shrink' : 'expand'} />}
              onClick={onLarge}
              data-testid="chart-large"
            >
              {t(large ? 'chart.small' : 'chart.large')}
            </Menu.Item>
          ) : null}
          <Menu.Divider />
          {downloadFormats.map((format) => (
            <Menu.Item
              key={format}
              leftSection={<Icon name="download" />}
              onClick={() => save(format)}
              data-testid={`chart-${format}`}
            >
              {t(`chart.download.${format}`)}
            </Menu.Item>
          ))}
          {inExplore
            ? null
            : (['png', 'svg', 'pdf'] as const).map((format) => (
                <Menu.Item
                  key={format}
                  leftSection={<Icon name="download" />}
                  onClick={() => draw(format)}
                  data-testid={`chart-${format}`}
                >
                  {t(`board.share.chart_${format}`)}
                </Menu.Item>
              ))}
          <Menu.Divider />
          {props.anchor ? (
            <Menu.Item
              leftSection={<Icon name="link" />}
              onClick={() =>
                void copy(`${location.origin}${location.pathname}${location.search}#${props.anchor ?? ''}`)
              }
              data-testid="chart-link"
            >
              {t('board.share.chartLink')}
            </Menu.Item>
          ) : null}
          {inExplore ? null : (
            <Menu.Item
              component={Link}
              to={`/explore/?slice_id=${sliceId}`}
              leftSection={<Icon name="open" />}
              data-testid="chart-explore"
            >
              {t('chart.explore')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
