import { useSyncExternalStore } from 'react';
import './toast.css';

interface Toast {
  readonly id: number;
  readonly text: string;
  readonly kind: 'good' | 'bad';
}

let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

const set = (next: readonly Toast[]) => {
  toasts = next;
  listeners.forEach((listener) => listener());
};

/** A short word about what was just done; bad news stays longer. */
export function say(text: string, kind: Toast['kind'] = 'good') {
  const id = nextId++;
  set([...toasts.slice(-2), { id, text, kind }]);
  setTimeout(() => set(toasts.filter((toast) => toast.id !== id)), kind === 'good' ? 3500 : 9000);
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const Toasts = () => (
  <div className="toasts" role="status" aria-live="polite">
    {useSyncExternalStore(subscribe, () => toasts).map((toast) => (
      <div key={toast.id} className={`toast ${toast.kind}`}>
        {toast.text}
      </div>
    ))}
  </div>
);
