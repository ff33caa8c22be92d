import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { AlertItems } from '../../alerts/entries';
import type { Chart } from '../../api/types';
import { Icon } from '../../ui/Icon';
import { useUndoableDelete } from '../../ui/undoableDelete';
import type { OpenDialog } from '../dialogs/Dialogs';
import type { StageTab } from '../Stage';
import type { Exploration } from '../useExploration';

interface Props {
  readonly exploration: Exploration;
  readonly chart: Chart | undefined;
  readonly title: string;
  readonly tab: StageTab;
  readonly onTab: (tab: StageTab) => void;
  readonly onDialog: (dialog: OpenDialog) => void;
}

export function MoreMenu({ exploration, chart, title, tab, onTab, onDialog }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { remove } = useUndoableDelete('chart');
  const asTable = tab === 'results';
  const drop = () => {
    if (!chart) return;
    exploration.discard();
    remove(chart.id, chart.slice_name);
    // What is discarded needs no guard; the guard hears of it with the next drawing.
    setTimeout(() => void navigate('/chart/list/'), 0);
  };
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
          aria-label={t('chart.menu', { title })}
          data-testid="chart-menu"
        >
          <Icon name="more" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Icon name="refresh" />} onClick={exploration.refresh} data-testid="chart-refresh">
          {t('chart.forceRefresh')}
        </Menu.Item>
        <Menu.Item
          leftSection={<Icon name={asTable ? 'charts' : 'table'} />}
          onClick={() => onTab(asTable ? 'chart' : 'results')}
          data-testid="chart-as-table"
        >
          {t(asTable ? 'chart.asChart' : 'chart.asTable')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="code" />} onClick={() => onTab('sql')} data-testid="chart-sql">
          {t('chart.viewQuery')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="datasets" />} onClick={() => onDialog('swap')}>
          {t('explore.swap')}
        </Menu.Item>
        {exploration.dataset ? (
          <Menu.Item component={Link} to={`/dataset/${exploration.dataset.id}`} leftSection={<Icon name="edit" />}>
            {t('explore.editDataset')}
          </Menu.Item>
        ) : null}
        <Menu.Item
          leftSection={<Icon name="dashboards" />}
          onClick={() => onDialog('dashboard')}
          data-testid="add-to-dashboard"
        >
          {t('explore.addToDashboard')}
        </Menu.Item>
        {chart ? (
          <>
            <Menu.Item
              leftSection={<Icon name="list" />}
              onClick={() => onDialog('properties')}
              data-testid="chart-properties"
            >
              {t('explore.properties')}
            </Menu.Item>
            <AlertItems chart={chart.id} />
            <Menu.Divider />
            <Menu.Item color="red" leftSection={<Icon name="close" />} onClick={drop} data-testid="chart-delete">
              {t('explore.deleteChart')}
            </Menu.Item>
          </>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
