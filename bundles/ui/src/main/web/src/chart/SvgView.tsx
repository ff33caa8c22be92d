import { useEffect, useMemo, useRef } from 'react';
import { cleanSvg } from './sanitize';
import { enliven, hasMarks } from './svgMarks';
import type { Common } from './views';

/** A drawing as SVG; its marks have tooltips, filter other charts and are reached by keys. */
export function SvgView({ svg, label, onDrawn }: Common & { svg: string }) {
  const element = useRef<HTMLDivElement>(null);
  const clean = useMemo(() => cleanSvg(svg), [svg]);
  const marked = hasMarks(clean);
  useEffect(() => {
    const leave = marked && element.current ? enliven(element.current) : undefined;
    onDrawn();
    return leave;
  }, [clean, marked, onDrawn]);
  return (
    <div
      ref={element}
      className="plot-svg"
      role={marked ? 'group' : 'img'}
      aria-label={label}
      dangerouslySetInnerHTML={{ __html: clean }}
    />
  );
}
