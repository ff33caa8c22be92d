import type { EChartsOption, Filter, Mark } from 'karavel-viz';
import type { EChartsType } from 'echarts/core';

interface Place {
  readonly seriesIndex: number;
  readonly dataIndex: number;
  readonly name: string;
  readonly filters: readonly Filter[];
}

type Item = Readonly<Record<string, unknown>>;

const item = (value: unknown): Item => (value !== null && typeof value === 'object' ? (value as Item) : {});
const items = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as readonly unknown[]) : value === undefined || value === null ? [] : [value];

function filtersOf(value: unknown): readonly Filter[] {
  const { filters } = item(item(value)['karavel']) as Partial<Mark>;
  return Array.isArray(filters) ? filters : [];
}

const nameOf = (filters: readonly Filter[]) =>
  filters.flatMap(({ values }) => values.map((value) => String(value ?? '–'))).join(', ');

/** The marks keys can go to: each item that filters by itself, else its series once. */
export function placesOf(option: EChartsOption): readonly Place[] {
  return items(option['series']).flatMap((series, seriesIndex): readonly Place[] => {
    const data = items(item(series)['data'] ?? item(series)['nodes']);
    const own = data.flatMap((one, dataIndex) => {
      const filters = filtersOf(one);
      return filters.length > 0 ? [{ seriesIndex, dataIndex, filters, name: nameOf(filters) }] : [];
    });
    if (own.length > 0) return own;
    const filters = filtersOf(series);
    return filters.length > 0
      ? [{ seriesIndex, dataIndex: Math.max(0, data.length - 1), filters, name: nameOf(filters) }]
      : [];
  });
}

/** What the mark under the pointer filters by: the data item's own goes before its series'. */
export function filtersAt(option: EChartsOption, params: unknown): readonly Filter[] {
  const { data, seriesIndex } = item(params);
  const own = filtersOf(data);
  return own.length > 0 ? own : filtersOf(items(option['series'])[Number(seriesIndex)]);
}

const current = new WeakMap<EChartsType, EChartsOption>();
const steps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  Home: -Infinity,
  End: Infinity,
};

/** Lets marks of a drawn option be clicked, asked for their menu, and reached by keys; as often as it is drawn, heard once. */
export function followMarks(chart: EChartsType, element: HTMLElement, option: EChartsOption) {
  const known = current.has(chart);
  current.set(chart, option);
  const some = placesOf(option).length > 0;
  element.tabIndex = some ? 0 : -1;
  element.setAttribute('role', some ? 'group' : 'img');
  if (known) return;
  const drawn = () => current.get(chart) ?? {};
  const tell = (detail: Record<string, unknown>) =>
    element.dispatchEvent(new CustomEvent('karavel-chart', { detail, bubbles: true }));

  chart.on('click', (params: unknown) => {
    const filters = filtersAt(drawn(), params);
    if (filters.length > 0) tell({ type: 'crossFilter', filters });
  });
  chart.on('contextmenu', (params: unknown) => {
    const filters = filtersAt(drawn(), params);
    const pointer = item(item(item(params)['event'])['event']) as unknown as MouseEvent;
    if (filters.length === 0) return;
    pointer.preventDefault();
    chart.dispatchAction({ type: 'hideTip' });
    tell({ type: 'contextMenu', x: pointer.clientX, y: pointer.clientY, filters });
  });
  let at = -1;
  const quiet = () => {
    chart.dispatchAction({ type: 'hideTip' });
    const place = placesOf(drawn())[at];
    if (place) chart.dispatchAction({ type: 'downplay', seriesIndex: place.seriesIndex, dataIndex: place.dataIndex });
  };
  element.onblur = quiet;
  element.onkeydown = (event) => {
    const places = placesOf(drawn());
    const step = steps[event.key];
    const place = places[at];
    const menu = event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10');
    if (step !== undefined && places.length > 0) {
      quiet();
      at = Math.max(0, Math.min(places.length - 1, (at < 0 && step > 0 ? -1 : at) + step));
      const { seriesIndex, dataIndex, name } = places[at] ?? { seriesIndex: 0, dataIndex: 0, name: '' };
      chart.dispatchAction({ type: 'highlight', seriesIndex, dataIndex });
      chart.dispatchAction({ type: 'showTip', seriesIndex, dataIndex });
      announce(element, name);
    } else if (place && (event.key === 'Enter' || event.key === ' ')) {
      tell({ type: 'crossFilter', filters: place.filters });
    } else if (place && menu) {
      const { left, top, width, height } = element.getBoundingClientRect();
      quiet();
      tell({ type: 'contextMenu', x: left + width / 2, y: top + height / 2, filters: place.filters });
    } else return;
    event.preventDefault();
  };
}

/** Says the mark that keys have gone to. */
function announce(element: HTMLElement, name: string) {
  const next = element.nextElementSibling;
  const status = next?.classList.contains('mark-status') ? next : document.createElement('span');
  if (status !== next) {
    status.className = 'mark-status hidden-visually';
    status.setAttribute('role', 'status');
    element.after(status);
  }
  status.textContent = name;
}
