import { useEffect, useRef, useState, type RefObject } from 'react';

export type Distance = 'in' | 'near' | 'far';
type Zone = 'in' | 'near';

const MARGINS: Readonly<Record<Zone, string>> = { in: '0px', near: '600px 0px' };
type Listener = (inside: boolean) => void;

/** One observer for all that watch the same zone: a dashboard has many cards. */
function zone(rootMargin: string) {
  const listeners = new Map<Element, Listener>();
  let observer: IntersectionObserver | undefined;
  return (element: Element, listener: Listener): (() => void) => {
    observer ??= new IntersectionObserver(
      (entries) => entries.forEach(({ target, isIntersecting }) => listeners.get(target)?.(isIntersecting)),
      { rootMargin },
    );
    listeners.set(element, listener);
    observer.observe(element);
    return () => {
      listeners.delete(element);
      observer?.unobserve(element);
    };
  };
}
const zones = { in: zone(MARGINS.in), near: zone(MARGINS.near) };

/** Whether an element is near what is seen of the page; `now`, which those who wait in line read, tells how near. */
export function useDistance(element: RefObject<HTMLElement | null>) {
  const [near, setNear] = useState(false);
  const now = useRef<Distance>('far');
  useEffect(() => {
    const target = element.current;
    if (!target) return undefined;
    const at: Record<Zone, boolean> = { in: false, near: false };
    const watch = (name: Zone) =>
      zones[name](target, (inside) => {
        at[name] = inside;
        now.current = at.in ? 'in' : at.near ? 'near' : 'far';
        setNear(now.current !== 'far');
      });
    const leave = [watch('in'), watch('near')];
    return () => leave.forEach((one) => one());
  }, [element]);
  return { near, now };
}
