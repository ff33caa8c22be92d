// @ts-check
/** @import { Cell, Chart, Data, Input } from 'karavel-viz' */

/** @typedef {{ readonly label: string, readonly cell: Cell, readonly value: number }} Row */

/** A pure function: the same input gives the same drawing, on the page and on the server. @type {Chart} */
export const chart = (input) => {
  const { formData, formatters, size, theme, text } = input;
  const rows = rowsOf(input);
  if (rows.length === 0) return { kind: 'html', html: `<p style="margin:0;padding:24px;text-align:center;color:${theme.inkMuted}">${text('noData')}</p>` };

  const format = formatters.number(typeof formData.number_format === 'string' ? formData.number_format : undefined);
  const dot = Math.min(Number(formData.dot_size) || 12, (size.height / rows.length) * 0.7);
  const color = theme.categorical[0] ?? theme.accent;
  const loud = highlighted(rows, formData.highlight);
  const colors = rows.map((_, index) => (loud(index) ? color : theme.inkMuted));

  return {
    kind: 'echarts',
    description: text('description', { label: rows[0]?.label ?? '', value: format(rows[0]?.value) }),
    option: {
      // The host's theme brings type, colours and quiet axes: say only what is different.
      grid: { left: 4, right: 44, top: 4, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      xAxis: { type: 'value', show: false },
      yAxis: {
        type: 'category',
        inverse: true,
        data: rows.map((row) => row.label),
        axisLabel: { color: theme.inkSecondary, width: Math.max(50, size.width * 0.35), overflow: 'truncate' },
      },
      // A tooltip's text is HTML: what comes from data is escaped.
      tooltip: { trigger: 'item', formatter: (/** @type {{ dataIndex: number }} */ { dataIndex }) => `<b>${escape(rows[dataIndex]?.label)}</b>&ensp;${escape(format(rows[dataIndex]?.value))}` },
      series: [
        { type: 'bar', barWidth: 2, silent: true, tooltip: { show: false }, data: rows.map((row, index) => ({ value: row.value, itemStyle: { color: colors[index], opacity: 0.4, borderRadius: 1 } })) },
        {
          type: 'scatter',
          symbolSize: dot,
          label: { show: formData.show_value !== false && size.height / rows.length >= 13, position: 'right', distance: 7, color: theme.ink, fontWeight: 560, formatter: (/** @type {{ dataIndex: number }} */ { dataIndex }) => format(rows[dataIndex]?.value) },
          data: rows.map((row, index) => ({
            value: [row.value, index],
            itemStyle: { color: colors[index], opacity: chosen(input, row) ? 1 : 0.3 },
            ...clickable(input.data, row),
          })),
        },
      ],
    },
  };
};

/** The first column names the rows, the first number measures them. @param {Input} input @returns {Row[]} */
function rowsOf({ data, formatters }) {
  const measure = data.columns.findLastIndex((column) => column.type === 'number');
  const name = data.columns[0];
  if (measure < 0 || !name) return [];
  const label = formatters.cell(name);
  return (data.values[measure] ?? []).flatMap((value, row) => {
    const cell = data.values[0]?.[row] ?? null;
    return typeof value === 'number' ? [{ label: label(cell), cell, value }] : [];
  });
}

/** @param {readonly Row[]} rows @param {unknown} which @returns {(index: number) => boolean} */
function highlighted(rows, which) {
  const largest = Math.max(...rows.map((row) => row.value));
  const average = rows.reduce((sum, row) => sum + row.value, 0) / rows.length;
  if (which === 'first') return (index) => rows[index]?.value === largest;
  return which === 'average' ? (index) => (rows[index]?.value ?? 0) > average : () => true;
}

/** What a click on a mark filters other charts by. @param {Data} data @param {Row} row */
const clickable = (data, row) => ({ karavel: { filters: [{ column: data.columns[0]?.name ?? '', values: [row.cell] }] } });

/** @param {Input} input @param {Row} row */
const chosen = ({ filterState }, row) => filterState.selected.length === 0 || filterState.selected.includes(row.cell);

/** @param {unknown} value */
const escape = (value) => String(value ?? '').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
