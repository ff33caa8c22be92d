import { useLayoutEffect, useState, type RefObject } from 'react';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Browsers that take a picture of a page shrink its window for a moment; dragging a window's edge passes many sizes. */
const AT_REST = 100;

/** The inner size of an element, in whole pixels; a change counts once it came to rest. */
export function useSize(element: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const box = element.current;
    if (!box) return undefined;
    const read = () => {
      const [width, height] = [Math.floor(box.clientWidth), Math.floor(box.clientHeight)];
      setSize((old) => (old.width === width && old.height === height ? old : { width, height }));
    };
    let rest: ReturnType<typeof setTimeout> | undefined;
    const observer = new ResizeObserver(() => {
      clearTimeout(rest);
      rest = setTimeout(read, AT_REST);
    });
    read();
    observer.observe(box);
    return () => {
      observer.disconnect();
      clearTimeout(rest);
    };
  }, [element]);
  return size;
}
