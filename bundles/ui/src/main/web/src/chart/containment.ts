import type { EChartsOption } from 'karavel-viz';
import { useEffect, type RefObject } from 'react';
import { newTurn } from './loopGuard';

type Fail = (error: unknown) => void;

interface Card {
  /** `/plugins/<plugin>/<release>/`: what the stack of its errors names. */
  readonly folder: string;
  readonly element: HTMLElement;
  readonly fail: Fail;
}

const cards = new Set<Card>();

const traceOf = (error: unknown, file: string) => `${error instanceof Error ? (error.stack ?? '') : ''}\n${file}`;

/** Those that draw with the plugin; only one of them if what just happened happened in it. */
function concerned(trace: string, target: EventTarget | null | undefined): readonly Card[] {
  const drawn = [...cards].filter(({ folder }) => trace.includes(folder));
  const own = drawn.filter(({ element }) => target instanceof Node && element.contains(target));
  return own.length > 0 ? own : drawn;
}

let acting: EventTarget | null = null;

function watch() {
  for (const kind of ['pointerdown', 'pointermove', 'click', 'wheel', 'keydown', 'input', 'dblclick', 'contextmenu']) {
    window.addEventListener(
      kind,
      ({ target }) => {
        acting = target;
        setTimeout(() => {
          acting = null;
        }, 0);
      },
      { capture: true, passive: true },
    );
  }
  window.addEventListener('error', (event) => {
    const found = concerned(traceOf(event.error, event.filename), acting);
    if (found.length === 0) return;
    event.preventDefault();
    found.forEach(({ fail }) => fail(event.error ?? event.message));
  });
  window.addEventListener('unhandledrejection', (event) => {
    const found = concerned(traceOf(event.reason, ''), null);
    if (found.length === 0) return;
    event.preventDefault();
    found.forEach(({ fail }) => fail(event.reason));
  });
}

let watching = false;

/** What a plugin throws by itself, from a listener, a timer, a promise or an observer, ends in the card it draws. */
export function useContainment(module: string, box: RefObject<HTMLElement | null>, fail: Fail) {
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    if (!watching) watch();
    watching = true;
    const folder = module.split('/').slice(0, 4).join('/') + '/';
    const card: Card = { folder, element, fail };
    cards.add(card);
    return () => {
      cards.delete(card);
    };
  }, [module, box, fail]);
}

type Called = (this: unknown, ...given: unknown[]) => unknown;

const isPlain = (value: object) => {
  const shape: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || shape === Object.prototype || shape === null;
};

/** An option whose functions say so when they throw, instead of leaving the chart half drawn. */
export function contained(option: EChartsOption, fail: Fail): EChartsOption {
  const wrap = (value: unknown, depth: number): unknown => {
    if (typeof value === 'function') {
      const called = value as Called;
      return function (this: unknown, ...given: unknown[]) {
        newTurn();
        try {
          return called.apply(this, given);
        } catch (error) {
          fail(error);
          return '';
        }
      };
    }
    if (typeof value !== 'object' || value === null || depth > 12 || !isPlain(value) || !holdsFunction(value, depth))
      return value;
    if (Array.isArray(value)) return value.map((one) => wrap(one, depth + 1));
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, wrap(one, depth + 1)]));
  };
  return wrap(option, 0) as EChartsOption;
}

/** Rows of data are many and plain: they are looked through once and left as they are. */
function holdsFunction(value: unknown, depth: number): boolean {
  if (typeof value === 'function') return true;
  if (typeof value !== 'object' || value === null || depth > 12) return false;
  return Array.isArray(value)
    ? value.some((one) => holdsFunction(one, depth + 1))
    : Object.values(value).some((one) => holdsFunction(one, depth + 1));
}
