import { useEffect, useRef, useState, type ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AlertItems } from '../alerts/entries';
import { download, downloadFormats, type ChartRequest, type DownloadFormat } from '../api/chartData';
import { downloadRendered } from '../explore/menus/downloads';
import { Icon } from '../ui/Icon';
import { useFailureText } from '../ui/failure';
import { say } from '../ui/toast';
import { Menu } from '../ui/overlays';
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
  readonly onRows: () => void;
  readonly onLarge: () => void;
  /** Its place on the dashboard, for links to it. */
  readonly anchor: string;
}

function Door({ title, ...props }: { readonly title: string } & ComponentProps<'button'>) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className="btn small icon-only ghost chart-menu"
      aria-label={t('chart.menu', { title })}
      data-testid="chart-menu"
      {...props}
    >
      <Icon name="more" />
    </button>
  );
}

/** What can be done with a chart. A dashboard has many: a menu is made when somebody first opens it. */
export function ChartMenu(props: Props) {
  const { t } = useTranslation();
  const [made, setMade] = useState(false);
  return (
    <>
      {props.large ? (
        <button
          type="button"
          className="btn small icon-only ghost"
          aria-label={t('chart.small')}
          onClick={props.onLarge}
        >
          <Icon name="close" />
        </button>
      ) : null}
      {made ? (
        <MadeMenu {...props} />
      ) : (
        <Door title={props.title} aria-haspopup="menu" aria-expanded={false} onClick={() => setMade(true)} />
      )}
    </>
  );
}

function MadeMenu(props: Props) {
  const door = useRef<HTMLButtonElement>(null);
  const [opened, setOpened] = useState(false);
  // Its door takes the place of the one that was used: the focus goes there first, so that it comes back there.
  useEffect(() => {
    door.current?.focus({ preventScroll: true });
    setOpened(true);
  }, []);
  return (
    <Menu
      opened={opened}
      onChange={setOpened}
      withInitialFocusPlaceholder={false}
      position="bottom-end"
      width={230}
      transitionProps={{ duration: 100 }}
      zIndex={350}
    >
      <Menu.Target>
        <Door ref={door} title={props.title} />
      </Menu.Target>
      <Menu.Dropdown>
        <MenuItems {...props} />
      </Menu.Dropdown>
    </Menu>
  );
}

function MenuItems(props: Props) {
  const { t } = useTranslation();
  const words = useFailureText();
  const { request, title, sliceId, large, asTable } = props;
  const complain = (error: unknown) => say(`${words(error).title} ${words(error).text}`, 'bad');
  const save = (format: DownloadFormat) => void download(request, format).catch(complain);
  const copy = useCopy();
  const draw = (format: 'png' | 'svg' | 'pdf') => void downloadRendered(request, title, format).catch(complain);
  return (
    <>
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
      <Menu.Item leftSection={<Icon name="row" />} onClick={props.onRows} data-testid="chart-rows">
        {t('drill.toDetail')}
      </Menu.Item>
      <Menu.Item
        leftSection={<Icon name={large ? 'shrink' : 'expand'} />}
        onClick={props.onLarge}
        data-testid="chart-large"
      >
        {t(large ? 'chart.small' : 'chart.large')}
      </Menu.Item>
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
      {(['png', 'svg', 'pdf'] as const).map((format) => (
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
      <Menu.Item
        leftSection={<Icon name="link" />}
        onClick={() => void copy(`${location.origin}${location.pathname}${location.search}#${props.anchor}`)}
        data-testid="chart-link"
      >
        {t('board.share.chartLink')}
      </Menu.Item>
      <AlertItems chart={sliceId} />
      <Menu.Item
        component={Link}
        to={`/explore/?slice_id=${sliceId}`}
        leftSection={<Icon name="open" />}
        data-testid="chart-explore"
      >
        {t('chart.explore')}
      </Menu.Item>
    </>
  );
}
