// @ts-check
/** @import { Cell, Input } from 'karavel-viz' */
/** @import { Field } from '../shared/columns.js' */
import { columnNames, fields, metricFields, metricNames, numeric, xField } from '../shared/columns.js';
import { list, text } from '../shared/settings.js';

/**
 * One column of the author's collection, under Superset's names.
 * @typedef {object} TimeColumn
 * @property {string} key
 * @property {string} label
 * @property {string} tooltip
 * @property {'time' | 'contrib' | 'spark' | 'avg' | 'value'} colType
 * @property {'value' | 'diff' | 'perc' | 'perc_change'} comparisonType
 * @property {number} timeLag
 * @property {number} timeRatio
 * @property {'line' | 'bar' | 'area'} sparkType
 * @property {number} width
 * @property {number} height
 * @property {boolean} showYAxis
 * @property {readonly [number | undefined, number | undefined]} yAxisBounds
 * @property {readonly [number | undefined, number | undefined]} bounds from the colour of bad to that of good
 * @property {string} d3format
 * @property {string} dateFormat
 */
/** @typedef {{ label: string, name: string, filters: readonly import('karavel-viz').Filter[], values: readonly (number | null)[], format: string }} Line one metric or group over time */
/** @typedef {{ times: readonly number[], lines: readonly Line[], name: string }} TimeTable `name`: of the groups, '' for metrics */

/** @param {unknown} value @param {number} fallback */
const number = (value, fallback) => (value !== null && value !== '' && Number.isFinite(Number(value ?? NaN)) ? Number(value) : fallback);

/** @param {unknown} value @returns {readonly [number | undefined, number | undefined]} */
const pair = (value) => {
  const [low, high] = Array.isArray(value) ? value : [];
  const end = (/** @type {unknown} */ one) => (one === null || one === undefined || one === '' || !Number.isFinite(Number(one)) ? undefined : Number(one));
  return [end(low), end(high)];
};

/** @template {string} T @param {unknown} value @param {readonly T[]} known @param {T} fallback @returns {T} */
const oneOf = (value, known, fallback) => known.find((each) => each === value) ?? fallback;

/** What an author sees before he chose. */
const USUAL = [{ key: 'now', label: 'Now', colType: 'time', timeLag: 0, comparisonType: 'value' }, { key: 'change', label: 'Change', colType: 'time', timeLag: 1, comparisonType: 'perc_change', d3format: '+.1%' }, { key: 'trend', label: 'Trend', colType: 'spark' }];

/** @param {Input} input @returns {TimeColumn[]} */
export function timeColumns({ formData }) {
  const given = list(formData, 'column_collection').filter((one) => one !== null && typeof one === 'object');
  return (given.length > 0 ? given : USUAL).map((one, index) => {
    const own = /** @type {Record<string, unknown>} */ (one);
    const word = (/** @type {string} */ name) => (typeof own[name] === 'string' ? /** @type {string} */ (own[name]) : '');
    return {
      key: word('key') || String(index),
      label: word('label') || word('key') || String(index + 1),
      tooltip: word('tooltip'),
      colType: oneOf(own.colType, ['time', 'contrib', 'spark', 'avg', 'value'], 'time'),
      comparisonType: oneOf(own.comparisonType, ['value', 'diff', 'perc', 'perc_change'], 'value'),
      timeLag: Math.trunc(number(own.timeLag, 0)),
      timeRatio: Math.max(0, Math.trunc(number(own.timeRatio, 0))),
      sparkType: oneOf(own.sparkType, ['line', 'bar', 'area'], 'line'),
      width: Math.max(40, Math.min(800, number(own.width, 300))),
      height: Math.max(16, Math.min(300, number(own.height, 40))),
      showYAxis: own.showYAxis === true,
      yAxisBounds: pair(own.yAxisBounds),
      bounds: pair(own.bounds),
      d3format: word('d3format'),
      dateFormat: word('dateFormat'),
    };
  });
}

