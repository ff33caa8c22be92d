import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { bootstrap, mayManageData } from '../../api/bootstrap';
import { copyText } from '../../explore/copyText';
import { currentLocale } from '../../i18n';
import { copyFormats, type CopyFormat } from '../../ui/grid/copy';
import { parseFilter } from '../../ui/grid/filter';
import type { GridState } from '../../ui/grid/useGrid';
import { useFailureText } from '../../ui/failure';
import { Icon } from '../../ui/Icon';
import { SearchField } from '../../ui/SearchField';
import { count } from '../../ui/time';
import { say } from '../../ui/toast';
import { downloadResult } from '../api';
import { durationOf, durationText, isCut, type Run } from '../run/model';
import type { LabAnswer } from '../types';

interface Props {
  readonly run: Run;
  readonly answer: LabAnswer;
  readonly grid: GridState;
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly onMake: (what: 'chart' | 'dataset') => void;
}

const menu = {
  position: 'bottom-end',
  transitionProps: { duration: 100 },
  withInitialFocusPlaceholder: false,
  zIndex: 350,
} as const;

export function ResultBar({ run, answer, grid, search, onSearch, onMake }: Props) {
  const { t } = useTranslation();
  const { data, view, change, rows } = grid;
  const query = run.query ?? answer.query;
  const took = durationOf(run, 0);
  const filtered = rows.length !== data.length;
  const filters = Object.entries(view.filters).filter(([column, text]) =>
    parseFilter(text, data.columns[Number(column)]?.kind ?? 'text'),
  ).length;
  return (
    <div className="lab-result-bar">
      <SearchField value={search} onChange={onSearch} label={t('explore.searchRows')} />
      <button
        type="button"
        className="btn small ghost"
        aria-pressed={view.filtering}
        onClick={() => change({ filtering: !view.filtering, filters: view.filtering ? {} : view.filters })}
        data-testid="filter-rows"
      >
        <Icon name="filter" size={14} />
        <span className="lab-wide">{t('lab.result.filter')}</span>
        {filters > 0 ? ` ${filters}` : ''}
      </button>
      <ColumnMenu grid={grid} />
      <span className="lab-facts" role="status" data-testid="result-facts">
        <b>
          {filtered
            ? t('explore.rowsOf', { shown: count(rows.length), all: count(data.length) })
            : t('explore.rows', { count: data.length, shown: count(data.length) })}
        </b>
        {took === undefined ? null : <span className="muted">{durationText(took, currentLocale())}</span>}
        {isCut(query) ? (
          <span className="badge warn" title={t('lab.limit.reachedText')} data-testid="limit-reached">
            {t('lab.limit.reached')}
          </span>
        ) : null}
        {answer.displayLimitReached ? <span className="badge warn">{t('lab.limit.display')}</span> : null}
      </span>
      <span className="grow" />
      <CopyMenu grid={grid} />
      <DownloadMenu run={run} cut={isCut(query)} />
      {mayManageData(bootstrap.user) ? (
        <>
          <button type="button" className="btn small" onClick={() => onMake('dataset')} data-testid="save-dataset">
            <Icon name="datasets" size={14} />
            <span className="lab-wide">{t('lab.result.dataset')}</span>
          </button>
          <button type="button" className="btn small" onClick={() => onMake('chart')} data-testid="create-chart">
            <Icon name="charts" size={14} />
            <span className="lab-wide">{t('lab.result.chart')}</span>
          </button>
        </>
      ) : null}
    </div>
  );
}

/** Which columns are seen, and how numbers are written. */
function ColumnMenu({ grid: { data, view, change } }: { grid: GridState }) {
  const { t } = useTranslation();
  return (
    <Menu {...menu} position="bottom-start" width={230} closeOnItemClick={false}>
      <Menu.Target>
        <button
          type="button"
          className="btn small ghost"
          data-testid="columns-menu"
          aria-label={t('lab.result.columns')}
        >
          <Icon name="columns" size={14} />
          {view.hidden.length > 0 ? ` −${view.hidden.length}` : ''}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.CheckboxItem checked={view.grouped} onChange={(grouped) => change({ grouped })}>
          {t('lab.result.grouped')}
        </Menu.CheckboxItem>
        <Menu.Divider />
        <Menu.Label>{t('lab.result.columns')}</Menu.Label>
        <div className="lab-column-list scroll">
          {data.columns.slice(0, 200).map(({ name }, column) => (
            <Menu.CheckboxItem
              key={column}
              checked={!view.hidden.includes(column)}
              onChange={(shown) =>
                change({ hidden: shown ? view.hidden.filter((one) => one !== column) : [...view.hidden, column] })
              }
            >
              {name}
            </Menu.CheckboxItem>
          ))}
        </div>
      </Menu.Dropdown>
    </Menu>
  );
}

function CopyMenu({ grid }: { grid: GridState }) {
  const { t } = useTranslation();
  const all =
    grid.range === undefined || (grid.range.top === grid.range.bottom && grid.range.left === grid.range.right);
  const copy = async (format: CopyFormat) =>
    say((await copyText(grid.copied(format, true, all))) ? t('grid.copied') : t('sql.notCopied'));
  return (
    <Menu {...menu} width={230}>
      <Menu.Target>
        <button
          type="button"
          className="btn small ghost icon-only"
          aria-label={t('sql.copy')}
          title={t('sql.copy')}
          data-testid="copy-menu"
        >
          <Icon name="copy" size={14} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{all ? t('lab.result.copyAll') : t('lab.result.copyMarked')}</Menu.Label>
        {copyFormats
          .filter((format) => format !== 'list' || !all)
          .map((format) => (
            <Menu.Item key={format} onClick={() => void copy(format)}>
              {t(`grid.copyAs.${format}`)}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function DownloadMenu({ run, cut }: { run: Run; cut: boolean }) {
  const { t } = useTranslation();
  const words = useFailureText();
  const get = (format: 'csv' | 'xlsx', all: boolean) =>
    void downloadResult(run.id, format, all).catch((error: unknown) => {
      const { title, text } = words(error);
      say(`${title} ${text}`, 'bad');
    });
  return (
    <Menu {...menu} width={220}>
      <Menu.Target>
        <button
          type="button"
          className="btn small ghost icon-only"
          aria-label={t('lab.result.download')}
          title={t('lab.result.download')}
          data-testid="download-menu"
        >
          <Icon name="download" size={14} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => get('csv', false)} data-testid="download-csv">
          CSV
        </Menu.Item>
        <Menu.Item onClick={() => get('xlsx', false)} data-testid="download-xlsx">
          Excel
        </Menu.Item>
        {cut ? (
          <>
            <Menu.Divider />
            <Menu.Label>{t('lab.result.allRows')}</Menu.Label>
            <Menu.Item onClick={() => get('csv', true)}>CSV</Menu.Item>
            <Menu.Item onClick={() => get('xlsx', true)}>Excel</Menu.Item>
          </>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
