import { useEffect, useRef, useState, type RefObject } from 'react';

export type Distance = 'in' | 'near' | 'far';

const NEAR = '600px 0px';

/** How far an element is from what is seen of the page. `now` is read by those who wait in line. */
export function useDistance(element: RefObject<HTMLElement | null>) {
  const [distance, setDistance] = useState<Distance>('far');
  const now = useRef<Distance>('far');
  useEffect(() => {
    const target = element.current;
    if (!target) return undefined;
    const at = { in: false, near: false };
    const tell = () => {
      now.current = at.in ? 'in' : at.near ? 'near' : 'far';
      setDistance(now.current);
    };
    const watch = (name: 'in' | 'near', rootMargin: string) => {
      const observer = new IntersectionObserver(
        (entries) => {
          at[name] = entries[entries.length - 1]?.isIntersecting ?? false;
          tell();
        },
        { rootMargin },
      );
      observer.observe(target);
      return observer;
    };
    const observers = [watch('in', '0px'), watch('near', NEAR)];
    return () => observers.forEach((one) => one.disconnect());
  }, [element]);
  return { distance, now };
}
