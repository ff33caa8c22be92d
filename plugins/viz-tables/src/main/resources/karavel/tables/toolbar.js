// @ts-check
/** @import { Input } from 'karavel-viz' */
import { element } from '../grid/element.js';

/**
 * The search box above a table; where the server searches, all columns or one.
 * @param {(words: string, column: string | undefined) => void} search @param {() => void} down to the rows
 */
export function searchBar(search, down) {
  const words = element('input', { type: 'search' });
  const column = element('select');
  const found = element('span', { 'aria-live': 'polite', class: 'found' });
  const root = element('div', { class: 'bar', role: 'search' }, column, words, found);
  const ask = () => search(words.value, column.hidden ? undefined : column.value || undefined);
  words.addEventListener('input', ask);
  column.addEventListener('change', () => words.value !== '' && ask());
  words.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'Escape') return;
    if (event.key === 'Escape' && words.value !== '') {
      words.value = '';
      ask();
    } else if (event.key === 'ArrowDown') down();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return {
    root,
    /** @param {Input} input @param {{ shown: boolean, count: number, words: string, columns: readonly { name: string, label: string }[], chosen: string | undefined, found: string }} what */
    show(input, { shown, count, words: given, columns, chosen, found: hits }) {
      root.style.display = shown ? '' : 'none';
      words.placeholder = columns.length > 0 ? input.text('searchServer') : input.text('search', { count: count.toLocaleString(input.locale) });
      words.setAttribute('aria-label', words.placeholder);
      if (document.activeElement !== words && words.value !== given) words.value = given;
      column.hidden = columns.length === 0;
      column.setAttribute('aria-label', input.text('searchColumn'));
      const names = columns.map((one) => one.name).join('\n');
      if (column.dataset.names !== names) {
        column.dataset.names = names;
        const all = new Option(input.text('searchAll'), '');
        column.replaceChildren(all, ...columns.map((one) => element('option', { value: one.name }, one.label)));
      }
      if (chosen !== undefined) column.value = chosen;
      found.textContent = hits;
    },
  };
}

const SIZES = [10, 20, 50, 100, 200];

/** The line of pages below a table. @param {(page: number) => void} turn @param {(size: number) => void} resize */
export function pageBar(turn, resize) {
  const root = element('nav', { class: 'bar pages' });
  /** @param {string} text @param {string} name @param {number} page @param {boolean} possible @param {boolean} [current] */
  const button = (text, name, page, possible, current = false) => {
    const made = element('button', { type: 'button', 'aria-label': name, ...(current ? { 'aria-current': 'page' } : {}) }, text);
    if (possible) made.addEventListener('click', () => turn(page));
    else made.setAttribute('disabled', '');
    return made;
  };
  return {
    root,
    /** @param {Input} input @param {{ page: number, size: number, count: number, sizes: boolean }} what */
    show(input, { page, size, count, sizes }) {
      const pages = Math.max(1, Math.ceil(count / size));
      root.style.display = pages > 1 || (sizes && count > (SIZES[0] ?? 0)) ? '' : 'none';
      if (root.style.display === 'none') return;
      const focused = root.contains(document.activeElement) ? document.activeElement?.getAttribute('aria-label') : undefined;
      root.setAttribute('aria-label', input.text('pages'));
      const number = (/** @type {number} */ value) => value.toLocaleString(input.locale);
      const where = input.text('page', { from: number(count === 0 ? 0 : page * size + 1), to: number(Math.min(count, (page + 1) * size)), count: number(count) });
      const parts = [element('span', { 'aria-live': 'polite' }, where), element('span', { class: 'grow' })];
      if (sizes && input.size.width > 420) parts.unshift(sizeChoice(input, size, resize));
      const numbers = input.size.width > 520 ? around(page, pages) : [];
      const buttons = numbers.map((one) => button(number(one + 1), input.text('toPage', { page: number(one + 1) }), one, one !== page, one === page));
      root.replaceChildren(...parts, button('‹', input.text('previous'), page - 1, page > 0), ...buttons, button('›', input.text('next'), page + 1, page + 1 < pages));
      if (focused) /** @type {HTMLElement | null} */ (root.querySelector(`[aria-label="${CSS.escape(focused)}"]`))?.focus();
    },
  };
}

/** @param {Input} input @param {number} size @param {(size: number) => void} resize */
function sizeChoice(input, size, resize) {
  const sizes = [...new Set([...SIZES, size])].sort((a, b) => a - b);
  const select = element('select', { 'aria-label': input.text('pageSize') }, ...sizes.map((one) => element('option', { value: String(one) }, String(one))));
  select.value = String(size);
  select.addEventListener('change', () => resize(Number(select.value)));
  return select;
}

/** Up to five pages around this one, the first and the last. @param {number} page @param {number} pages */
function around(page, pages) {
  const near = Array.from({ length: 5 }, (_, index) => Math.max(0, Math.min(pages - 5, page - 2)) + index);
  return [...new Set([0, ...near, pages - 1])].filter((one) => one >= 0 && one < pages).sort((a, b) => a - b);
}
