// @ts-check
/** @import { Input } from 'karavel-viz' */
/** @import { LonLat } from './mercator.js' */
/** @import { Legend, Scene, Told } from './scene.js' */
import { css } from './paint.js';
import { labelOfMark } from './picture.js';
import { legendPlace, toldOf } from './scene.js';

const ENTRIES = 100;

/** @param {string} name @param {string} [className] @param {...(Node | string)} children */
export function element(name, className = '', ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/** @param {Input} input @param {Legend | undefined} legend @returns {HTMLElement | undefined} */
export function legendBox(input, legend) {
  const place = legendPlace(input);
  if (!legend || place === '') return undefined;
  const box = element('div', `box ${['tl', 'tr', 'bl', 'br'].includes(place) ? place : 'tr'}`, element('b', '', legend.title));
  if (place === 'tl') box.style.left = '44px';
  if (place.endsWith('r') && place.startsWith('t')) box.style.right = '48px';
  for (const { name, color } of legend.items ?? []) {
    const dot = element('i');
    dot.style.background = css(color);
    box.append(element('div', 'item', dot, name));
  }
  if (legend.ramp) {
    const bar = element('div', 'bar');
    bar.style.background = `linear-gradient(90deg, ${legend.ramp.colors.map(css).join(', ')})`;
    box.append(bar, element('div', 'ends', element('span', '', legend.ramp.least), element('span', '', legend.ramp.most)));
  }
  return box;
}

/** Where to look for something. @param {any} told @returns {LonLat} */
export function spotOf(told) {
  const line = told.path ?? told.rings?.[0];
  if (told.at) return told.at;
  if (told.from) return [(told.from[0] + told.to[0]) / 2, (told.from[1] + told.to[1]) / 2];
  if (told.rings) {
    const bounds = line.reduce((/** @type {number[]} */ [w = 0, s = 0, e = 0, n = 0], /** @type {LonLat} */ [x, y]) => [Math.min(w, x), Math.min(s, y), Math.max(e, x), Math.max(n, y)], [Infinity, Infinity, -Infinity, -Infinity]);
    return [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2];
  }
  return line[Math.floor(line.length / 2)];
}

/** The most important things of a map as a list: for keys, and for those who cannot see it. @param {(told: Told, chosen: boolean) => void} onVisit @param {() => void} onLeave */
export function createList(onVisit, onLeave) {
  const button = /** @type {HTMLButtonElement} */ (element('button', 'list'));
  button.type = 'button';
  button.innerHTML = '<svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round"><path d="M1.5 3h.01M1.5 7h.01M1.5 11h.01M5 3h7.5M5 7h7.5M5 11h7.5"/></svg>';
  const entries = element('ul', 'entries');
  entries.setAttribute('role', 'listbox');
  entries.hidden = true;
  /** @type {Told[]} */
  let shown = [];
  const open = (/** @type {boolean} */ wanted) => {
    entries.hidden = !wanted;
    button.setAttribute('aria-expanded', String(wanted));
    if (wanted) /** @type {HTMLElement | null} */ (entries.querySelector('li'))?.focus();
    else onLeave();
  };
  const at = (/** @type {Event} */ event) => {
    const item = event.target instanceof Element ? event.target.closest('li') : null;
    return item ? [...entries.children].indexOf(item) : -1;
  };
  button.addEventListener('click', () => open(entries.hidden));
  entries.addEventListener('focusin', (event) => {
    const told = shown[at(event)];
    if (told) onVisit(told, false);
  });
  entries.addEventListener('click', (event) => {
    const told = shown[at(event)];
    if (told) onVisit(told, true);
  });
  entries.addEventListener('keydown', (event) => {
    const steps = /** @type {Record<string, number>} */ ({ ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity });
    const [step, place] = [steps[event.key], at(event)];
    const told = shown[place];
    if (event.key === 'Escape') {
      open(false);
      button.focus();
    } else if ((event.key === 'Enter' || event.key === ' ') && told) onVisit(told, true);
    else if (step !== undefined) /** @type {HTMLElement | undefined} */ (entries.children[Math.max(0, Math.min(entries.children.length - 1, place + step))])?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return {
    button,
    entries,
    /** @param {Input} input @param {readonly Scene[]} scenes */
    update(input, scenes) {
      const seen = new Set();
      shown = scenes.flatMap(toldOf).sort((one, other) => other.value - one.value || one.row - other.row).filter((told) => {
        const key = told.row < 0 ? `${told.name}|${told.value}` : told.row;
        return seen.has(key) ? false : seen.add(key);
      }).slice(0, ENTRIES);
      button.title = input.text('list');
      button.setAttribute('aria-label', input.text('list'));
      button.setAttribute('aria-expanded', String(!entries.hidden));
      button.style.display = shown.length === 0 ? 'none' : '';
      entries.setAttribute('aria-label', input.text('list'));
      const focused = [...entries.children].indexOf(/** @type {Element} */ (document.activeElement));
      entries.replaceChildren(...shown.map((told) => {
        const first = told.rows.find((row) => row.value !== told.name);
        const item = element('li', '', element('span', '', told.name || labelOfMark(told)), element('span', '', first && told.name ? first.value : ''));
        item.tabIndex = -1;
        item.setAttribute('role', 'option');
        item.setAttribute('aria-label', labelOfMark(told));
        return item;
      }));
      if (entries.firstElementChild) /** @type {HTMLElement} */ (entries.firstElementChild).tabIndex = 0;
      // Who was in the list stays there while the map is drawn anew.
      if (focused >= 0) /** @type {HTMLElement | undefined} */ (entries.children[Math.min(focused, entries.children.length - 1)])?.focus();
    },
  };
}

/** A tooltip above everything else on the page. @param {HTMLElement} home */
export function createTip(home) {
  const tip = element('div');
  tip.popover = 'manual';
  tip.setAttribute('role', 'tooltip');
  Object.assign(tip.style, { position: 'fixed', inset: 'auto', margin: '0', padding: '8px 12px', maxWidth: 'min(340px, 90vw)', borderRadius: '5px', border: '1px solid var(--kv-hair)', background: 'var(--kv-surface)', color: 'var(--kv-ink)', font: '12px/1.45 var(--kv-font)', pointerEvents: 'none', boxShadow: '0 4px 14px rgb(0 0 0 / .14)' });
  home.append(tip);
  return {
    /** @param {string} html escaped by whoever made it @param {number} x in the map @param {number} y */
    show(html, x, y) {
      const { left, top } = home.getBoundingClientRect();
      tip.innerHTML = html;
      if (!tip.matches(':popover-open')) tip.showPopover();
      const [wide, tall] = [tip.offsetWidth, tip.offsetHeight];
      const [a, b] = [left + x + 14, top + y + 14];
      tip.style.left = `${Math.max(4, a + wide > innerWidth - 4 ? a - wide - 28 : a)}px`;
      tip.style.top = `${Math.max(4, b + tall > innerHeight - 4 ? b - tall - 28 : b)}px`;
    },
    hide() {
      if (tip.matches(':popover-open')) tip.hidePopover();
    },
  };
}