/** Long rows as one line per metric, or per group of the first one. @param {Input} input @returns {TimeTable} */
export function timeTable(input) {
  const { data, formData } = input;
  const groups = fields(data, columnNames(formData, 'groupby'));
  const x = xField(data, formData, [...metricNames(formData, 'metrics'), ...groups.map((one) => one.name)]);
  const metrics = metricFields(data, metricNames(formData, 'metrics'), [...groups, x]);
  if (!x) return { times: [], lines: [], name: '' };
  const times = [...new Set(x.values.map(numeric))].filter((value) => value !== null).sort((a, b) => a - b);
  const place = new Map(times.map((value, index) => [value, index]));
  const shown = groups.length > 0 ? metrics.slice(0, 1) : metrics;
  /** @type {Map<string, Line & { values: (number | null)[] }>} */
  const lines = new Map();
  for (let row = 0; row < data.length; row++) {
    const at = place.get(numeric(x.values[row]) ?? NaN);
    if (at === undefined) continue;
    for (const metric of shown) {
      const line = lineOf(lines, input, groups, metric, row, times.length);
      const value = numeric(metric.values[row]);
      if (value !== null) line.values[at] = (line.values[at] ?? 0) + value;
    }
  }
  return { times, lines: [...lines.values()], name: groups.map((one) => one.label).join(', ') };
}

/** @param {Map<string, Line & { values: (number | null)[] }>} lines @param {Input} input @param {readonly Field[]} groups @param {Field} metric @param {number} row @param {number} length */
function lineOf(lines, { formatters }, groups, metric, row, length) {
  const labels = groups.map((one) => formatters.cell(one)(one.values[row]));
  const label = labels.length > 0 ? labels.join(', ') : metric.label;
  const key = JSON.stringify(labels.length > 0 ? groups.map((one) => one.values[row] ?? null) : metric.name);
  let line = lines.get(key);
  if (!line) {
    line = { label, name: labels.length > 0 ? label : metric.name, filters: groups.map((one) => ({ column: one.name, values: [one.values[row] ?? null] })), values: new Array(length).fill(null), format: metric.format ?? '' };
    lines.set(key, line);
  }
  return line;
}

/** What a column says of a line; for sparklines the last of them. @param {TimeColumn} column @param {Line} line @param {TimeTable} table @returns {number | null} */
export function valueOf(column, line, table) {
  const { values } = line;
  const last = values.length - 1;
  const now = values[last] ?? null;
  if (column.colType === 'spark') return now;
  if (column.colType === 'contrib') {
    const whole = table.lines.reduce((sum, one) => sum + (one.values[last] ?? 0), 0);
    return now === null || whole === 0 ? null : now / whole;
  }
  if (column.colType === 'avg') {
    const recent = values.slice(-Math.max(1, column.timeRatio || values.length)).filter((value) => value !== null);
    return recent.length === 0 ? null : recent.reduce((sum, value) => sum + value, 0) / recent.length;
  }
  // A negative lag counts from the beginning.
  const at = column.timeLag < 0 ? -column.timeLag - 1 : last - column.timeLag;
  const then = values[at] ?? null;
  if (column.comparisonType === 'value') return then;
  if (now === null || then === null) return null;
  if (column.comparisonType === 'diff') return now - then;
  if (then === 0) return null;
  return column.comparisonType === 'perc' ? now / then : now / then - 1;
}

/** What a sparkline shows: the values, or each as a share of the one so many periods before. @param {TimeColumn} column @param {readonly (number | null)[]} values @returns {(number | null)[]} */
export function sparkValues({ timeRatio }, values) {
  if (timeRatio === 0) return [...values];
  return values.slice(timeRatio).map((value, index) => {
    const before = values[index] ?? null;
    return value === null || before === null || before === 0 ? null : value / before;
  });
}

/** @param {Input} input @param {Line} line @returns {string | undefined} the address of a row, if the author gave a template of one */
export function addressOf({ formData }, { name, label }) {
  const template = text(formData, 'url');
  if (!template) return undefined;
  const address = template.replace(/\{\{\{?\s*(metric|group|label|name)(?:\.\w+)?\s*\}?\}\}/g, (_, what) => encodeURIComponent(what === 'label' ? label : name));
  return /^(https?:\/\/|\/(?!\/))/i.test(address) ? address : undefined;
}
