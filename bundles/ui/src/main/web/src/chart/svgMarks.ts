import type { Filter, Mark } from 'karavel-viz';
import { cleanHtml } from './sanitize';

const MARKS = '[data-tip],[data-karavel]';
const DISTANCE = 14;

export const hasMarks = (markup: string): boolean => /\sdata-(tip|karavel)=/.test(markup);

function filtersOf(mark: Element): readonly Filter[] {
  try {
    const { filters } = JSON.parse(mark.getAttribute('data-karavel') ?? '{}') as Partial<Mark>;
    return Array.isArray(filters) ? filters : [];
  } catch {
    return [];
  }
}

/** The one tooltip of a drawing, above everything else on the page. */
function createTip(box: HTMLElement) {
  const tip = document.createElement('div');
  tip.className = 'svg-tip';
  tip.setAttribute('role', 'tooltip');
  tip.popover = 'manual';
  box.append(tip);
  let shown: Element | undefined;
  return {
    show(mark: Element, x: number, y: number) {
      const html = mark.getAttribute('data-tip');
      if (!html) return this.hide();
      if (shown !== mark) tip.innerHTML = cleanHtml(html);
      shown = mark;
      if (!tip.matches(':popover-open')) tip.showPopover();
      const { offsetWidth: width, offsetHeight: height } = tip;
      const left = x + DISTANCE + width > innerWidth - 4 ? x - DISTANCE - width : x + DISTANCE;
      const top = y + DISTANCE + height > innerHeight - 4 ? y - DISTANCE - height : y + DISTANCE;
      tip.style.left = `${Math.max(4, left)}px`;
      tip.style.top = `${Math.max(4, top)}px`;
    },
    hide() {
      shown = undefined;
      if (tip.matches(':popover-open')) tip.hidePopover();
    },
    remove: () => tip.remove(),
  };
}

const steps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  Home: -Infinity,
  End: Infinity,
};

/** Tooltips, filters and keys for the marks of an SVG, or of HTML. @returns takes them away again */
export function enliven(box: HTMLElement): () => void {
  const marks = [...box.querySelectorAll<SVGElement | HTMLElement>(MARKS)];
  const tip = createTip(box);
  const leaving = new AbortController();
  const on = <E extends Event>(type: string, hear: (event: E) => void) =>
    box.addEventListener(type, hear as EventListener, { signal: leaving.signal });
  const markOf = (event: Event) =>
    event.target instanceof Element ? (event.target.closest(MARKS) ?? undefined) : undefined;
  const emit = (detail: Record<string, unknown>) =>
    box.dispatchEvent(new CustomEvent('karavel-chart', { detail, bubbles: true }));

  const first = marks[0];
  for (const mark of marks) {
    const acts = mark.hasAttribute('data-karavel');
    mark.setAttribute('tabindex', mark === first ? '0' : '-1');
    mark.setAttribute('role', acts ? 'button' : 'img');
    if (acts) mark.style.cursor = 'pointer';
  }
  const showAt = (mark: Element) => {
    const { left, top, width, height } = mark.getBoundingClientRect();
    tip.show(mark, left + width / 2, top + height / 2);
  };
  const choose = (mark: Element | undefined) => {
    const filters = mark ? filtersOf(mark) : [];
    if (filters.length > 0) emit({ type: 'crossFilter', filters });
  };

  on<PointerEvent>('pointermove', (event) => {
    const mark = markOf(event);
    if (mark) tip.show(mark, event.clientX, event.clientY);
    else tip.hide();
  });
  on('pointerleave', () => tip.hide());
  on('click', (event) => choose(markOf(event)));
  on<MouseEvent>('contextmenu', (event) => {
    const mark = markOf(event);
    const filters = mark ? filtersOf(mark) : [];
    if (filters.length === 0) return;
    event.preventDefault();
    emit({ type: 'contextMenu', x: event.clientX, y: event.clientY, filters });
  });
  on('focusin', (event) => {
    const mark = markOf(event);
    if (mark?.matches(':focus-visible')) showAt(mark);
  });
  on('focusout', () => tip.hide());
  on<KeyboardEvent>('keydown', (event) => {
    const mark = markOf(event) as SVGElement | HTMLElement | undefined;
    if (!mark) return;
    const step = steps[event.key];
    if (event.key === 'Enter' || event.key === ' ') choose(mark);
    else if (event.key === 'Escape') tip.hide();
    else if (step !== undefined) {
      const next = marks[Math.max(0, Math.min(marks.length - 1, marks.indexOf(mark) + step))] ?? mark;
      mark.setAttribute('tabindex', '-1');
      next.setAttribute('tabindex', '0');
      next.focus();
    } else return;
    event.preventDefault();
  });
  return () => {
    leaving.abort();
    tip.remove();
  };
}
