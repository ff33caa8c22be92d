import type { Cell, ColorOf, Data, Drawing, FormData, Input, OwnState } from 'karavel-viz';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorFence } from '../app/ErrorFence';
import type { FormValues } from '../api/types';
import { currentLocale } from '../i18n';
import type { AnnotationData } from './annotations';
import { withDefaults } from './controls';
import { colorScope, type ColorBook } from './colors';
import { useContainment } from './containment';
import { turn } from './loopGuard';
import { firstTurn } from './firstTurn';
import { createFormatters } from './formatters';
import { inputOf } from './input';
import { PluginFailure } from './PluginFailure';
import { choiceOf, withSchemes } from './schemes';
import { useChartTheme } from './theme';
import { SvgView } from './SvgView';
import { useParts } from './useParts';
import { useSize } from './useSize';
import { EChartsView, HtmlView, MountedView } from './views';
import type { LoadedModule, Visualization } from './visualization';

interface Props {
  readonly visualization: Visualization;
  readonly loaded: LoadedModule;
  readonly title: string;
  readonly formData: FormValues;
  readonly results: readonly Data[];
  /** What the layers of `annotation_layers` have to draw, by name. */
  readonly annotations?: AnnotationData;
  readonly colors: ColorBook;
  /** Offered where the plugin failed. */
  readonly tableAction?: ReactNode;
  readonly ownState?: OwnState;
  /** What was clicked in it and filters others now. */
  readonly selected?: readonly Cell[];
  readonly onOwnState?: (patch: OwnState) => void;
  readonly onSettled?: () => void;
}

const nothing: OwnState = {};
const noneSelected: readonly Cell[] = [];
/** What charts that ask nothing are drawn from. */
const noData: Data = { columns: [], values: [], length: 0 };

/** Draws one chart with its plugin, and keeps everything the plugin does wrong inside this card. */
export function ChartHost(props: Props) {
  const { visualization, tableAction, onSettled, results, formData } = props;
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const [failure, setFailure] = useState<{ error: unknown; of: unknown }>();
  const cause = useMemo(() => ({ results, formData }), [results, formData]);
  const fail = useCallback(
    (error: unknown) => {
      console.warn(`Plugin ${visualization.plugin} failed to draw ${visualization.viz_type}`, error);
      setFailure({ error, of: cause });
      firstTurn.stands();
      onSettled?.();
    },
    [visualization, onSettled, cause],
  );
  useContainment(visualization.module, box, fail);
  const failed = failure?.of === cause;
  const onDrawn = useCallback(() => {
    firstTurn.stands();
    onSettled?.();
  }, [onSettled]);

  return (
    <div ref={box} className="plot-box">
      {failed ? (
        <PluginFailure visualization={visualization} error={failure.error} action={tableAction} />
      ) : size.width > 0 && size.height > 0 ? (
        <ErrorFence
          fallback={(error) => <PluginFailure visualization={visualization} error={error} action={tableAction} />}
        >
          <Drawn {...props} size={size} onFail={fail} onDrawn={onDrawn} />
        </ErrorFence>
      ) : null}
    </div>
  );
}

interface DrawnProps extends Props {
  readonly size: Input['size'];
  readonly onFail: (error: unknown) => void;
  readonly onDrawn: () => void;
}

function Drawn(props: DrawnProps) {
  const { t } = useTranslation();
  const { ownState = nothing, selected = noneSelected, onOwnState, annotations } = props;
  const { loaded, results, formData, size, colors, title, visualization, onFail, onDrawn } = props;
  const base = useChartTheme();
  const filled: FormData = useMemo(() => withDefaults(formData, visualization), [formData, visualization]);
  const { categorical, linear } = choiceOf(filled, colors.schemes);
  const theme = useMemo(() => withSchemes(base, { categorical, linear }), [base, categorical, linear]);
  const locale = currentLocale();
  const formatters = useMemo(() => createFormatters(locale), [locale]);
  const scope = colorScope(formData);
  const colorOf: ColorOf = useMemo(() => colors.in(theme.categorical, scope), [colors, theme, scope]);
  const { module, messages } = loaded;
  const parts = useParts(visualization.module, module.needs, filled, onFail);
  const input = useMemo<Input | undefined>(() => {
    const data = results[0] ?? noData;
    if (!parts) return undefined;
    return inputOf({
      messages,
      filled,
      data,
      results,
      annotations,
      size,
      theme,
      locale,
      formatters,
      colorOf,
      ownState,
      selected,
      parts,
    });
  }, [results, annotations, filled, size, theme, locale, formatters, colorOf, messages, ownState, selected, parts]);

  const drawing = useMemo((): Drawing | { readonly kind: 'failed'; readonly error: unknown } | undefined => {
    if (!input || module.mount || !module.chart) return undefined;
    try {
      const { chart } = module;
      return turn(() => chart(input));
    } catch (error) {
      return { kind: 'failed', error };
    }
  }, [input, module]);

  const failure = drawing?.kind === 'failed' ? drawing.error : undefined;
  useEffect(() => {
    if (failure !== undefined) onFail(failure);
  }, [failure, onFail]);

  if (!input) return null;
  const rows = input.data.length;
  const made = t('chart.description', { title, type: visualization.title, count: rows });
  const common = { onFail, onDrawn, label: (drawing && 'description' in drawing && drawing.description) || made };
  if (module.mount) return <MountedView {...common} mount={module.mount} input={input} onState={onOwnState} />;
  switch (drawing?.kind) {
    case 'echarts':
      return <EChartsView {...common} option={drawing.option} theme={theme} marks={rows} size={size} />;
    case 'html':
      return <HtmlView {...common} html={drawing.html} />;
    case 'svg':
      return <SvgView {...common} svg={drawing.svg} />;
    case 'failed':
      return null;
    default:
      throw new TypeError(
        `chart() returned an unknown kind of drawing: ${JSON.stringify((drawing as { kind?: unknown } | undefined)?.kind)}`,
      );
  }
}
