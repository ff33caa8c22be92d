// @ts-check
/** @import { Cell, Filter, Input } from 'karavel-viz' */
/** @import { Field } from '../shared/columns.js' */
import { columnNames, field, fields, labelOf, metricNames } from '../shared/columns.js';
import { joined } from '../shared/labels.js';
import { momentOf } from '../shared/moments.js';
import { flag } from '../shared/settings.js';

/**
 * @typedef {object} Task
 * @property {number} start
 * @property {number} end
 * @property {string} label of its row
 * @property {string} caption what it is called itself
 * @property {string} kind what its colour says
 * @property {number} y middle of its lane
 * @property {number} row of the answer
 * @property {readonly Filter[]} filters
 */
/** @typedef {{ readonly label: string, readonly at: number, readonly lanes: number }} Row */

const MOST = 5000;

/** Rows of the chart, and in each the tasks in lanes, so that none covers another. @param {Input} input */
export function readTasks(input) {
  const { data, formData } = input;
  const one = (/** @type {string} */ control) => columnNames(formData, control).map((name) => field(data, name)).find(Boolean);
  const times = data.columns.filter((column) => column.type === 'time').map((column) => field(data, column.name));
  const start = one('start_time') ?? times[0];
  const end = one('end_time') ?? times.find((other) => other?.name !== start?.name);
  const y = one('y_axis') ?? data.columns.filter((column) => column.type === 'text').map((column) => field(data, column.name))[0];
  const series = one('series');
  const told = fields(data, [...columnNames(formData, 'tooltip_columns'), ...metricNames(formData, 'tooltip_metrics')]).filter((each) => ![start?.name, end?.name, y?.name, series?.name].includes(each.name));
  const nest = flag(formData, 'subcategories', false) && series !== undefined;
  const label = y ? labelOf(input, y) : () => '';
  const kindOf = series ? labelOf(input, series) : () => '';

  const tasks = /** @type {Task[]} */ ([]);
  for (let row = 0; row < data.length && tasks.length < MOST; row++) {
    const [from, to] = [momentOf(start?.values[row]), momentOf(end?.values[row])];
    if (from === undefined || to === undefined) continue;
    const [name, kind] = [label(y?.values[row]), series ? kindOf(series.values[row]) : ''];
    const filters = [y, series].filter((each) => each !== undefined).map((each) => ({ column: each.name, values: [each.values[row] ?? null] }));
    tasks.push({ start: Math.min(from, to), end: Math.max(from, to), label: nest ? joined([name, kind]) : name, caption: nest ? name : kind || name, kind, y: 0, row, filters });
  }
  const rows = placed(tasks);
  const kinds = [...new Set(tasks.map((task) => task.kind))];
  return { tasks, rows, kinds, extras: (/** @type {number} */ row) => told.map((each) => ({ name: each.label, value: textOf(input, each)(each.values[row]) })) };
}

/** @param {Input} input @param {Field} column @returns {(cell: Cell | undefined) => string} */
const textOf = (input, column) => (column.type === 'number' ? input.formatters.number(',.4~f') : labelOf(input, column));

/** Gives every task a lane of its row that is free when it starts. @param {Task[]} tasks @returns {Row[]} */
function placed(tasks) {
  const groups = new Map(/** @type {[string, Task[]][]} */ ([]));
  for (const task of tasks) groups.set(task.label, [...(groups.get(task.label) ?? []), task]);
  const rows = /** @type {Row[]} */ ([]);
  let at = 0;
  for (const [label, own] of groups) {
    const ends = /** @type {number[]} */ ([]);
    const lanes = new Map(/** @type {[Task, number][]} */ ([]));
    for (const task of [...own].sort((a, b) => a.start - b.start)) {
      const free = ends.findIndex((end) => end <= task.start);
      const lane = free < 0 ? ends.length : free;
      ends[lane] = task.end;
      lanes.set(task, lane);
    }
    for (const [task, lane] of lanes) task.y = at + lane + 0.5;
    rows.push({ label, at, lanes: Math.max(1, ends.length) });
    at += Math.max(1, ends.length);
  }
  return rows;
}
