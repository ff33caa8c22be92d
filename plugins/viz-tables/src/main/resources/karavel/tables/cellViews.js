// @ts-check
/** @import { Cell, Input } from 'karavel-viz' */
/** @import { CellView } from '../grid/model.js' */
/** @import { TableColumn } from './columns.js' */
/** @import { Made } from './rules.js' */
import { flag } from '../shared/settings.js';
import { lookOf, rulesOf } from './rules.js';

const LINK = /^https?:\/\/\S+$/i;
const MARKUP = /<[a-z][^>]*>/i;

/** The author's rules about these columns; one may stand on a column that is not shown. @param {Input} input @param {readonly TableColumn[]} columns @returns {readonly Made[]} */
export function tableRules(input, columns) {
  const { data } = input;
  return rulesOf(input, (name) => columns.find((one) => one.name === name)?.values ?? data.values[data.columns.findIndex((one) => one.name === name)]);
}

/**
 * What the cells of a table look like. @param {Input} input @param {readonly Made[]} rules @param {((html: string) => string) | undefined} clean makes HTML safe; without it, HTML is text
 * @returns {(column: TableColumn, row: number) => CellView}
 */
export function cellViews(input, rules, clean) {
  const { theme, filterState } = input;
  const html = clean && flag(input.formData, 'allow_render_html', true);
  const selected = new Set(filterState.selected);
  return (column, row) => {
    const value = column.values[row] ?? null;
    const text = column.text(value);
    const look = rules.length > 0 ? lookOf(rules, column.name, row) : undefined;
    const kinds = [];
    if (value === null) kinds.push('empty');
    if (column.wrap) kinds.push('wrap');
    if (column.dimension) kinds.push('filter');
    if (column.dimension && selected.has(value)) kinds.push('chosen');
    /** @type {CellView} */
    const view = { text, kind: kinds.join(' '), ...changed(column, value, theme), ...look };
    if (look?.bar !== undefined) view.bar = column.bar?.(value, look.bar) ?? '';
    else if (look?.background === undefined && column.bar) view.bar = column.bar(value);
    if (text.length > 14) view.title = text;
    if (typeof value === 'string') {
      if (LINK.test(value)) view.href = value;
      else if (html && MARKUP.test(value)) view.html = clean(value.replace(/<img\b[^>]*>/gi, ''));
    }
    return view;
  };
}

/** An arrow for a difference: its colour is never alone. @param {TableColumn} column @param {Cell} value @param {Input['theme']} theme */
function changed(column, value, theme) {
  if (!column.change || typeof value !== 'number') return undefined;
  if (value === 0) return { mark: '●', markColor: theme.inkMuted };
  return value > 0 ? { mark: '↑', markColor: theme.good, color: theme.good } : { mark: '↓', markColor: theme.bad, color: theme.bad };
}
