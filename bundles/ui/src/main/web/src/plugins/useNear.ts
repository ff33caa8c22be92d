import { useEffect, useState, type RefObject } from 'react';

/** Whether the element is in the window or close to it. */
export function useNear(element: RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    const target = element.current;
    if (!target) return undefined;
    const observer = new IntersectionObserver((entries) => setNear(entries.at(-1)?.isIntersecting ?? false), {
      rootMargin: '320px 0px',
    });
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return near;
}
