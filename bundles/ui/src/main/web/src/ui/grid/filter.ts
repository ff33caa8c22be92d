import { plainText } from './show';
import type { GridKind } from './types';

type Test = (value: unknown) => boolean;

const isNone = (value: unknown) => value === null || value === undefined;

/** Numbers as numbers, times and texts as texts, without regard to case. */
function comparer(kind: GridKind, text: string): ((value: unknown) => number) | undefined {
  if (kind === 'number') {
    const wanted = Number(text.replaceAll(/[\s_]/g, ''));
    if (text.trim() === '' || Number.isNaN(wanted)) return undefined;
    return (value) => Number(value) - wanted;
  }
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return undefined;
  return (value) => {
    const shown = plainText(value).toLowerCase();
    return shown < wanted ? -1 : shown > wanted ? 1 : 0;
  };
}

const signs: Readonly<Record<string, (order: number) => boolean>> = {
  '>=': (order) => order >= 0,
  '<=': (order) => order <= 0,
  '!=': (order) => order !== 0,
  '<>': (order) => order !== 0,
  '>': (order) => order > 0,
  '<': (order) => order < 0,
  '=': (order) => order === 0,
};

/** What is typed above a column, as a test of its values; undefined if it filters nothing (yet). */
export function parseFilter(text: string, kind: GridKind): Test | undefined {
  const typed = text.trim();
  if (typed === '') return undefined;
  if (/^null$/i.test(typed)) return isNone;
  if (/^!\s*null$/i.test(typed)) return (value) => !isNone(value);

  const range = /^(.*?)\.\.(.*)$/.exec(typed);
  if (range && kind !== 'boolean') {
    const from = comparer(kind, range[1] ?? '');
    // A day that is named as the end is meant whole.
    const to = comparer(
      kind,
      kind === 'time' ? `${(range[2] ?? '').trim()}${range[2]?.trim() ? '\uffff' : ''}` : (range[2] ?? ''),
    );
    if (from || to) return (value) => !isNone(value) && (!from || from(value) >= 0) && (!to || to(value) <= 0);
  }
  const sign = /^(>=|<=|!=|<>|>|<|=)/.exec(typed)?.[1];
  if (sign) {
    const compare = comparer(kind, typed.slice(sign.length));
    const holds = signs[sign];
    if (!compare || !holds) return undefined;
    return (value) => (isNone(value) ? sign === '!=' || sign === '<>' : holds(compare(value)));
  }
  if (typed.startsWith('!')) {
    const unwanted = typed.slice(1).trim().toLowerCase();
    return unwanted === '' ? undefined : (value) => !plainText(value).toLowerCase().includes(unwanted);
  }
  const wanted = typed.toLowerCase();
  return (value) => !isNone(value) && plainText(value).toLowerCase().includes(wanted);
}
