import type { Theme } from 'karavel-viz';

/** What every chart shares, so that plugins need to say little: quiet axes, hairlines, our type. */
export function echartsTheme(theme: Theme): Record<string, unknown> {
  const text = { fontFamily: theme.fontFamily, fontSize: 11, color: theme.inkSecondary };
  const axis = {
    axisLine: { show: false, lineStyle: { color: theme.hairline } },
    axisTick: { show: false },
    axisLabel: { ...text, color: theme.inkMuted, hideOverlap: true },
    splitLine: { lineStyle: { color: [theme.hairline] } },
    splitArea: { show: false },
    nameTextStyle: { ...text, color: theme.inkMuted },
    axisPointer: {
      lineStyle: { color: theme.inkMuted, type: 'solid', width: 1 },
      label: { backgroundColor: theme.ink, color: theme.surface },
    },
  };
  const shape = { itemStyle: { borderColor: theme.surface } };
  return {
    color: theme.categorical,
    backgroundColor: 'transparent',
    textStyle: text,
    title: {
      textStyle: { ...text, color: theme.ink, fontWeight: 600, fontSize: 13 },
      subtextStyle: { ...text, color: theme.inkMuted },
    },
    grid: { left: 10, right: 14, top: 14, bottom: 6 },
    legend: {
      textStyle: text,
      itemWidth: 10,
      itemHeight: 4,
      itemGap: 12,
      icon: 'roundRect',
      inactiveColor: theme.hairline,
      pageTextStyle: text,
      pageIconColor: theme.inkSecondary,
      pageIconInactiveColor: theme.hairline,
      pageIconSize: 10,
    },
    categoryAxis: { ...axis, splitLine: { show: false, lineStyle: { color: [theme.hairline] } } },
    valueAxis: axis,
    logAxis: axis,
    timeAxis: { ...axis, splitLine: { show: false, lineStyle: { color: [theme.hairline] } } },
    line: { symbol: 'circle', symbolSize: 5, lineStyle: { width: 1.8 }, smooth: false },
    bar: { itemStyle: { borderRadius: 2 } },
    pie: { ...shape, label: { ...text, textBorderWidth: 0 }, labelLine: { lineStyle: { color: theme.hairline } } },
    scatter: { itemStyle: { opacity: 0.78 } },
    boxplot: { itemStyle: { borderWidth: 1.4 } },
    heatmap: { itemStyle: { borderColor: theme.surface, borderWidth: 2, borderRadius: 3 } },
    treemap: {
      itemStyle: { borderColor: theme.surface },
      breadcrumb: { itemStyle: { color: theme.sunken, textStyle: { color: theme.ink } } },
    },
    sunburst: shape,
    gauge: { axisLine: { lineStyle: { color: [[1, theme.sunken]] } } },
    radar: {
      axisLine: { lineStyle: { color: theme.hairline } },
      splitLine: { lineStyle: { color: theme.hairline } },
      splitArea: { show: false },
    },
    visualMap: {
      textStyle: { ...text, color: theme.inkMuted },
      itemWidth: 8,
      inRange: { color: [...theme.sequential] },
    },
    dataZoom: {
      borderColor: theme.hairline,
      textStyle: text,
      fillerColor: `${theme.accent}22`,
      handleStyle: { borderColor: theme.accent },
    },
    markLine: { lineStyle: { color: theme.inkMuted, type: 'dashed' }, label: { ...text } },
    markPoint: { label: { color: theme.surface } },
    tooltip: {
      backgroundColor: theme.mode === 'dark' ? '#262e3a' : theme.surface,
      borderColor: theme.hairline,
      borderWidth: 1,
      padding: [8, 12],
      textStyle: { ...text, fontSize: 12, color: theme.ink },
      extraCssText:
        'border-radius:8px;box-shadow:0 6px 24px rgb(10 20 40 / 16%);font-variant-numeric:tabular-nums;max-width:420px;',
      appendToBody: true,
      transitionDuration: 0,
      axisPointer: {
        lineStyle: { color: theme.inkMuted },
        crossStyle: { color: theme.inkMuted },
        shadowStyle: { color: `${theme.inkMuted}1a` },
      },
    },
    aria: { enabled: false },
  };
}
