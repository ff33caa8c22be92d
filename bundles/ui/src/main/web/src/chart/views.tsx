import type { EChartsOption, Host, Input, Mount, Mounted, OwnState, Theme } from 'karavel-viz';
import type { EChartsType } from 'echarts/core';
import { useEffect, useMemo, useRef } from 'react';
import { contained } from './containment';
import { completeOption, start } from './echarts';
import { ensureCanvas, ensureParts } from './echartsParts';
import { newTurn } from './loopGuard';
import { bootstrap } from '../api/bootstrap';
import { followMarks } from './echartsMarks';
import { library } from './libraries';
import { cleanHtml } from './sanitize';
import { enliven, hasMarks } from './svgMarks';

type Fail = (error: unknown) => void;
export interface Common {
  readonly label: string;
  readonly onFail: Fail;
  readonly onDrawn: () => void;
}

interface EChartsViewProps extends Common {
  readonly option: EChartsOption;
  readonly theme: Theme;
  readonly marks: number;
  readonly size: Input['size'];
}

export function EChartsView({ option, theme, marks, size, label, onFail, onDrawn }: EChartsViewProps) {
  const element = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(null);
  const many = marks > 3000;

  useEffect(
    () => () => {
      chart.current?.dispose();
      chart.current = null;
    },
    [theme, many],
  );
  useEffect(() => {
    let left = false;
    const draw = async () => {
      // Few marks are drawn as SVG (crisp in print, readable by tools), many on a canvas.
      await Promise.all([ensureParts(option), many ? ensureCanvas() : undefined]);
      if (left || !element.current) return;
      chart.current ??= start(element.current, theme, many ? 'canvas' : 'svg');
      chart.current.setOption(completeOption(contained(option, (error) => !left && onFail(error))), { notMerge: true });
      followMarks(chart.current, element.current, option);
      onDrawn();
    };
    draw().catch((error: unknown) => !left && onFail(error));
    return () => {
      left = true;
    };
  }, [option, theme, many, onFail, onDrawn]);
  useEffect(() => {
    if (chart.current && size.width > 0) chart.current.resize({ width: size.width, height: size.height });
  }, [size]);

  return <div ref={element} className="plot-canvas" role="img" aria-label={label} />;
}

export function HtmlView({ html, label, onDrawn }: Common & { html: string }) {
  const element = useRef<HTMLDivElement>(null);
  const clean = useMemo(() => cleanHtml(html), [html]);
  useEffect(() => {
    const leave = hasMarks(clean) && element.current ? enliven(element.current) : undefined;
    onDrawn();
    return leave;
  }, [clean, onDrawn]);
  return (
    <div
      ref={element}
      className="plot-html scroll"
      role="group"
      aria-label={label}
      tabIndex={0}
      dangerouslySetInnerHTML={{ __html: clean }}
    />
  );
}

interface MountedViewProps extends Common {
  readonly mount: Mount;
  readonly input: Input;
  readonly onState: ((patch: OwnState) => void) | undefined;
}

/** For modules that draw themselves; whatever they throw, at once or later, stays in this card. */
export function MountedView({ mount, input, label, onState, onFail, onDrawn }: MountedViewProps) {
  const element = useRef<HTMLDivElement>(null);
  const mounted = useRef<Mounted>(null);
  const latest = useRef(input);
  const told = useRef({ onFail, onDrawn, onState });
  const { mode } = input.theme;

  // First of all effects: whatever is mounted below is given what is current, and is not taken down for a new callback.
  useEffect(() => {
    told.current = { onFail, onDrawn, onState };
  }, [onFail, onDrawn, onState]);

  useEffect(() => {
    const place = element.current;
    if (!place) return undefined;
    let left = false;
    const box = document.createElement('div');
    box.className = 'plot-mounted';
    place.append(box);
    const host: Host = {
      emit: (event) => place.dispatchEvent(new CustomEvent('karavel-chart', { detail: event, bubbles: true })),
      setState: (patch) => told.current.onState?.(patch),
      clean: cleanHtml,
      settings: (name) => Promise.resolve(name === 'maps' ? (bootstrap.maps ?? {}) : {}),
      chart: async (id) => (await import('./OtherCharts')).otherChart(id),
      library,
    };
    const begin = async () => {
      const first = latest.current;
      newTurn();
      const made = await mount(box, first, host);
      if (left) {
        made.dispose();
        return;
      }
      mounted.current = made;
      newTurn();
      if (latest.current !== first) made.update(latest.current);
      told.current.onDrawn();
    };
    begin().catch((error: unknown) => !left && told.current.onFail(error));
    return () => {
      left = true;
      try {
        mounted.current?.dispose();
      } catch (error) {
        console.warn('A plugin failed while it was taken down', error);
      }
      mounted.current = null;
      box.remove();
    };
  }, [mount, mode]);

  useEffect(() => {
    const previous = latest.current;
    latest.current = input;
    if (previous === input) return;
    newTurn();
    try {
      if (previous.size !== input.size) mounted.current?.resize(input.size);
      mounted.current?.update(input);
    } catch (error) {
      told.current.onFail(error);
    }
  }, [input]);

  return <div ref={element} className="plot-mount" role="group" aria-label={label} />;
}
