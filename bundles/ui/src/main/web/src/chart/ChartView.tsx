import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cell, OwnState } from 'karavel-viz';
import type { ChartResult, FormValues } from '../api/types';
import { Icon } from '../ui/Icon';
import { late, useLate } from '../ui/late';
import { EmptyState, FailureState } from '../ui/States';
import { ChartSkeleton } from './ChartSkeleton';
import type { ColorBook } from './colors';
import { toData } from './data';
import { titleOfControl } from './controls';
import { MissingPlugin } from './MissingPlugin';
import { PluginFailure } from './PluginFailure';
import { usePlugin } from './usePlugin';
import './chart.css';

/** What draws charts; pages that will surely have some begin to load it before they know which. */
export const host = late(() => import('./ChartHost').then(({ ChartHost }) => ChartHost));
const table = late(() => import('./DataTable').then(({ DataTable }) => DataTable));

interface Props {
  readonly vizType: string;
  readonly title: string;
  readonly formData: FormValues;
  readonly results: readonly ChartResult[] | undefined;
  readonly error: unknown;
  readonly failingSince: number | undefined;
  readonly asTable: boolean;
  readonly colors: ColorBook;
  readonly onRetry: () => void;
  readonly onSql: () => void;
  readonly onTable: (asTable: boolean) => void;
  readonly onClearRange?: (() => void) | undefined;
  readonly ownState?: OwnState;
  readonly selected?: readonly Cell[] | undefined;
  readonly onOwnState?: (patch: OwnState) => void;
  readonly onSettled?: () => void;
  /** False while nobody can see it yet: what draws it is not loaded before. */
  readonly near?: boolean;
}

/** One chart in whatever state it is: waiting, failed, empty, as a table, or drawn. */
export function ChartView(props: Props) {
  const { t } = useTranslation();
  const { vizType, results, error, asTable, onSettled } = props;
  const plugin = usePlugin(vizType, props.near);
  const ChartHost = useLate(host, props.near ?? true);
  const DataTable = useLate(table, asTable);
  const visualization = 'visualization' in plugin ? plugin.visualization : undefined;
  const category = visualization?.category;
  const data = useMemo(() => results?.map(toData), [results]);
  const annotations = results?.[0]?.annotation_data;
  const empty = data !== undefined && data.length > 0 && data.every(({ length }) => length === 0);
  const first = empty ? undefined : data?.[0];
  const drawable = plugin.state === 'loading' || plugin.state === 'ready';
  const done = !drawable || Boolean(error) || empty || asTable;
  useEffect(() => {
    if (done) onSettled?.();
  }, [done, onSettled]);

  const tableAction =
    asTable || !first ? null : (
      <button type="button" className="btn small" onClick={() => props.onTable(true)}>
        <Icon name="table" size={14} />
        {t('chart.asTable')}
      </button>
    );
  const skeleton = <ChartSkeleton category={category} vizType={vizType} />;
  const content = () => {
    // What draws the chart comes first: without it, no answer of the server could be drawn anyway.
    if (!drawable && asTable && first) return DataTable ? <DataTable data={first} /> : skeleton;
    if (plugin.state === 'missing')
      return <MissingPlugin vizType={vizType} last={plugin.last} problem={plugin.problem} action={tableAction} />;
    if (plugin.state === 'failed')
      return <PluginFailure visualization={plugin.visualization} error={plugin.error} action={tableAction} />;
    if (error) {
      const showSql = (
        <button type="button" className="btn small" onClick={props.onSql}>
          <Icon name="code" size={14} />
          {t('chart.showSql')}
        </button>
      );
      return (
        <FailureState
          place="fill"
          error={error}
          fieldTitle={(field) => titleOfControl(visualization, field)}
          since={props.failingSince}
          onRetry={props.onRetry}
          actions={showSql}
        />
      );
    }
    if (!data) return skeleton;
    if (empty) {
      const clear = props.onClearRange ? (
        <button type="button" className="btn small" onClick={props.onClearRange}>
          {t('chart.clearRange')}
        </button>
      ) : null;
      return (
        <EmptyState
          place="fill"
          title={t('chart.empty')}
          text={t(props.onClearRange ? 'chart.emptyRange' : 'chart.emptyText')}
          actions={clear}
        />
      );
    }
    if (asTable && first) return DataTable ? <DataTable data={first} /> : skeleton;
    if (plugin.state === 'loading' || !ChartHost) return skeleton;
    return (
      <ChartHost
        key={plugin.visualization.module}
        visualization={plugin.visualization}
        loaded={plugin.loaded}
        title={props.title}
        formData={props.formData}
        results={data}
        {...(annotations ? { annotations } : {})}
        colors={props.colors}
        tableAction={tableAction}
        {...(props.ownState ? { ownState: props.ownState } : {})}
        {...(props.selected ? { selected: props.selected } : {})}
        {...(props.onOwnState ? { onOwnState: props.onOwnState } : {})}
        {...(onSettled ? { onSettled } : {})}
      />
    );
  };
  return (
    <div className={asTable ? 'plot flush' : category === 'Table' ? 'plot flush inset' : 'plot'}>
      <div className="plot-field">{content()}</div>
    </div>
  );
}
