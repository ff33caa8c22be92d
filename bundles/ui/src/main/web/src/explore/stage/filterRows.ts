import type { Data } from 'karavel-viz';

/** The rows in which any cell shows the text; `show` makes of a cell what is read. */
export function filterRows(data: Data, search: string, show: (column: number, value: unknown) => string): Data {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') return data;
  const rows: number[] = [];
  for (let row = 0; row < data.length; row++) {
    if (data.values.some((cells, column) => show(column, cells[row]).toLowerCase().includes(wanted))) rows.push(row);
  }
  return {
    columns: data.columns,
    values: data.values.map((cells) => rows.map((row) => cells[row] ?? null)),
    length: rows.length,
  };
}

/** A table as other programs take it from the clipboard: cells by tab, rows by line. */
export function asTabText(data: Data): string {
  const clean = (text: string) => text.replace(/[\t\r\n]+/g, ' ');
  const cell = (column: number, row: number): string => {
    const value = data.values[column]?.[row];
    if (value === null || value === undefined) return '';
    const isTime = data.columns[column]?.type === 'time' && typeof value === 'number';
    return clean(isTime ? new Date(value).toISOString().replace('T00:00:00.000Z', '') : String(value));
  };
  const lines = [data.columns.map(({ label }) => clean(label)).join('\t')];
  for (let row = 0; row < data.length; row++) lines.push(data.columns.map((_, column) => cell(column, row)).join('\t'));
  return lines.join('\n');
}
