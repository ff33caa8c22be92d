import { useEffect, useRef } from 'react';

type Bindings = Readonly<Record<string, (event: KeyboardEvent) => void>>;

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** `mod+k` is Ctrl or Cmd with K. Plain keys are left alone while someone types or a dialog is open. */
export function useKeys(bindings: Bindings) {
  const latest = useRef(bindings);
  latest.current = bindings;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.altKey) return;
      const mod = event.ctrlKey || event.metaKey;
      const action = latest.current[mod ? `mod+${event.key.toLowerCase()}` : event.key];
      if (!action) return;
      if (!mod && (typing(event.target) || document.querySelector('[role="dialog"][data-open], [aria-modal="true"]')))
        return;
      event.preventDefault();
      action(event);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
