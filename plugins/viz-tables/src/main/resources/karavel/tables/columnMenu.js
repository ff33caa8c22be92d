// @ts-check
/** @import { Input } from 'karavel-viz' */
/** @import { ColumnFilter } from './filters.js' */
/** @import { TableColumn } from './columns.js' */
import { element } from '../grid/element.js';
import { dress } from '../grid/style.js';
import { operatorsOf } from './filters.js';

/**
 * @typedef {object} MenuChoices
 * @property {(descending: boolean | undefined) => void} sort
 * @property {(pinned: boolean) => void} pin
 * @property {() => void} hide
 * @property {() => void} autosize
 * @property {(() => void) | undefined} showAll when some are hidden
 * @property {(filter: ColumnFilter | undefined) => void} filter
 * @property {() => void} closed
 */

/**
 * What can be done to a column. @param {HTMLElement} anchor @param {Input} input @param {TableColumn} column
 * @param {{ pinned: boolean, filter: ColumnFilter | undefined, filters: boolean }} now @param {MenuChoices} choices
 */
export function openColumnMenu(anchor, input, column, now, choices) {
  const { text } = input;
  const item = (/** @type {string} */ key, /** @type {() => void} */ act) => {
    const made = element('button', { type: 'button', role: 'menuitem', tabindex: '-1' }, text(key));
    made.addEventListener('click', () => {
      close();
      act();
    });
    return made;
  };
  const menu = element('div', { class: 'kv-menu', role: 'menu', 'aria-label': column.label });
  const items = [
    item('sortAscending', () => choices.sort(false)),
    item('sortDescending', () => choices.sort(true)),
    item('sortNone', () => choices.sort(undefined)),
    element('hr'),
    item(now.pinned ? 'unpin' : 'pin', () => choices.pin(!now.pinned)),
    item('autosize', choices.autosize),
    item('hide', choices.hide),
    ...(choices.showAll ? [item('showAll', choices.showAll)] : []),
  ];
  menu.append(...items, ...(now.filters ? [element('hr'), filterForm(input, column, now.filter, choices.filter)] : []));
  dress(menu, input.theme);
  const home = anchor.closest('.kv-table') ?? document.body;
  home.append(menu);
  position(menu, anchor);

  const buttons = [...menu.querySelectorAll('[role=menuitem]')].filter((one) => one instanceof HTMLElement);
  const outside = (/** @type {Event} */ event) => {
    if (event.target instanceof Node && !menu.contains(event.target)) close();
  };
  function close() {
    document.removeEventListener('pointerdown', outside, true);
    removeEventListener('resize', close);
    menu.remove();
    choices.closed();
  }
  menu.addEventListener('keydown', (event) => {
    event.stopPropagation();
    const at = buttons.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    if (event.key === 'Escape' || (event.key === 'Tab' && at >= 0 && !now.filters)) close();
    else if (at >= 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) buttons[(at + (event.key === 'ArrowDown' ? 1 : -1) + buttons.length) % buttons.length]?.focus();
    else return;
    event.preventDefault();
  });
  document.addEventListener('pointerdown', outside, true);
  addEventListener('resize', close);
  buttons[0]?.focus({ preventScroll: true });
}

/** @param {HTMLElement} menu @param {HTMLElement} anchor */
function position(menu, anchor) {
  // A container of its own may be what "fixed" is measured from.
  menu.style.left = menu.style.top = '0px';
  const [origin, place] = [menu.getBoundingClientRect(), anchor.getBoundingClientRect()];
  const left = Math.max(4, Math.min(place.left, innerWidth - origin.width - 8));
  const top = Math.max(4, Math.min(place.bottom, innerHeight - origin.height - 8));
  menu.style.left = `${left - origin.left}px`;
  menu.style.top = `${top - origin.top}px`;
}

/** @param {Input} input @param {TableColumn} column @param {ColumnFilter | undefined} now @param {MenuChoices['filter']} change */
function filterForm({ text }, column, now, change) {
  const operators = operatorsOf(column);
  const operator = element('select', { 'aria-label': text('filterOperator') }, ...operators.map((one) => element('option', { value: one }, text(one))));
  operator.value = now?.operator ?? operators[0];
  const type = column.type === 'time' ? 'date' : 'text';
  const value = element('input', { type, 'aria-label': text('filterValue'), placeholder: type === 'date' ? '' : text('filterValue') });
  const to = element('input', { type, 'aria-label': text('filterTo') });
  value.value = now?.value ?? '';
  to.value = now?.to ?? '';
  const form = element('form', {}, element('label', {}, text('filter')), operator, value, to);
  const seen = () => {
    value.hidden = operator.value === 'blank' || operator.value === 'notBlank';
    to.hidden = operator.value !== 'inRange';
  };
  const tell = () => {
    seen();
    const filter = { operator: operator.value, value: value.value, ...(to.hidden ? {} : { to: to.value }) };
    change(value.hidden || value.value.trim() !== '' ? filter : undefined);
  };
  seen();
  form.addEventListener('input', tell);
  form.addEventListener('submit', (event) => event.preventDefault());
  return form;
}
