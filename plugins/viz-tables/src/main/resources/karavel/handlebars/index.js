// @ts-check
/** @import { Cell, Chart, Data, Input, Mount } from 'karavel-viz' */
import { escape } from '../shared/labels.js';
import { empty } from '../shared/look.js';
import { text } from '../shared/settings.js';
import { helpers } from './helpers.js';
import { render } from './interpreter.js';
import { TemplateError } from './lexer.js';
import { safeHtml } from './safe.js';
import { inlineStyles, scopedSheet } from './styles.js';

const PLAIN = '<ul class="data-list">\n  {{#each data}}\n    <li>{{stringify this}}</li>\n  {{/each}}\n</ul>';
const MOST_ROWS = 10_000;

/** Each row under the names of its columns. @param {Data} data @returns {Record<string, Cell>[]} */
const rowsOf = ({ columns, values, length }) => Array.from({ length: Math.min(length, MOST_ROWS) }, (_, row) => Object.fromEntries(columns.map(({ name }, column) => [name, values[column]?.[row] ?? null])));

/** What the author's templates make of the data. @param {Input} input @returns {{ html: string, css: string } | { problem: string }} */
function filled(input) {
  const { formData, data, formatters } = input;
  const known = helpers(formatters);
  const context = { data: rowsOf(data), width: input.size.width, height: input.size.height };
  let place = 'template';
  try {
    const html = render(text(formData, 'handlebarsTemplate', PLAIN), context, known);
    place = 'style';
    return { html, css: render(text(formData, 'styleTemplate'), context, known, { escaped: false }) };
  } catch (error) {
    if (error instanceof TemplateError) return { problem: input.text(place === 'style' ? 'wrongStyle' : 'wrong', { line: error.line, what: error.message }) };
    throw error;
  }
}

/** @param {Input} input @param {string} problem */
const calmly = ({ theme }, problem) => `<div style="padding:16px;font:12px ${escape(theme.fontFamily)};color:${theme.inkSecondary}"><p style="margin:0 0 4px;color:${theme.bad};font-weight:600">⚠ ${escape(problem)}</p></div>`;

/** @param {string} html */
const words = (html) => html.replace(/<style[\s\S]*?<\/style>/gi, '').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim().slice(0, 300);

/** @type {Chart} */
export const chart = (input) => {
  if (input.data.length === 0) return empty(input);
  const made = filled(input);
  if ('problem' in made) return { kind: 'html', html: calmly(input, made.problem), description: made.problem };
  const { theme } = input;
  const body = safeHtml(made.html, inlineStyles(made.css));
  return { kind: 'html', html: `<div style="padding:4px 8px;font:13px/1.45 ${escape(theme.fontFamily)};color:${theme.ink}">${body}</div>`, description: words(body) };
};

/** @type {Mount} */
export const mount = (place, first, host) => {
  const box = document.createElement('div');
  const inside = document.createElement('div');
  const shadow = box.attachShadow({ mode: 'open' });
  box.style.cssText = 'width:100%;height:100%;overflow:auto;position:relative';
  box.tabIndex = 0;
  shadow.append(inside);
  place.append(box);

  /** @param {Input} input */
  function update(input) {
    const { theme } = input;
    box.style.font = `13px/1.45 ${theme.fontFamily}`;
    box.style.color = theme.ink;
    for (const [name, value] of Object.entries({ ink: theme.ink, 'ink-2': theme.inkSecondary, 'ink-3': theme.inkMuted, hair: theme.hairline, surface: theme.surface, sunken: theme.sunken, accent: theme.accent, good: theme.good, bad: theme.bad, mono: theme.monoFamily })) box.style.setProperty(`--${name}`, value);
    const made = filled(input);
    const problem = 'problem' in made;
    inside.innerHTML = host.clean(problem ? calmly(input, made.problem) : made.html);
    shadow.adoptedStyleSheets = [scopedSheet(`div:first-child{box-sizing:border-box} a{color:var(--accent)} table{border-collapse:collapse} :host>div{padding:4px 8px}`), ...(problem ? [] : [scopedSheet(made.css)])];
    for (const image of inside.querySelectorAll('img:not([src])')) image.remove();
  }
  update(first);
  return { update, resize: () => {}, dispose: () => box.remove() };
};
